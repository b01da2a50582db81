import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { checkHall } from '@jiaohao/core/queue/check-hall.ts'

/** A hall being changed: the version it was begun from, that version's text, and the text as it is now. */
export interface Draft {
  version: number
  base: HallSetUp
  hall: HallSetUp
  /** Set once the hub has it; the draft goes when the page has read it back. */
  savedAs: number | null
}

/** What is wrong with one field: by the contract's name for it, in the hub's own sentence, or '' where the field's own rule tells it. */
export interface Problem {
  path: string
  said: string
  /** A figure of the hub's sentence. */
  given?: number
}

/** The draft after a change; none when everything is as it was. */
export function changed(draft: Draft, hall: HallSetUp): Draft | null {
  return JSON.stringify(hall) === JSON.stringify(draft.base) ? null : { ...draft, hall, savedAs: null }
}

/** Everything this page can find wrong by itself, before the hub is asked. */
export function check(hall: HallSetUp): Problem[] {
  const parsed = HallSetUp.safeParse(hall)
  if (parsed.success) return checkHall(hall).map(({ path, problem }) => ({ path, said: problem }))
  const paths = parsed.error.issues.map(({ path }) => path.join('.'))
  return [...new Set(paths)].map((path) => ({ path, said: '' }))
}

/** The hub names fields of its message, `hall.services.3.name` or `/hall/services/3/name`; the page those of the hall. */
export const fromHub = (problems: { path: string; problem: string; given?: number }[]): Problem[] =>
  problems.map(({ path, problem, given }) => ({
    ...(given !== undefined && { given }),
    path: path
      .replace(/[/[\]]+/g, '.')
      .replace(/^\.|\.$/g, '')
      .replace(/^(body\.)?(hall\.)?/, ''),
    said: problem,
  }))

/** The problems of one part, with what is left of their paths: `services.3` → `name`. */
export const problemsIn = (problems: readonly Problem[], part: string): Problem[] =>
  problems
    .filter(({ path }) => path === part || path.startsWith(`${part}.`))
    .map((problem) => ({ ...problem, path: problem.path.slice(part.length + 1) }))

/** The table of texts that words a field's problem: the last part of its path that is a name. */
export const fieldOf = (path: string): string =>
  path.split('.').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? ''
