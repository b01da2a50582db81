import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Icon } from './icon.tsx'

/** What is broken, in words, where the device stands; nothing while it works. */
export function FaultBadge({ faults }: { faults: readonly string[] }) {
  const { t } = useTexts()
  if (faults.length === 0) return null
  return (
    <span className="fault-badge" role="status">
      <Icon name="warn" />
      {faults.map((fault) => t(`floor.fault.${fault}`)).join(' · ')}
    </span>
  )
}
