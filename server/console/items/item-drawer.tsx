import type { ItemFile } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Drawer, Tabs } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { Told } from '../told.tsx'
import { freshItem } from './form-values.ts'
import { ItemForm } from './item-form.tsx'
import { ItemVersions } from './item-versions.tsx'

interface Props {
  /** Null for a new item. */
  id: string | null
  may: boolean
  today: string
  departments: string[]
  close: () => void
}

/** One item beside the catalogue: its content as written now, and every version of it. */
export function ItemDrawer(props: Props) {
  const [id, setId] = useState(props.id)
  if (id === null) return <Opened {...props} file={null} again={setId} />
  return <Known {...props} id={id} />
}

function Known(props: Props & { id: string }) {
  const { asked, again } = useAsked(routes.readItem, { params: { id: props.id } })
  return (
    <Told asked={asked} again={again}>
      {(file) => <Opened key={file.revision} {...props} file={file} again={again} />}
    </Told>
  )
}

function Opened({
  file,
  may,
  today,
  departments,
  close,
  again,
}: Props & { file: ItemFile | null; again: (id: string) => void }) {
  const { t } = useTexts()
  const item = file?.draft ?? file?.versions[0]?.item ?? freshItem(today)
  const versions = file?.versions ?? []
  return (
    <Drawer
      open
      size={860}
      title={file ? t('items.form.title', { name: item.name }) : t('items.form.fresh')}
      onClose={close}
    >
      <Tabs
        items={[
          {
            key: 'form',
            label: t('items.form.tabForm'),
            children: (
              <ItemForm
                file={file}
                item={item}
                may={may}
                today={today}
                departments={departments}
                again={again}
                close={close}
              />
            ),
          },
          {
            key: 'versions',
            label: t('items.form.tabVersions', { count: versions.length }),
            disabled: file === null,
            children: file && <ItemVersions file={file} may={may} again={() => again(file.id)} />,
          },
        ]}
      />
    </Drawer>
  )
}
