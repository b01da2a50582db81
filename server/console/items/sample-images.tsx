import { CloseOutlined, PictureOutlined } from '@ant-design/icons'
import { mostImageBytes } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useDoing } from '../doing.ts'
import { base64Of } from './base64.ts'
import type { FormValues } from './form-values.ts'

type Images = FormValues['images']

const mostImages = 3

/** Pictures of filled-in forms; each is kept by the hub as soon as it is chosen, and belongs to the item when that is saved. */
export function SampleImages({
  value = [],
  onChange,
}: {
  value?: Images
  onChange?: (images: Images) => void
}) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const { run, busy } = useDoing()
  const input = useRef<HTMLInputElement>(null)
  const add = async (file: File) => {
    const wrong = () => void message.error(t('items.form.imageWrong'))
    if (file.size > mostImageBytes) return wrong()
    const outcome = await run(routes.addItemImage, { body: { bytes: await base64Of(file) } }, undefined, [
      'invalid',
    ])
    if (!('done' in outcome)) return wrong()
    const title = [...file.name.replace(/\.\w+$/, '')].slice(0, 30).join('') || t('items.form.sampleTitle')
    onChange?.([...value, { is: 'image', title, imageId: outcome.done.imageId }])
  }
  return (
    <div className="items-images">
      {value.map(({ imageId, title }) => (
        <figure key={imageId}>
          <img src={routes.guideImage.path.replace(':id', imageId)} alt={title} />
          <figcaption>{title}</figcaption>
          <Button
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('items.form.removeSample', { title })}
            onClick={() => onChange?.(value.filter((each) => each.imageId !== imageId))}
          />
        </figure>
      ))}
      {value.length < mostImages && (
        <Button icon={<PictureOutlined />} loading={busy} onClick={() => input.current?.click()}>
          {t('items.form.addImage')}
        </Button>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) void add(file)
        }}
      />
    </div>
  )
}
