import { routes } from '@jiaohao/core/contract/routes.ts'
import { mostFound } from '@jiaohao/core/items/search.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { ByButtons } from '../by-buttons.tsx'
import type { Choosable, Chosen } from './chosen.ts'
import { GuideLines } from './guide-lines.tsx'
import { LetterKeys } from './letter-keys.tsx'
import { useRead } from './use-read.ts'

/** Where looking something up begins: initials, departments, and what most people come for. */
export function GuideHome({
  typed,
  chosen,
  onType,
  onDepartment,
  onRead,
}: {
  typed: string
  chosen: Chosen
  onType(typed: string): void
  onDepartment(name: string): void
  onRead(item: Choosable): void
}) {
  const { t } = useTexts()
  return (
    <>
      <p className="guide-typed" data-typed={typed !== ''} aria-live="polite">
        {typed === '' ? t('guide.typed') : [...typed].join(' ')}
      </p>
      <ByButtons key={typed === '' ? 'home' : 'found'}>
        {typed === '' ? (
          <Home chosen={chosen} onDepartment={onDepartment} onRead={onRead} />
        ) : (
          <Found words={typed} chosen={chosen} onRead={onRead} />
        )}
      </ByButtons>
      <LetterKeys typed={typed} onType={onType} />
    </>
  )
}

function Home({
  chosen,
  onDepartment,
  onRead,
}: {
  chosen: Chosen
  onDepartment(name: string): void
  onRead(item: Choosable): void
}) {
  const { t } = useTexts()
  const read = useRead(routes.guide)
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { total, departments, popular } = read.reply
  if (total === 0) return <p className="guide-note">{t('guide.empty')}</p>
  return (
    <>
      <h3 className="guide-head">{t('guide.departments')}</h3>
      <div className="guide-departments">
        {departments.map(({ name, items }) => (
          <button key={name} type="button" onClick={() => onDepartment(name)}>
            <strong>{name === '' ? t('guide.others') : name}</strong>
            <span>{t('guide.department', { count: items })}</span>
          </button>
        ))}
      </div>
      {popular.length > 0 && (
        <>
          <h3 className="guide-head">{t('guide.popular')}</h3>
          <GuideLines lines={popular} chosen={chosen} onRead={onRead} />
        </>
      )}
    </>
  )
}

function Found({ words, chosen, onRead }: { words: string; chosen: Chosen; onRead(item: Choosable): void }) {
  const { t } = useTexts()
  const read = useRead(routes.guideItems, { query: { words, after: 0 } })
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { items, total } = read.reply
  if (items.length === 0) return <p className="guide-note">{t('guide.foundNone', { words })}</p>
  return (
    <>
      <h3 className="guide-head">{t('guide.found', { count: Math.min(total, mostFound) })}</h3>
      <GuideLines lines={items} chosen={chosen} onRead={onRead} />
    </>
  )
}

export function Waiting({ failed }: { failed: boolean }) {
  const { t } = useTexts()
  return (
    <p className="guide-note" role="status">
      {t(failed ? 'guide.failed' : 'guide.loading')}
    </p>
  )
}
