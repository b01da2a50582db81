import type { ItemFile } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Tag } from 'antd'
import { useDoing } from '../doing.ts'
import { useHallClock } from '../hall-names.tsx'
import { useWho } from '../who.ts'
import { itemChanges } from './item-changes.ts'

/** Everything ever published of an item, newest first, each with what it changed. */
export function ItemVersions({ file, may, again }: { file: ItemFile; may: boolean; again: () => void }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { who } = useWho()
  const { busy, run } = useDoing()
  if (file.versions.length === 0) return <Empty description={t('items.versions.none')} />
  const restore = async (version: number) => {
    const outcome = await run(
      routes.restoreItem,
      { params: { id: file.id, version }, body: { revision: file.revision } },
      t('items.versions.restored', { version }),
    )
    if ('done' in outcome) again()
  }
  return (
    <ol className="items-versions">
      {file.versions.map(({ version, item, publishedAtMs, publishedBy, withdrawnBy }, i) => (
        <li key={version}>
          <header>
            <strong>{t('items.versions.version', { version })}</strong>
            {file.inForce === version && <Tag color="blue">{t('items.versions.now')}</Tag>}
            {withdrawnBy !== null && <Tag>{t('items.versions.withdrawn', { who: who(withdrawnBy) })}</Tag>}
            <span className="quiet">
              {item.untilDay === null
                ? t('items.versions.days', { from: item.fromDay })
                : t('items.versions.daysUntil', { from: item.fromDay, until: item.untilDay })}
              {' · '}
              {t('items.versions.by', { who: who(publishedBy), at: clock.dayAndMinute(publishedAtMs) })}
            </span>
            {may && (
              <Button type="link" className="bar-end" disabled={busy} onClick={() => void restore(version)}>
                {t('items.versions.restore')}
              </Button>
            )}
          </header>
          <Changes before={file.versions[i + 1]?.item} after={item} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ before, after }: { before: Item | undefined; after: Item }) {
  const { t, language } = useTexts()
  if (!before) return <p className="quiet">{t('items.versions.first')}</p>
  const changes = itemChanges(before, after, language)
  if (changes.length === 0) return <p className="quiet">{t('items.versions.same')}</p>
  const words = (field: string) => {
    const own = t(`items.${field}`)
    return own === `items.${field}` ? t(`items.form.${field}`) : own
  }
  return (
    <table className="items-diff">
      <thead>
        <tr>
          <th />
          <th>{t('items.versions.before')}</th>
          <th>{t('items.versions.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th>{words(change.field)}</th>
            <td>
              <del>{change.before || t('items.versions.nothing')}</del>
            </td>
            <td>
              <ins>{change.after || t('items.versions.nothing')}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
