import type { DeviceTestResult, DeviceTest as Test } from '@jiaohao/core/contract/inspection.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Device } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useDoing } from '../doing.ts'
import { useDeviceWords } from '../stations/device-words.ts'
import type { DeviceLine } from './lines-of.ts'

const testOf: Partial<Record<Device['kind'], Test>> = {
  printer: 'printPage',
  led: 'ledPatterns',
  speaker: 'say',
  keypads: 'pressKey',
  idReader: 'layCard',
  scanner: 'scanCode',
}
/** Those that wait for somebody beside the device count down. */
const awaited: ReadonlySet<Device['kind']> = new Set(['keypads', 'idReader', 'scanner'])
const awaitedSeconds = 20

/** The one test a kind of device has: what it will do, how long it has taken, how it ended. */
export function DeviceTest({ line, may, done }: { line: DeviceLine; may: boolean; done: () => void }) {
  const { t } = useTexts()
  const { busy, run } = useDoing()
  const seconds = useSeconds(busy)
  const ended = useEnded()
  const [result, setResult] = useState<DeviceTestResult | null>(null)
  const { kind, id: deviceId } = line.device
  const test = testOf[kind]
  if (!test) return null
  const words = `devices.tests.${kind}`
  const begin = async () => {
    setResult(null)
    const params = { id: line.stationId, deviceId }
    const outcome = await run(routes.testDevice, { params, body: { test } })
    if ('done' in outcome) setResult(outcome.done)
    done()
  }
  return (
    <section className="device-test">
      <Button type="primary" disabled={!may} loading={busy} onClick={() => void begin()}>
        {t(`${words}.do`)}
      </Button>
      <span className="quiet">
        {busy
          ? `${t(`${words}.underWay`, { left: Math.max(0, awaitedSeconds - seconds) })} ${awaited.has(kind) ? '' : t('devices.tests.elapsed', { n: seconds })}`
          : t(may ? `${words}.help` : 'devices.tests.notAllowed')}
      </span>
      <div role="status">
        {result && (
          <Alert
            showIcon
            type={result.result === 'passed' ? 'success' : result.result === 'failed' ? 'error' : 'warning'}
            title={ended(kind, result)}
          />
        )}
      </div>
    </section>
  )
}

function useEnded() {
  const { t } = useTexts()
  const { deviceState } = useDeviceWords()
  /** `3 callNext` in words; anything else as it came. */
  const heardKey = (detail: string): string => {
    const [, address = '', key = ''] = /^(\d+) (\w+)/.exec(detail) ?? []
    const named = `devices.means.key${key.slice(0, 1).toUpperCase()}${key.slice(1)}`
    const words = t(named, { detail: address })
    return words === named ? detail : words
  }
  const heardOf = (kind: Device['kind'], detail: string): string => {
    if (kind === 'keypads') return heardKey(detail)
    return kind === 'idReader' ? t(`devices.tests.cards.${detail}`) : detail
  }
  return (kind: Device['kind'], { result, why, detail }: DeviceTestResult): string => {
    if (result !== 'passed') {
      const because = [why === '' ? '' : deviceState(why), detail].filter((each) => each !== '').join(' · ')
      return t(`devices.tests.${result}`, { why: because })
    }
    return t(`devices.tests.${kind}.passed`, { heard: heardOf(kind, detail) })
  }
}

/** Whole seconds since `running` became true. */
function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    setSeconds(0)
    if (!running) return
    const timer = setInterval(() => setSeconds((n) => n + 1), 1_000)
    return () => clearInterval(timer)
  }, [running])
  return seconds
}
