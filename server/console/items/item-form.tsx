import type { ItemFile } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import { keptBack } from '@jiaohao/core/items/missing.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import {
  Alert,
  AutoComplete,
  Button,
  Checkbox,
  Form,
  Input,
  InputNumber,
  Popconfirm,
  Select,
  Space,
} from 'antd'
import { useDoing } from '../doing.ts'
import { useHall } from '../hall-names.tsx'
import { type FormValues, fieldOf, itemOf, valuesOf } from './form-values.ts'
import { MaterialsField } from './materials-field.tsx'
import { SampleImages } from './sample-images.tsx'

interface Props {
  file: ItemFile | null
  item: Item
  may: boolean
  today: string
  departments: string[]
  again: (id: string) => void
  close: () => void
}

/** What an item says. Anything that can be read may be saved as a draft; published is only what lacks nothing. */
export function ItemForm({ file, item, may, today, departments, again, close }: Props) {
  const { t } = useTexts()
  const { hall } = useHall()
  const { busy, run } = useDoing()
  const [form] = Form.useForm<FormValues>()
  const now = Form.useWatch([], form) as FormValues | undefined
  const written = itemOf({ ...valuesOf(item), ...now }, t('items.form.sampleTitle'))
  const known = { serviceIds: new Set(hall.services.map(({ id }) => id)), today }
  const lacks = written.item ? keptBack(written.item, known) : []
  const words = (field: string) => t(fieldWords[field] ?? `items.${field}`)
  const say = (problems: { path: string; problem: string }[]) =>
    form.setFields(
      problems.map(({ path, problem }) => ({
        name: fieldOf(path.split('.')) as keyof FormValues,
        errors: [t(`items.problems.${problem}`)],
      })),
    )

  /** Saved as a draft under a new revision; null when refused, with the reason beside its field. */
  async function save(said?: string): Promise<{ id: string; revision: number } | null> {
    if (!written.item) {
      say(written.wrong.map((path) => ({ path, problem: 'invalid' })))
      return null
    }
    const outcome = file
      ? await run(
          routes.writeItem,
          { params: { id: file.id }, body: { revision: file.revision, item: written.item } },
          said,
        )
      : await run(routes.addItem, { body: { item: written.item } }, said)
    if ('done' in outcome) return outcome.done
    say(
      outcome.refused.problems.map(({ path }) => ({ path: path.replace(/^item\./, ''), problem: 'invalid' })),
    )
    return null
  }

  const saveDraft = async () => {
    const saved = await save(t('items.form.saved'))
    if (saved) again(saved.id)
  }
  const publish = async () => {
    const saved = await save()
    if (!saved) return
    const outcome = await run(
      routes.publishItem,
      { params: { id: saved.id }, body: { revision: saved.revision } },
      t('items.form.published', { name: written.item?.name ?? '' }),
      ['invalid'],
    )
    if ('refused' in outcome) say(outcome.refused.problems)
    else close()
  }
  const withdraw = async () => {
    if (!file) return
    const said = t(file.versions.length > 0 ? 'items.form.withdrawn' : 'items.form.deleted', {
      name: item.name,
    })
    const outcome = await run(
      routes.withdrawItem,
      { params: { id: file.id }, body: { revision: file.revision } },
      said,
    )
    if ('done' in outcome) close()
  }
  const never = file?.versions.length === 0

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!may || busy}
      initialValues={file ? valuesOf(item) : { ...valuesOf(item), name: '' }}
      scrollToFirstError
    >
      <Alert
        className="items-ready"
        showIcon
        type={lacks.length === 0 && written.item ? 'success' : 'info'}
        title={
          lacks.length === 0
            ? t('items.form.ready')
            : t('items.form.lacks', {
                what: lacks
                  .map(({ path, problem }) => `${words(path)}${t(`items.problems.${problem}`)}`)
                  .join('、'),
              })
        }
        description={
          file?.inForce ? t('items.form.inForce', { version: file.inForce }) : t('items.form.notPublic')
        }
      />
      <div className="items-two">
        <Form.Item name="name" label={words('name')}>
          <Input autoFocus showCount={{ formatter: ({ value }) => `${[...value].length} / 60` }} />
        </Form.Item>
        <Form.Item name="nameEn" label={words('nameEn')}>
          <Input />
        </Form.Item>
        <Form.Item name="department" label={words('department')}>
          <AutoComplete options={departments.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="serviceId" label={words('serviceId')}>
          <Select
            options={hall.services.map(({ id, name, prefix }) => ({ value: id, label: `${prefix} ${name}` }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={words('kind')}>
          <Select
            options={(['instant', 'promised'] as const).map((value) => ({
              value,
              label: t(`items.kinds.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={words('promised')} extra={t('items.form.promisedHelp')}>
          <Space.Compact>
            <Form.Item name="days" noStyle>
              <InputNumber min={0} max={365} precision={0} />
            </Form.Item>
            <Form.Item name="unit" noStyle>
              <Select
                className="items-unit"
                options={(['workingDays', 'calendarDays'] as const).map((value) => ({
                  value,
                  label: t(`items.form.units.${value}`),
                }))}
              />
            </Form.Item>
          </Space.Compact>
        </Form.Item>
      </div>
      <Form.Item name="steps" label={words('steps')} extra={t('items.form.stepsHelp')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
      <MaterialsField />
      <div className="items-two">
        <Form.Item name="basis" label={words('basis')} extra={t('items.form.basisHelp')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="sampleText" label={t('items.form.sampleText')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="result" label={words('result')}>
          <Input />
        </Form.Item>
        <Form.Item name="fee" label={words('fee')} extra={t('items.form.feeHelp')}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="images" label={t('items.form.samples')} extra={t('items.form.imageHelp')}>
        <SampleImages />
      </Form.Item>
      <div className="items-two">
        <Form.Item name="fromDay" label={words('fromDay')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="untilDay" label={words('untilDay')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reviewBy" label={words('reviewBy')} extra={t('items.form.reviewHelp')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="popular" valuePropName="checked" label=" ">
          <Checkbox>{t('items.form.popular')}</Checkbox>
        </Form.Item>
      </div>
      {may && (
        <div className="items-acts">
          {file && (
            <Popconfirm
              title={t(never ? 'items.form.deleteAsk' : 'items.form.withdrawAsk', { name: item.name })}
              description={
                <div className="hall-will">
                  {t(never ? 'items.form.deleteWill' : 'items.form.withdrawWill')}
                </div>
              }
              okText={t(never ? 'items.form.delete' : 'items.form.withdraw')}
              okButtonProps={{ danger: true }}
              onConfirm={withdraw}
            >
              <Button danger>{t(never ? 'items.form.delete' : 'items.form.withdraw')}</Button>
            </Popconfirm>
          )}
          <span className="bar-end" />
          <Button onClick={() => void saveDraft()}>{t('items.form.saveDraft')}</Button>
          <Popconfirm
            placement="topRight"
            title={t('items.form.publishAsk', { name: written.item?.name ?? '' })}
            description={
              <div className="hall-will">
                {t('items.form.publishWill', { day: written.item?.fromDay ?? '' })}
              </div>
            }
            okText={t('items.form.publish')}
            onConfirm={publish}
          >
            <Button type="primary" loading={busy} disabled={busy || !written.item || lacks.length > 0}>
              {t('items.form.publish')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </Form>
  )
}

/** Fields whose words stand with the form's own. */
const fieldWords: Record<string, string> = Object.fromEntries(
  ['steps', 'materials', 'basis', 'promised', 'result', 'fee', 'fromDay', 'untilDay'].map((field) => [
    field,
    `items.form.${field}`,
  ]),
)
