import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposalCommandData } from '../contract/proposal.ts'
import { translate } from '../i18n/translate.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { proposalClockActs } from '../proposal/moves.ts'
import type { ProposalRow } from '../proposal/proposal.ts'
import { monday } from '../testing/a-policy.ts'
import { aProposal } from '../testing/a-proposal.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { proposalWords } from './staff-words.ts'
import { proposalNoticesOf, proposalStaffNoticesOf, tellsOfProposals } from './tell-proposal.ts'

test('PROPOSAL-19 of each act the citizen is told what changes for them, and of no step in between', () => {
  const told = [...keysOf(proposalCommandData), ...proposalClockActs].flatMap((action) => {
    const kind = `proposal.${action}`
    const notices = proposalNoticesOf({ kind }, offices.village.id)
    if (notices.length > 0) assert.ok(tellsOfProposals(kind), kind)
    return notices.map(({ what, whom, says }) => [action, what, whom.kind, says.office])
  })
  const office = offices.village.id
  assert.deepEqual(told, [
    ['draft', 'proposal-made', 'citizen', office],
    ['accept', 'proposal-accepted', 'citizen', office],
    ['reject', 'proposal-rejected', 'citizen', office],
    ['export', 'proposal-sent', 'citizen', office],
    ['escalate', 'objection-late', 'citizen', office],
    ['overdue', 'objection-late', 'citizen', office],
  ])
})

const day = (n: number): number => monday + n * dayMs
const officeOf = offices.village.id
const row = (own: Partial<ProposalRow> = {}): ProposalRow =>
  aProposal({ drafters: [ids.staff(1), ids.staff(2)], dueAt: day(14), ...own })
/** Whom an entry tells what, in short words. */
const toldOf = (action: string, own: Partial<ProposalRow> = {}): readonly string[] =>
  proposalStaffNoticesOf({ kind: `proposal.${action}` }, row(own)).map(({ whom, what, says }) => {
    const rights = 'rights' in whom ? ` ${whom.rights.join('+')}` : ''
    const who = whom.kind === 'staff' ? `staff ${[1, 2].find((n) => ids.staff(n) === whom.staff)}` : whom.kind
    assert.equal(says.office, officeOf)
    return `${what} ${who}${rights}${says.until === null ? '' : ` until ${(says.until - monday) / dayMs}`}`
  })

/** Whom each act tells, written apart from the law: by where the objection stands where that matters. */
const staffSpec: readonly (readonly [action: string, status: ProposalRow['status'], told: readonly string[]])[] = [
  ['return', 'returned', ['proposal-returned staff 1', 'proposal-returned staff 2']],
  ['send-back', 'returned', ['proposal-returned staff 1', 'proposal-returned staff 2']],
  ['accept', 'accepted', ['proposal-answered staff 1', 'proposal-answered staff 2']],
  ['reject', 'rejected', ['proposal-answered staff 1', 'proposal-answered staff 2']],
  ['warn', 'drafted', ['objection-due office proposal.make until 14']],
  ['warn', 'returned', ['objection-due office proposal.make until 14']],
  ['warn', 'backed', ['objection-due over proposal.verify until 14']],
  ['escalate', 'drafted', ['objection-due office proposal.make until 14', 'objection-due over case.assign until 14']],
  ['escalate', 'backed', ['objection-due over proposal.verify until 14', 'objection-due over case.assign until 14']],
  ['overdue', 'backed', ['objection-over over proposal.verify until 14', 'objection-over over case.assign until 14']],
  ['overdue', 'returned', ['objection-over office proposal.make until 14', 'objection-over over case.assign until 14']],
]

test('PROPOSAL-26 drafters are told of what came back and was answered; of an objection that waits whoever can go on with it', () => {
  for (const [action, status, told] of staffSpec)
    assert.deepEqual(toldOf(action, { status }), told, `${action} ${status}`)
})

test('PROPOSAL-26 no other act tells officers anything, and nobody is warned of what waits no longer', () => {
  const telling = new Set(staffSpec.map(([action]) => action))
  for (const action of [...keysOf(proposalCommandData), ...proposalClockActs]) {
    assert.equal(toldOf(action).length > 0, telling.has(action), action)
    assert.equal(
      tellsOfProposals(`proposal.${action}`),
      telling.has(action) || action === 'draft' || action === 'export',
    )
  }
  for (const action of proposalClockActs)
    assert.deepEqual(toldOf(action, { status: 'verified', dueAt: null }), [], action)
  assert.equal(tellsOfProposals('case.return'), false)
})

test('PROPOSAL-26 what officers are told has a word of its own in both languages, and says nothing of whom it is about', () => {
  for (const lang of ['id', 'en'] as const) {
    const said = proposalWords.map((word) =>
      translate(lang, `notice.said.${word}`, { office: 'Puskesos', when: 'besok' }),
    )
    assert.equal(new Set(said).size, proposalWords.length)
    for (const sentence of said) assert.doesNotMatch(sentence, /\{|NIK|Siti/)
  }
})
