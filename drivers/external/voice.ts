import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '@jiaohao/core/clock.ts'
import { spelled, spelledText } from '@jiaohao/core/text/spelled.ts'
import { type LinkCounters, openLink } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { levelled, trimmed } from '../voice/level.ts'
import type { Sentence, Voice } from '../voice/voices.ts'
import { decodeWav, encodeWav } from '../voice/wav.ts'
import { answerTo, greet, questionIds, stateHeartbeat } from './greeting.ts'
import { decodeLines, lineOf, type Said } from './lines.ts'

export interface ProgramVoiceOptions {
  dial: Dial
  clock: Clock
  random: () => number
  /** Where its sounds lie until they are read; nobody else's may. */
  folder: string
  onLog: (line: string) => void
  /** A sentence that is not made by then goes to the next voice, and the program is ended. */
  madeWithinMs?: number
}

/** A voice in a program, as one that wraps an engine with a model: it writes each sentence as a WAV file. */
export interface ProgramVoice extends Voice {
  counters(): LinkCounters
  close(): Promise<void>
}

/** A minute and a half of speech at 44,100 Hz. */
const mostSoundBytes = 8 * 1024 * 1024

export function openProgramVoice(options: ProgramVoiceOptions): ProgramVoice {
  const { dial, clock, random, folder, onLog, madeWithinMs = 10_000 } = options
  const nextId = questionIds()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const link = openLink<Said>({
    dial,
    clock,
    random,
    decode: decodeLines(onLog),
    onOpen: (talk) => greet(talk, { kind: 'voice' }),
    heartbeat: stateHeartbeat(nextId, () => {}),
  })

  async function make(sentence: Sentence, file: string): Promise<Uint8Array> {
    const { language, call, one, pace = 1 } = sentence
    const id = nextId()
    const text = readable(spelledText(spelled(call, language, one), language))
    const line = lineOf({ message: 'render', id, text, language, speed: pace, file })
    const answer = await link.ask(line, answerTo(id), madeWithinMs)
    if (answer === 'offline') throw new Error('the voice program does not run')
    if (answer === 'silent') {
      link.renew('a sentence was not made in time')
      throw new Error('the voice program did not answer')
    }
    if (answer.result !== 'done') throw new Error(`the voice program: ${answer.why || answer.result}`)
    return soundIn(file)
  }

  return {
    name: 'program',
    render: async (sentence) => {
      const file = join(folder, `${nextId()}.wav`)
      try {
        return await make(sentence, file)
      } finally {
        rmSync(file, { force: true })
      }
    },
    counters: link.counters,
    close: link.close,
  }
}

function soundIn(file: string): Uint8Array {
  const written = statSync(file, { throwIfNoEntry: false })
  if (!written?.isFile()) throw new Error('the voice program wrote no sound')
  if (written.size > mostSoundBytes) throw new Error('the voice program wrote too long a sound')
  const read = decodeWav(readFileSync(file))
  if ('refused' in read) throw new Error(`the voice program wrote what is ${read.refused}`)
  const sound = trimmed(read.sound)
  if (sound.samples.length === 0) throw new Error('the voice program wrote silence')
  return encodeWav(levelled(sound))
}

/** Between Han characters an engine takes a blank for a pause. */
const readable = (text: string): string => text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
