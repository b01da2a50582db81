import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Service } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, InputNumber } from 'antd'
import { ruleOf } from './field-rule.ts'

const { shape } = Service.shape.quota.unwrap()
const span = shape.slots.element.shape
const mostSpans = 24

/** How many numbers a service gives: in a day, in a session, and in spans of the day; empty is no limit. */
export function QuotaFields() {
  const { t } = useTexts()
  const number = (name: 'day' | 'session') => (
    <Form.Item name={['quota', name]} label={t(`hall.service.quota.${name}`)}>
      <InputNumber
        min={0}
        max={100_000}
        precision={0}
        placeholder={t('hall.service.quota.noLimit')}
        suffix={t('hall.service.quota.numbers')}
      />
    </Form.Item>
  )
  const time = (name: number, end: 'from' | 'to') => (
    <Form.Item name={[name, end]} rules={[ruleOf(span[end], t('hall.wrong.time'))]}>
      <Input
        className="hall-time"
        maxLength={5}
        placeholder={end === 'from' ? '09:00' : '10:00'}
        aria-label={t(`hall.sessions.${end}`, { n: name + 1 })}
      />
    </Form.Item>
  )
  return (
    <>
      {number('day')}
      {number('session')}
      <Form.Item label={t('hall.service.quota.slots')} extra={t('hall.service.quota.slotsHelp')}>
        <Form.List name={['quota', 'slots']}>
          {(rows, { add, remove }, { errors }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="hall-line">
                  {time(name, 'from')}
                  {time(name, 'to')}
                  <Form.Item name={[name, 'most']} rules={[ruleOf(span.most, t('hall.wrong.most'))]}>
                    <InputNumber
                      min={0}
                      max={100_000}
                      precision={0}
                      suffix={t('hall.service.quota.numbers')}
                      aria-label={t('hall.service.quota.most', { n: name + 1 })}
                    />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('hall.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Form.ErrorList errors={errors} />
              {rows.length < mostSpans && (
                <Button icon={<PlusOutlined />} onClick={() => add({ from: '', to: '', most: 20 })}>
                  {t('hall.service.quota.add')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  )
}
