import type { Report } from '@jiaohao/core/contract/routes.ts'

/** Each figure's formula in words, as every report prints it (rules §8, E12). */
export const formulas: Report['formulas'] = [
  {
    figure: 'issued',
    'zh-CN': '取号量 = 所选日期发出的号票数，作废的号不计。分业务、窗口、人员统计时按首个办理环节归属。',
    en: 'Issued = numbers given out on these days; voided numbers are not counted. In a line of one service, counter or clerk: visits whose first leg is theirs.',
  },
  {
    figure: 'called',
    'zh-CN': '叫号量 = 至少叫过一次的办理环节数；转移后的环节另计，重呼不另计。',
    en: 'Called = legs called at least once; a leg after a transfer counts again, a recall does not.',
  },
  {
    figure: 'finished',
    'zh-CN': '办结量 = 以办结结束的办理环节数；转出的环节不计。环节归最后一次叫号或回呼它的窗口和人员。',
    en: 'Finished = legs ended by finishing; legs ended by a transfer are not counted. A leg belongs to the counter and clerk that called or resumed it last.',
  },
  {
    figure: 'missed',
    'zh-CN': '过号量 = 有过号且未撤销的办理环节数，召回后办结的也计；过号率 = 过号环节 ÷ 叫号环节。',
    en: 'Missed = legs with a miss that was not undone, also when they came back later; no-show % = missed legs ÷ called legs.',
  },
  {
    figure: 'cancelled',
    'zh-CN': '取消 = 群众退号的号票数，按最后环节归属。',
    en: 'Cancelled = visits given back by the citizen, counted where their last leg is.',
  },
  {
    figure: 'expired',
    'zh-CN': '过期 = 当日日终仍未了结的号票数，按最后环节归属。',
    en: "Expired = visits still open at the end of the hall's day, counted where their last leg is.",
  },
  {
    figure: 'abandonment',
    'zh-CN': '弃号率 = 从未被叫到即取消或过期的号票 ÷ 取号量；仍在等候的不算弃号。',
    en: 'Abandonment % = visits cancelled or expired without ever being called ÷ issued; those still waiting are not abandoned.',
  },
  {
    figure: 'wait',
    'zh-CN':
      '等候时间 = 首次叫号 − max(进入排队, 预约时段开始)；早于时段开始叫号的计 0；重呼不改变。预约时段只用于首个环节。',
    en: 'Wait = first call − max(queued, slot start); 0 when called before the slot; a recall does not change it. The slot counts for the first leg alone.',
  },
  {
    figure: 'walk',
    'zh-CN': '到窗时间 = 开始办理 − 首次叫号；未到窗的不计。',
    en: 'Walk = start − first call; those who did not come are not counted.',
  },
  {
    figure: 'service',
    'zh-CN': '办理时间 = 各段办理时间之和，不含挂起；过号未到的不计，不按 0 计。',
    en: 'Service = the sum of the serving intervals without holds; no-shows are excluded, not counted as 0.',
  },
  {
    figure: 'stay',
    'zh-CN': '逗留时间 = 办结 − 取号，仅计已办结的号票，按最后环节归属。',
    en: 'Stay = finish − issue, for finished visits alone, counted where their last leg is.',
  },
  {
    figure: 'spread',
    'zh-CN': '平均数为精确算术平均，n 为样本数；P50、P90 为最近秩百分位数。',
    en: 'Means are exact, n is how many they are of; P50 and P90 are nearest-rank percentiles.',
  },
  {
    figure: 'participation',
    'zh-CN': '参评率 = 已评价 ÷ 可评价；可评价 = 有实际接触而办结的环节。未评价就是未评价，不计为任何等级。',
    en: 'Participation = rated ÷ rateable; rateable = finished legs with real contact. Unrated is unrated and counts as no level.',
  },
  {
    figure: 'satisfaction',
    'zh-CN': '满意率 = 基本满意及以上 ÷ 有等级的评价数；n 小于 5 显示“样本不足”。',
    en: 'Satisfaction = levels of 3 and above ÷ marks told by level; n below 5 reads "too few".',
  },
  {
    figure: 'levels',
    'zh-CN': '人员的评价等级只在 n 不小于 10 时汇总显示，当日所评次日起计入；不足时显示“样本不足”。',
    en: 'A clerk\'s levels are shown from n = 10 on, and marks given today from tomorrow on; below that they read "too few".',
  },
  {
    figure: 'hours',
    'zh-CN': '时段按取号时刻归入大厅当地时间的整点小时，叫号与等候随该号归入；平均等候的 n 即叫号量。',
    en: "Hours are those of the hall's clock at issue; calls and waits are counted in the hour their number was taken; the n of a mean wait is the calls beside it.",
  },
  {
    figure: 'appointments',
    'zh-CN':
      '预约数 = 时段在所选日期的预约，含已取消；爽约率 = 宽限结束仍未签到且当日未迟到签到的预约 ÷（预约数 − 已取消）；迟到 = 宽限结束后签到，计入已签到。',
    en: 'Appointments = bookings of slots on these days, cancelled ones included; no-show % = bookings not checked in by the end of the grace nor late that day ÷ (booked − cancelled); late = checked in after the grace, counted as checked in.',
  },
  {
    figure: 'availability',
    'zh-CN':
      '设备可用率 = 开放时间内设备就绪（含纸将用完）的时间 ÷ 开放时间；开放时间 = 有取号的日子的取号时段，自该设备首次回报起，今天计到此刻；n 为开放时间。',
    en: 'Availability = opening time in which the device was ready, low paper included ÷ opening time; opening time = the sessions of days on which numbers were taken, from its first report on, today until now; n is that opening time.',
  },
]
