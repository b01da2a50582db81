import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { DestinationList } from './destination-list.tsx'
import { type Destination, destinations, matching, type Way } from './destinations.ts'
import { Panel } from './panel.tsx'
import type { Desk } from './use-desk.ts'
import './transfer-panel.css'

const presets = ['next', 'wrong', 'expert', 'help'] as const

/** 转移 (T5): type a few letters, Enter; reason, place in line and the way back have their usual answers. */
export function TransferPanel({ view, desk }: { view: CounterView; desk: Desk }) {
  const { t } = useTexts()
  const [way, setWay] = useState<Way>('service')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [serviceId, setServiceId] = useState(view.current?.serviceId ?? '')
  const [reason, setReason] = useState(t('counter.transfer.reasons.next'))
  const [place, setPlace] = useState<'head' | 'byTime' | 'after'>('head')
  const [after, setAfter] = useState(3)
  const [comeBack, setComeBack] = useState(false)
  const number = view.current?.number ?? ''
  const found = matching(destinations(view, way), typed)
  const to = found.find(({ id }) => id === chosen) ?? (typed ? found[0] : undefined)
  const ready = to !== undefined && reason.trim() !== ''

  const transfer = (event: FormEvent) => {
    event.preventDefault()
    if (!to || !ready) return
    desk.ask(
      {
        command: 'transfer',
        counterId: view.sign.counterId,
        target: to.target(serviceId),
        reason: reason.trim(),
        place: place === 'after' ? after : place,
        comeBack,
      },
      'transfer',
      { tone: 'did', text: t('counter.did.transferred', { number, where: whereText(to) }) },
    )
  }
  const whereText = ({ id, name }: Destination) =>
    way === 'service'
      ? t('counter.transfer.whereService', { name })
      : t('counter.transfer.whereCounter', { no: view.counters.find((each) => each.id === id)?.no ?? '' })

  return (
    <Panel title={t('counter.transfer.title', { number })} onClose={() => desk.open(null)}>
      <form className="transfer" onSubmit={transfer}>
        <Segmented
          block
          value={way}
          options={(['service', 'counter', 'clerk'] as const).map((each) => ({
            value: each,
            label: t(`counter.transfer.${each}`),
          }))}
          onChange={(next) => {
            setWay(next)
            setChosen(null)
            setTyped('')
          }}
        />
        <DestinationList
          key={way}
          hint={t(choose[way])}
          typed={typed}
          onTyped={setTyped}
          found={found}
          chosen={to?.id ?? null}
          onChoose={setChosen}
        />
        {way !== 'service' && (
          <label htmlFor="transfer-service">
            {t('counter.transfer.forService')}
            <Select
              id="transfer-service"
              value={serviceId}
              showSearch={{ optionFilterProp: 'label' }}
              options={view.services.map(({ id, name }) => ({ value: id, label: name, title: name }))}
              onChange={setServiceId}
              onKeyDown={(event) => event.stopPropagation()}
            />
          </label>
        )}
        <fieldset>
          <legend>{t('counter.transfer.reason')}</legend>
          <span className="transfer-reasons">
            {presets.map((preset) => {
              const text = t(`counter.transfer.reasons.${preset}`)
              return (
                <button
                  key={preset}
                  type="button"
                  aria-pressed={reason === text}
                  onClick={() => setReason(text)}
                >
                  {text}
                </button>
              )
            })}
          </span>
        </fieldset>
        <Input
          value={reason}
          maxLength={60}
          aria-label={t('counter.transfer.reason')}
          placeholder={t('counter.transfer.otherReason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="panel-row">
          <Segmented
            block
            value={place}
            options={(['head', 'after', 'byTime'] as const).map((each) => ({
              value: each,
              label: t(`counter.transfer.${each}`),
            }))}
            onChange={setPlace}
          />
          {place === 'after' && (
            <InputNumber
              min={1}
              max={50}
              value={after}
              aria-label={t('counter.transfer.afterHow', { count: after })}
              onChange={(next) => setAfter(next ?? 1)}
            />
          )}
        </div>
        <Checkbox checked={comeBack} onChange={(event) => setComeBack(event.target.checked)}>
          {t('counter.transfer.comeBack')}
        </Checkbox>
        <Button type="primary" size="large" htmlType="submit" disabled={!ready}>
          {to ? `${t('counter.transfer.confirm')} → ${to.name}` : t('counter.transfer.missing')}
        </Button>
      </form>
    </Panel>
  )
}

const choose = {
  service: 'counter.transfer.chooseService',
  counter: 'counter.transfer.chooseCounter',
  clerk: 'counter.transfer.chooseClerk',
} as const
