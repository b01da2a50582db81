import * as z from 'zod'

const unprintable =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Extended_Pictographic}/u

/**
 * A text people wrote that will stand on paper, LED and screens: 1 to `most` code points (never UTF-16 units:
 * rare names take two), no control or bidirectional characters, no pictographs no slip printer has.
 */
export const plainText = (most: number) =>
  z
    .string()
    .max(most * 4)
    .overwrite((text) => text.normalize('NFC').trim())
    .refine((text) => text.length > 0 && [...text].length <= most, { error: `1–${most} characters` })
    .refine((text) => !unprintable.test(text), {
      error: 'control characters and pictographs are not allowed',
    })

/** A name chosen by a program, never shown: letters, digits, dash and underscore. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
