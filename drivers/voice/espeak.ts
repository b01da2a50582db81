import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileOf } from '@jiaohao/core/text/language.ts'
import { spelled } from '@jiaohao/core/text/spelled.ts'
import { levelled, trimmed } from './level.ts'
import { pinyinOf } from './pinyin.ts'
import { wordsOf } from './read-words.ts'
import type { Sentence, Voice } from './voices.ts'
import { decodeWav, encodeWav } from './wav.ts'

/** `wordsPerMinute` 140 gives elderly ears time: 请A001号到3号窗口 lasts about 4 s. `limitMs` ends a hung engine. */
export interface Espeak {
  command?: string
  wordsPerMinute?: number
  limitMs?: number
}

/** The espeak-ng program of this machine (Debian package `espeak-ng`, 1.49 or newer), one child per sentence. */
export async function openEspeak(options: Espeak = {}): Promise<Voice | { refused: string }> {
  const { command = 'espeak-ng', wordsPerMinute = 140, limitMs = 5_000 } = options
  const espeak = async (...args: string[]) =>
    (await run(command, args, { timeout: limitMs, killSignal: 'SIGKILL', encoding: 'buffer', maxBuffer }))
      .stdout
  try {
    const voices = await espeak('--voices=cmn')
    if (!voices.includes('cmn-latn-pinyin'))
      return { refused: `${command} is too old: it has no voice cmn-latn-pinyin` }
  } catch (cause) {
    return { refused: `${command} does not run here: ${cause instanceof Error ? cause.message : cause}` }
  }
  return {
    name: 'espeak-ng',
    render: async (sentence) => {
      const { voice, text } = engineInput(sentence)
      const read = decodeWav(
        await espeak(
          '-v',
          voice,
          '-s',
          String(Math.round(wordsPerMinute * (sentence.pace ?? 1))),
          '--stdout',
          text,
        ),
      )
      if ('refused' in read) throw new Error(`${command} answered what is ${read.refused}`)
      return encodeWav(levelled(trimmed(read.sound)))
    },
  }
}

/** The engine's voice and text for a sentence; the text holds no number and cannot be taken for an option. */
export function engineInput({ call, language, one }: Sentence): { voice: string; text: string } {
  const parts = spelled(call, language, one)
  const { espeak: voice, letterNames } = fileOf(language).speech
  return { voice, text: voice === 'cmn-latn-pinyin' ? pinyinOf(parts) : wordsOf(parts, letterNames) }
}

const run = promisify(execFile)
/** A minute and a half of speech. */
const maxBuffer = 4 * 1024 * 1024
