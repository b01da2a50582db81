import { useTexts } from '@jiaohao/screen/texts.tsx'
import type * as z from 'zod'
import { fieldOf, type Problem } from './draft.ts'

/** A form rule that is the contract's own schema, with the field's problem in words. */
export const ruleOf = (schema: z.ZodType, words: string) => ({
  validator: (_: unknown, value: unknown) =>
    schema.safeParse(value ?? '').success ? Promise.resolve() : Promise.reject(new Error(words)),
})

/** A problem in words: by its name, in the hub's own sentence, or as what the field wants. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTexts()
  return ({ path, said, given = 0 }) => {
    const worded = (key: string, otherwise: string) => {
      const words = t(key, { given })
      return words === key ? otherwise : words
    }
    if (said !== '') return worded(`hall.problems.${said}`, said)
    return worded(`hall.wrong.${fieldOf(path)}`, t('hall.wrong.any'))
  }
}
