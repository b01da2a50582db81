import { Item } from '@jiaohao/core/items/item.ts'

type Sample = Item['samples'][number]

/** An item as its form holds it: lists of lines as text, days as what their fields hold. */
export interface FormValues
  extends Pick<
    Item,
    | 'name'
    | 'nameEn'
    | 'department'
    | 'serviceId'
    | 'kind'
    | 'materials'
    | 'needsNoMaterials'
    | 'result'
    | 'fee'
    | 'popular'
    | 'fromDay'
  > {
  steps: string
  basis: string
  days: number | null
  unit: 'workingDays' | 'calendarDays'
  sampleText: string
  images: Extract<Sample, { is: 'image' }>[]
  untilDay: string
  reviewBy: string
}

export function valuesOf(item: Item): FormValues {
  const { steps, basis, promised, samples, untilDay, reviewBy, ...rest } = item
  return {
    ...rest,
    steps: steps.join('\n'),
    basis: basis.join('\n'),
    days: promised?.days ?? null,
    unit: promised?.unit ?? 'workingDays',
    sampleText: samples.flatMap((sample) => (sample.is === 'text' ? sample.lines : [])).join('\n'),
    images: samples.filter((sample) => sample.is === 'image'),
    untilDay: untilDay ?? '',
    reviewBy: reviewBy ?? '',
  }
}

/** The item the form says, or at which fields it says none. */
export function itemOf(
  values: FormValues,
  sampleTitle: string,
): { item: Item; wrong: [] } | { item: null; wrong: string[] } {
  const { steps, basis, days, unit, sampleText, images, untilDay, reviewBy, ...rest } = values
  const lines = linesOf(sampleText)
  const item = Item.safeParse({
    ...rest,
    steps: linesOf(steps),
    basis: linesOf(basis),
    promised: typeof days === 'number' ? { days, unit } : null,
    samples: [...images, ...(lines.length > 0 ? [{ is: 'text', title: sampleTitle, lines }] : [])],
    untilDay: untilDay || null,
    reviewBy: reviewBy || null,
  })
  if (item.success) return { item: item.data, wrong: [] }
  return { item: null, wrong: [...new Set(item.error.issues.map(({ path }) => fieldOf(path)))] }
}

/** Which field of the form an item's field stands in. */
export function fieldOf(path: readonly PropertyKey[]): string {
  const [first = ''] = path.map(String)
  return { promised: 'days', samples: 'sampleText' }[first] ?? first
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const freshItem = (today: string): Item =>
  Item.parse({
    name: '新事项',
    fromDay: today,
    reviewBy: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`,
  })
