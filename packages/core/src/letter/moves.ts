import type { Permission } from '../access/permission.ts'
import type { CaseKind, CaseStatus } from '../case/case.ts'
import type { LetterAction } from '../contract/letter.ts'
import { keysOf } from '../kernel/keys.ts'
import type { LetterKind } from './kinds.ts'
import type { LetterStatus } from './letter.ts'

export interface LetterRule {
  readonly from: readonly LetterStatus[]
  readonly to: LetterStatus
  readonly by: readonly Permission[]
}

const unsigned = ['drafted', 'initialled', 'returned'] as const
const onTheWay = ['drafted', 'initialled'] as const
const valid = ['issued', 'handed-over'] as const
const drafts = ['letter.draft'] as const
const signs = ['letter.sign'] as const

/** LETTER-1 to LETTER-8: what may follow what, and by whom. `supersede` is made by signing what replaces a letter. */
export const letterMoves = {
  change: { from: unsigned, to: 'drafted', by: drafts },
  initial: { from: onTheWay, to: 'initialled', by: ['letter.initial'] },
  return: { from: onTheWay, to: 'returned', by: ['letter.initial', ...signs] },
  sign: { from: onTheWay, to: 'issued', by: signs },
  'hand-over': { from: ['issued'], to: 'handed-over', by: [...drafts, 'case.settle'] },
  revoke: { from: [...unsigned, ...valid], to: 'revoked', by: [...drafts, ...signs] },
  supersede: { from: valid, to: 'replaced', by: signs },
} as const satisfies Record<string, LetterRule>

export type LetterStep = keyof typeof letterMoves
export const letterSteps = keysOf(letterMoves)
/** The rule of a step, without its literal types. */
export const letterRule = (step: LetterStep): LetterRule => letterMoves[step]

/** The rights that each command of letters asks for; drafting and replacing are a drafter's. */
export const letterRights = {
  draft: drafts,
  replace: drafts,
  change: letterMoves.change.by,
  initial: letterMoves.initial.by,
  return: letterMoves.return.by,
  sign: letterMoves.sign.by,
  'hand-over': letterMoves['hand-over'].by,
  revoke: letterMoves.revoke.by,
} as const satisfies Record<LetterAction, readonly Permission[]>

/** LETTER-9 Letters that count: they carry a number and their check page says that they are valid. */
export const validLetter: readonly LetterStatus[] = valid
/** Letters that somebody still has to do something with before the citizen holds them. */
export const waitingLetter: readonly LetterStatus[] = [...unsigned, 'issued']
export const unsignedLetter: readonly LetterStatus[] = unsigned
/** Letters that wait for an initial or the signature. */
export const letterOnTheWay: readonly LetterStatus[] = onTheWay

/** LETTER-10 Where a case stands while letters of it are made. */
export const lettersFrom: readonly CaseStatus[] = ['handling']
/** A statement of registration says what the registry says: at a desk it needs no decision. */
export const quickLettersFrom: readonly CaseStatus[] = ['registered', 'handling']
export const isQuickLetter = (letter: LetterKind, kase: CaseKind): boolean =>
  letter === 'registered' && kase === 'service'
/** Cases under which a letter goes its way: whatever is neither withdrawn nor forgotten. */
export const lettersGoOn: readonly CaseStatus[] = [
  'registered',
  'handling',
  'returned',
  'recommended',
  'answered',
  'closed',
]
/** LETTER-12 A service in one of these is done when its letter is in the citizen's hands. */
export const doneByHandOver: readonly CaseStatus[] = ['registered', 'handling', 'answered']

/** LETTER-25 What the check page says of a letter: valid, revoked, or replaced by another. */
export const letterVerdict = (status: LetterStatus): 'valid' | 'revoked' | 'replaced' => {
  if (validLetter.includes(status)) return 'valid'
  return status === letterMoves.supersede.to ? 'replaced' : 'revoked'
}
