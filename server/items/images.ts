import { createHash } from 'node:crypto'
import type { Clock } from '@jiaohao/core/clock.ts'
import { mostImageBytes } from '@jiaohao/core/contract/items.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { Db } from '../journal/database.ts'

const mostImages = 4_000

/** Pictures of filled-in forms, each kept once under the hash of its bytes, so that a version never changes its picture. */
export function openItemImages(db: Db, clock: Clock, hall: string) {
  const insert = db.prepare(
    'insert into item_image (hall, id, type, bytes, added_at_ms) values (?, ?, ?, ?, ?) on conflict do nothing',
  )
  const count = db.prepare<[string], { n: number }>('select count(*) as n from item_image where hall = ?')
  const one = db.prepare<[string, string], { type: string; bytes: Buffer }>(
    'select type, bytes from item_image where hall = ? and id = ?',
  )
  return {
    add: (bytes: Buffer): { imageId: string } | Refused => {
      const type = typeOf(bytes)
      if (type === null || bytes.length > mostImageBytes) return refused('invalid')
      if ((count.get(hall)?.n ?? 0) >= mostImages) return refused('tooMuch')
      const imageId = createHash('sha256').update(bytes).digest('base64url')
      insert.run(hall, imageId, type, bytes, clock.now())
      return { imageId }
    },
    read: (imageId: string) => one.get(hall, imageId),
  }
}

export type ItemImages = ReturnType<typeof openItemImages>

/** By their first bytes, never by what a browser says; no SVG, which may hold programs. */
function typeOf(bytes: Buffer): string | null {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg'
  const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF'
  return riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'image/webp' : null
}
