import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Change } from './changes.ts'

/** A change as a sentence: 新增业务「公积金」. */
export function useChangeWords(): (change: Change) => string {
  const { t } = useTexts()
  return ({ is, where, id, name }) => {
    if (id === 'order') return t(`hall.change.order.${where}`)
    if (where === 'about') return t('hall.change.field', { name: t(`hall.about.${name}.name`) })
    if (where === 'policy') return t('hall.change.field', { name: t(`hall.policy.${name}.name`) })
    if (where === 'slip') return t(`hall.change.slip.${name}`)
    return t(`hall.change.${is}`, { what: t(`hall.change.what.${where}`), name })
  }
}
