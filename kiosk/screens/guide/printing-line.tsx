import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Printing } from './use-checklist.ts'

const known = new Set(['paperOut', 'coverOpen', 'offline'])

/** What became of the checklist, where it was asked for. */
export function PrintingLine({ printing, canPrint }: { printing: Printing; canPrint: boolean }) {
  const { t, refusal } = useTexts()
  const words = () => {
    switch (printing.is) {
      case 'none':
        return canPrint ? '' : t('guide.noPrinter')
      case 'underWay':
        return t('guide.printing')
      case 'refused':
        return refusal(printing.reason)
      case 'printed':
        return t('guide.printed')
      case 'unknown':
        return t('guide.perhapsPrinted')
      case 'failed':
        return t('guide.notPrinted', {
          why: t(`guide.why.${known.has(printing.why) ? printing.why : 'other'}`),
        })
    }
  }
  const said = words()
  const trouble = printing.is === 'failed' || printing.is === 'refused' || printing.is === 'unknown'
  return (
    <p className={trouble ? 'guide-say guide-say-trouble' : 'guide-say'} role="status" hidden={said === ''}>
      {said}
    </p>
  )
}
