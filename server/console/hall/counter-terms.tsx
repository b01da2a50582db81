import type { Counter, Service } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { InputNumber } from 'antd'

type Terms = Counter['terms']

const usual = { weight: 1, afterMinutes: 0 }

/** Of each service worked at a counter: its weight, and after how long a wait this counter helps out; a form field's `value` and `onChange`. */
export function CounterTerms({
  services,
  serviceIds,
  weighted,
  value = [],
  onChange,
}: {
  services: readonly Service[]
  serviceIds: readonly string[]
  weighted: boolean
  value?: Terms
  onChange?: (terms: Terms) => void
}) {
  const { t } = useTexts()
  const of = (serviceId: string) =>
    value.find((each) => each.serviceId === serviceId) ?? { serviceId, ...usual }
  /** Terms that say nothing, or of a service no longer worked here, are not kept. */
  const put = (next: Terms[number]) => {
    const others = serviceIds.map(of).filter(({ serviceId }) => serviceId !== next.serviceId)
    onChange?.([...others, next].filter(({ weight, afterMinutes }) => weight !== 1 || afterMinutes !== 0))
  }
  return (
    <ul className="hall-rows">
      {serviceIds.map((serviceId) => {
        const service = services.find(({ id }) => id === serviceId)
        const name = service?.name ?? serviceId
        const now = of(serviceId)
        return (
          <li key={serviceId}>
            <span className="counter-term">{name}</span>
            {weighted && (
              <InputNumber
                min={1}
                max={10}
                precision={0}
                value={now.weight}
                prefix={t('hall.counter.weight')}
                aria-label={t('hall.counter.weightOf', { name })}
                onChange={(weight) => put({ ...now, weight: weight ?? 1 })}
              />
            )}
            <InputNumber
              min={0}
              max={240}
              precision={0}
              value={now.afterMinutes}
              prefix={t('hall.counter.after')}
              suffix={t('hall.counter.minutes')}
              aria-label={t('hall.counter.afterOf', { name })}
              onChange={(afterMinutes) => put({ ...now, afterMinutes: afterMinutes ?? 0 })}
            />
          </li>
        )
      })}
    </ul>
  )
}
