/** One line of outcome; the process ends non-zero when any is not ok. */
export interface Line {
  check: string
  ok: boolean
  [figure: string]: unknown
}

export type Tell = (line: Line) => void
