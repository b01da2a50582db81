import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { isBoard, speakerFields } from '@jiaohao/core/contract/speaker.ts'
import type { Zone } from '@jiaohao/core/queue/hall.ts'
import { fileOf, languages, usualLanguage } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, Select } from 'antd'

/** One language alone, or one after another. */
const languageOrders = languages.flatMap((first) => [
  [first],
  ...languages.filter((id) => id !== first).map((second) => [first, second]),
])
const gains = [0, 0.25, 0.5, 0.75, 1]
const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** How a loudspeaker of a zone speaks: where, in what languages, and how loud at what time of day. */
export function SpeakerFields({ at, zones }: { at: number; zones: readonly Zone[] }) {
  const { t } = useTexts()
  const address: unknown = Form.useWatch(['devices', at, 'address'])
  const percent = (gain: number) =>
    gain === 0 ? t('stations.quietGain') : t('stations.gain', { n: Math.round(gain * 100) })
  return (
    <>
      <div className="device-fields-pairs">
        <Form.Item name={[at, 'zoneId']} label={t('stations.speaksFor')}>
          <Select
            options={[
              { value: '', label: t('stations.wholeHall') },
              ...zones.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form.Item>
        {typeof address === 'string' && isBoard(address) ? (
          <Form.Item name={[at, 'board']} label={t('stations.board')} extra={t('stations.boardHelp')}>
            <Select
              options={speakerFields.board.unwrap().options.map((value) => ({
                value,
                label: t(`stations.boards.${value}`),
              }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name={[at, 'voice']} label={t('stations.voice')} extra={t('stations.voiceHelp')}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item
          name={[at, 'languages']}
          label={t('stations.languages')}
          getValueProps={(value: readonly string[] = [usualLanguage]) => ({ value: value.join(',') })}
          normalize={(value: string) => value.split(',')}
        >
          <Select
            options={languageOrders.map((order) => ({
              value: order.join(','),
              label: order.map((id) => fileOf(id).name).join(t('stations.andThen')),
            }))}
          />
        </Form.Item>
        <Form.Item name={[at, 'one']} label={t('stations.one')}>
          <Select
            options={speakerFields.one.unwrap().options.map((value) => ({
              value,
              label: t(`stations.ones.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('stations.loudness')} extra={t('stations.loudnessHelp')}>
        <Form.List name={[at, 'loudness']}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="loudness-row">
                  <Form.Item
                    name={[name, 'from']}
                    rules={[{ required: true, pattern: time, message: t('stations.wrong.from') }]}
                  >
                    <Input
                      inputMode="numeric"
                      maxLength={5}
                      placeholder="08:00"
                      suffix={t('stations.onwards')}
                      aria-label={t('stations.loudnessFrom', { n: name + 1 })}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'gain']}>
                    <Select
                      aria-label={t('stations.loudnessGain', { n: name + 1 })}
                      options={gains.map((value) => ({ value, label: percent(value) }))}
                      labelRender={({ value }) => percent(Number(value))}
                    />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('hall.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              {rows.length < 12 && (
                <Button
                  icon={<PlusOutlined />}
                  onClick={() =>
                    add(rows.length === 0 ? { from: '08:00', gain: 1 } : { from: '18:00', gain: 0 })
                  }
                >
                  {t('stations.addLoudness')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Form.Item>
    </>
  )
}
