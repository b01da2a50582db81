import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popconfirm } from 'antd'

/** Removing asks first, and says what it will do. */
export function RemoveButton({ ask, will, onRemove }: { ask: string; will: string; onRemove: () => void }) {
  const { t } = useTexts()
  return (
    <Popconfirm
      placement="topRight"
      title={ask}
      description={<div className="hall-will">{will}</div>}
      okText={t('hall.remove')}
      okButtonProps={{ danger: true }}
      onConfirm={onRemove}
    >
      <Button type="link" danger>
        {t('hall.remove')}
      </Button>
    </Popconfirm>
  )
}
