import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ProposalAction } from '../contract/proposal.ts'
import { dayMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aLook, minutesMove, proposalData, proposalIds, proposalMove } from '../testing/a-proposal.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { clockWants } from './clock.ts'
import { decideAsClock, decideProposal } from './decide.ts'
import { decideExport, decideMinutes } from './decide-minutes.ts'
import { endedProposal } from './moves.ts'
import type { MinutesRow, ProposalBatchRow, ProposalRow } from './proposal.ts'
import type { ProposalAnswer } from './scene.ts'

interface Step {
  readonly act: Exclude<ProposalAction, 'draft'> | 'clock' | 'next'
  readonly who: number
  readonly days: number
}
const acts: readonly Step['act'][] = [
  'change',
  'evidence',
  'back',
  'resend',
  'verify',
  'return',
  'approve',
  'send-back',
  'withdraw',
  'tick',
  'accept',
  'reject',
  'meet',
  'minute',
  'sign',
  'call-off',
  'export',
  'clock',
]
const steps = fc.array(
  fc.record<Step>({
    act: fc.oneof(fc.constantFrom<Step['act']>(...acts), fc.constant('next' as const)),
    who: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 10, maxLength: 60 },
)

const [id, minutesId, batchId] = [proposalIds.proposal(1), proposalIds.minutes(1), proposalIds.batch(1)]

/** The act that brings a proposal on, so that walks get far. */
const onward: Readonly<Partial<Record<ProposalRow['status'], Exclude<Step['act'], 'next'>>>> = {
  drafted: 'back',
  returned: 'resend',
  backed: 'verify',
  verified: 'approve',
  approved: 'export',
  exported: 'accept',
}

// An objection goes nowhere before its house is shown.
const nextOf = (row: ProposalRow): Exclude<Step['act'], 'next'> =>
  row.status === 'drafted' && row.photos === null ? 'evidence' : (onward[row.status] ?? 'clock')

type Write = (answer: ProposalAnswer) => void
interface Scene {
  readonly world: ReturnType<typeof emptyWorld>
  readonly row: ProposalRow
  readonly who: number
  readonly now: number
  readonly write: Write
}
const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]

/** Tries one act; what is refused changes nothing. */
function take(act: Exclude<Step['act'], 'next'>, { world, row, who, now, write }: Scene): void {
  const minutes = (world.rows.minutes.get(minutesId) ?? null) as MinutesRow | null
  const look = aLook({ proposal: row, minutes, proposals: new Map([[String(id), row]]) })
  const [actor, policy] = [almighty(offices.village, who), aPolicy(now)]
  switch (act) {
    case 'clock': {
      const wants = clockWants(row, now)
      return wants ? write(decideAsClock(row, wants, policy)) : undefined
    }
    case 'meet':
    case 'minute':
    case 'sign':
    case 'call-off':
      return write(decideMinutes(minutesId, minutesMove(act), actor, look, policy))
    case 'export': {
      const batch = (world.rows.proposalBatch.get(batchId) ?? null) as ProposalBatchRow | null
      const data = { ...proposalData.export, month: '2027-12' }
      return write(decideExport(batchId, data, actor, { ...look, batch }, policy))
    }
    default: {
      const own = pick({ asked, answeredOn: policy.day }, proposalData[act])
      return write(decideProposal(id, proposalMove(act, own), actor, look, policy))
    }
  }
}

/** One proposal, its village's minutes and its batch, walked by four people who hold every right; the ledger folds along. */
function walk(way: readonly Step[]): readonly ProposalRow[] {
  const world = emptyWorld()
  const write: Write = (answer) => {
    if (answer.ok) evolve(world, '34.04', payloadOf(answer.value))
  }
  const first = proposalMove('draft', { kind: 'objection', asked })
  write(decideProposal(id, first, almighty(offices.village, 1), aLook(), aPolicy(monday)))
  const proposal = (): ProposalRow => world.rows.proposal.get(id) as ProposalRow
  const rows = [proposal()]
  let now = monday
  for (const { act: wanted, who, days } of way) {
    now += days * dayMs
    const row = proposal()
    take(wanted === 'next' ? nextOf(row) : wanted, { world, row, who, now, write })
    rows.push(proposal())
  }
  return rows
}

const pick = (own: Readonly<Record<string, unknown>>, data: object): object =>
  Object.fromEntries(Object.entries(own).filter(([key]) => key in data))

property(
  'PROPOSAL-12 whoever walks how: what goes out has three different people and a backing behind it',
  steps,
  (way) => {
    for (const row of walk(way)) {
      if (row.exportedAt === null) continue
      assert.ok(row.backing !== null && row.verifier !== null && row.approver !== null && row.batch !== null)
      assert.equal(row.backing === 'minutes', row.minutes !== null && row.file === null)
      assert.equal(new Set([...row.drafters, row.verifier, row.approver]).size, row.drafters.length + 2)
    }
  },
)

property(
  'PROPOSAL-12 what has ended stays as it is, and a clock runs only where somebody still has to verify',
  steps,
  (way) => {
    const rows = walk(way)
    for (const [nth, row] of rows.entries()) {
      const next = rows[nth + 1] ?? row
      if (endedProposal.includes(row.status)) assert.deepEqual(next, row)
      assert.ok(next.version === row.version || next.version === row.version + 1)
      if (row.verifier !== null) assert.equal(row.dueAt, null)
      assert.equal(row.month, '2026-11')
    }
  },
)
