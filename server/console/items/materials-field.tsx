import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Material } from '@jiaohao/core/items/item.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'

const fresh: Material = { text: '', form: 'original', copies: 1, mandatory: true, note: '' }
const mostMaterials = 40

/** The 资料清单, a row for each paper; that nothing is needed is said on purpose. */
export function MaterialsField() {
  const { t } = useTexts()
  return (
    <Form.Item label={t('items.form.materials')} className="items-materials">
      <Form.Item name="needsNoMaterials" valuePropName="checked" noStyle>
        <Checkbox>{t('items.form.needsNoMaterials')}</Checkbox>
      </Form.Item>
      <Form.List name="materials">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="items-material">
                <Form.Item name={[name, 'text']} noStyle>
                  <Input placeholder={t('items.form.material')} aria-label={t('items.form.material')} />
                </Form.Item>
                <Form.Item name={[name, 'form']} noStyle>
                  <Select
                    aria-label={t('items.form.formOf')}
                    options={(['original', 'copy', 'both'] as const).map((value) => ({
                      value,
                      label: t(`items.form.forms.${value}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'copies']} noStyle>
                  <InputNumber min={1} max={20} precision={0} aria-label={t('items.form.copies')} />
                </Form.Item>
                <Form.Item name={[name, 'mandatory']} valuePropName="checked" noStyle>
                  <Checkbox>{t('items.form.mandatory')}</Checkbox>
                </Form.Item>
                <Form.Item name={[name, 'note']} noStyle>
                  <Input placeholder={t('items.form.note')} aria-label={t('items.form.note')} />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('hall.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            {rows.length < mostMaterials && (
              <Button icon={<PlusOutlined />} onClick={() => add(fresh)}>
                {t('items.form.addMaterial')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
