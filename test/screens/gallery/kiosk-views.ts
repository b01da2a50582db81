import type { KioskService, KioskView, TakenHere } from '@jiaohao/core/views/kiosk.ts'

/** Half past ten on an ordinary Wednesday. */
export const nowMs = Date.parse('2026-03-11T10:30:00+08:00')

const named: [string, string, string, number][] = [
  ['社会保险业务', 'Social insurance', '人社局', 12],
  ['医疗保险业务', 'Medical insurance', '医保局', 6],
  ['不动产登记', 'Real estate registration', '自然资源局', 31],
  ['营业执照办理', 'Business licences', '市场监管局', 0],
  ['出入境证件', 'Exit and entry permits', '公安局', 18],
  ['户籍业务', 'Household registration', '公安局', 4],
  ['公积金提取与贷款', 'Housing fund', '公积金中心', 9],
  ['税务综合服务', 'Tax services', '税务局', 22],
]

const papers = ['本人身份证原件', '户口簿原件及首页、本人页复印件', '近期一寸白底免冠照片两张']

function service(index: number, [name, nameEn, department, waiting]: (typeof named)[number]): KioskService {
  return {
    id: `s${index}`,
    name,
    nameEn,
    prefix: String.fromCharCode(65 + (index % 26)),
    waiting,
    wait: waiting === 0 ? null : { low: waiting * 2, high: waiting * 3 + 4 },
    openCounters: 3,
    department,
    bring: papers,
    items: 0,
    where: `${1 + (index % 3)} 楼 ${'ABC'[index % 3]} 区`,
    shut: null,
    low: index % 2 === 0,
    opens: null,
    because: '',
    identity: 'none',
  }
}

const services = named.map((each, index) => service(index, each))

export const ordinary: KioskView = {
  view: 'kiosk',
  hall: {
    name: '滨江区政务服务中心',
    nameEn: 'Binjiang District Government Service Centre',
    notice: '本周六（3 月 14 日）上午 8:30–12:00 照常办理业务，下午不开放。',
    timeZone: 'Asia/Shanghai',
    standing: { is: 'open' },
  },
  services: services.map((each, index) =>
    index === 5 ? { ...each, shut: 'queueFull' } : index === 3 ? { ...each, shut: 'serviceClosed' } : each,
  ),
  priorityClasses: [
    { id: 'soldier', name: '军人', nameEn: 'Military' },
    { id: 'elderly', name: '老年人', nameEn: 'Elderly' },
    { id: 'disabled', name: '残疾人', nameEn: 'Disabled' },
    { id: 'pregnant', name: '孕妇', nameEn: 'Pregnant' },
    { id: 'fire', name: '消防救援人员', nameEn: 'Firefighter' },
  ],
  toPrint: [],
  handouts: { toPrint: [], ended: [] },
  guide: { items: 0, together: [] },
  slip: null,
  otherKiosks: [],
  checkIn: true,
  taken: [],
}

const longest = '城乡居民基本养老保险关系转移接续与待遇领取资格认证及重复缴费清退综合办理业务窗口'
const departments = [
  '人社局',
  '医保局',
  '自然资源和规划局',
  '市场监督管理局',
  '公安局出入境管理支队',
  '税务局',
  '民政局',
  '公积金中心',
  '',
]

/** 60 services of nine departments, 200 waiting, names of 40 characters. */
export const crowded: KioskView = {
  ...ordinary,
  hall: {
    ...ordinary.hall,
    name: '黔东南苗族侗族自治州人民政府政务服务和公共资源交易管理中心综合服务大厅',
    notice:
      '因系统升级，不动产登记业务将于今日 16:00 至 17:30 暂停受理，请需要办理的群众提前取号或改日再来；其他业务不受影响。办理过程中如有疑问，请到一楼服务台咨询，或拨打大厅公布的咨询电话。老年人、残疾人、孕妇等可到绿色通道办理，无需排队等候。请看管好随身物品。',
  },
  services: Array.from({ length: 60 }, (_, index) => {
    const [name, nameEn] = named[index % named.length] as (typeof named)[number]
    return {
      ...service(index, [index % 4 === 1 ? longest.slice(0, 40) : name, nameEn, '', 200]),
      department: departments[index % departments.length] as string,
      bring: Array.from(
        { length: 20 },
        (_, n) =>
          `第 ${n + 1} 项：由户籍所在地街道办事处或者社区居民委员会出具并加盖公章的证明材料原件和复印件各一份，有效期三个月以内`,
      ),
    }
  }),
}

export const few: KioskView = { ...ordinary, services: services.slice(0, 3), priorityClasses: [] }
export const empty: KioskView = { ...ordinary, services: [] }
export const noon: KioskView = {
  ...ordinary,
  services: services.map((each) => ({
    ...each,
    wait: null,
    shut: 'outsideSessions',
    opens: { day: '2026-03-11', from: '13:30', inDays: 0 },
  })),
}
export const evening: KioskView = {
  ...ordinary,
  services: services.map((each) => ({
    ...each,
    wait: null,
    shut: 'outsideSessions',
    opens: { day: '2026-03-12', from: '08:30', inDays: 1 },
  })),
}

export const taken = (change: Partial<TakenHere>): KioskView => ({
  ...ordinary,
  taken: [
    {
      ticketId: '2026-03-11-42',
      number: 'A042',
      serviceName: '社会保险业务',
      where: '1 楼 A 区',
      ahead: 12,
      wait: { low: 24, high: 40 },
      url: 'http://192.168.10.5:8080/phone#2026-03-11-42.Qm9yZWFsaXMxMjM0NTY3',
      issuedAtMs: nowMs,
      slip: 'settled',
      why: '',
      appointment: null,
      confirmByMs: null,
      ...change,
    },
  ],
})
