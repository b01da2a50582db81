import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import type { Service } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Select } from 'antd'
import { moved } from './moved.ts'

/** A list of services one can put in order with the keyboard as well; a form field's `value` and `onChange`. */
export function OrderedServices({
  services,
  value = [],
  onChange,
}: {
  services: readonly Service[]
  value?: string[]
  onChange?: (ids: string[]) => void
}) {
  const { t } = useTexts()
  const service = (id: string) => services.find((each) => each.id === id)
  const left = services.filter(({ id }) => !value.includes(id))
  return (
    <div className="ordered">
      <ol>
        {value.map((id, at) => (
          <li key={id}>
            <b>{service(id)?.prefix}</b>
            <span>{service(id)?.name ?? id}</span>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={t('hall.up')}
              disabled={at === 0}
              onClick={() => onChange?.(moved(value, at, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={t('hall.down')}
              disabled={at === value.length - 1}
              onClick={() => onChange?.(moved(value, at, 1))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('hall.remove')}
              onClick={() => onChange?.(value.filter((each) => each !== id))}
            />
          </li>
        ))}
      </ol>
      <Select
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t(left.length > 0 ? 'hall.counter.addService' : 'hall.counter.allServices')}
        disabled={left.length === 0}
        options={left.map(({ id, prefix, name }) => ({ value: id, label: `${prefix} ${name}` }))}
        onChange={(id: string | null) => id && onChange?.([...value, id])}
      />
      {left.length > 1 && (
        <Button type="link" onClick={() => onChange?.([...value, ...left.map(({ id }) => id)])}>
          {t('hall.counter.takeAll')}
        </Button>
      )}
    </div>
  )
}
