import type { Me } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Result } from 'antd'

/** A clerk's account has its page elsewhere: says so and leads there. */
export function ToCounter({ me, leave }: { me: Me; leave: () => void }) {
  const { t } = useTexts()
  return (
    <Result
      className="console-to-counter"
      status="info"
      title={t('toCounter.title', { name: me.name })}
      subTitle={t('toCounter.help')}
      extra={[
        <Button key="go" type="primary" size="large" href="/counter">
          {t('toCounter.go')}
        </Button>,
        <Button key="leave" size="large" onClick={leave}>
          {t('me.signOut')}
        </Button>,
      ]}
    />
  )
}
