import * as z from 'zod'

/** How a citizen wants to be served, chosen by themselves: never why. Large print, slow speech, a low counter, a long flash. */
export const needs = ['largeSlip', 'slowSpeech', 'lowCounter', 'flash'] as const

export const Need = z.enum(needs)
export type Need = z.infer<typeof Need>

/** Each at most once. */
export const Needs = z
  .array(Need)
  .max(needs.length)
  .refine((list) => new Set(list).size === list.length, 'a need stands twice')

/**
 * How a call is to be told: `pace` is the share of the usual speed of speech, `flashes` how often a screen flashes. It
 * is all of a citizen's needs that is public, because everybody hears and sees it anyway (T10).
 */
export const Manner = z.object({ pace: z.number(), flashes: z.number() })
export type Manner = z.infer<typeof Manner>

export const usualManner: Manner = { pace: 1, flashes: 3 }

export const mannerOf = (list: readonly Need[]): Manner => ({
  pace: list.includes('slowSpeech') ? 0.7 : usualManner.pace,
  flashes: list.includes('flash') ? 9 : usualManner.flashes,
})
