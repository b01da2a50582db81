import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { dialOf } from './dial.ts'
import { memoryPipe } from './memory.ts'
import { canPairSerial, openSerialPair, type SerialPair } from './serial-pair.ts'
import type { Wire } from './wire.ts'

const socat = canPairSerial()
let pair: SerialPair | undefined
afterEach(() => pair?.pull())

async function serialPair() {
  pair = await openSerialPair()
  return pair.ends
}

/** Resolves when the wire has given this many bytes. */
const bytesFrom = (wire: Wire, count: number) =>
  new Promise<Buffer>((all) => {
    let come = Buffer.alloc(0)
    wire.onBytes((bytes) => {
      come = Buffer.concat([come, bytes])
      if (come.length >= count) all(come)
    })
  })

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

test('an address that cannot be meant is refused at once', () => {
  expect(() => dialOf('tcp://10.0.0.9')).toThrow('needs a host and a port')
  expect(() => dialOf('serial:///dev/ttyS0?baud=fast')).toThrow('no baud rate')
  expect(() => dialOf('http://10.0.0.9:80')).toThrow('neither tcp, serial nor file')
  expect(() => dialOf('lp0')).toThrow()
})

test('nobody there is a rejection with its reason, never a crash', async () => {
  await expect(dialOf('tcp://127.0.0.1:1')()).rejects.toThrow('ECONNREFUSED')
  await expect(dialOf('serial:///dev/no-such-port')()).rejects.toThrow('No such file')
})

test('bytes that come before anyone listens are kept', async () => {
  const [here, there] = memoryPipe()
  await there.send(Uint8Array.of(1, 2))
  await Promise.resolve()
  expect([...(await bytesFrom(here, 2))]).toEqual([1, 2])
})

test('a dropped TCP wire says so, once, and takes no more', async () => {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const bound = server.address()
  const wire = await dialOf(`tcp://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`)()
  wire.drop()
  expect(await wire.closed).toBe('dropped here')
  await expect(wire.send(Uint8Array.of(1))).rejects.toThrow('closed')
  server.close()
})

test.skipIf(!socat)(
  'a serial line carries every byte both ways, and a new port opens after a closed one',
  async () => {
    const [a, b] = await serialPair()
    for (let round = 0; round < 2; round += 1) {
      const near = await dialOf(`serial://${a}?baud=57600`)()
      const far = await dialOf(`serial://${b}`)()
      const heard = [bytesFrom(far, 256), bytesFrom(near, 256)]
      await near.send(everyByte)
      await far.send(everyByte)
      for (const bytes of await Promise.all(heard)) expect(Buffer.compare(bytes, everyByte)).toBe(0)
      near.close()
      far.drop()
      expect(await near.closed).toBe('closed here')
    }
  },
)

test.skipIf(!socat)('a serial port that is pulled closes its wire', async () => {
  const [a] = await serialPair()
  const wire = await dialOf(`serial://${a}`)()
  pair?.pull()
  expect(await wire.closed).toBeTruthy()
  await expect(wire.send(Uint8Array.of(1))).rejects.toThrow()
})

test.skipIf(!socat)('a character device answers on the file it is written to', async () => {
  const [a, b] = await serialPair()
  const device = await dialOf(`file://${a}`)()
  const printer = await dialOf(`file://${b}`)()
  const heard = bytesFrom(printer, 256)
  const answered = bytesFrom(device, 1)
  await device.send(everyByte)
  expect(Buffer.compare(await heard, everyByte)).toBe(0)
  await printer.send(Uint8Array.of(0x12))
  expect([...(await answered)]).toEqual([0x12])
  device.close()
  printer.close()
  expect(await device.closed).toBe('closed here')
})
