import * as z from 'zod'
import { id, plainText } from './plain-text.ts'

/** A published class this citizen is of, and the ground it was granted on (T6). */
export const Priority = z.strictObject({ classId: id, ground: plainText(60) })

/** A person by a keyed hash of the card that was read, and a mask the hub can show; never the number itself (T9). */
export const Identity = z.strictObject({
  hash: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  masked: plainText(40),
})
export type Identity = z.infer<typeof Identity>
