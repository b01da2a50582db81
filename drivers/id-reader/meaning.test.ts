import { expect, test } from 'vitest'
import { encodeSam } from './codec.ts'
import { statusWords } from './commands.ts'
import { withoutPersons } from './hide.ts'
import { samMeaning } from './meaning.ts'
import { exampleCard, twinCardText } from './twin-card.ts'
import { samVectors } from './vectors.ts'

const words = (meaning: { means: string; detail: string }[]) =>
  meaning.map(({ means, detail }) => (detail === '' ? means : `${means} ${detail}`))
const seen = (bytes: Uint8Array) => Buffer.from(withoutPersons('received', bytes))
const asSeen = (bytes: Uint8Array) => words(samMeaning('received', seen(bytes)))
const read = encodeSam(
  Buffer.concat([
    Uint8Array.of(0, 0, statusWords.done, 0x01, 0x00, 0x04, 0x00),
    twinCardText(exampleCard),
    Buffer.alloc(1024, 'WLf'),
  ]),
)

test('every published frame of a module says what it is (devices.md §4)', () => {
  const requests = new Set(['reset', 'status', 'module id', 'find', 'select', 'read'])
  const told = samVectors.map(({ name, hex }) => {
    const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
    if (!requests.has(name)) expect(seen(bytes)).toEqual(Buffer.from(bytes))
    return words(samMeaning(requests.has(name) ? 'sent' : 'received', bytes))
  })
  expect(told.flat()).toEqual([
    ...['samReset', 'samStatus', 'samModuleId', 'samFind', 'samSelect', 'samRead'],
    ...['samFound', 'samNoCard', 'samDone', 'samSelectFailed', 'samReadFailed'],
  ])
})

test('of a read card only the head of its frame is remembered, at the same length', () => {
  const hidden = seen(read)
  expect(hidden).toHaveLength(read.length)
  expect(hidden.subarray(0, 10).toString('hex')).toBe('aaaaaa96690508000090')
  expect(new Set(hidden.subarray(10))).toEqual(new Set([0x2a]))
  expect(asSeen(read)).toEqual(['samDone', 'notShown 1285'])
})

test('wherever a read card is cut, no piece of it shows more than a head', () => {
  for (let cut = 1; cut < read.length; cut += 1) {
    const shown = [seen(read.subarray(0, cut)).subarray(10), seen(read.subarray(cut))]
    for (const piece of shown) for (const byte of piece) expect(byte).toBe(0x2a)
  }
})

test('a card read behind noise, or glued to another answer, is not shown either', () => {
  const none = encodeSam(Uint8Array.of(0, 0, statusWords.noCard))
  const glued = seen(Buffer.concat([none, read])).subarray(10)
  expect(new Set(glued)).toEqual(new Set([0x2a]))
  expect(new Set(seen(Buffer.concat([Uint8Array.of(1, 2), read])))).toEqual(new Set([0x2a]))
  expect(asSeen(Uint8Array.of(1, 2, 3))).toEqual(['notShown 3'])
})
