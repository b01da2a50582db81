import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import type { SlipPart } from '@jiaohao/core/text/slip-template.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input, Segmented } from 'antd'

/** One part of the slip: what it is, how large, its words where they are the hall's own, and its place. */
export function SlipPartRow({
  part,
  first,
  last,
  may,
  wrong,
  put,
  move,
  remove,
}: {
  part: SlipPart
  first: boolean
  last: boolean
  may: boolean
  wrong: boolean
  put: (part: SlipPart) => void
  move: (by: -1 | 1) => void
  /** Undefined for the number: a slip without it is none. */
  remove: (() => void) | undefined
}) {
  const { t } = useTexts()
  const name = t(`hall.slip.part.${part.part}`)
  return (
    <li>
      <span className="slip-part-name">{name}</span>
      <div className="slip-part-how">
        <SizeOf part={part} may={may} put={put} />
        {part.part === 'line' && (
          <>
            <Input
              value={part.zh}
              disabled={!may}
              status={wrong ? 'error' : ''}
              placeholder={t('hall.slip.lineZh')}
              aria-label={t('hall.slip.lineZh')}
              onChange={({ target }) => put({ ...part, zh: target.value })}
            />
            <Input
              value={part.en}
              disabled={!may}
              placeholder={t('hall.slip.lineEn')}
              aria-label={t('hall.slip.lineEn')}
              onChange={({ target }) => put({ ...part, en: target.value })}
            />
            {wrong && (
              <p className="wrong" role="alert">
                {t('hall.wrong.zh')}
              </p>
            )}
          </>
        )}
      </div>
      {may && (
        <div className="slip-part-acts">
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={`${t('hall.up')} ${name}`}
            disabled={first}
            onClick={() => move(-1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={`${t('hall.down')} ${name}`}
            disabled={last}
            onClick={() => move(1)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('hall.remove')} ${name}`}
            disabled={!remove}
            onClick={remove}
          />
        </div>
      )}
    </li>
  )
}

function SizeOf({ part, may, put }: { part: SlipPart; may: boolean; put: (part: SlipPart) => void }) {
  const { t } = useTexts()
  const named = (sizes: readonly number[]) =>
    sizes.map((size) => ({ value: size, label: t('hall.slip.size', { size }) }))
  switch (part.part) {
    case 'number':
      return (
        <Segmented
          size="small"
          disabled={!may}
          value={part.size}
          options={named([2, 3, 4])}
          onChange={(size) => put({ ...part, size: size as 2 | 3 | 4 })}
        />
      )
    case 'service':
      return (
        <Segmented
          size="small"
          disabled={!may}
          value={part.size}
          options={named([1, 2])}
          onChange={(size) => put({ ...part, size: size as 1 | 2 })}
        />
      )
    case 'line':
      return (
        <span className="slip-part-look">
          <Segmented
            size="small"
            disabled={!may}
            value={part.size}
            options={named([1, 2])}
            onChange={(size) => put({ ...part, size: size as 1 | 2 })}
          />
          <Segmented
            size="small"
            disabled={!may}
            value={part.align}
            options={[
              { value: 'centre', label: t('hall.slip.centre') },
              { value: 'left', label: t('hall.slip.left') },
            ]}
            onChange={(align) => put({ ...part, align: align as 'left' | 'centre' })}
          />
        </span>
      )
    default:
      return null
  }
}
