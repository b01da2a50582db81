import { accessible } from './accessible.ts'
import { board } from './board.ts'
import { book } from './book.ts'
import { checkIn } from './check-in.ts'
import { evaluator } from './evaluator.ts'
import { guide } from './guide.ts'
import { kiosk } from './kiosk.ts'
import { levels } from './levels.ts'
import { needs } from './needs.ts'
import { pairing } from './pairing.ts'
import { phone } from './phone.ts'
import { refusals } from './refusals.ts'
import { standing } from './standing.ts'
import { wait } from './wait.ts'
import { why } from './why.ts'

/** Every screen a citizen stands before. */
export const citizen = {
  accessible,
  board,
  book,
  checkIn,
  evaluator,
  guide,
  kiosk,
  levels,
  needs,
  pairing,
  phone,
  refusals,
  standing,
  wait,
  why,
}
