import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Service, type Zone } from '@jiaohao/core/queue/hall.ts'
import { languages } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, Radio, Select, Switch } from 'antd'
import type { Problem } from './draft.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { ruleOf } from './field-rule.ts'
import { QuotaFields } from './quota-fields.tsx'
import { WordingField } from './wording-field.tsx'

const { shape } = Service

/** One service: its names, its letter, where it is worked, and what citizens are told to bring. */
export function ServiceForm({
  service,
  zones,
  problems,
  close,
  put,
}: {
  service: Service
  zones: readonly Zone[]
  problems: Problem[]
  close: () => void
  put: (service: Service) => void
}) {
  const { t } = useTexts()
  const [form] = Form.useForm<Service>()
  const field = (name: 'name' | 'nameEn' | 'department' | 'prefix') => ({
    name,
    label: t(`hall.service.${name}`),
    rules: [ruleOf(shape[name], t(`hall.wrong.${name}`))],
  })
  return (
    <EditDrawer
      title={t(service.name ? 'hall.service.editTitle' : 'hall.service.add', { name: service.name })}
      form={form}
      values={service}
      problems={problems}
      close={close}
      put={(values) =>
        put(
          Service.parse({
            ...service,
            ...values,
            bring: (values.bring ?? []).filter((line) => line?.trim()),
          }),
        )
      }
    >
      <Form.Item {...field('name')} extra={t('hall.service.nameHelp')}>
        <Input showCount={{ formatter: ({ value }) => `${[...value].length} / 40` }} autoFocus />
      </Form.Item>
      <Form.Item {...field('nameEn')} extra={t('hall.service.nameEnHelp')}>
        <Input />
      </Form.Item>
      <Form.Item
        {...field('prefix')}
        extra={t('hall.service.prefixHelp')}
        normalize={(text: string) => text.toUpperCase()}
      >
        <Input className="hall-short" maxLength={2} />
      </Form.Item>
      <Form.Item {...field('department')}>
        <Input />
      </Form.Item>
      <Form.Item
        name="zoneId"
        label={t('hall.zone')}
        rules={[ruleOf(shape.zoneId, t('hall.wrong.zoneId'))]}
        extra={t('hall.service.zoneHelp')}
      >
        <Select options={zones.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="open"
        label={t('hall.service.open')}
        valuePropName="checked"
        extra={t('hall.service.openHelp')}
      >
        <Switch checkedChildren={t('hall.service.isOpen')} unCheckedChildren={t('hall.service.isShut')} />
      </Form.Item>
      <Form.Item name="identity" label={t('hall.service.identity')} extra={t('hall.service.identityHelp')}>
        <Radio.Group
          options={shape.identity.unwrap().options.map((value) => ({
            value,
            label: t(`hall.service.identities.${value}`),
          }))}
        />
      </Form.Item>
      <QuotaFields />
      {languages.map((language) => (
        <WordingField key={language} language={language} />
      ))}
      <Form.Item label={t('hall.service.bring')} extra={t('hall.service.bringHelp')}>
        <Form.List name="bring">
          {(lines, { add, remove }) => (
            <>
              {lines.map(({ key, name }) => (
                <div key={key} className="hall-line">
                  <Form.Item
                    name={name}
                    noStyle={false}
                    rules={[ruleOf(shape.bring.unwrap().element, t('hall.wrong.bring'))]}
                  >
                    <Input aria-label={t('hall.service.bringLine', { n: name + 1 })} />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('hall.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              {lines.length < 20 && (
                <Button icon={<PlusOutlined />} onClick={() => add('')}>
                  {t('hall.service.bringAdd')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Form.Item>
    </EditDrawer>
  )
}
