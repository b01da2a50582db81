import { DeleteOutlined } from '@ant-design/icons'
import type { SlotRow } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Checkbox, Input, InputNumber } from 'antd'
import type { Problem } from './draft.ts'

/** One row of a plan: which days, from when to when, how long each slot, how many people. */
export function SlotPlanRow({
  row,
  n,
  may,
  wrong,
  put,
  remove,
}: {
  row: SlotRow
  n: number
  may: boolean
  wrong: Problem[]
  put: (row: SlotRow) => void
  remove: () => void
}) {
  const { t } = useTexts()
  const [problem] = wrong
  const said =
    problem?.said === 'order' || problem?.said === 'overlap'
      ? t(`appointments.plan.${problem.said}`)
      : t('appointments.plan.any')
  const time = (end: 'from' | 'to') => (
    <Input
      className="hall-time"
      inputMode="numeric"
      maxLength={5}
      disabled={!may}
      aria-label={`${t(`appointments.plan.${end}`)} ${n}`}
      value={row[end]}
      status={problem ? 'error' : ''}
      onChange={({ target }) => put({ ...row, [end]: target.value })}
    />
  )
  const number = (name: 'everyMinutes' | 'capacity', label: string) => (
    <span className="slot-plans-number">
      <InputNumber
        value={row[name]}
        disabled={!may}
        precision={0}
        aria-label={`${label} ${n}`}
        // An emptied field is wrong until it holds a number again, never silently 0.
        onChange={(value) => put({ ...row, [name]: value ?? Number.NaN })}
      />
      {label}
    </span>
  )
  return (
    <div className="slot-plans-row">
      <Checkbox.Group
        disabled={!may}
        value={row.weekdays}
        options={t('appointments.plan.weekdays')
          .split(' ')
          .map((label, i) => ({ label, value: i + 1 }))}
        onChange={(weekdays) => put({ ...row, weekdays: [...weekdays].sort() })}
      />
      <span className="slot-plans-times">
        {time('from')} – {time('to')}
      </span>
      {number('everyMinutes', t('appointments.plan.every'))}
      {number('capacity', t('appointments.plan.capacity'))}
      {may && <Button type="text" icon={<DeleteOutlined />} aria-label={t('hall.remove')} onClick={remove} />}
      {problem && (
        <p className="wrong" role="alert">
          {t('appointments.plan.wrong', { n, said })}
        </p>
      )}
    </div>
  )
}
