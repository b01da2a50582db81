import { useTexts } from '@jiaohao/screen/texts.tsx'
import type * as z from 'zod'
import { fieldOf, type Problem } from './draft.ts'

/** A form rule that is the contract's own schema, with the field's problem in words. */
export const ruleOf = (schema: z.ZodType, words: string) => ({
  validator: (_: unknown, value: unknown) =>
    schema.safeParse(value ?? '').success ? Promise.resolve() : Promise.reject(new Error(words)),
})

/** A problem in words: the hub's own where it said some, else what this field wants. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTexts()
  return ({ path, said }) => {
    if (said !== '') return said
    const key = `hall.wrong.${fieldOf(path)}`
    const words = t(key)
    return words === key ? t('hall.wrong.any') : words
  }
}
