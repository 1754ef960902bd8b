import { z } from 'zod'
import { lineText as line, sha256Text, whole } from '../contract/case.ts'
import type { OfficeLevel } from '../office/office.ts'
import { officeLevels } from '../office/office.ts'
import type { ChainStep } from './letter.ts'

/** Lists that hold the rules of letters: dated data of the nation, a province or a district, like every list. */
export const letterLists = [
  'letter-template',
  'letter-chain',
  'letter-number',
  'letter-purpose',
  'letter-signer',
  'letter-logo',
] as const
export type LetterList = (typeof letterLists)[number]

const page = z
  .string()
  .overwrite((typed) => whole(typed.replace(/\r\n?/g, '\n').trimEnd()))
  .max(8000)
  .regex(/^(?:\P{Cc}|[\t\n])*$/u)

// A field in the code would stand in the number as it is, or take the place of the one that numbers.
const matter = line(20)
  .min(1)
  .regex(/^[^{}]*$/)
/** A template: the title over the letter, the code of its matter for the number, and its words. */
export const templateData = z.strictObject({ title: line(120).min(3), code: matter, body: page.min(20) })
export type TemplateData = z.infer<typeof templateData>

const step = z.strictObject({ act: z.enum(['initial', 'sign']), post: line(80).min(2) })
const steps = z
  .array(step)
  .min(1)
  .max(3)
  // Whoever signs is the last, and signs once.
  .refine((all) => all.every(({ act }, at) => (act === 'sign') === (at === all.length - 1)))
/** LETTER-13 The chain of a kind at each level of offices; null where the level does not make such letters. */
export const chainData = z.strictObject({
  levels: z.strictObject({
    village: steps.nullable(),
    subdistrict: steps.nullable(),
    district: steps.nullable(),
    province: steps.nullable(),
    nation: steps.nullable(),
  } satisfies Record<OfficeLevel, unknown>),
  basis: line(300),
})
export type ChainData = z.infer<typeof chainData>

export const numberData = z.strictObject({ pattern: line(80).min(3), basis: line(300) })
export const purposeData = z.strictObject({ maxDesil: z.int().min(1).max(10).nullable(), basis: line(300) })
export const signerData = z.strictObject({
  post: line(120).min(2),
  rank: line(80),
  // Village officers have none.
  nip: z.string().regex(/^(\d{18})?$/),
})
export type SignerData = z.infer<typeof signerData>

/** LETTER-33 The picture over letters: a file that was taken before, by the digest of its content; null is none. */
export const logoData = z.strictObject({ picture: sha256Text.nullable() })

/** The longest chain there is, for screens that set one. */
export const mostSteps = 3

/** The chain of a kind at a level, if that level makes such letters. */
export function chainAt(data: unknown, level: OfficeLevel): readonly ChainStep[] | null {
  const read = chainData.safeParse(data)
  return read.success && officeLevels.includes(level) ? read.data.levels[level] : null
}
