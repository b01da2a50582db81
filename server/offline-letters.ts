import type { Stations } from './stations.ts'

/** Which kiosk gives numbers with which letter while the hub is away; told when that has changed. */
export function openOfflineLetters(stations: Pick<Stations, 'list' | 'onChanged'>, onDifferent: () => void) {
  const read = (): Record<string, string> =>
    Object.fromEntries(
      stations
        .list()
        .filter(({ kind, offlineLetter }) => kind === 'kiosk' && offlineLetter !== '')
        .map(({ id, offlineLetter }) => [id, offlineLetter]),
    )
  let letters = read()

  stations.onChanged(() => {
    const now = read()
    if (JSON.stringify(now) === JSON.stringify(letters)) return
    letters = now
    onDifferent()
  })

  return (): Readonly<Record<string, string>> => letters
}
