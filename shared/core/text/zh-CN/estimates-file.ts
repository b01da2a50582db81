/** The words of the file that holds the waits told to account. */
export const estimatesFile = {
  title: '等候估计核对',
  file: '等候估计核对',
  to: '至',
  scope: { head: '范围', total: '合计', day: '日期', service: '业务' },
  name: '名称',
  told: '已告知',
  n: 'n',
  withinP50: '不超过 P50',
  withinP90: '不超过 P90',
  within80: '80% 区间',
  between: 'P50–P90 之间',
  error: '平均误差（分钟）',
  plainN: '对照 n',
  plainError: '简单算法误差（分钟）',
  toldError: '同号所告知误差（分钟）',
  formulas: '计算口径',
} as const

/** How each figure about estimates is made, as every such report prints it. */
export const estimateFormulas = {
  told: '已告知 = 取号时告诉了等候范围的号票数；作废的号不计。n 为其中首个环节已叫到的号，其余各数都只计这些号。',
  waited: '实际等候 = 首次叫号 − 取号，因为范围是从取号那一刻说起的。',
  withinP50: '不超过 P50 = 实际等候不超过所告知 P50 的号 ÷ n，应接近 50%；不超过 P90 同理，应接近 90%。',
  within80: '80% 区间 = 实际等候在所告知 P10 与 P90 之间的号 ÷ n，应接近 80%。',
  between: 'P50–P90 之间 = 实际等候超过 P50 而不超过 P90 的号 ÷ n，应接近 40%。',
  meanError: '平均误差 = |实际等候 − 所告知 P50| 的平均。',
  plain:
    '简单算法 = 前面人数 × 当天该业务平均办理时间 ÷ 开放窗口数，不告诉任何人，只作对照；误差同样计算，所告知的误差也只在相同的号上比较，n 单列。',
}

/** How a day that might have been is made. */
export const whatIfFormulas = {
  whatIf:
    '假设推演 = 同一天、同样的人按实际到达时刻到来，每人办理时间与当天相同（未被叫到的按当天的分布抽取），窗口按当天实际在岗时间，叫号用大厅真正的规则。转移和召回的环节按实际时刻到来。',
  played:
    '“按原样推演”用当天自己的规则推演同一天；假设与它比较，不与实际比较，这样推演本身的偏差不会算到假设头上。',
  byClosing:
    '下班前叫到 = 在最后一个时段结束前叫到的环节；等候 = 叫号 − max(进入排队, 预约时段开始)，P50、P90 为最近秩百分位数。',
}
