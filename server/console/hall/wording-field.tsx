import { announcement } from '@jiaohao/core/text/announcement.ts'
import { fileOf, type Language } from '@jiaohao/core/text/language.ts'
import { placeholders, usualWording, withService, wrongInWording } from '@jiaohao/core/text/wording.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input } from 'antd'

/** How a service is called in one language, with what the hall will hear; left empty, as usual. */
export function WordingField({ language }: { language: Language }) {
  const { t } = useTexts()
  const file = fileOf(language)
  const form = Form.useFormInstance()
  const field = ['announcement', language]
  const wording: string = Form.useWatch(field, form) ?? ''
  const name: string = Form.useWatch(file.hallNames, form) ?? ''
  const wrongIn = (text: string): string[] => {
    const wrong = wrongInWording(text)
    return wrong ? [t(`hall.problems.${wrong}`)] : []
  }
  const isWrong = wrongIn(wording).length > 0
  const own = withService(wording, name)
  const heard = announcement(
    { number: 'A001', counter: '3', wording: { ...usualWording, [language]: own } },
    language,
  )
  return (
    <Form.Item
      name={field}
      label={t('hall.service.wording', { language: file.name })}
      extra={
        <>
          {placeholders.map((placeholder) => (
            <Button
              key={placeholder}
              size="small"
              className="wording-insert"
              onClick={() => {
                const value = `${wording}{${placeholder}}`
                form.setFields([{ name: field, value, errors: wrongIn(value) }])
              }}
            >
              {t(`hall.service.insert.${placeholder}`)}
            </Button>
          ))}
          {!isWrong && <div>{t('hall.service.heard', { heard })}</div>}
        </>
      }
      rules={[
        {
          validator: (_: unknown, value: string = '') => {
            const [wrong] = wrongIn(value)
            return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve()
          },
        },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={120} />
    </Form.Item>
  )
}
