import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { dayMs, wireOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import { placeCode } from '../place/code.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aLook, aProposal, minutesMove, proposalIds, proposalMove, someMinutes } from '../testing/a-proposal.ts'
import { almighty, citizen, clock, setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideProposal } from './decide.ts'
import { decideExport, decideMinutes } from './decide-minutes.ts'
import type { MinutesRow, ProposalRow } from './proposal.ts'
import type { ProposalAnswer, ProposalLook } from './scene.ts'

const policy = aPolicy(monday + 1000)
const drafter = almighty(offices.village, 1)
const second = almighty(offices.district, 2)
const third = almighty(offices.district, 3)
const verifierOfThird = { status: 'verified', verifier: ids.staff(2) } as const
const out = { status: 'exported', exportedAt: monday } as const
const code = (answer: ProposalAnswer): string => (answer.ok ? 'done' : answer.error.code)

type Move = ReturnType<typeof proposalMove>
type Case = readonly [why: string, row: Partial<ProposalRow> | null, move: Move, by: Actor, code: string]
const asked = (name: string, after: string | null, before: string | null = null) => ({
  asked: [{ name, before, after }],
})
const at = (place: string) => ({ place: placeCode.parse(place) })

/** Everything for which an act of a proposal is not done, and what lies just beside it. */
const cases: readonly Case[] = [
  ['in a village of one’s own', null, proposalMove('draft'), drafter, 'done'],
  ['by the district for its village', null, proposalMove('draft'), second, 'done'],
  ['in the next village', null, proposalMove('draft', at('34.04.07.2002')), drafter, 'wrong-place'],
  ['in a village of another district', null, proposalMove('draft', at('34.02.01.2001')), second, 'wrong-place'],
  ['in a sub-district', null, proposalMove('draft', at('34.04.07')), second, 'wrong-place'],
  ['a second time', {}, proposalMove('draft'), drafter, 'already-so'],
  ['by a citizen', null, proposalMove('draft'), citizen(), 'not-permitted'],
  ['by the clock', null, proposalMove('draft'), clock, 'not-permitted'],
  ['by the set-up', null, proposalMove('draft'), setup, 'not-permitted'],
  ['by who plans programmes', null, proposalMove('draft'), staff('admin', offices.district), 'not-permitted'],
  ['for a reason of another list', null, proposalMove('draft', { reason: 'desil-above' }), drafter, 'unknown-reason'],
  ['for no reason', null, proposalMove('draft', { reason: '' }), drafter, 'unknown-reason'],
  ['asking for a desil', null, proposalMove('draft', asked('desil', '1')), drafter, 'proposal-field'],
  ['asking for nothing yet', null, proposalMove('draft', { asked: [] }), drafter, 'done'],
  [
    'asking for a masked number',
    null,
    proposalMove('draft', asked('nik_ganda', '3404**********01')),
    drafter,
    'proposal-field',
  ],
  ['a draft, by its drafter', {}, proposalMove('change'), drafter, 'done'],
  ['a draft, by another', {}, proposalMove('change'), second, 'done'],
  ['what is backed', { status: 'backed' }, proposalMove('change'), drafter, 'wrong-proposal-status'],
  ['what was returned', { status: 'returned' }, proposalMove('change'), drafter, 'done'],
  ['what is out', out, proposalMove('change'), drafter, 'wrong-proposal-status'],
  ['what there is not', null, proposalMove('change'), drafter, 'not-found'],
  ['into a field of nobody', {}, proposalMove('change', asked('gaji', '1')), drafter, 'proposal-field'],
  ['a draft that says all', {}, proposalMove('back'), drafter, 'done'],
  ['a draft without a NIK', { nik: null }, proposalMove('back'), drafter, 'proposal-incomplete'],
  ['a draft that asks for nothing', { asked: '[]' }, proposalMove('back'), drafter, 'proposal-incomplete'],
  [
    'a draft that empties a value',
    { asked: canonical([{ name: 'nama', before: 'Siti', after: null }]) },
    proposalMove('back'),
    drafter,
    'done',
  ],
  [
    'a draft that says nothing of a value',
    { asked: canonical([{ name: 'nama', before: null, after: null }]) },
    proposalMove('back'),
    drafter,
    'proposal-incomplete',
  ],
  [
    'an eligibility that was only looked at',
    { kind: 'eligibility', asked: canonical([{ name: 'kelayakan', before: 'ya', after: null }]) },
    proposalMove('back'),
    drafter,
    'proposal-incomplete',
  ],
  ['what is backed', { status: 'backed' }, proposalMove('back'), drafter, 'wrong-proposal-status'],
  ['what was returned', { status: 'returned' }, proposalMove('back'), drafter, 'wrong-proposal-status'],
  ['what was returned', { status: 'returned' }, proposalMove('resend'), drafter, 'done'],
  ['a draft', {}, proposalMove('resend'), drafter, 'wrong-proposal-status'],
  [
    'what was returned and lost its NIK',
    { status: 'returned', nik: null },
    proposalMove('resend'),
    drafter,
    'proposal-incomplete',
  ],
  ['one’s own', { status: 'backed' }, proposalMove('verify'), drafter, 'own-proposal'],
  ['another’s', { status: 'backed' }, proposalMove('verify'), second, 'done'],
  [
    'one that one has changed',
    { status: 'backed', drafters: [ids.staff(9), ids.staff(2)] },
    proposalMove('verify'),
    second,
    'own-proposal',
  ],
  ['a draft', {}, proposalMove('verify'), second, 'wrong-proposal-status'],
  [
    'one of a day that cannot be',
    { status: 'backed', capture: 'flagged' },
    proposalMove('verify'),
    second,
    'capture-undecided',
  ],
  [
    'the same, and says which day counts',
    { status: 'backed', capture: 'flagged' },
    proposalMove('verify', { capture: 'received' }),
    second,
    'done',
  ],
  ['one’s own', { status: 'backed' }, proposalMove('return'), drafter, 'done'],
  ['without words', { status: 'backed' }, proposalMove('return', { note: '' }), second, 'note-missing'],
  ['with blanks for words', { status: 'backed' }, proposalMove('return', { note: ' \n ' }), second, 'note-missing'],
  [
    'for a reason to propose',
    { status: 'backed' },
    proposalMove('return', { reason: 'data-differs' }),
    second,
    'unknown-reason',
  ],
  ['what is verified', verifierOfThird, proposalMove('return'), second, 'wrong-proposal-status'],
  ['what one has verified', verifierOfThird, proposalMove('approve'), second, 'own-proposal'],
  ['what one has drafted', verifierOfThird, proposalMove('approve'), drafter, 'own-proposal'],
  ['what two others did', verifierOfThird, proposalMove('approve'), third, 'done'],
  ['what is backed only', { status: 'backed' }, proposalMove('approve'), third, 'wrong-proposal-status'],
  ['what one has verified', verifierOfThird, proposalMove('send-back'), second, 'done'],
  ['without words', verifierOfThird, proposalMove('send-back', { note: '' }), third, 'note-missing'],
  ['what is approved', { status: 'approved' }, proposalMove('withdraw'), drafter, 'done'],
  ['what is out', out, proposalMove('withdraw'), drafter, 'wrong-proposal-status'],
  ['without words', {}, proposalMove('withdraw', { note: '' }), drafter, 'note-missing'],
  ['what was withdrawn', { status: 'withdrawn' }, proposalMove('withdraw'), drafter, 'wrong-proposal-status'],
  ['a field of the system', out, proposalMove('tick'), second, 'done'],
  ['into a system of nobody', out, proposalMove('tick', { target: 'excel' }), second, 'unknown-target'],
  [
    'a field that it does not ask for',
    out,
    proposalMove('tick', { fields: ['nama', 'gaji'] }),
    second,
    'proposal-field',
  ],
  ['what is not out yet', { status: 'approved' }, proposalMove('tick'), second, 'wrong-proposal-status'],
  ['what nobody ticked off', out, proposalMove('tick', { done: false }), second, 'already-so'],
  ['on the day that it went out', out, proposalMove('accept'), second, 'done'],
  ['on the day before, by another zone', out, proposalMove('accept', { answeredOn: '2026-11-01' }), second, 'done'],
  ['two days before', out, proposalMove('accept', { answeredOn: '2026-10-31' }), second, 'too-early'],
  ['tomorrow', out, proposalMove('accept', { answeredOn: '2026-11-03' }), second, 'too-early'],
  ['what is not out', { status: 'approved' }, proposalMove('accept'), second, 'wrong-proposal-status'],
  ['what was rejected', { ...out, status: 'rejected' }, proposalMove('accept'), second, 'wrong-proposal-status'],
  ['for a reason to return', out, proposalMove('reject', { reason: 'visit-needed' }), second, 'unknown-reason'],
  ['without words', out, proposalMove('reject', { note: '' }), second, 'done'],
]
for (const [why, row, move, by, expected] of cases)
  test(`PROPOSAL-1 to ${move.action}, ${why}: ${expected}`, () => {
    const proposal = row && aProposal(row)
    const answer = decideProposal(proposalIds.proposal(1), move, by, aLook({ proposal }), policy)
    assert.equal(code(answer), expected)
    // What is refused is refused again, and what is done is done alike.
    assert.deepEqual(decideProposal(proposalIds.proposal(1), move, by, aLook({ proposal }), policy), answer)
    if (answer.ok)
      assert.deepEqual(
        answer.value.changes.map(({ base }) => base),
        [proposal?.version ?? 0],
      )
  })

const files: readonly (readonly [act: Move, row: Partial<ProposalRow>, code: string])[] = [
  [proposalMove('back'), {}, 'unknown-file'],
  [proposalMove('evidence'), {}, 'unknown-file'],
  [proposalMove('evidence', { photos: [] }), {}, 'done'],
  [proposalMove('evidence', { photos: null }), {}, 'done'],
  [proposalMove('evidence', { photos: null, spot: null }), {}, 'done'],
]
for (const [move, row, expected] of files)
  test(`PROPOSAL-28 to ${move.action} with a file that was never sent (${JSON.stringify(move.data).length} signs): ${expected}`, () => {
    const look = aLook({ proposal: aProposal(row), filed: false })
    assert.equal(code(decideProposal(proposalIds.proposal(1), move, drafter, look, policy)), expected)
  })

const verdict = (n: number, agreed = true, note = '') => ({ proposal: proposalIds.proposal(n), agreed, note })
const rows = (...all: readonly ProposalRow[]) => new Map(all.map((row) => [String(row.id), row]))
const known = rows(aProposal(), aProposal({ id: proposalIds.proposal(2), place: placeCode.parse('34.04.07.2002') }))
type MinutesCase = readonly [
  why: string,
  row: Partial<MinutesRow> | null,
  move: ReturnType<typeof minutesMove>,
  look: Partial<ProposalLook>,
  code: string,
]
const minutesCases: readonly MinutesCase[] = [
  ['in a village of one’s own', null, minutesMove('meet'), {}, 'done'],
  ['in the next village', null, minutesMove('meet', at('34.04.07.2002')), {}, 'wrong-place'],
  ['in a sub-district', null, minutesMove('meet', at('34.04.07')), {}, 'wrong-place'],
  ['a second time', {}, minutesMove('meet'), {}, 'already-so'],
  ['of a day to come', null, minutesMove('meet', { day: '2026-12-24' }), {}, 'done'],
  ['of its own proposals', {}, minutesMove('minute', { verdicts: [verdict(1)] }), {}, 'done'],
  ['of none', {}, minutesMove('minute', { verdicts: [] }), {}, 'done'],
  ['of one of the next village', {}, minutesMove('minute', { verdicts: [verdict(2)] }), {}, 'unknown-proposal'],
  ['of one that nobody knows', {}, minutesMove('minute', { verdicts: [verdict(3)] }), {}, 'unknown-proposal'],
  [
    'of one that it names twice',
    {},
    minutesMove('minute', { verdicts: [verdict(1), verdict(1, false)] }),
    {},
    'unknown-proposal',
  ],
  ['once they are signed', { status: 'signed' }, minutesMove('minute'), {}, 'wrong-minutes-status'],
  ['with the scan', {}, minutesMove('sign'), {}, 'done'],
  ['without the scan', {}, minutesMove('sign'), { filed: false }, 'unknown-file'],
  ['before the day', { day: '2026-11-03' }, minutesMove('sign'), {}, 'too-early'],
  ['on the day', { day: '2026-11-02' }, minutesMove('sign'), {}, 'done'],
  ['a year later', { day: '2025-11-02' }, minutesMove('sign'), {}, 'done'],
  ['without who led', { leader: '' }, minutesMove('sign'), {}, 'minutes-incomplete'],
  ['without who came', { attendance: '[]' }, minutesMove('sign'), {}, 'minutes-incomplete'],
  ['of no proposals', { verdicts: '[]' }, minutesMove('sign'), {}, 'done'],
  [
    'of one that lacks its NIK',
    {},
    minutesMove('sign'),
    { proposals: rows(aProposal({ nik: null })) },
    'proposal-incomplete',
  ],
  [
    'against one that lacks its NIK',
    { verdicts: canonical([verdict(1, false)]) },
    minutesMove('sign'),
    { proposals: rows(aProposal({ nik: null })) },
    'done',
  ],
  ['twice', { status: 'signed' }, minutesMove('sign'), {}, 'wrong-minutes-status'],
  ['what was called off', { status: 'called-off' }, minutesMove('sign'), {}, 'wrong-minutes-status'],
  ['what is open', {}, minutesMove('call-off'), {}, 'done'],
  ['what was signed', { status: 'signed' }, minutesMove('call-off'), {}, 'wrong-minutes-status'],
]
for (const [why, row, move, look, expected] of minutesCases)
  test(`PROPOSAL-13, PROPOSAL-14 to ${move.action} minutes, ${why}: ${expected}`, () => {
    const seen = aLook({ minutes: row && someMinutes(row), proposals: known, ...look })
    assert.equal(code(decideMinutes(proposalIds.minutes(1), move, drafter, seen, policy)), expected)
  })

const months: readonly (readonly [counts: string, taken: string, code: string])[] = [
  ['2026-11', '2026-11', 'done'],
  ['2026-11', '2026-12', 'done'],
  ['2026-12', '2027-01', 'done'],
  ['2025-12', '2026-01', 'done'],
  ['2026-12', '2026-11', 'proposal-later'],
  ['2027-01', '2026-12', 'proposal-later'],
]
for (const [counts, taken, expected] of months)
  test(`PROPOSAL-9 what counts for ${counts}, taken out for ${taken}: ${expected}`, () => {
    const look = { ...aLook({ proposals: rows(aProposal({ status: 'approved', month: counts })) }), batch: null }
    const data = { month: taken, proposals: [proposalIds.proposal(1)] }
    assert.equal(code(decideExport(proposalIds.batch(1), data, second, look, policy)), expected)
  })

/** When a device says that it was taken down, and for which month it then counts. */
const captures: readonly (readonly [what: string, captured: number, month: string, capture: string])[] = [
  ['at the same moment', monday, '2026-11', 'plausible'],
  ['last month, after the cut-off', Date.parse('2026-10-18T00:00:00+07:00'), '2026-11', 'plausible'],
  ['last month, just before the cut-off', Date.parse('2026-10-17T23:59:00+07:00'), '2026-10', 'plausible'],
  ['ten minutes ahead', monday + 600_000, '2026-11', 'plausible'],
  ['a day ahead', monday + dayMs, '2026-11', 'flagged'],
  ['next year', monday + 366 * dayMs, '2026-11', 'flagged'],
  ['a quarter ago', monday - 90 * dayMs, '2026-11', 'flagged'],
]
for (const [what, captured, month, capture] of captures)
  test(`PROPOSAL-21 what was taken down ${what} is ${capture} and counts for ${month}`, () => {
    const move = proposalMove('draft', { capturedAt: wireOf(captured) })
    const answer = decideProposal(proposalIds.proposal(1), move, drafter, aLook(), aPolicy(monday))
    assert.ok(answer.ok)
    const [change] = answer.value.changes
    assert.ok(change?.table === 'proposal')
    assert.deepEqual([change.set.month, change.set.capture, change.set.receivedAt], [month, capture, monday])
  })
