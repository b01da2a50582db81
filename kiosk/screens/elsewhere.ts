import type { OtherKiosk } from '@jiaohao/core/views/kiosk.ts'

/** Where a paper slip can be had instead, the nearest first; '' where no other kiosk prints now. */
export function elsewhere(
  kiosks: readonly OtherKiosk[],
  t: (key: string, given?: Record<string, string>) => string,
): string {
  const [nearest] = kiosks
  if (!nearest) return ''
  return nearest.zone === ''
    ? t('kiosk.fault.elsewhere', { kiosk: nearest.name })
    : t('kiosk.fault.elsewhereIn', { kiosk: nearest.name, zone: nearest.zone })
}
