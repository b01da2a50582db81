import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Journey } from '@jiaohao/core/queue/journey.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, Select, Switch } from 'antd'
import type { Problem } from './draft.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { ruleOf } from './field-rule.ts'

/** One journey: its name, the letters of its numbers, and the services of each step. */
export function JourneyForm({
  journey,
  hall,
  problems,
  close,
  put,
}: {
  journey: Journey
  hall: HallSetUp
  problems: Problem[]
  close: () => void
  put: (journey: Journey) => void
}) {
  const { t } = useTexts()
  const [form] = Form.useForm<Journey>()
  const taken = [...hall.services, ...hall.journeys.filter(({ id }) => id !== journey.id)].map(
    ({ prefix }) => prefix,
  )
  return (
    <EditDrawer
      title={journey.name ? t('hall.journeys.editTitle', { name: journey.name }) : t('hall.journeys.add')}
      form={form}
      values={journey}
      problems={problems}
      close={close}
      put={(values) => put(Journey.parse({ ...journey, ...values }))}
    >
      <Form.Item
        name="name"
        label={t('hall.journeys.name')}
        extra={t('hall.journeys.nameHelp')}
        rules={[ruleOf(Journey.shape.name, t('hall.journeys.nameHelp'))]}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="nameEn" label={t('hall.service.nameEn')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="prefix"
        label={t('hall.journeys.prefix')}
        normalize={(text: string) => text.toUpperCase()}
        rules={[
          ruleOf(Journey.shape.prefix, t('hall.wrong.prefix')),
          {
            validator: (_, prefix: string) =>
              taken.includes(prefix)
                ? Promise.reject(new Error(t('hall.journeys.prefixTaken', { prefix })))
                : Promise.resolve(),
          },
        ]}
      >
        <Input className="hall-short" maxLength={2} />
      </Form.Item>
      <Form.Item label={t('hall.journeys.stages')} extra={t('hall.journeys.stagesHelp')}>
        <Form.List name="stages">
          {(stages, { add, remove }) => (
            <ul className="hall-rows">
              {stages.map(({ key, name }, at) => (
                <li key={key}>
                  <span>{t('hall.journeys.stage', { n: at + 1 })}</span>
                  <Form.Item
                    noStyle
                    name={name}
                    rules={[ruleOf(Journey.shape.stages.element, t('hall.journeys.stagesHelp'))]}
                  >
                    <Select
                      mode="multiple"
                      className="counter-term"
                      aria-label={t('hall.journeys.stage', { n: at + 1 })}
                      options={hall.services.map(({ id, prefix, name: service }) => ({
                        value: id,
                        label: `${prefix} ${service}`,
                      }))}
                    />
                  </Form.Item>
                  {stages.length > 1 && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('hall.remove')}
                      onClick={() => remove(name)}
                    />
                  )}
                </li>
              ))}
              {stages.length < 10 && (
                <li>
                  <Button icon={<PlusOutlined />} onClick={() => add([])}>
                    {t('hall.journeys.addStage')}
                  </Button>
                </li>
              )}
            </ul>
          )}
        </Form.List>
      </Form.Item>
      <Form.Item name="open" label={t('hall.journeys.isOpen')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </EditDrawer>
  )
}
