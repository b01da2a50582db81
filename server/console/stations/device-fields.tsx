import { DeleteOutlined } from '@ant-design/icons'
import { Device } from '@jiaohao/core/contract/station.ts'
import type { Zone } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { ruleOf } from '../hall/field-rule.ts'
import { BrightnessField } from './brightness-field.tsx'
import { KeypadsField } from './keypads-field.tsx'
import { SpeakerFields } from './speaker-fields.tsx'

const [printer, , led, , idReader] = Device.options
/** What an address looks like for each kind, to copy and adapt. */
const example: Record<Device['kind'], string> = {
  printer: 'tcp://192.168.1.50:9100',
  keypads: 'serial:///dev/ttyUSB0?baud=9600',
  led: 'tcp://192.168.1.60:5005',
  speaker: 'player:',
  idReader: 'serial:///dev/ttyUSB2?baud=115200',
  scanner: 'serial:///dev/ttyACM0?baud=9600',
}

/** One device: its address, and what only its kind needs. */
export function DeviceFields({
  at,
  kind,
  counters,
  zones,
  remove,
}: {
  at: number
  kind: Device['kind']
  counters: { value: string; label: string }[]
  zones: readonly Zone[]
  remove: () => void
}) {
  const { t } = useTexts()
  return (
    <fieldset className="device-fields">
      <legend>{t(`stations.deviceKinds.${kind}`)}</legend>
      <Button
        className="device-fields-remove"
        icon={<DeleteOutlined />}
        aria-label={t('stations.removeDevice', { device: t(`stations.deviceKinds.${kind}`) })}
        onClick={remove}
      />
      <Form.Item
        name={[at, 'address']}
        label={t('stations.address')}
        extra={t(`stations.addressHelp.${kind}`)}
        rules={[
          kind === 'idReader' || kind === 'scanner'
            ? ruleOf(idReader.shape.address, t('stations.wrong.lineAddress'))
            : ruleOf(printer.shape.address, t('stations.wrong.address')),
        ]}
      >
        <Input placeholder={example[kind]} spellCheck={false} />
      </Form.Item>
      {kind === 'printer' && (
        <Form.Item name={[at, 'columns']} label={t('stations.paper')}>
          <Select
            options={[
              { value: 48, label: t('stations.paper80') },
              { value: 32, label: t('stations.paper58') },
            ]}
          />
        </Form.Item>
      )}
      {kind === 'led' && (
        <div className="device-fields-pairs">
          <Form.Item
            name={[at, 'counterId']}
            label={t('stations.counter')}
            rules={[{ required: true, message: t('stations.wrong.counter') }]}
          >
            <Select options={counters} />
          </Form.Item>
          <Form.Item name={[at, 'card']} label={t('stations.card')}>
            <Select
              options={led.shape.card.unwrap().options.map((value) => ({
                value,
                label: t(`stations.cards.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name={[at, 'widthPx']} label={t('stations.widthPx')} rules={[{ required: true }]}>
            <InputNumber min={16} max={1024} precision={0} />
          </Form.Item>
          <Form.Item name={[at, 'heightPx']} label={t('stations.heightPx')} rules={[{ required: true }]}>
            <InputNumber min={8} max={256} precision={0} />
          </Form.Item>
        </div>
      )}
      {kind === 'led' && <BrightnessField at={at} />}
      {kind === 'speaker' && <SpeakerFields at={at} zones={zones} />}
      {kind === 'keypads' && <KeypadsField at={at} counters={counters} />}
    </fieldset>
  )
}
