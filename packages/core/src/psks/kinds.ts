import { z } from 'zod'
import { lineText } from '../contract/case.ts'

/** The list of the kinds of PSKS: dated data of the nation, with the fields that each is asked for. */
export const psksKindList = 'psks-kind'

export const psksFieldKinds = ['text', 'count', 'day', 'yes-no', 'sex'] as const
const field = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  kind: z.enum(psksFieldKinds),
  id: lineText(80).min(1),
  en: lineText(80).min(1),
})
export type PsksField = z.infer<typeof field>
const once = (fields: readonly PsksField[]): boolean => new Set(fields.map(({ code }) => code)).size === fields.length

/** PSKS-1 A kind's number in the ministry's list, whether it is somebody or a body, and what is asked of it. */
export const psksKindData = z.strictObject({
  number: z.int().min(1).max(99),
  who: z.enum(['person', 'institution']),
  fields: z.array(field).max(20).refine(once),
})
export type PsksKind = z.infer<typeof psksKindData>
