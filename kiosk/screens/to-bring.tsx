import { useTexts } from '@jiaohao/screen/texts.tsx'

/** The published checklist of a service, before a number is taken. */
export function ToBring({ bring }: { bring: string[] }) {
  const { t } = useTexts()
  return (
    <section className="bring">
      <h3>{t('kiosk.sheet.bring')}</h3>
      {bring.length === 0 ? (
        <p>{t('kiosk.sheet.bringNothing')}</p>
      ) : (
        <ul>
          {bring.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
