import type { Verb } from './verbs.ts'

/** Verbs a keypad's key can mean; 暂停 also ends a pause, as F8 does. */
export const keypadVerbs = [
  'next',
  'recall',
  'start',
  'finish',
  'miss',
  'hold',
  'transfer',
  'pause',
  'nextAfterFinish',
  'finishAndWrapUp',
] as const satisfies readonly Verb[]
export type KeypadVerb = (typeof keypadVerbs)[number]

/** The USB keypad at this browser: whether it is listened to, and which code means which verb; '' is none. */
export interface KeypadSettings {
  on: boolean
  codes: Record<KeypadVerb, string>
}

/** The order of the F-keys. */
export const usualKeypad: KeypadSettings = {
  on: false,
  codes: Object.fromEntries(
    keypadVerbs.map((verb, i) => [verb, i < 8 ? `${i + 1}` : '']),
  ) as KeypadSettings['codes'],
}

const place = 'jiaohao.keypad'
const isCode = (code: unknown): code is string => typeof code === 'string' && /^[0-9+\-*/.]{0,6}$/.test(code)

export const storedKeypad = (): KeypadSettings => keypadIn(localStorage.getItem(place))
export const storeKeypad = (settings: KeypadSettings): void =>
  localStorage.setItem(place, JSON.stringify(settings))

/** What an earlier version of this page, or a hand, may have left there; whatever is wrong is as usual. */
export function keypadIn(text: string | null): KeypadSettings {
  if (text === null) return usualKeypad
  try {
    const { on, codes } = JSON.parse(text) as { on?: unknown; codes?: Record<string, unknown> }
    const code = (verb: KeypadVerb) => (isCode(codes?.[verb]) ? codes[verb] : usualKeypad.codes[verb])
    return {
      on: on === true,
      codes: Object.fromEntries(keypadVerbs.map((verb) => [verb, code(verb)])) as KeypadSettings['codes'],
    }
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof TypeError) return usualKeypad
    throw problem
  }
}

/** The verb of a code; the first when two have it, which the panel shows as wrong. */
export const verbOfCode = ({ codes }: KeypadSettings, code: string): KeypadVerb | undefined =>
  keypadVerbs.find((verb) => code !== '' && codes[verb] === code)

/** Verbs whose code an earlier one already has. */
export const doubledVerbs = (settings: KeypadSettings): KeypadVerb[] =>
  keypadVerbs.filter(
    (verb) => settings.codes[verb] !== '' && verbOfCode(settings, settings.codes[verb]) !== verb,
  )

/** A code as it may be typed into the panel: only what a keypad can send. */
export const asCode = (typed: string): string => typed.replace(/[^0-9+\-*/.]/g, '').slice(0, 6)
