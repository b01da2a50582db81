import type { SameTexts } from '../language.ts'
import type * as zh from '../zh-CN/estimates-file.ts'

export const estimatesFile: SameTexts<typeof zh.estimatesFile> = {
  title: 'Estimates held to account',
  file: 'waiting-estimates',
  to: 'to',
  scope: { head: 'Scope', total: 'Total', day: 'Day', service: 'Service' },
  name: 'Name',
  told: 'Told',
  n: 'n',
  withinP50: 'Within P50',
  withinP90: 'Within P90',
  within80: '80 % interval',
  between: 'Between P50 and P90',
  error: 'Mean error (min)',
  plainN: 'n of comparison',
  plainError: 'Plain formula, error (min)',
  toldError: 'Told, error over the same (min)',
  formulas: 'Formulas',
}

export const estimateFormulas: SameTexts<typeof zh.estimateFormulas> = {
  told: 'Told = numbers given with a range; voided numbers are not counted. n are those whose first leg was called, and every other figure is of these.',
  waited: 'Waited = first call − taking the number, since a range is told from that moment on.',
  withinP50:
    'Within P50 = numbers that waited no longer than the P50 told ÷ n, and should be near 50 %; within P90 likewise, near 90 %.',
  within80:
    '80 % interval = numbers that waited between the P10 and the P90 told ÷ n, and should be near 80 %.',
  between:
    'Between P50 and P90 = numbers that waited longer than the P50 and no longer than the P90 ÷ n, and should be near 40 %.',
  meanError: 'Mean error = the mean of |waited − P50 told|.',
  plain:
    'Plain formula = those ahead × the day’s mean service of that service ÷ open counters; nobody is told it, it is kept for comparison. Its error is made the same way, and that of what was told over the same numbers, with their own n.',
}

export const whatIfFormulas: SameTexts<typeof zh.whatIfFormulas> = {
  whatIf:
    'What if = the same people on the same day come when they came, each taking as long as they took (those never called: drawn from the day’s own times), counters at work when they were, called by the hall’s real rules. Legs after a transfer or a return come when they really came.',
  played:
    '"Played as it was" plays the same day by its own rules; the change is to be compared with it, not with the day itself, so that what playing gets wrong is not taken for an effect of the change.',
  byClosing:
    'Called by closing = legs called before the last session’s end; wait = call − max(queued, slot start), P50 and P90 are nearest-rank percentiles.',
}
