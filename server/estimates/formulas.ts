import type { EstimatesReport } from '@jiaohao/core/contract/estimates.ts'

/** How each figure about estimates is made, as every such report prints it. */
export const estimateFormulas: EstimatesReport['formulas'] = [
  {
    figure: 'told',
    'zh-CN':
      '已告知 = 取号时告诉了等候范围的号票数；作废的号不计。n 为其中首个环节已叫到的号，其余各数都只计这些号。',
    en: 'Told = numbers given with a range; voided numbers are not counted. n are those whose first leg was called, and every other figure is of these.',
  },
  {
    figure: 'waited',
    'zh-CN': '实际等候 = 首次叫号 − 取号，因为范围是从取号那一刻说起的。',
    en: 'Waited = first call − taking the number, since a range is told from that moment on.',
  },
  {
    figure: 'withinP50',
    'zh-CN': '不超过 P50 = 实际等候不超过所告知 P50 的号 ÷ n，应接近 50%；不超过 P90 同理，应接近 90%。',
    en: 'Within P50 = numbers that waited no longer than the P50 told ÷ n, and should be near 50 %; within P90 likewise, near 90 %.',
  },
  {
    figure: 'within80',
    'zh-CN': '80% 区间 = 实际等候在所告知 P10 与 P90 之间的号 ÷ n，应接近 80%。',
    en: '80 % interval = numbers that waited between the P10 and the P90 told ÷ n, and should be near 80 %.',
  },
  {
    figure: 'between',
    'zh-CN': 'P50–P90 之间 = 实际等候超过 P50 而不超过 P90 的号 ÷ n，应接近 40%。',
    en: 'Between P50 and P90 = numbers that waited longer than the P50 and no longer than the P90 ÷ n, and should be near 40 %.',
  },
  {
    figure: 'meanError',
    'zh-CN': '平均误差 = |实际等候 − 所告知 P50| 的平均。',
    en: 'Mean error = the mean of |waited − P50 told|.',
  },
  {
    figure: 'plain',
    'zh-CN':
      '简单算法 = 前面人数 × 当天该业务平均办理时间 ÷ 开放窗口数，不告诉任何人，只作对照；误差同样计算，所告知的误差也只在相同的号上比较，n 单列。',
    en: 'Plain formula = those ahead × the day’s mean service of that service ÷ open counters; nobody is told it, it is kept for comparison. Its error is made the same way, and that of what was told over the same numbers, with their own n.',
  },
]

/** How a day that might have been is made. */
export const whatIfFormulas: EstimatesReport['formulas'] = [
  {
    figure: 'whatIf',
    'zh-CN':
      '假设推演 = 同一天、同样的人按实际到达时刻到来，每人办理时间与当天相同（未被叫到的按当天的分布抽取），窗口按当天实际在岗时间，叫号用大厅真正的规则。转移和召回的环节按实际时刻到来。',
    en: 'What if = the same people on the same day come when they came, each taking as long as they took (those never called: drawn from the day’s own times), counters at work when they were, called by the hall’s real rules. Legs after a transfer or a return come when they really came.',
  },
  {
    figure: 'played',
    'zh-CN':
      '“按原样推演”用当天自己的规则推演同一天；假设与它比较，不与实际比较，这样推演本身的偏差不会算到假设头上。',
    en: '"Played as it was" plays the same day by its own rules; the change is to be compared with it, not with the day itself, so that what playing gets wrong is not taken for an effect of the change.',
  },
  {
    figure: 'byClosing',
    'zh-CN':
      '下班前叫到 = 在最后一个时段结束前叫到的环节；等候 = 叫号 − max(进入排队, 预约时段开始)，P50、P90 为最近秩百分位数。',
    en: 'Called by closing = legs called before the last session’s end; wait = call − max(queued, slot start), P50 and P90 are nearest-rank percentiles.',
  },
]
