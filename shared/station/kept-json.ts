import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type * as z from 'zod'
import { rewrite } from './append-log.ts'

/** One thing a station keeps for the time without the hub, on disk as it was last put; undefined when there is none. */
export interface KeptJson<T> {
  get(): T | undefined
  put(value: T): void
}

export function openKeptJson<T>(file: string, shape: z.ZodType<T>): KeptJson<T> {
  mkdirSync(dirname(file), { recursive: true })
  let text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  let kept = read()

  /** Of an older version, or damaged: as good as none. The hub says it again. */
  function read(): T | undefined {
    try {
      return shape.safeParse(JSON.parse(text)).data
    } catch (problem) {
      if (problem instanceof SyntaxError) return undefined
      throw problem
    }
  }

  return {
    get: () => kept,
    put: (value) => {
      const now = JSON.stringify(value)
      if (now === text) return
      rewrite(file, now)
      text = now
      kept = value
    },
  }
}
