import { plainParts, type SlipPart, usualSlip } from '@jiaohao/core/text/slip-template.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Select } from 'antd'
import { same } from './changes.ts'
import { problemsIn } from './draft.ts'
import { moved } from './moved.ts'
import type { Part } from './part.ts'
import { SlipLogo } from './slip-logo.tsx'
import { SlipPartRow } from './slip-part-row.tsx'
import { SlipPreview } from './slip-preview.tsx'
import './slip.css'

/** How the hall's slip is laid out, with the paper beside it as it would come out. */
export function Slip({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const { parts, logo } = hall.slip
  const putParts = (next: SlipPart[]) => change({ ...hall, slip: { ...hall.slip, parts: next } })
  const used = new Set(parts.map(({ part }) => part))
  const addable = [...plainParts, 'service', 'line'] as const
  const left = addable.filter((part) => part === 'line' || part === 'rule' || !used.has(part))
  return (
    <div className="slip-page">
      <div>
        <p className="quiet">{t('hall.slip.help')}</p>
        <ol className="slip-parts">
          {keyed(parts).map(({ key, part }, at) => (
            <SlipPartRow
              key={key}
              part={part}
              first={at === 0}
              last={at === parts.length - 1}
              may={may}
              wrong={problemsIn(problems, `slip.parts.${at}`).length > 0}
              put={(next) => putParts(parts.map((each, i) => (i === at ? next : each)))}
              move={(by) => putParts(moved(parts, at, by))}
              remove={part.part === 'number' ? undefined : () => putParts(parts.filter((_, i) => i !== at))}
            />
          ))}
        </ol>
        {may && (
          <div className="slip-add">
            <Select
              value={null}
              placeholder={t('hall.slip.add')}
              disabled={parts.length >= 40}
              options={left.map((part) => ({ value: part, label: t(`hall.slip.part.${part}`) }))}
              onChange={(part: (typeof left)[number] | null) => part && putParts([...parts, fresh(part)])}
            />
            <Button disabled={same(parts, usualSlip.parts)} onClick={() => putParts(usualSlip.parts)}>
              {t('hall.slip.usual')}
            </Button>
          </div>
        )}
        <h3>{t('hall.slip.part.logo')}</h3>
        <p className="quiet">{t(used.has('logo') ? 'hall.slip.logoHelp' : 'hall.slip.logoUnused')}</p>
        <SlipLogo
          logo={logo}
          may={may}
          put={(next) => {
            const shown = next && !used.has('logo') ? [{ part: 'logo' } as const, ...parts] : parts
            change({ ...hall, slip: { parts: shown, logo: next } })
          }}
        />
      </div>
      <SlipPreview hall={hall} />
    </div>
  )
}

/** Rules and lines may stand more than once: told apart by which of their kind they are. */
function keyed(parts: readonly SlipPart[]): { key: string; part: SlipPart }[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const nth = (seen.get(part.part) ?? 0) + 1
    seen.set(part.part, nth)
    return { key: `${part.part}${nth}`, part }
  })
}

function fresh(part: (typeof plainParts)[number] | 'service' | 'line'): SlipPart {
  switch (part) {
    case 'service':
      return { part, size: 2 }
    case 'line':
      return { part, zh: '', en: '', align: 'centre', size: 1 }
    default:
      return { part }
  }
}
