import { useTexts } from '@jiaohao/screen/texts.tsx'
import './counter-name.css'

/** `3号窗口` or `Counter 3`: the number as large as its line, the word smaller. */
export function CounterName({ no }: { no: string }) {
  const { t, language } = useTexts()
  const word = <span className="counter-word">{t('board.counter')}</span>
  return (
    <span className="counter-name">
      {language === 'en' && word}
      <span className="counter-no">{no}</span>
      {language !== 'en' && word}
    </span>
  )
}
