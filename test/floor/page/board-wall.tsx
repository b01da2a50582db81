import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { type Floor, faultsOf } from '../contract.ts'
import { Enlarged } from './enlarged.tsx'
import { FaultMenu } from './fault-menu.tsx'
import { Icon } from './icon.tsx'
import { LiveScreen } from './live-screen.tsx'
import { SpeakerBox } from './speaker-box.tsx'
import './board-wall.css'

type Board = Floor['boards'][number]
const liveAtMost = 2

/** The boards on the wall, each with the loudspeaker of its zone; the third and later are links. */
export function BoardWall({ boards }: { boards: readonly Board[] }) {
  const { t } = useTexts()
  return (
    <section className="board-wall" aria-label={t('floor.board.heading')}>
      {boards.map((board, i) => (
        <BoardOnWall key={board.zoneId} board={board} live={i < liveAtMost} />
      ))}
    </section>
  )
}

function BoardOnWall({ board, live }: { board: Board; live: boolean }) {
  const { t } = useTexts()
  const [large, setLarge] = useState(false)
  const { zoneId, name, url, speaker } = board
  const title = t('floor.board.screen', { name })
  return (
    <article className={live ? 'board' : 'board board-link'}>
      {live && (
        <div className="board-casing">
          <LiveScreen url={url} title={title} width={1920} height={1080} touched={false} />
        </div>
      )}
      <div className="board-side">
        <header>
          <h2 className="floor-heading">{name}</h2>
          <span>
            {live && (
              <button
                type="button"
                className="floor-button floor-button-square"
                aria-label={`${t('floor.enlarge')} ${title}`}
                onClick={() => setLarge(true)}
              >
                <Icon name="enlarge" />
              </button>
            )}
            <a
              className="floor-button floor-button-square"
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={`${t('floor.board.openPage')} ${name}`}
            >
              <Icon name="away" />
            </a>
            <FaultMenu
              name={`${name} ${t('floor.board.speaker')}`}
              devices={[
                {
                  device: `speaker:${zoneId}`,
                  name: t('floor.board.speaker'),
                  faults: faultsOf.speaker,
                  on: speaker.faults,
                },
              ]}
            />
          </span>
        </header>
        <SpeakerBox speaker={speaker} />
      </div>
      {large && (
        <Enlarged title={title} onClose={() => setLarge(false)}>
          <div className="enlarged-board">
            <LiveScreen url={url} title={title} width={1920} height={1080} />
          </div>
        </Enlarged>
      )}
    </article>
  )
}
