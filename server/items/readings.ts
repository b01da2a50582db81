import type { Spelled } from '@jiaohao/core/items/search.ts'
import { pinyin, polyphonic } from 'pinyin-pro'

/** A name as it may be typed, character by character: the reading that fits the words first, then all others it has. */
export function spelledName(name: string): Spelled[] {
  const text = name.normalize('NFKC').toLowerCase()
  const fitting = pinyin(text, { type: 'array', toneType: 'none', v: true })
  const all = polyphonic(text, { type: 'array', toneType: 'none', v: true })
  return [...text].flatMap((character, i): Spelled[] => {
    if (!/[\p{L}\p{N}]/u.test(character)) return []
    if (!/\p{Script=Han}/u.test(character)) return [{ text: character, readings: [] }]
    const readings = [fitting[i] ?? '', ...(all[i] ?? [])].flatMap(asTyped)
    return [{ text: character, readings: [...new Set(readings)].filter((each) => /^[a-z]+$/.test(each)) }]
  })
}

/** ü is typed as v, and by many as u. */
const asTyped = (reading: string): string[] =>
  /v/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading]
