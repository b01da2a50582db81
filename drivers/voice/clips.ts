import { readFile } from 'node:fs/promises'
import { basename, join as joinPath } from 'node:path'
import { formsOf } from '@jiaohao/core/text/announcement.ts'
import { isLanguage, type Language, languages } from '@jiaohao/core/text/language.ts'
import { type Part, spelled } from '@jiaohao/core/text/spelled.ts'
import { levelled, trimmed } from './level.ts'
import type { Sentence, Voice } from './voices.ts'
import { decodeWav, encodeWav, format, join, type Sound, silence } from './wav.ts'

/** `manifest.json` beside the recordings: which WAV file of the folder says which words (README). */
interface Manifest {
  name: string
  language: Language
  clips: Record<string, string>
}

/**
 * A folder of recorded clips. All are read at once (a hundred words are about 4 MB), cut of silence and levelled.
 * What nobody recorded of a service or of the hall's own wording makes it the shortest sentence; a missing letter or digit makes the sentence unsayable here.
 */
export async function openClips(folder: string): Promise<Voice | { refused: string }> {
  const refuse = (reason: string) => ({ refused: `clips in ${folder}: ${reason}` })
  let manifest: Manifest | { refused: string }
  const clips = new Map<string, Sound>()
  try {
    manifest = parseManifest(JSON.parse(await readFile(joinPath(folder, 'manifest.json'), 'utf8')))
    if ('refused' in manifest) return refuse(manifest.refused)
    for (const [words, file] of Object.entries(manifest.clips)) {
      const read = decodeWav(await readFile(joinPath(folder, file)))
      if ('refused' in read) return refuse(`${file} is ${read.refused}`)
      clips.set(words, levelled(trimmed(read.sound)))
    }
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause))
  }
  const formats = new Set([...clips.values()].map(format))
  if (formats.size !== 1)
    return refuse(`all must share one format, found ${[...formats].join(' and ') || 'none'}`)
  const { language, name } = manifest
  return { name: `clips ${name}`, render: async (sentence) => encodeWav(sayWith(clips, language, sentence)) }
}

function sayWith(clips: ReadonlyMap<string, Sound>, recorded: Language, sentence: Sentence): Sound {
  const { call, language, one } = sentence
  if (language !== recorded) throw new Error(`no clips in ${language}`)
  const [full, bare] = formsOf(call).map((form) =>
    spelled(form, language, one).flatMap((part) => asRecorded(clips, part)),
  ) as [Part[], Part[]]
  const parts = missing(clips, full).length === 0 ? full : bare
  const unsayable = missing(clips, parts)
  if (unsayable.length > 0) throw new Error(`no clip for ${unsayable.join(' ')}`)
  const sounds = parts.flatMap((part) => soundsOf(clips, part, sentence.pace ?? 1))
  const [first, ...rest] = sounds
  if (!first) throw new Error('nothing to say')
  return join([first, ...rest])
}

/** The hall's own words from the longest clips that make them up: 号到 from 号 and 到. */
function asRecorded(clips: ReadonlyMap<string, Sound>, part: Part): Part[] {
  if (part.read !== 'words' || clips.has(part.text)) return [part]
  const found: Part[] = []
  for (let rest = part.text.trim(); rest !== ''; ) {
    const longest = [...clips.keys()]
      .filter((words) => rest.startsWith(words))
      .reduce((best, words) => (words.length > best.length ? words : best), '')
    if (longest === '') return [part]
    found.push({ read: 'words', text: longest })
    rest = rest.slice(longest.length).trimStart()
  }
  return found
}

function missing(clips: ReadonlyMap<string, Sound>, parts: readonly Part[]): string[] {
  return parts.flatMap((part) => (part.read === 'pause' || clips.has(part.text) ? [] : [part.text]))
}

/** Between clips a breath, so that 零零 is heard as two; a pause is what the comma is to a reader. */
const breathMs = 40
const pauseMs = 400
const slowerMs = 600

/** A recording keeps its own speed: slower is a longer breath after every word. */
function soundsOf(clips: ReadonlyMap<string, Sound>, part: Part, pace: number): Sound[] {
  const [any] = clips.values()
  if (!any) return []
  if (part.read === 'pause') return [silence(any, pauseMs / pace)]
  const clip = clips.get(part.text)
  return clip ? [clip, silence(any, breathMs + (1 - pace) * slowerMs)] : []
}

/** A file name may not leave the folder. */
function parseManifest(json: unknown): Manifest | { refused: string } {
  if (typeof json !== 'object' || json === null) return { refused: 'manifest.json is no object' }
  const { name, language, clips } = json as Record<string, unknown>
  if (typeof name !== 'string') return { refused: 'manifest.json has no name' }
  if (typeof language !== 'string' || !isLanguage(language))
    return { refused: `its language is none of ${languages.join(', ')}` }
  if (typeof clips !== 'object' || clips === null) return { refused: 'manifest.json lists no clips' }
  const files: Manifest['clips'] = {}
  for (const [words, file] of Object.entries(clips)) {
    if (typeof file !== 'string' || basename(file) !== file || file === '..')
      return { refused: `the clip for ${words} is no file of the folder` }
    files[words] = file
  }
  return { name, language, clips: files }
}
