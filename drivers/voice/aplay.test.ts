import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openPlayer } from './aplay.ts'
import type { Sink } from './sink.ts'
import { encodeWav, silence } from './wav.ts'

const wav = encodeWav(silence({ rateHz: 8000, channels: 1 }, 10))

let path: string
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'players-'))
})

/** A stand-in for a player: `script` finds the WAV file as its last argument. */
async function install(command: string, script: string, card?: string): Promise<Sink> {
  await writeFile(join(path, command), `#!/bin/sh\nfor file; do :; done\n${script}\n`)
  await chmod(join(path, command), 0o755)
  const player = await openPlayer(path, card)
  if ('refused' in player) throw new Error(player.refused)
  return player
}

test('a machine without a player is refused in words', async () => {
  expect(await openPlayer(path)).toEqual({ refused: 'none of aplay, paplay, ffplay is installed' })
})

test('the player is given the WAV as a file, which is gone afterwards', async () => {
  const player = await install('paplay', `cp "$file" ${path}/heard.wav; echo "$file" > ${path}/where`)
  expect(await player.play(wav, 10, '请')).toBe('played')
  expect(new Uint8Array(await readFile(join(path, 'heard.wav')))).toEqual(wav)
  const where = (await readFile(join(path, 'where'), 'utf8')).trim()
  await expect(readFile(where)).rejects.toThrow('ENOENT')
})

test('aplay is preferred, and a player that fails has not played', async () => {
  await install('ffplay', 'exit 0')
  const player = await install('aplay', 'exit 1')
  expect(await player.play(wav, 10, '请')).toBe('failed')
})

test('stop ends the player at once, even before it started', async () => {
  const player = await install('aplay', `echo started > ${path}/started; exec tail -f /dev/null`)
  const early = player.play(wav, 60_000, '请')
  player.stop()
  expect(await early).toBe('failed')
  expect(await readdir(path)).not.toContain('started')
  const late = player.play(wav, 60_000, '请')
  while (!(await readdir(path)).includes('started')) await new Promise(setImmediate)
  player.stop()
  expect(await late).toBe('failed')
})

test.each([
  ['aplay', 'plughw:1,0', '-q -D plughw:1,0'],
  ['paplay', 'alsa_output.usb-x.analog-stereo', '--device=alsa_output.usb-x.analog-stereo'],
])('%s plays on the card it is told', async (command, card, told) => {
  await install('aplay', 'exit 1')
  await install('paplay', 'exit 1')
  const player = await install(command, `echo "$*" > ${path}/told`, card)
  expect(await player.play(wav, 10, '请')).toBe('played')
  expect(await readFile(join(path, 'told'), 'utf8')).toContain(`${told} /`)
})

test('a player that cannot be told the card does not play on another', async () => {
  await install('ffplay', 'exit 0')
  expect(await openPlayer(path, 'plughw:1,0')).toEqual({
    refused: 'none of aplay, paplay is installed, to play on plughw:1,0',
  })
})
