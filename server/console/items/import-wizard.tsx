import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import type { ImportPreview } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Modal, Progress, Result, Space, Steps, Upload } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'
import { base64Of } from './base64.ts'
import { ImportPreviewTables } from './import-preview.tsx'

type Stage =
  | { is: 'choose' }
  | { is: 'working'; what: 'checking' | 'importing' }
  | { is: 'checked'; name: string; bytes: string; preview: ImportPreview; stale: boolean }
  | { is: 'done'; preview: ImportPreview; published: boolean }

/** A table of items in three steps: a file, what is wrong in it, and all of it saved or nothing. */
export function ImportWizard({ close }: { close: () => void }) {
  const { t } = useTexts()
  const { run } = useDoing()
  const [stage, setStage] = useState<Stage>({ is: 'choose' })

  const look = async (name: string, bytes: string, stale = false) => {
    setStage({ is: 'working', what: 'checking' })
    const outcome = await run(routes.previewImport, { body: { name, bytes } })
    setStage(
      'done' in outcome ? { is: 'checked', name, bytes, preview: outcome.done, stale } : { is: 'choose' },
    )
  }
  const save = async ({ name, bytes, preview }: Extract<Stage, { is: 'checked' }>, publish: boolean) => {
    setStage({ is: 'working', what: 'importing' })
    const body = { name, bytes, basedOn: preview.basedOn, publish }
    const outcome = await run(routes.importItems, { body }, undefined, ['stale', 'invalid'])
    if ('done' in outcome) setStage({ is: 'done', preview, published: publish })
    else await look(name, bytes, true)
  }
  const template = (as: 'csv' | 'xlsx') => `${routes.itemsFile.path}?as=${as}&what=template`
  const at = stage.is === 'choose' ? 0 : stage.is === 'done' ? 2 : 1

  return (
    <Modal
      open
      width={920}
      title={t('items.wizard.title')}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
    >
      <Steps
        size="small"
        className="items-steps"
        current={at}
        items={(['choose', 'check', 'done'] as const).map((step) => ({
          title: t(`items.wizard.steps.${step}`),
        }))}
      />
      {stage.is === 'choose' && (
        <>
          <p>{t('items.wizard.template')}</p>
          <Space className="items-templates">
            <Button icon={<DownloadOutlined />} href={template('xlsx')} download>
              {t('items.wizard.templateXlsx')}
            </Button>
            <Button icon={<DownloadOutlined />} href={template('csv')} download>
              {t('items.wizard.templateCsv')}
            </Button>
          </Space>
          <Upload.Dragger
            accept=".xlsx,.csv"
            showUploadList={false}
            beforeUpload={(file) => {
              void base64Of(file).then((bytes) => look(file.name.slice(0, 100), bytes))
              return false
            }}
          >
            <p className="ant-upload-drag-icon">
              <InboxOutlined />
            </p>
            <p>{t('items.wizard.drop')}</p>
          </Upload.Dragger>
        </>
      )}
      {stage.is === 'working' && (
        <div className="items-working" role="status">
          <Progress percent={stage.what === 'checking' ? 40 : 80} status="active" showInfo={false} />
          {t(`items.wizard.${stage.what}`)}
        </div>
      )}
      {stage.is === 'checked' && (
        <>
          {stage.stale && <Alert type="warning" showIcon title={t('items.wizard.staleAgain')} />}
          <ImportPreviewTables preview={stage.preview} />
          <div className="items-acts">
            <Button onClick={() => setStage({ is: 'choose' })}>{t('items.wizard.another')}</Button>
            <span className="bar-end" />
            <Button disabled={stage.preview.mistakes > 0} onClick={() => void save(stage, false)}>
              {t('items.wizard.asDrafts')}
            </Button>
            <Button
              type="primary"
              disabled={stage.preview.mistakes > 0 || stage.preview.unpublishable > 0}
              onClick={() => void save(stage, true)}
            >
              {t('items.wizard.andPublish')}
            </Button>
          </div>
        </>
      )}
      {stage.is === 'done' && (
        <Result
          status="success"
          title={t('items.wizard.done', { added: stage.preview.added, changed: stage.preview.changed })}
          subTitle={t(stage.published ? 'items.wizard.donePublished' : 'items.wizard.doneDraft')}
          extra={
            <Button type="primary" onClick={close}>
              {t('items.wizard.close')}
            </Button>
          }
        />
      )}
    </Modal>
  )
}
