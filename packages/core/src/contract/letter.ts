import { z } from 'zod'
import { letterId } from '../kernel/id.ts'
import { letterKind } from '../letter/kinds.ts'
import { code, note, shortText, text } from './case.ts'

const which = { letter: letterId }
/** The version of the letter that the person looked at: what changed since is looked at again. */
const seen = { ...which, seen: z.int().min(1).max(100_000) }
const typed = {
  purpose: code.nullable(),
  fields: z.record(z.string().regex(/^[a-z-]{1,40}$/), text(2000)),
}

/** What each move of a letter carries. The subject of all of them is the case that the letter is part of. */
export const letterMoveData = {
  draft: z.strictObject({ ...which, kind: letterKind, ...typed }),
  change: z.strictObject({ ...seen, ...typed }),
  initial: z.strictObject({ ...seen, note }),
  return: z.strictObject({ ...seen, note: note.min(1) }),
  sign: z.strictObject({ ...seen }),
  'hand-over': z.strictObject({ ...which, to: shortText.min(1), note }),
  revoke: z.strictObject({ ...which, note: note.min(1) }),
  replace: z.strictObject({ ...which, next: letterId, ...typed }),
} as const

export type LetterAction = keyof typeof letterMoveData
export type LetterMoveData = { readonly [Action in LetterAction]: z.infer<(typeof letterMoveData)[Action]> }
/** One move of a letter, or any of several, and what it carries. */
export type LetterMoveOf<Actions extends LetterAction> = {
  [Action in Actions]: { readonly action: Action; readonly data: LetterMoveData[Action] }
}[Actions]
export type LetterMove = LetterMoveOf<LetterAction>
