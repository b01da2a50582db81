import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, InputNumber, Select } from 'antd'
import { ProfileField } from './profile-field.tsx'

/** One bus carries many keypads: which address sits at which counter. */
export function KeypadsField({ at, counters }: { at: number; counters: { value: string; label: string }[] }) {
  const { t } = useTexts()
  return (
    <>
      <ProfileField at={at} />
      <Form.Item label={t('stations.keypads')} extra={t('stations.keypadsHelp')}>
        <Form.List name={[at, 'counters']}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="keypad-row">
                  <Form.Item
                    name={[name, 'address']}
                    rules={[{ required: true, message: t('stations.wrong.busAddress') }]}
                  >
                    <InputNumber
                      min={0}
                      max={255}
                      precision={0}
                      prefix={t('stations.busAddress')}
                      aria-label={t('stations.busAddress')}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'counterId']}
                    rules={[{ required: true, message: t('stations.wrong.counter') }]}
                  >
                    <Select options={counters} aria-label={t('stations.counter')} />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('hall.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              {rows.length < 64 && (
                <Button icon={<PlusOutlined />} onClick={() => add({ address: rows.length + 1 })}>
                  {t('stations.addKeypad')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  )
}
