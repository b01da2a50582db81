import { expect, test } from 'vitest'
import { ticketInHash } from './ticket-in-hash.ts'

test("the slip's address names ticket and secret", () => {
  expect(ticketInHash('#2026-03-11-42.Qm9y_ZW-1')).toEqual({ ticketId: '2026-03-11-42', secret: 'Qm9y_ZW-1' })
})

test.each(['', '#', '#2026-03-11-42', '#2026-03-11-42.', '#42.abc', '#2026-03-11-42.a b'])(
  '%s names nothing',
  (hash) => {
    expect(ticketInHash(hash)).toBeNull()
  },
)
