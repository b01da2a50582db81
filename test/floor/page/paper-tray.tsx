import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useMemo, useState } from 'react'
import type { FloorKiosk } from '../contract.ts'
import { Enlarged } from './enlarged.tsx'

type Paper = FloorKiosk['papers'][number]

/** Paper as it leaves the printer: the newest slides out of the slot, older slips lie beside it; each opens large. */
export function PaperTray({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTexts()
  const [largeMs, setLargeMs] = useState<number | null>(null)
  const [newest, ...older] = papers
  const large = papers.find(({ atMs }) => atMs === largeMs)
  if (!newest) return <p className="paper-tray paper-tray-empty">{t('floor.kiosk.noPaper')}</p>
  return (
    <div className="paper-tray">
      <button
        key={newest.atMs}
        type="button"
        className="paper paper-newest"
        aria-label={t('floor.kiosk.newestSlip')}
        onClick={() => setLargeMs(newest.atMs)}
      >
        <PaperPicture paper={newest} />
      </button>
      <div className="paper-older">
        {older.slice(0, 3).map((paper) => (
          <button
            key={paper.atMs}
            type="button"
            className="paper"
            aria-label={t('floor.kiosk.olderSlip')}
            onClick={() => setLargeMs(paper.atMs)}
          >
            <PaperPicture paper={paper} />
          </button>
        ))}
      </div>
      {large && (
        <Enlarged title={t('floor.kiosk.slip')} onClose={() => setLargeMs(null)}>
          <p className="paper-about">{t('floor.kiosk.slipAs')}</p>
          <div className="paper-large">
            <PaperPicture paper={large} />
          </div>
        </Enlarged>
      )}
    </div>
  )
}

/** The picture is an image of its own: nothing in it can run. */
function PaperPicture({ paper }: { paper: Paper }) {
  const { svg, text } = paper
  const url = useMemo(() => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, [svg])
  return <img src={url} alt={text} draggable={false} />
}
