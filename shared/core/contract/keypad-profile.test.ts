import { expect, test } from 'vitest'
import { KeypadProfileFile, wrongIn } from './keypad-profile.ts'
import { exampleFile, ff68File } from './keypad-profiles.ts'
import { Device } from './station.ts'

test('the profiles we ship are good, also after a journey through text', () => {
  for (const file of [ff68File, exampleFile])
    expect(KeypadProfileFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file)
})

const key = (name: string, data: string) => ({ key: name, data })
test.each<[string, object, { path: string; problem: string }[]]>([
  ['no head', { head: '' }, [{ path: 'head', problem: 'empty' }]],
  ['a head without the length', { head: 'FF 68' }, [{ path: 'head', problem: 'noLength' }]],
  ['a head that any byte begins', { head: 'LL 68' }, [{ path: 'head', problem: 'empty' }]],
  ['a head that is no bytes', { head: 'FF6' }, [{ path: 'head', problem: 'notBytes' }]],
  ['a tail that is no bytes', { tail: 'end' }, [{ path: 'tail', problem: 'notBytes' }]],
  [
    'a key that has two codes',
    { keys: [key('recall', '01'), key('recall', '02')] },
    [{ path: 'keys.1.key', problem: 'keyTwice' }],
  ],
  [
    'a code that is two keys',
    { keys: [key('recall', '0a'), key('hold', '0A')] },
    [{ path: 'keys.1.data', problem: 'bytesTwice' }],
  ],
  [
    'a code longer than a body',
    { keys: [key('recall', '01 02 03 04 05 06 07')] },
    [{ path: 'keys.0.data', problem: 'bodyTooLong' }],
  ],
  ['a field nobody knows', { speed: 9600 }, [{ path: 'speed', problem: 'unknownField' }]],
  ['a field left out', { tail: undefined }, [{ path: 'tail', problem: 'shape' }]],
  ['no keys', { keys: [] }, [{ path: 'keys', problem: 'empty' }]],
  [
    'more digits than a body takes',
    { digits: { positions: 7, blank: '0A' } },
    [{ path: 'digits.positions', problem: 'bodyTooLong' }],
  ],
  ['ratings that are keys', { ratingFunction: '01' }, [{ path: 'ratingFunction', problem: 'functionTwice' }]],
  [
    'an acknowledgement that would rate',
    { ratingAcknowledgedFunction: '11' },
    [{ path: 'ratingAcknowledgedFunction', problem: 'unlikeRating' }],
  ],
  [
    'one mark of two levels',
    {
      ratings: [
        { value: '00', level: 5 },
        { value: '00', level: 4 },
      ],
    },
    [{ path: 'ratings.1.value', problem: 'ratingTwice' }],
  ],
])('%s is refused at its field, with the reason', (_, change, problems) => {
  const file = { ...ff68File, ...change }
  expect(wrongIn(file)).toEqual(expect.arrayContaining(problems))
})

const bus = { id: 'bus', kind: 'keypads', address: 'tcp://10.0.0.9:4001', counters: [] }

test('a line speaks FF 68 unless its set-up brings a profile', () => {
  expect(Device.parse(bus)).toMatchObject({ profile: 'ff68' })
  expect(Device.parse({ ...bus, profile: exampleFile })).toMatchObject({ profile: exampleFile })
})

test.each([{ ...exampleFile, head: '' }, { ...exampleFile, checksum: 'crc' }, 'ff69'])(
  'a set-up with a wrong profile is refused and says where',
  (profile) => {
    const { error } = Device.safeParse({ ...bus, profile })
    expect(error?.issues[0]).toMatchObject({ path: expect.arrayContaining(['profile']) })
    expect(error?.issues[0]?.message).not.toBe('')
  },
)

test('a program is named, never given by its path', () => {
  const with_ = (address: string) => Device.safeParse({ ...bus, address }).success
  expect(with_('command:vendor-keypad')).toBe(true)
  for (const address of ['command:/bin/sh', 'command:../sh', 'command:sh -c id', 'command:'])
    expect(with_(address)).toBe(false)
})
