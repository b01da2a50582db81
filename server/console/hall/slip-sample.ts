import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { paperLines } from '@jiaohao/core/text/paper-lines.ts'
import { drawPaper } from '@jiaohao/core/text/paper-picture.ts'
import { slip } from '@jiaohao/core/text/slip.ts'
import type { Columns } from '@jiaohao/core/text/slip-lines.ts'
import { qrModules } from '@jiaohao/screen/qr-modules.ts'

/** A slip of this hall for its first service, drawn as the printer will print it; an address for `<img>`. */
export function sampleSlip(
  hall: HallSetUp,
  language: 'zh-CN' | 'en',
  columns: Columns,
  atMs: number,
): string {
  const [service] = hall.services
  const inEnglish = language === 'en'
  const facts = {
    hallName: (inEnglish && hall.nameEn) || hall.name,
    number: `${service?.prefix ?? 'A'}001`,
    serviceName: (inEnglish && service?.nameEn) || service?.name || (inEnglish ? 'A service' : '业务名称'),
    items: [],
    ahead: 3,
    waitMinutes: { low: 8, high: 20 },
    where: hall.zones.find(({ id }) => id === service?.zoneId)?.name ?? hall.zones[0]?.name ?? '',
    bring: service?.bring ?? [],
    url: hall.phoneUrl === '' ? null : `${hall.phoneUrl}/phone#2026-01-01-1.AAAAAAAAAAAAAAAA`,
    issuedAtMs: atMs,
    timeZone: hall.timeZone,
    appointment: null,
    reprint: false,
  }
  const lines = paperLines(slip(facts, language, hall.slip), columns)
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawPaper(columns * 12, lines, qrModules))}`
}
