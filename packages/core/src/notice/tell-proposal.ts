import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import { staffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { proposalRule } from '../proposal/moves.ts'
import type { ProposalRow } from '../proposal/proposal.ts'
import type { ProposalWord } from './staff-words.ts'
import type { Notice, Told, Whom } from './tell.ts'
import type { CitizenWord } from './words.ts'

/** PROPOSAL-19 What the citizen of a case is told of a proposal that came of it: what changes for them, and nothing between. */
const words: ReadonlyMap<string, CitizenWord> = new Map<string, CitizenWord>([
  ['proposal.draft', 'proposal-made'],
  ['proposal.export', 'proposal-sent'],
  ['proposal.accept', 'proposal-accepted'],
  ['proposal.reject', 'proposal-rejected'],
  ['proposal.escalate', 'objection-late'],
  ['proposal.overdue', 'objection-late'],
])

/** PROPOSAL-19 What an entry of proposals tells the citizen of a case. `office` is where the proposal was drafted: there they ask. */
export function proposalNoticesOf({ kind }: Pick<Told, 'kind'>, office: OfficeId): readonly Notice[] {
  const what = words.get(kind)
  return what ? [{ whom: { kind: 'citizen' }, what, says: { office, until: null, step: null, act: null } }] : []
}

/** What officers are told of each kind of entry. */
const staffWords: ReadonlyMap<string, ProposalWord> = new Map<string, ProposalWord>([
  ['proposal.return', 'proposal-returned'],
  ['proposal.send-back', 'proposal-returned'],
  ['proposal.accept', 'proposal-answered'],
  ['proposal.reject', 'proposal-answered'],
  ['proposal.warn', 'objection-due'],
  ['proposal.escalate', 'objection-due'],
  ['proposal.overdue', 'objection-over'],
])

/** The kinds of entries of which somebody is told. */
export const tellsOfProposals = (kind: string): boolean => words.has(kind) || staffWords.has(kind)

type Reader = Exclude<Whom, { kind: 'citizen' }>
type Waiting = Pick<ProposalRow, 'status' | 'drafters' | 'office' | 'dueAt'>

/**
 * PROPOSAL-26 Which officers an entry tells what: drafters of what came back to them and of what was answered; of an objection
 * that waits those who can go on with it, and from the twelfth day those above them. One that waits no longer warns nobody.
 */
export function proposalStaffNoticesOf({ kind }: Pick<Told, 'kind'>, proposal: Waiting): readonly Notice[] {
  const what = staffWords.get(kind)
  if (!what) return []
  if (what === 'proposal-returned' || what === 'proposal-answered')
    return drafters(proposal).map((whom) => told(whom, what, proposal.office, null))
  if (proposal.dueAt === null) return []
  const readers = kind === 'proposal.warn' ? [waitedFor(proposal)] : [waitedFor(proposal), chiefs]
  return readers.map((whom) => told(whom, what, proposal.office, proposal.dueAt))
}

const drafters = (proposal: Waiting): readonly Reader[] =>
  proposal.drafters.map((staff) => ({ kind: 'staff', staff: staffId.parse(staff) }))

const makes = ['proposal.make'] as const satisfies readonly Permission[]
const verifies = ['proposal.verify'] as const satisfies readonly Permission[]
/** Whoever hands work out: they can do something about what nobody came to. */
const chiefs = { kind: 'over', rights: ['case.assign'] } as const satisfies Whom

/** Backed, it waits for a verifier of the place; before that, for whoever makes proposals where it was drafted. */
const waitedFor = ({ status, office }: Waiting): Reader =>
  proposalRule('verify').from.includes(status)
    ? { kind: 'over', rights: verifies }
    : { kind: 'office', office, rights: makes }

const told = (whom: Reader, what: ProposalWord, office: OfficeId, until: Instant | null): Notice => ({
  whom,
  what,
  says: { office, until, step: null, act: null },
})
