import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Said } from './rating.ts'
import './said-screen.css'

/** The last word: thanks, or kindly why not. */
export function SaidScreen({ said }: { said: Said }) {
  const { t } = useTexts()
  return (
    <section className="said" role="status">
      <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <circle cx="32" cy="32" r="29" />
        <path d={said === 'thanks' || said === 'alreadyRated' ? 'M19 33l9 9 18-19' : 'M32 18v16l10 6'} />
      </svg>
      <h1>{t(`evaluator.said.${said}`)}</h1>
      <p>{t(`evaluator.said.${said}About`)}</p>
    </section>
  )
}
