import type { Level } from './state.ts'

/** One answer of the national 好差评 indicator list; `extension` ones need the hall's extension flag. */
export interface Indicator {
  code: string
  level: Level
  name: string
  extension: boolean
}

/** The five levels with the exact words, best first (rules of the national 好差评 scheme). */
export const levels: readonly { level: Level; name: string }[] = [
  { level: 5, name: '非常满意' },
  { level: 4, name: '满意' },
  { level: 3, name: '基本满意' },
  { level: 2, name: '不满意' },
  { level: 1, name: '非常不满意' },
]

/** The 40 codes in force; a hall invents none, and the first generation (501–509 …) is withdrawn. */
export const indicators: readonly Indicator[] = [
  { code: '510', level: 5, name: '一窗受理一次办结', extension: false },
  { code: '511', level: 5, name: '可以先受理后补材料', extension: false },
  { code: '512', level: 5, name: '不用提交证明', extension: false },
  { code: '513', level: 5, name: '可以全程网上办理', extension: true },
  { code: '514', level: 5, name: '可以使用手机办理', extension: true },
  { code: '515', level: 5, name: '可以就近办理', extension: true },
  { code: '516', level: 5, name: '无需材料直接办理', extension: true },
  { code: '517', level: 5, name: '服务热情效率高', extension: true },
  { code: '406', level: 4, name: '填写一张表单就可完成申报', extension: false },
  { code: '407', level: 4, name: '在线提交材料窗口核验', extension: false },
  { code: '408', level: 4, name: '一张清单告知全部申报材料', extension: false },
  { code: '409', level: 4, name: '用告知承诺减免申报材料', extension: true },
  { code: '410', level: 4, name: '可以在线预约办理', extension: true },
  { code: '411', level: 4, name: '跑大厅一次办完', extension: true },
  { code: '412', level: 4, name: '可以使用自助机办理', extension: true },
  { code: '413', level: 4, name: '服务态度较好', extension: true },
  { code: '307', level: 3, name: '一次性告知需要补正的材料', extension: false },
  { code: '308', level: 3, name: '提供申报材料样本', extension: false },
  { code: '309', level: 3, name: '在承诺的时间内办结', extension: false },
  { code: '310', level: 3, name: '办事指南指引准确', extension: true },
  { code: '311', level: 3, name: '按办事指南要求的材料即可办理', extension: true },
  { code: '312', level: 3, name: '可以快递送达', extension: true },
  { code: '313', level: 3, name: '跑动次数与承诺的一致', extension: true },
  { code: '314', level: 3, name: '服务态度一般', extension: true },
  { code: '207', level: 2, name: '没有提供材料样本', extension: false },
  { code: '208', level: 2, name: '没有提供材料清单', extension: false },
  { code: '209', level: 2, name: '未在承诺时间内办结', extension: false },
  { code: '210', level: 2, name: '同样内容的证明材料被要求多次提交', extension: true },
  { code: '211', level: 2, name: '承诺网办但无法在线办理', extension: true },
  { code: '212', level: 2, name: '在线预约办理后到实体大厅重复取号排队', extension: true },
  { code: '213', level: 2, name: '窗口人员业务不熟练', extension: true },
  { code: '214', level: 2, name: '服务态度生硬', extension: true },
  { code: '108', level: 1, name: '在办事指南之外增加新的审批条件', extension: false },
  { code: '109', level: 1, name: '需提供办事指南之外的申报材料', extension: false },
  { code: '110', level: 1, name: '无理由超过法定办理时间', extension: false },
  { code: '111', level: 1, name: '办事指南提供样本有错', extension: true },
  { code: '112', level: 1, name: '承诺在线收取申报材料实际无法收取', extension: true },
  { code: '113', level: 1, name: '多头跑窗口和部门', extension: true },
  { code: '114', level: 1, name: '跑动次数与承诺的不一致', extension: true },
  { code: '115', level: 1, name: '服务态度差效率低', extension: true },
]

export const indicator = (code: string): Indicator | undefined =>
  indicators.find((each) => each.code === code)
