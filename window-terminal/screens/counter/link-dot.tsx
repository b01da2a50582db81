import type { Local } from '@jiaohao/core/contract/socket.ts'
import type { LinkState } from '@jiaohao/screen/hub.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { clockText } from './clock-text.ts'

/** The way to the hub and the devices at this counter: a shape and a word each, never colour alone. */
export function LinkDot({ link, local, nowMs }: { link: LinkState; local: Local | null; nowMs: number }) {
  const { t } = useTexts()
  const clock = link.is === 'away' ? clockText(nowMs - link.sinceMs) : ''
  const hubAway = local?.hub.is === 'away'
  const good = link.is === 'online' && !hubAway
  return (
    <span className="top-bar-dots" role="status">
      <span data-good={good}>
        {t(
          hubAway ? 'counter.link.awayShort' : `counter.link.${link.is === 'away' ? 'awayShort' : link.is}`,
          {
            clock: hubAway && local.hub.is === 'away' ? clockText(nowMs - local.hub.sinceMs) : clock,
          },
        )}
      </span>
      {local?.devices.map(({ id, kind, state, detail }) => (
        <span key={id} data-good={state === 'ready'} title={detail}>
          {t(`counter.device.${kind}`)}
          {state !== 'ready' && ` ${t('counter.device.fault')}`}
        </span>
      ))}
    </span>
  )
}
