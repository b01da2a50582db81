import type { GuideLine } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { mostFound } from '@jiaohao/core/items/search.ts'
import { promisedWords } from '@jiaohao/core/text/item-words.ts'
import { AccessibleSwitch } from '@jiaohao/screen/accessible-switch.tsx'
import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type ReactNode, useEffect, useState } from 'react'
import { Fields } from './fields.tsx'
import { Waiting } from './guide-home.tsx'
import { Samples } from './samples.tsx'
import { useRead } from './use-read.ts'
import './phone-guide.css'

type Place = { is: 'home' } | { is: 'department'; name: string } | { is: 'item'; id: string }

/** The guide 办事指南 on a phone, at home or in the hall: what to bring, without an account. The address names the place, so Back works. */
export function PhoneGuide() {
  const { t } = useTexts()
  const place = usePlace()
  const [words, setWords] = useState('')
  return (
    <div className="phone-guide">
      <header>
        {place.is !== 'home' && (
          <button type="button" onClick={() => history.back()}>
            ‹ {t('guide.back')}
          </button>
        )}
        <h1>{place.is === 'department' && place.name !== '' ? place.name : t('guide.title')}</h1>
        <LanguageButtons />
        <AccessibleSwitch />
      </header>
      <main>
        {place.is === 'item' && <Whole id={place.id} />}
        {place.is === 'department' && <Department name={place.name} />}
        {place.is === 'home' && (
          <>
            <p className="phone-guide-lead">{t('guide.phone.lead')}</p>
            <input
              type="search"
              value={words}
              maxLength={40}
              placeholder={t('guide.phone.search')}
              aria-label={t('guide.phone.search')}
              onChange={({ target }) => setWords(target.value)}
            />
            {words.trim() === '' ? <Home /> : <Found words={words} />}
          </>
        )}
      </main>
    </div>
  )
}

function Home() {
  const { t } = useTexts()
  const read = useRead(routes.guide)
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { total, departments, popular } = read.reply
  if (total === 0) return <p className="guide-note">{t('guide.empty')}</p>
  return (
    <>
      <h2>{t('guide.departments')}</h2>
      <nav className="phone-guide-departments">
        {departments.map(({ name, items }) => (
          <a key={name} href={`#d/${encodeURIComponent(name)}`}>
            <strong>{name === '' ? t('guide.others') : name}</strong>
            {t('guide.department', { count: items })}
          </a>
        ))}
      </nav>
      {popular.length > 0 && <h2>{t('guide.popular')}</h2>}
      <Lines lines={popular} />
    </>
  )
}

function Found({ words }: { words: string }) {
  const { t } = useTexts()
  const read = useRead(routes.guideItems, { query: { words, after: 0 } })
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { items } = read.reply
  if (items.length === 0) return <p className="guide-note">{t('guide.foundNone', { words })}</p>
  return <Lines lines={items} />
}

function Department({ name }: { name: string }) {
  const { t } = useTexts()
  const [pages, setPages] = useState(1)
  return (
    <>
      {Array.from({ length: pages }, (_, page) => (
        <DepartmentPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          key={page}
          name={name}
          after={page * mostFound}
          more={
            page === pages - 1
              ? () => (
                  <button type="button" className="phone-guide-more" onClick={() => setPages(pages + 1)}>
                    {t('guide.phone.more')}
                  </button>
                )
              : () => null
          }
        />
      ))}
    </>
  )
}

function DepartmentPage({ name, after, more }: { name: string; after: number; more: () => ReactNode }) {
  const read = useRead(routes.guideItems, { query: { words: '', department: name, after } })
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { items, total } = read.reply
  return (
    <>
      <Lines lines={items} />
      {after + items.length < total && more()}
    </>
  )
}

function Lines({ lines }: { lines: readonly GuideLine[] }) {
  const { t, language, nameOf } = useTexts()
  return (
    <ul className="phone-guide-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <a href={`#i/${line.id}`}>
            <strong>{nameOf(line)}</strong>
            <span>
              {[
                t(`guide.kind.${line.kind}`),
                ...(line.promised && line.promised.days > 0 ? [promisedWords(line.promised, language)] : []),
                line.department,
              ].join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Whole({ id }: { id: string }) {
  const { t, nameOf } = useTexts()
  const read = useRead(routes.guideItem, { params: { id } })
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const item = read.reply
  return (
    <>
      <h2 className="phone-guide-name">{nameOf(item)}</h2>
      <Fields item={item}>
        <Samples samples={item.samples} />
      </Fields>
      <p className="phone-guide-take">{t('guide.phone.take')}</p>
    </>
  )
}

/** `#d/人社局` a department, `#i/x7Kp` an item, anything else the beginning. */
function usePlace(): Place {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const read = () => {
      setHash(location.hash)
      scrollTo(0, 0)
    }
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const [, kind, rest = ''] = /^#([di])\/(.*)$/.exec(hash) ?? []
  if (kind === 'd') return { is: 'department', name: decoded(rest) }
  return kind === 'i' ? { is: 'item', id: rest } : { is: 'home' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (problem) {
    if (problem instanceof URIError) return ''
    throw problem
  }
}
