import { HallSetUp } from '@jiaohao/core/contract/routes.ts'

const names = [
  ['社会保险', 'Social insurance', '人力资源和社会保障局'],
  ['医疗保险', 'Medical insurance', '医疗保障局'],
  ['不动产登记', 'Real estate registration', '自然资源和规划局'],
  ['户籍与身份证', 'Household and ID cards', '公安局'],
  ['企业开办', 'Business start-up', '市场监督管理局'],
  ['税务综合', 'Taxes', '税务局'],
  ['住房公积金', 'Housing fund', '住房公积金管理中心'],
  [
    '跨省通办高频事项综合受理与一件事一次办集成服务及历史档案查询利用出具证明专窗',
    'Cross-province services, integrated matters and certified archive extracts',
    '政务服务和数据管理局',
  ],
] as const

/** A hall of eight services and fourteen counters, one name of forty characters among them. */
export const hallSetUp: HallSetUp = HallSetUp.parse({
  name: '清河区政务服务中心',
  nameEn: 'Qinghe District Government Service Centre',
  notice: '本周五下午 15:00 起政治学习，请提前安排办理时间。',
  phoneUrl: 'https://hall.example.gov.cn',
  zones: [
    { id: 'z1', name: '一楼东区' },
    { id: 'z2', name: '一楼西区' },
  ],
  services: names.map(([name, nameEn, department], i) => ({
    id: `s${i}`,
    slots:
      i === 0 || i === 2
        ? [
            { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', everyMinutes: 30, capacity: 4 },
            { weekdays: [1, 2, 3, 4], from: '14:00', to: '18:00', everyMinutes: 60, capacity: 6 },
          ]
        : [],
    name,
    nameEn,
    department,
    prefix: 'ABCDEFGH'[i],
    zoneId: i < 4 ? 'z1' : 'z2',
    bring: ['身份证原件', '申请表（现场可填）'],
    open: i !== 6,
  })),
  counters: Array.from({ length: 14 }, (_, i) => ({
    id: `c${i + 1}`,
    no: String(i + 1),
    zoneId: i < 7 ? 'z1' : 'z2',
    serviceIds:
      i === 13 ? names.map((_each, s) => `s${s}`) : i === 12 ? [] : [`s${i % 6}`, `s${(i + 1) % 6}`],
  })),
  policy: {
    sessions: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    priorityClasses: [
      { id: 'elderly', name: '老年人', nameEn: 'Elderly' },
      { id: 'soldier', name: '军人', nameEn: 'Soldiers' },
    ],
  },
})

export const emptyHall: HallSetUp = { ...hallSetUp, zones: [], services: [], counters: [], notice: '' }
