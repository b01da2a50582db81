import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { scopes } from '@jiaohao/core/queue/who.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Checkbox, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { Outcome } from '../doing.ts'
import { fromHub } from '../hall/draft.ts'
import { ruleOf, useProblemWords } from '../hall/field-rule.ts'
import { useHall } from '../hall-names.tsx'
import { DevicesField } from './devices-field.tsx'
import { fieldName, formPath, type Given } from './form-path.ts'

const { shape } = StationSetUp
const kinds = shape.kind.options

/** What a station is, where it stands, and what is wired to it; for a pairing and for a change alike. */
export function StationForm({
  title,
  setUp,
  okText,
  note,
  close,
  put,
}: {
  title: string
  setUp: StationSetUp
  okText: string
  note: string
  close: () => void
  put: (setUp: StationSetUp) => Promise<Outcome<unknown>>
}) {
  const { t } = useTexts()
  const { hall } = useHall()
  const words = useProblemWords()
  const [form] = Form.useForm<Given>()
  const [busy, setBusy] = useState(false)
  const kind: StationKind = Form.useWatch('kind', form) ?? setUp.kind
  const counters = hall.counters.map(({ id, no }) => ({ value: id, label: t('hall.counter.called', { no }) }))
  const save = async (given: Given) => {
    const { data, error } = StationSetUp.safeParse(tidy(given))
    if (!data) {
      form.setFields(
        error.issues.map(({ path }) => ({
          name: fieldName(path) as never,
          errors: [t('stations.wrong.any')],
        })),
      )
      return
    }
    setBusy(true)
    const outcome = await put(data)
    setBusy(false)
    if ('done' in outcome) return close()
    form.setFields(
      fromHub(outcome.refused.problems).map((problem) => ({
        name: formPath(problem.path) as never,
        errors: [words(problem)],
      })),
    )
  }
  return (
    <Drawer
      open
      size={600}
      title={title}
      onClose={close}
      footer={
        <div className="hall-drawer-footer">
          <span />
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {okText}
          </Button>
        </div>
      }
    >
      <Alert type="info" showIcon title={note} className="station-note" />
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={setUp}
        onFinish={(given) => void save(given)}
      >
        <Form.Item
          name="name"
          label={t('stations.name')}
          extra={t('stations.nameHelp')}
          rules={[ruleOf(shape.name, t('stations.wrong.name'))]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={t('stations.kind')} extra={t(`stations.kindHelp.${kind}`)}>
          <Radio.Group
            optionType="button"
            options={kinds.map((value) => ({ value, label: t(`stations.kinds.${value}`) }))}
          />
        </Form.Item>
        {kind === 'window' && (
          <Form.Item
            name="counterIds"
            label={t('stations.counters')}
            extra={t('stations.countersHelp')}
            rules={[{ required: true, type: 'array', min: 1, message: t('stations.wrong.counters') }]}
          >
            <Select mode="multiple" options={counters} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        )}
        {kind === 'evaluator' && (
          <Form.Item
            name={['counterIds', 0]}
            label={t('stations.counter')}
            extra={t('stations.counterHelp')}
            rules={[{ required: true, message: t('stations.wrong.counter') }]}
          >
            <Select options={counters} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        )}
        {(kind === 'display' || kind === 'kiosk') && (
          <Form.Item
            name="zoneId"
            label={t('hall.zone')}
            extra={t(kind === 'kiosk' ? 'stations.kioskZoneHelp' : 'stations.zoneHelp')}
          >
            <Select
              options={[
                { value: '', label: t(kind === 'kiosk' ? 'hall.none' : 'stations.wholeHall') },
                ...hall.zones.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Form.Item>
        )}
        {kind === 'kiosk' && (
          <Form.Item
            name="offlineLetter"
            label={t('stations.offlineLetter')}
            extra={t('stations.offlineLetterHelp')}
            normalize={(text: string) => text.trim().toUpperCase()}
            rules={[ruleOf(shape.offlineLetter, t('stations.wrong.offlineLetter'))]}
          >
            <Input maxLength={1} className="station-letter" />
          </Form.Item>
        )}
        {kind === 'display' && (
          <Form.Item name="screen" valuePropName="checked" extra={t('stations.screenHelp')}>
            <Checkbox>{t('stations.screen')}</Checkbox>
          </Form.Item>
        )}
        {kind === 'program' && (
          <Form.Item
            name="may"
            label={t('stations.may')}
            extra={t('stations.mayHelp')}
            rules={[{ required: true, type: 'array', min: 1, message: t('stations.wrong.may') }]}
          >
            <Checkbox.Group
              className="station-scopes"
              options={scopes.map((scope) => ({
                value: scope,
                label: `${t(`stations.scopes.${scope}.name`)} – ${t(`stations.scopes.${scope}.help`)}`,
              }))}
            />
          </Form.Item>
        )}
        {(kind === 'kiosk' || kind === 'window' || kind === 'display') && (
          <DevicesField kind={kind} counters={counters} zones={hall.zones} />
        )}
      </Form>
    </Drawer>
  )
}

/** A field that this kind does not show keeps nothing of an earlier choice. */
function tidy(given: Given): unknown {
  const {
    name,
    kind,
    counterIds = [],
    zoneId = '',
    may = [],
    devices = [],
    offlineLetter = '',
    screen = true,
  } = given
  return {
    name,
    kind,
    counterIds:
      kind === 'window' || kind === 'evaluator' ? counterIds.slice(0, kind === 'evaluator' ? 1 : 64) : [],
    zoneId: kind === 'display' || kind === 'kiosk' ? zoneId : '',
    may: kind === 'program' ? may : [],
    devices: kind === 'evaluator' || kind === 'program' ? [] : devices,
    offlineLetter: kind === 'kiosk' ? offlineLetter : '',
    screen: kind === 'display' ? screen : true,
  }
}
