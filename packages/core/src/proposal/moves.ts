import type { Permission, Right } from '../access/permission.ts'
import type { ProposalAction } from '../contract/proposal.ts'
import { keysOf } from '../kernel/keys.ts'
import type { MinutesStatus, ProposalStatus } from './proposal.ts'

interface ProposalRule {
  readonly from: readonly ProposalStatus[]
  readonly to: ProposalStatus | 'same'
  readonly by: readonly Right[]
  /** Who may not be the one who does it: whoever drafted or changed it, or verified it. */
  readonly apart: readonly ('drafter' | 'verifier')[]
  readonly note: 'required' | 'optional' | 'none'
}

const makes = ['proposal.make'] as const satisfies readonly Permission[]
const verifies = ['proposal.verify'] as const satisfies readonly Permission[]
const approves = ['proposal.approve'] as const satisfies readonly Permission[]
/** Whoever works in the closed system: the village's operator, or the district's. */
const types = ['proposal.make', 'proposal.verify'] as const satisfies readonly Permission[]
const anyone = [] as const
const beforeExport = ['drafted', 'backed', 'returned', 'verified', 'approved'] as const
/** An objection whose fourteen days run. */
const awaiting = ['drafted', 'backed', 'returned'] as const

/** PROPOSAL-1 to PROPOSAL-6, PROPOSAL-9 to PROPOSAL-11: the only place that says what may follow what. A proposal that was written is drafted. */
export const proposalMoves = {
  change: { from: ['drafted', 'returned'], to: 'same', by: makes, apart: anyone, note: 'optional' },
  evidence: { from: ['drafted', 'backed', 'returned'], to: 'same', by: makes, apart: anyone, note: 'none' },
  back: { from: ['drafted'], to: 'backed', by: makes, apart: anyone, note: 'none' },
  resend: { from: ['returned'], to: 'backed', by: makes, apart: anyone, note: 'optional' },
  verify: { from: ['backed'], to: 'verified', by: verifies, apart: ['drafter'], note: 'optional' },
  return: { from: ['backed'], to: 'returned', by: verifies, apart: anyone, note: 'required' },
  approve: { from: ['verified'], to: 'approved', by: approves, apart: ['drafter', 'verifier'], note: 'optional' },
  'send-back': { from: ['verified'], to: 'returned', by: approves, apart: anyone, note: 'required' },
  withdraw: { from: beforeExport, to: 'withdrawn', by: makes, apart: anyone, note: 'required' },
  export: { from: ['approved'], to: 'exported', by: types, apart: anyone, note: 'none' },
  tick: { from: ['exported'], to: 'same', by: types, apart: anyone, note: 'none' },
  accept: { from: ['exported'], to: 'accepted', by: types, apart: anyone, note: 'optional' },
  reject: { from: ['exported'], to: 'rejected', by: types, apart: anyone, note: 'optional' },
  warn: { from: awaiting, to: 'same', by: ['clock'], apart: anyone, note: 'none' },
  escalate: { from: awaiting, to: 'same', by: ['clock'], apart: anyone, note: 'none' },
  overdue: { from: awaiting, to: 'same', by: ['clock'], apart: anyone, note: 'none' },
} as const satisfies Record<string, ProposalRule>

interface MinutesRule {
  readonly from: readonly MinutesStatus[]
  readonly to: MinutesStatus
}

/** PROPOSAL-13, PROPOSAL-14: the same for the minutes of a village meeting, by whoever makes proposals. */
export const minutesMoves = {
  minute: { from: ['open'], to: 'open' },
  sign: { from: ['open'], to: 'signed' },
  'call-off': { from: ['open'], to: 'called-off' },
} as const satisfies Record<string, MinutesRule>

export type ProposalStep = keyof typeof proposalMoves
export type MinutesStep = keyof typeof minutesMoves
export const proposalSteps = keysOf(proposalMoves)
export const minutesSteps = keysOf(minutesMoves)
export const proposalRule = (step: ProposalStep): ProposalRule => proposalMoves[step]
export const minutesRule = (step: MinutesStep): MinutesRule => minutesMoves[step]

/** The rights that each command of proposals asks for; all about a meeting is done by whoever makes proposals. */
export const proposalRights = (action: ProposalAction): readonly Right[] =>
  isStep(action) ? proposalRule(action).by : makes
const isStep = (action: string): action is ProposalStep => action in proposalMoves

/** What time does by itself. */
export const proposalClockActs = ['warn', 'escalate', 'overdue'] as const
export type ProposalClockAct = (typeof proposalClockActs)[number]

/** Where a proposal begins, and the minutes of a meeting. */
export const draftedProposal: ProposalStatus = 'drafted'
export const openMinutes: MinutesStatus = 'open'
/** Proposals that wait for somebody, by whom they wait for: what the worklists show. */
export const waitingFor = {
  'to-back': proposalMoves.back.from,
  'to-verify': proposalMoves.verify.from,
  'to-approve': proposalMoves.approve.from,
  'to-export': proposalMoves.export.from,
  returned: proposalMoves.resend.from,
  unanswered: proposalMoves.accept.from,
} as const satisfies Record<string, readonly ProposalStatus[]>
/** A proposal whose objection still waits for a verifier. */
export const awaitsVerifying: readonly ProposalStatus[] = awaiting
/** A proposal that its drafters can still mend. */
export const mendableProposal: readonly ProposalStatus[] = proposalMoves.change.from
/** A proposal that the centre has, or has answered. */
export const sentProposal: readonly ProposalStatus[] = [
  proposalMoves.export.to,
  proposalMoves.accept.to,
  proposalMoves.reject.to,
]
/** A proposal that came to its end. */
export const endedProposal: readonly ProposalStatus[] = [
  proposalMoves.accept.to,
  proposalMoves.reject.to,
  proposalMoves.withdraw.to,
]
/** The way that a proposal goes when nothing comes between, for whoever wants to see how far it is. */
export const straightWay: readonly ProposalStatus[] = [
  draftedProposal,
  proposalMoves.back.to,
  proposalMoves.verify.to,
  proposalMoves.approve.to,
  proposalMoves.export.to,
  proposalMoves.accept.to,
]
