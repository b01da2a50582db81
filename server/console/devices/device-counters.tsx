import type { WireCounters } from '@jiaohao/core/contract/inspection.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** Those that tell a bad line come first, and are marked when they count anything. */
const names = ['discardedBytes', 'silences', 'reconnects', 'frames', 'receivedBytes', 'sentBytes'] as const
const bad: ReadonlySet<string> = new Set(['discardedBytes', 'silences', 'reconnects'])

/** What the wire has counted since the device was opened. */
export function DeviceCounters({ counters }: { counters: WireCounters | null }) {
  const { t } = useTexts()
  return (
    <>
      <h3>{t('devices.counters')}</h3>
      {counters === null ? (
        <p className="quiet">{t('devices.noWire')}</p>
      ) : (
        <dl className="device-counters">
          {names.map((name) => (
            <div key={name} data-bad={bad.has(name) && counters[name] > 0}>
              <dt>{t(`devices.count.${name}`)}</dt>
              <dd>{counters[name].toLocaleString('en-US')}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
