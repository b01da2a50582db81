import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { fileOf, type Language, nameIn } from '@jiaohao/core/text/language.ts'
import { paperLines } from '@jiaohao/core/text/paper-lines.ts'
import { drawPaper } from '@jiaohao/core/text/paper-picture.ts'
import { slip } from '@jiaohao/core/text/slip.ts'
import type { Columns } from '@jiaohao/core/text/slip-lines.ts'
import { qrModules } from '@jiaohao/screen/qr-modules.ts'

/** A slip of this hall for its first service, drawn as the printer will print it; an address for `<img>`. */
export function sampleSlip(hall: HallSetUp, language: Language, columns: Columns, atMs: number): string {
  const [service] = hall.services
  const facts = {
    hallName: nameIn(language, hall),
    number: `${service?.prefix ?? 'A'}001`,
    serviceName: (service && nameIn(language, service)) || fileOf(language).paper.slip.someService,
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
