/** A published version of an item and the days it was published for. */
export interface Dated {
  version: number
  fromDay: string
  untilDay: string | null
  withdrawn: boolean
}

/** The version in force on a day of the hall: the newest of those that hold then; none while none does. */
export function inForce<Version extends Dated>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions
    .filter((each) => holdsOn(each, day))
    .reduce<Version | undefined>(
      (newest, each) => (newest && newest.version > each.version ? newest : each),
      undefined,
    )
}

const holdsOn = ({ withdrawn, fromDay, untilDay }: Dated, day: string): boolean =>
  !withdrawn && fromDay <= day && (untilDay === null || day <= untilDay)
