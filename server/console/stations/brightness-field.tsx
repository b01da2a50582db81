import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { mostSteps, stepFrom } from '@jiaohao/core/contract/day-steps.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, InputNumber } from 'antd'
import { ruleOf } from '../hall/field-rule.ts'

/** How bright a strip is from which time of the day on; none leaves it as its card has it. */
export function BrightnessField({ at }: { at: number }) {
  const { t } = useTexts()
  return (
    <Form.Item label={t('stations.brightness')} extra={t('stations.brightnessHelp')}>
      <Form.List name={[at, 'brightness']}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="brightness-row">
                <Form.Item name={[name, 'from']} rules={[ruleOf(stepFrom, t('stations.wrong.from'))]}>
                  <Input
                    inputMode="numeric"
                    maxLength={5}
                    placeholder="08:00"
                    suffix={t('stations.onwards')}
                    aria-label={t('stations.brightnessFrom', { n: name + 1 })}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'level']}
                  rules={[{ required: true, message: t('stations.wrong.level') }]}
                >
                  <InputNumber
                    min={1}
                    max={16}
                    precision={0}
                    suffix="/ 16"
                    aria-label={t('stations.brightnessLevel', { n: name + 1 })}
                  />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('hall.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {rows.length < mostSteps && (
              <Button
                icon={<PlusOutlined />}
                onClick={() =>
                  add(rows.length === 0 ? { from: '08:00', level: 14 } : { from: '18:00', level: 5 })
                }
              >
                {t('stations.addBrightness')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
