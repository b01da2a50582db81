import { announcement } from '@jiaohao/core/text/announcement.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import { placeholders, withService, wrongInWording } from '@jiaohao/core/text/wording.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input } from 'antd'

/** How a service is called in one language, with what the hall will hear; left empty, as usual. */
export function WordingField({ language }: { language: Language }) {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  const field = ['announcement', language]
  const wording: string = Form.useWatch(field, form) ?? ''
  const name: string = Form.useWatch(language === 'en' ? 'nameEn' : 'name', form) ?? ''
  const own = wrongInWording(wording) ? '' : withService(wording, name)
  const heard = announcement(
    { number: 'A001', counter: '3', wording: { 'zh-CN': '', en: '', [language]: own } },
    language,
  )
  return (
    <Form.Item
      name={field}
      label={t(`hall.service.wording.${language}`)}
      extra={
        <>
          {placeholders.map((placeholder) => (
            <Button
              key={placeholder}
              size="small"
              className="wording-insert"
              onClick={() => {
                form.setFieldValue(field, `${wording}{${placeholder}}`)
                form.validateFields([field]).catch(() => undefined)
              }}
            >
              {t(`hall.service.insert.${placeholder}`)}
            </Button>
          ))}
          <br />
          {t('hall.service.heard', { heard })}
        </>
      }
      rules={[
        {
          validator: (_: unknown, value: string = '') => {
            const wrong = wrongInWording(value)
            return wrong ? Promise.reject(new Error(t(`hall.problems.${wrong}`))) : Promise.resolve()
          },
        },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={120} />
    </Form.Item>
  )
}
