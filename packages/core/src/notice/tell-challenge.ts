import type { Permission } from '../access/permission.ts'
import type { ChallengeRow } from '../challenge/challenge.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ChallengeWord } from './staff-words.ts'
import type { Notice, Told, Whom } from './tell.ts'

type Challenge = Pick<ChallengeRow, 'office' | 'owner' | 'reporter' | 'reportedBy' | 'dueAt'>
type Reader = Exclude<Whom, { kind: 'citizen' }>

/**
 * CHALLENGE-10 Whom an entry of a challenge tells what: whoever has it now or could take it there, that it came, is late or
 * was not helped by the answer; whoever reported it, where it went and what was answered. Nobody is told what they did.
 * `wentTo` is where the entry brought it: an office that has it no more by the time of telling is told nothing.
 */
export function challengeNoticesOf(
  { kind, actor }: Pick<Told, 'kind' | 'actor'>,
  challenge: Challenge,
  wentTo: OfficeId | null = null,
): readonly Notice[] {
  const of = moves.has(kind) ? ofMove(kind, challenge, wentTo ?? challenge.office) : ofOther(kind, challenge)
  return of.filter(({ whom }) => !(whom.kind === 'staff' && actor === `staff:${whom.staff}`))
}

const moves: ReadonlySet<string> = new Set([
  'challenge.report',
  'challenge.pass-up',
  'challenge.pass-down',
  'challenge.rise',
])
const asker = ({ reporter }: Challenge): Reader => ({ kind: 'staff', staff: reporter })

/** It came to an office: whoever reported it knows where they sent it, and is told where others did. */
function ofMove(kind: string, challenge: Challenge, office: OfficeId): readonly Notice[] {
  const { reportedBy, dueAt } = challenge
  const isThere = office === challenge.office
  return [
    ...(isThere ? [told(holder(challenge), 'challenge-here', reportedBy, dueAt)] : []),
    ...(kind === 'challenge.report' ? [] : [told(asker(challenge), 'challenge-moved', office, isThere ? dueAt : null)]),
  ]
}

function ofOther(kind: string, challenge: Challenge): readonly Notice[] {
  const { office, reportedBy, dueAt } = challenge
  switch (kind) {
    case 'challenge.overdue':
      return [holder(challenge), asker(challenge)].map((whom) => told(whom, 'challenge-late', office, null))
    case 'challenge.answer':
      return [told(asker(challenge), 'challenge-answered', office, null)]
    case 'challenge.reopen':
      return [told(holder(challenge), 'challenge-reopened', reportedBy, dueAt)]
    case 'challenge.close':
      return [told(holder(challenge), 'challenge-closed', reportedBy, null)]
    case 'challenge.withdraw':
      return [told(holder(challenge), 'challenge-withdrawn', reportedBy, null)]
    default:
      return []
  }
}

const answers = ['challenge.answer'] as const satisfies readonly Permission[]

/** Whoever took it; where nobody has, all who may answer there. */
const holder = ({ office, owner }: Challenge): Reader =>
  owner ? { kind: 'staff', staff: owner } : { kind: 'office', office, rights: answers }

const told = (whom: Reader, what: ChallengeWord, office: OfficeId, until: Instant | null): Notice => ({
  whom,
  what,
  says: { office, until, step: null, act: null },
})
