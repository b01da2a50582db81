/** A number a kiosk gave by itself: the service's prefix, the kiosk's letter, and the kiosk's own sequence (T1). */
export interface OfflineNumber {
  series: string
  letter: string
  sequence: number
}

/** `A` and `K` make the series `AK`; no service may have that prefix. */
export const offlineSeries = (prefix: string, letter: string): string => `${prefix}${letter}`

/** `AK001`. */
export const numberIn = (series: string, sequence: number): string =>
  `${series}${String(sequence).padStart(3, '0')}`

/** `AK001` taken apart; undefined for what no kiosk gives. */
export function offlineNumberOf(number: string): OfflineNumber | undefined {
  const [, prefix, letter, digits] = /^([A-Z]{1,2})([A-Z])(\d{3,6})$/.exec(number) ?? []
  if (prefix === undefined || letter === undefined) return undefined
  return { series: offlineSeries(prefix, letter), letter, sequence: Number(digits) }
}

/** Services whose own prefix is the series some kiosk gives for another: their numbers could be the same. */
export function offlineClashes(
  services: readonly { prefix: string }[],
  letters: readonly string[],
): { at: number; letter: string }[] {
  const own = new Map(services.map(({ prefix }, at) => [prefix, at]))
  return letters.flatMap((letter) =>
    services.flatMap(({ prefix }) => {
      const at = own.get(offlineSeries(prefix, letter))
      return at === undefined ? [] : [{ at, letter }]
    }),
  )
}
