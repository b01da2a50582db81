import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons'
import './dot.css'

const icons = {
  good: <CheckCircleFilled />,
  busy: <ClockCircleFilled />,
  warn: <ExclamationCircleFilled />,
  bad: <CloseCircleFilled />,
  off: <MinusCircleOutlined />,
}

export type DotIs = keyof typeof icons

/** A state as shape, colour and word together, never colour alone. */
export function Dot({ is, text }: { is: DotIs; text: string }) {
  return (
    <span className={`dot dot-${is}`}>
      {icons[is]}
      <span>{text}</span>
    </span>
  )
}
