import { routes } from '@jiaohao/core/contract/routes.ts'
import { promisedWords } from '@jiaohao/core/text/item-words.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { ByButtons } from '../by-buttons.tsx'
import { useSpoken } from '../use-spoken.ts'
import type { Chosen } from './chosen.ts'
import { Fields } from './fields.tsx'
import { Waiting } from './guide-home.tsx'
import { Samples } from './samples.tsx'
import { useRead } from './use-read.ts'

/** One item whole, before a number is taken for it. */
export function GuideItemPage({ id, chosen }: { id: string; chosen: Chosen }) {
  const { t, language, nameOf } = useTexts()
  const read = useRead(routes.guideItem, { params: { id } })
  const item = read.is === 'here' ? read.reply : null
  const name = item ? nameOf(item) : ''
  const promised = item?.promised ? promisedWords(item.promised, language) : ''
  useSpoken(item ? t('guide.spoken.item', { name, promised, fee: item.fee }) : '')
  if (!item) return <Waiting failed={read.is === 'failed'} />
  const can = chosen.can(item)
  return (
    <>
      <div className="guide-item-head">
        <h3>
          {name}
          <span className={`guide-kind guide-kind-${item.kind}`}>{t(`guide.kind.${item.kind}`)}</span>
        </h3>
        <button
          type="button"
          className="guide-choose"
          aria-pressed={can === 'chosen'}
          disabled={can === 'apart' || can === 'full'}
          onClick={() => chosen.toggle(item)}
        >
          {can === 'yes' ? t('guide.choose') : t(`guide.${can}`)}
        </button>
      </div>
      <ByButtons>
        <Fields item={item}>
          <Samples samples={item.samples} />
        </Fields>
      </ByButtons>
    </>
  )
}
