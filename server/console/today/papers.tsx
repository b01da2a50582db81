import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { Panel } from '../panel.tsx'
import { useDeviceWords } from '../stations/device-words.ts'

/** Numbers whose paper failed: the citizen may stand before the kiosk with nothing in hand. */
export function Papers({ papers }: { papers: TodayView['papers'] }) {
  const { t } = useTexts()
  const { deviceState } = useDeviceWords()
  return (
    <Panel title={t('today.papers')}>
      <ul className="today-papers">
        {papers.map(({ number, slip, why }) => (
          <li key={number}>
            <TicketNumber number={number} />
            <span>
              {t(slip === 'failed' ? 'today.paperFailed' : 'today.paperUnknown')}
              {why && ` · ${deviceState(why)}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('today.papersHelp')}</p>
    </Panel>
  )
}
