import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { Exchange, Meaning } from '@jiaohao/core/contract/inspection.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button } from 'antd'
import { useHallClock } from '../hall-names.tsx'
import { useDeviceWords } from '../stations/device-words.ts'

/** What passed over the wire, newest first: when, which way, what it means, and the bytes themselves. */
export function Exchanges({
  exchanges,
  still,
  toggle,
}: {
  exchanges: readonly Exchange[]
  still: boolean
  toggle: () => void
}) {
  const { t } = useTexts()
  const clock = useHallClock()
  const words = useMeaning()
  return (
    <section>
      <header className="device-exchanges-head">
        <h3>{t('devices.exchanges')}</h3>
        <Button size="small" onClick={toggle}>
          {t(still ? 'devices.go' : 'devices.pause')}
        </Button>
        {!still && <span className="quiet">{t('devices.refresh')}</span>}
      </header>
      <p className="quiet">{t('devices.exchangesHelp')}</p>
      {exchanges.length === 0 && <p className="quiet">{t('devices.noExchanges')}</p>}
      <ol className="device-exchanges">
        {[...exchanges].reverse().map((exchange, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two exchanges of one instant may be the same bytes
          <li key={`${exchange.atMs} ${exchange.hex.slice(0, 24)} ${i}`} data-direction={exchange.direction}>
            <time>
              {clock.second(exchange.atMs)}
              <small>.{String(exchange.atMs % 1_000).padStart(3, '0')}</small>
            </time>
            <span className="device-direction">
              {exchange.direction === 'sent' ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
              {t(`devices.${exchange.direction}`)}
            </span>
            <div>
              <b>{exchange.meaning.map(words).join(' · ') || '—'}</b>
              <code>
                {exchange.hex.replace(/../g, '$& ').trim()}
                {exchange.sizeBytes > exchange.hex.length / 2 && (
                  <em> {t('devices.more', { n: exchange.sizeBytes })}</em>
                )}
              </code>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A meaning this console has no words for is shown by its own name. */
function useMeaning() {
  const { t } = useTexts()
  const { deviceState } = useDeviceWords()
  return ({ means, detail }: Meaning): string => {
    const key = `devices.means.${means}`
    const words = t(key, { detail: means === 'statusReport' ? deviceState(detail) : detail })
    return words === key ? `${means} ${detail}`.trim() : words
  }
}
