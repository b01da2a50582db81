import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popconfirm, Popover } from 'antd'
import { useChangeWords } from './change-words.ts'
import { changesOf } from './changes.ts'

/** Says how much is unsaved and what, and saves it; a hall with a wrong field cannot be saved. */
export function SaveBar({
  before,
  after,
  wrong,
  busy,
  save,
  discard,
}: {
  before: HallSetUp
  after: HallSetUp
  /** Fields this page knows to be wrong. */
  wrong: number
  busy: boolean
  save: () => void
  discard: () => void
}) {
  const { t } = useTexts()
  const words = useChangeWords()
  const changes = changesOf(before, after)
  return (
    <div className="save-bar" role="status">
      <strong>{t('hall.unsaved', { n: changes.length })}</strong>
      <Popover
        trigger={['click']}
        title={t('hall.whatChanges')}
        content={
          <ul className="save-bar-changes">
            {changes.map((change) => (
              <li key={`${change.where} ${change.id}`}>{words(change)}</li>
            ))}
          </ul>
        }
      >
        <Button type="link">{t('hall.showChanges')}</Button>
      </Popover>
      {wrong > 0 && <span className="wrong">{t('hall.fixFirst', { n: wrong })}</span>}
      <span className="bar-end" />
      <Popconfirm
        title={t('hall.discardAsk', { n: changes.length })}
        okText={t('hall.discard')}
        okButtonProps={{ danger: true }}
        onConfirm={discard}
      >
        <Button disabled={busy}>{t('hall.discard')}</Button>
      </Popconfirm>
      <Button type="primary" onClick={save} loading={busy} disabled={wrong > 0}>
        {t('hall.save')}
      </Button>
    </div>
  )
}
