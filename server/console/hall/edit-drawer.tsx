import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { Problem } from './draft.ts'
import { useProblemWords } from './field-rule.ts'

/** A list's problem stands at its list; a field inside a field has its own place. */
const nameOf = (path: string): string[] => {
  const parts = path.split('.')
  const at = parts.findIndex((part) => /^\d+$/.test(part))
  return at < 0 ? parts : parts.slice(0, at)
}

/** One thing of the hall beside the list it stands in; known problems stand at their fields from the start. */
export function EditDrawer<Values extends object>({
  title,
  form,
  values,
  problems,
  close,
  put,
  children,
}: {
  title: string
  form: FormInstance<Values>
  values: Values
  problems: Problem[]
  close: () => void
  put: (values: Values) => void
  children: ReactNode
}) {
  const { t } = useTexts()
  const words = useProblemWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was wrong when the drawer opened
  useEffect(() => {
    form.setFields(
      problems.map((problem) => ({
        name: nameOf(problem.path) as never,
        errors: [words(problem)],
      })),
    )
  }, [form])
  return (
    <Drawer
      open
      size={520}
      title={title}
      onClose={close}
      footer={
        <div className="hall-drawer-footer">
          <span className="quiet">{t('hall.drawerNote')}</span>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {t('hall.take')}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={values}
        onFinish={(next) => {
          put(next)
          close()
        }}
      >
        {children}
      </Form>
    </Drawer>
  )
}
