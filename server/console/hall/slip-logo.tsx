import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { drawPaper } from '@jiaohao/core/text/paper-picture.ts'
import { bitmapOf, type SlipPicture } from '@jiaohao/core/text/slip-template.ts'
import { qrModules } from '@jiaohao/screen/qr-modules.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { readLogo } from './logo-file.ts'

/** The hall's mark as it will be printed, and how to put another in its place. */
export function SlipLogo({
  logo,
  may,
  put,
}: {
  logo: SlipPicture | null
  may: boolean
  put: (logo: SlipPicture | null) => void
}) {
  const { t } = useTexts()
  const [wrong, setWrong] = useState(false)
  const read = (file: File) => {
    readLogo(file).then(
      (next) => {
        setWrong(false)
        put(next)
      },
      () => setWrong(true),
    )
    return false
  }
  return (
    <div className="slip-logo">
      {logo && <img alt={t('hall.slip.part.logo')} src={pictureUrl(logo)} />}
      {may && (
        <>
          <Upload accept="image/*" showUploadList={false} beforeUpload={read}>
            <Button icon={<UploadOutlined />}>
              {t(logo ? 'hall.slip.logoOther' : 'hall.slip.logoChoose')}
            </Button>
          </Upload>
          {logo && (
            <Button icon={<DeleteOutlined />} onClick={() => put(null)}>
              {t('hall.slip.logoRemove')}
            </Button>
          )}
        </>
      )}
      {!logo && !may && <span className="quiet">{t('hall.none')}</span>}
      {wrong && (
        <p className="wrong" role="alert">
          {t('hall.slip.logoWrong')}
        </p>
      )}
    </div>
  )
}

function pictureUrl(logo: SlipPicture): string {
  const svg = drawPaper(logo.widthDots, [{ line: 'image', align: 'left', bitmap: bitmapOf(logo) }], qrModules)
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}
