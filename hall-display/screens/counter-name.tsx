import { useTexts } from '@jiaohao/screen/texts.tsx'
import './counter-name.css'

/** `3号窗口` or `Counter 3`: the number as large as its line, the words around it smaller. */
export function CounterName({ no }: { no: string }) {
  const { t } = useTexts()
  const [before = '', after = ''] = t('board.counter', { no: '|' }).split('|')
  return (
    <span className="counter-name">
      <Words text={before} />
      <span className="counter-no">{no}</span>
      <Words text={after} />
    </span>
  )
}

const Words = ({ text }: { text: string }) =>
  text.trim() !== '' && <span className="counter-word">{text.trim()}</span>
