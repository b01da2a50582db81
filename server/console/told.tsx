import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Asked, Trouble } from './asked.ts'

/** A part of a page in every state of its question: asking, failed with a way on, or here. */
export function Told<R>({
  asked,
  again,
  children,
}: {
  asked: Asked<R>
  again: () => void
  children: (reply: R) => ReactNode
}) {
  const { t } = useTexts()
  const words = useTroubleWords()
  switch (asked.is) {
    case 'asking':
      return <Skeleton active paragraph={{ rows: 6 }} />
    case 'failed':
      return (
        <Result
          status="warning"
          title={words(asked.trouble)}
          subTitle={asked.trouble.is === 'unreachable' ? t('common.unreachableHelp') : undefined}
          extra={<Button onClick={again}>{t('common.again')}</Button>}
        />
      )
    case 'here':
      return (
        <>
          {asked.trouble && (
            <Alert
              banner
              type="warning"
              title={`${words(asked.trouble)} · ${t('common.lastKnown')}`}
              action={
                <Button size="small" onClick={again}>
                  {t('common.again')}
                </Button>
              }
            />
          )}
          {children(asked.reply)}
        </>
      )
  }
}

function useTroubleWords() {
  const { t, refusal } = useTexts()
  return (trouble: Trouble) =>
    trouble.is === 'refused' ? refusal(trouble.refusal.refused) : t('common.unreachable')
}
