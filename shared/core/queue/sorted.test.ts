import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, get, put, rank, remove, type Sorted, sizeOf, sorted, values } from './sorted.ts'

const change = fc.oneof(
  fc.record({ put: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ remove: fc.integer({ min: 0, max: 60 }) }),
)

test('a sorted map answers like a plain map and a sorted list, and stays balanced', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
      const plain = new Map<number, string>()
      let map = sorted<number, string>((a, b) => a - b)
      for (const [i, c] of changes.entries()) {
        if ('put' in c) {
          plain.set(c.put, `v${i}`)
          map = put(map, c.put, `v${i}`)
        } else {
          plain.delete(c.remove)
          map = remove(map, c.remove)
        }
      }
      const keys = [...plain.keys()].sort((a, b) => a - b)
      expect(values(map)).toEqual(keys.map((k) => plain.get(k)))
      expect(sizeOf(map)).toBe(keys.length)
      for (const [i, k] of keys.entries()) {
        expect(get(map, k)).toBe(plain.get(k))
        expect(rank(map, k)).toBe(i)
        expect(at(map, i)?.[0]).toBe(k)
      }
      expect(depth(map.root)).toBeLessThanOrEqual(2.5 * Math.log2(keys.length + 1) + 1)
    }),
  )
})

test('a change leaves the map it came from as it was', () => {
  const one = put(
    sorted<number, string>((a, b) => a - b),
    1,
    'a',
  )
  remove(put(one, 2, 'b'), 1)
  expect(values(one)).toEqual(['a'])
})

function depth(tree: Sorted<number, string>['root']): number {
  return tree ? 1 + Math.max(depth(tree.left), depth(tree.right)) : 0
}
