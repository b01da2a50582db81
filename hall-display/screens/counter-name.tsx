import { useTexts } from '@jiaohao/screen/texts.tsx'
import './counter-name.css'

/** `3号窗口` or `Counter 3`: the number as large as its line, the word smaller. */
export function CounterName({ no }: { no: string }) {
  const { t } = useTexts()
  const word = (place: 'before' | 'after') => {
    const text = t(`board.counter.${place}`)
    return text !== '' && <span className="counter-word">{text}</span>
  }
  return (
    <span className="counter-name">
      {word('before')}
      <span className="counter-no">{no}</span>
      {word('after')}
    </span>
  )
}
