import { usualManner } from '@jiaohao/core/queue/need.ts'
import { inEach } from '@jiaohao/core/text/language.ts'
import type { BoardCall, BoardView } from '@jiaohao/core/views/board.ts'
import type { ServiceLine } from '@jiaohao/core/views/parts.ts'

export const nowMs = Date.parse('2026-03-11T10:26:40+08:00')

const names = ['社会保险登记', '医疗保险结算', '不动产登记', '户籍业务', '企业开办', '税务申报']
const longNames = [
  '城乡居民基本养老保险关系转移接续及待遇领取资格认证（含异地居住人员协助认证）业务',
  '建设工程消防设计审查验收备案及建筑工程施工许可证核发变更延期与注销业务',
  '特种设备使用登记',
  '食品经营许可证新办、变更、延续、补办与注销（含网络经营及中央厨房）综合业务',
]

const line = (name: string, i: number, waiting: number, openCounters = 2): ServiceLine => ({
  id: `s${i}`,
  name,
  nameEn: i % 2 ? 'Medical insurance settlement' : 'Social insurance registration',
  prefix: String.fromCharCode(65 + (i % 26)),
  waiting,
  wait: null,
  openCounters,
})

const call = (number: string, counterNo: string, agoSeconds: number, seq: number, recall = 0): BoardCall => ({
  seq,
  number,
  counterId: `c${counterNo}`,
  counterNo,
  zoneId: 'main',
  serviceId: 's0',
  serviceName: names[seq % names.length] ?? '',
  atMs: nowMs - agoSeconds * 1_000,
  recall,
  announcement: inEach(() => ''),
  manner: usualManner,
  started: false,
})

const calls = [
  call('A042', '3', 1, 90),
  call('BK017', '12', 31, 84),
  call('A041', '1', 64, 80),
  call('C008', '7', 95, 76),
  call('A040', '2', 140, 70),
  call('D101', '20', 170, 66),
  call('B016', '11', 220, 60),
  call('A039', '3', 260, 51),
]

export const ordinary: BoardView = {
  view: 'board',
  leaveEverySeconds: 15,
  hall: {
    name: '江州市政务服务中心',
    nameEn: 'Jiangzhou Public Service Centre',
    notice: '本周六（3月14日）大厅照常开放，请携带本人有效身份证件办理业务。',
    timeZone: 'Asia/Shanghai',
    standing: { is: 'open' },
  },
  zone: '一楼东区',
  calls,
  waiting: names.map((name, i) => line(name, i, [12, 4, 27, 0, 9, 133][i] ?? 0)),
}

const minuteLater = (each: BoardCall): BoardCall => ({ ...each, atMs: each.atMs - 60_000 })
export const calm: BoardView = { ...ordinary, calls: calls.map(minuteLater) }

export const burst: BoardView = {
  ...ordinary,
  calls: calls.map((each, i) => (i < 4 ? { ...each, atMs: nowMs - 1_000 - i * 100 } : each)),
}

export const crowded: BoardView = {
  ...ordinary,
  hall: {
    ...ordinary.hall,
    name: '江州市滨江新区行政审批与公共资源交易政务服务联合中心综合办事大厅（北区）',
    notice:
      '因系统升级，本周五下午四点起暂停办理不动产登记业务，周六照常办理。社保、医保、税务业务请在下午五点前取号；高龄老人、孕妇、残疾人可在一号窗口优先办理。请保管好随身物品，谨防丢失。咨询电话：一二三四五。投诉建议请到二楼值班室。',
  },
  zone: '',
  calls: calls.map((each, i) =>
    i % 2
      ? each
      : { ...each, number: `AB10${40 + i}`, counterNo: `A1${i}2`, serviceName: longNames[0] ?? '' },
  ),
  waiting: Array.from({ length: 24 }, (_, i) => line(longNames[i % 4] ?? '', i, (i * 37) % 230)),
}

export const many: BoardView = {
  ...ordinary,
  waiting: Array.from({ length: 14 }, (_, i) => line(names[i % 6] ?? '', i, (i * 7) % 60, i % 5 ? 2 : 0)),
}

export const first: BoardView = { ...ordinary, calls: calls.slice(0, 1) }
export const empty: BoardView = { ...ordinary, calls: [], hall: { ...ordinary.hall, notice: '' } }
export const closed: BoardView = {
  ...calm,
  waiting: ordinary.waiting.map((each) => ({ ...each, waiting: 0, openCounters: 0 })),
}
export const closedEmpty: BoardView = { ...closed, calls: [] }

/** What the next call makes of the ordinary board. */
export const next = (view: BoardView, seq: number, atMs: number): BoardView => ({
  ...view,
  calls: [{ ...call(`A0${seq - 48}`, String((seq % 20) + 1), 0, seq), atMs }, ...view.calls].slice(0, 12),
})
