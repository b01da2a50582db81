import { PlusOutlined } from '@ant-design/icons'
import type { Device } from '@jiaohao/core/contract/station.ts'
import type { Zone } from '@jiaohao/core/queue/hall.ts'
import { usualLanguage } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Dropdown, Form } from 'antd'
import { newId } from '../hall/new-id.ts'
import { DeviceFields } from './device-fields.tsx'

/** The devices such a station drives, the usual one first. */
const usual = {
  kiosk: ['printer', 'idReader', 'scanner'],
  window: ['keypads', 'led'],
  display: ['speaker'],
} as const

const fresh = (kind: Device['kind'], counterId: string): object => {
  const device = { id: newId('d'), kind, address: kind === 'speaker' ? 'player:' : '' }
  switch (kind) {
    case 'printer':
      return { ...device, columns: 48 }
    case 'keypads':
      return { ...device, counters: [{ address: 1, counterId }], profile: 'ff68' }
    case 'led':
      return { ...device, counterId, card: 'onbon', widthPx: 128, heightPx: 32, brightness: [] }
    case 'idReader':
    case 'scanner':
      return device
    case 'speaker':
      return {
        ...device,
        ...{ zoneId: '', voice: '', board: 'syn6288', languages: [usualLanguage], one: '一', loudness: [] },
      }
  }
}

/** Part of the station's form: its list of devices. */
export function DevicesField({
  kind,
  counters,
  zones,
}: {
  kind: keyof typeof usual
  counters: { value: string; label: string }[]
  zones: readonly Zone[]
}) {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  return (
    <Form.Item label={t('stations.devices')}>
      <Form.List name="devices">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 && <p className="quiet stations-none">{t('stations.noDevicesYet')}</p>}
            {rows.map(({ key, name }) => (
              <DeviceFields
                key={key}
                at={name}
                kind={form.getFieldValue(['devices', name, 'kind']) as Device['kind']}
                counters={counters}
                zones={zones}
                remove={() => remove(name)}
              />
            ))}
            <Dropdown
              trigger={['click']}
              menu={{
                items: usual[kind].map((each) => ({ key: each, label: t(`stations.deviceKinds.${each}`) })),
                onClick: ({ key }) => add(fresh(key as Device['kind'], counters[0]?.value ?? '')),
              }}
            >
              <Button icon={<PlusOutlined />}>{t('stations.addDevice')}</Button>
            </Dropdown>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
