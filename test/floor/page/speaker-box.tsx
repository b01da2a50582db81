import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { FloorSpeaker } from '../contract.ts'
import { FaultBadge } from './fault-badge.tsx'
import { Icon } from './icon.tsx'
import { useSounds } from './use-sounds.ts'

/** The loudspeaker beside a board: what it says now, what waits, and a button to hear it here. */
export function SpeakerBox({ speaker }: { speaker: FloorSpeaker }) {
  const { t } = useTexts()
  const { saying, queue, said, faults } = speaker
  const { on, blocked, toggle } = useSounds(said)
  const last = said[0]
  return (
    <div className={saying === null ? 'speaker' : 'speaker is-saying'}>
      <div className="speaker-words" aria-live="off">
        <FaultBadge faults={faults} />
        <small>{saying !== null ? t('floor.board.saying') : last ? t('floor.board.last') : ''}</small>
        <p>{saying ?? last?.text ?? t('floor.board.quiet')}</p>
        {queue.length > 0 && <small>{t('floor.board.queue', { count: queue.length })}</small>}
        {queue.slice(0, 2).map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may wait twice
          <p key={`${i}-${text}`} className="speaker-next">
            {text}
          </p>
        ))}
      </div>
      <button
        type="button"
        className={on ? 'floor-button floor-button-main' : 'floor-button'}
        aria-pressed={on}
        onClick={toggle}
      >
        <Icon name={on ? 'sound' : 'mute'} />
        {t(on ? 'floor.board.mute' : 'floor.board.listen')}
      </button>
      {blocked && <small role="status">{t('floor.board.blocked')}</small>}
    </div>
  )
}
