import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { dayMs, wireOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Change } from '../ledger/entry.ts'
import { placeCode } from '../place/code.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import {
  aLook,
  aProposal,
  proposalActs,
  proposalData,
  proposalIds,
  proposalMove,
  village,
} from '../testing/a-proposal.ts'
import { almighty, citizen, clock, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideProposal, mayStep } from './decide.ts'
import { proposalRights, proposalRule } from './moves.ts'
import type { ProposalRow } from './proposal.ts'
import { proposalStatuses } from './proposal.ts'
import type { ProposalLook } from './scene.ts'

const id = proposalIds.proposal(1)
/** Somebody with every right who has drafted nothing. */
const other = almighty(offices.district, 9)
const policy = aPolicy(monday + 1000)

function decide(
  row: Partial<ProposalRow> | null,
  move: ReturnType<typeof proposalMove>,
  actor: Actor = other,
  look: Partial<ProposalLook> = {},
) {
  return decideProposal(id, move, actor, aLook({ proposal: row && aProposal(row), ...look }), policy)
}

/** What an act sets on the row; the refusal's code where it is refused. */
function set(...asked: Parameters<typeof decide>): Partial<ProposalRow> | string {
  const decided = decide(...asked)
  if (!decided.ok) return decided.error.code
  const [change] = decided.value.changes as readonly Extract<Change, { table: 'proposal' }>[]
  return change?.set ?? {}
}
const refused = (...asked: Parameters<typeof decide>): string => {
  const answer = set(...asked)
  return typeof answer === 'string' ? answer : 'accepted'
}

test('PROPOSAL-1 every act is accepted from the statuses of its row and leads where it says, and nowhere else', () => {
  for (const action of proposalActs)
    for (const status of proposalStatuses) {
      const { from, to } = proposalRule(action)
      const answer = set({ status, exportedAt: monday }, proposalMove(action))
      if (from.includes(status)) {
        assert.ok(typeof answer !== 'string', `${action} from ${status}: ${answer}`)
        assert.equal(answer.status, to === 'same' ? status : to)
      } else assert.equal(answer, 'wrong-proposal-status', `${action} from ${status}`)
    }
})

test('PROPOSAL-4 whoever lacks every right of an act is told which one it takes', () => {
  for (const action of ['draft', ...proposalActs] as const) {
    const row = action === 'draft' ? null : { status: proposalRule(action).from[0] ?? 'drafted', exportedAt: monday }
    const lacking = staffLacking(proposalRights(action).map(String), offices.district)
    for (const actor of [lacking, citizen(), clock])
      assert.deepEqual(
        decide(row, proposalMove(action), actor),
        { ok: false, error: { code: 'not-permitted', needs: proposalRights(action) } },
        `${action} by ${actor.kind}`,
      )
  }
})

test('PROPOSAL-4 drafter, verifier and approver are three different people', () => {
  const drafter = almighty(offices.district, 1)
  const row = { status: 'backed', drafters: [ids.staff(1), ids.staff(2)] } as const
  assert.equal(refused(row, proposalMove('verify'), drafter), 'own-proposal')
  assert.equal(refused(row, proposalMove('verify'), almighty(offices.district, 2)), 'own-proposal')
  const verified = { ...row, status: 'verified', verifier: ids.staff(3) } as const
  for (const n of [1, 2, 3])
    assert.equal(refused(verified, proposalMove('approve'), almighty(offices.district, n)), 'own-proposal', `${n}`)
  const approved = set(verified, proposalMove('approve'))
  assert.ok(typeof approved !== 'string')
  assert.deepEqual([approved.approver, approved.approvedAt], [ids.staff(9), policy.now])
})

test('PROPOSAL-4 whoever changes what is asked for has drafted it, too', () => {
  const changed = set({ status: 'returned' }, proposalMove('change'))
  assert.ok(typeof changed !== 'string')
  assert.deepEqual(changed.drafters, [ids.staff(1), ids.staff(9)])
  const again = set({ status: 'drafted' }, proposalMove('change'), almighty(offices.district, 1))
  assert.ok(typeof again !== 'string')
  assert.deepEqual(again.drafters, [ids.staff(1)])
})

test('PROPOSAL-4 after it was sent back, the same person may verify it again', () => {
  const back = set({ status: 'verified', verifier: ids.staff(3) }, proposalMove('send-back'))
  assert.ok(typeof back !== 'string')
  assert.deepEqual([back.verifier, back.why, back.words], [null, 'visit-needed', 'Kunjungi dulu.'])
  assert.equal(mayStep(aProposal({ status: 'backed' }), 'verify', almighty(offices.district, 3)), null)
})

test('PROPOSAL-1 a draft may lack much, lies in a village of the drafter, and keeps both times', () => {
  const facilitator = staff('facilitator', offices.village, 4)
  const bare = { nik: null, kk: null, person: null, family: null, asked: [], note: '' }
  const made = set(null, proposalMove('draft', bare), facilitator)
  assert.ok(typeof made !== 'string')
  assert.deepEqual(
    [made.status, made.drafters, made.month, made.capturedAt, made.receivedAt, made.capture, made.dueAt],
    ['drafted', [ids.staff(4)], '2026-11', monday, policy.now, 'plausible', null],
  )
  assert.equal(refused({}, proposalMove('draft'), facilitator), 'already-so')
  for (const place of ['34.04', '34.04.07', '34.04.01.2001'])
    assert.equal(refused(null, proposalMove('draft', { place: placeCode.parse(place) }), facilitator), 'wrong-place')
  assert.equal(refused(null, proposalMove('draft', { reason: 'gossip' }), facilitator), 'unknown-reason')
})

test('PROPOSAL-3 values are asked for by their official names, each once; the desil by nobody', () => {
  const one = (name: string) => ({ name, before: null, after: '1' })
  for (const names of [['desil'], ['desil_nasional'], ['kekayaan'], ['nama', 'nama']])
    assert.equal(refused(null, proposalMove('draft', { asked: names.map(one) })), 'proposal-field', names.join())
  for (const name of ['nama', 'jenis_atap_terluas', 'sepeda_motor', 'tanggal_meninggal', 'kelayakan'])
    assert.equal(refused({ status: 'drafted' }, proposalMove('change', { asked: [one(name)] })), 'accepted', name)
})

test('PROPOSAL-2 nobody stands behind a proposal that does not say what its kind has to', () => {
  const said = (name: string) => canonical([{ name, before: null, after: '2026-11-01' }])
  const lacking: readonly (readonly [row: Partial<ProposalRow>, missing: string])[] = [
    [{ kind: 'correction', nik: null }, 'nik'],
    [{ kind: 'correction', asked: '[]' }, 'asked'],
    [{ kind: 'new', nik: null, kk: null, asked: '[]' }, 'nik,kk,asked'],
    [{ kind: 'death', asked: '[]' }, 'tanggal_meninggal'],
    [{ kind: 'move' }, 'kode_kelurahan_desa'],
    [{ kind: 'double' }, 'nik_ganda'],
    [{ kind: 'objection' }, 'kelayakan,foto,lokasi'],
    [{ kind: 'eligibility' }, 'kelayakan'],
    [{ kind: 'programme' }, 'programme'],
    [{ kind: 'withdrawal', nik: null }, 'nik,programme'],
  ]
  for (const [row, missing] of lacking) {
    for (const [action, status] of [
      ['back', 'drafted'],
      ['resend', 'returned'],
    ] as const) {
      const answer = decide({ ...row, status }, proposalMove(action))
      assert.ok(!answer.ok && answer.error.code === 'proposal-incomplete', `${row.kind} ${action}`)
      assert.equal(answer.error.fields.join(), missing, row.kind)
    }
  }
  for (const row of [
    { kind: 'death', asked: said('tanggal_meninggal') },
    { kind: 'not-found', nik: null, kk: null, asked: '[]' },
    { kind: 'programme', programme: 'pkh', asked: '[]' },
  ] as const)
    assert.equal(refused(row, proposalMove('back')), 'accepted', row.kind)
})

test('PROPOSAL-5 a statement of responsibility is a file that was sent', () => {
  assert.equal(refused({}, proposalMove('back'), other, { filed: false }), 'unknown-file')
  const backed = set({}, proposalMove('back'))
  assert.ok(typeof backed !== 'string')
  assert.deepEqual([backed.backing, backed.file, backed.backedAt], ['sptjm', 'a'.repeat(64), policy.now])
})

test('PROPOSAL-6 returning says why by the list of the place, and in words', () => {
  for (const action of ['return', 'send-back'] as const) {
    const status = proposalRule(action).from[0] ?? 'backed'
    assert.equal(refused({ status }, proposalMove(action, { reason: 'gossip' })), 'unknown-reason')
    assert.equal(refused({ status }, proposalMove(action, { note: '  ' })), 'note-missing')
  }
  const again = set({ status: 'returned', why: 'papers-missing', words: 'KK' }, proposalMove('resend'))
  assert.ok(typeof again !== 'string')
  assert.deepEqual([again.status, again.why, again.words], ['backed', null, null])
})

test('PROPOSAL-21 where the device cannot be right, the verifier says which time counts, and its month follows', () => {
  // Taken down, so the device says, a year ago; received after the cut-off of November.
  const receivedAt = Date.parse('2026-11-19T09:00:00+07:00')
  const row = {
    status: 'backed',
    capture: 'flagged',
    capturedAt: receivedAt - 365 * dayMs,
    receivedAt,
    month: '2026-12',
  } as const
  assert.equal(refused(row, proposalMove('verify')), 'capture-undecided')
  const trusted = set(row, proposalMove('verify', { capture: 'trusted' }))
  const received = set(row, proposalMove('verify', { capture: 'received' }))
  assert.ok(typeof trusted !== 'string' && typeof received !== 'string')
  assert.deepEqual([trusted.capture, trusted.month], ['trusted', '2025-12'])
  assert.deepEqual([received.capture, received.month], ['received', '2026-12'])
  const plain = set({ status: 'backed' }, proposalMove('verify', { capture: 'received' }))
  assert.ok(typeof plain !== 'string')
  assert.deepEqual([plain.capture, plain.month], ['plausible', '2026-11'])
})

test('PROPOSAL-22 an objection counts from when it was taken down, and verifying or withdrawing it stops its clock', () => {
  const capturedAt = wireOf(monday - 3 * dayMs)
  const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]
  const made = set(null, proposalMove('draft', { kind: 'objection', asked, capturedAt }))
  assert.ok(typeof made !== 'string')
  assert.equal(made.dueAt, monday + 11 * dayMs)
  for (const [action, status] of [
    ['verify', 'backed'],
    ['withdraw', 'drafted'],
  ] as const) {
    const done = set({ kind: 'objection', status, dueAt: monday, pressAt: monday }, proposalMove(action))
    assert.ok(typeof done !== 'string')
    assert.deepEqual([done.dueAt, done.pressAt], [null, null], action)
  }
})

test('PROPOSAL-10 a value is ticked off by the first who typed it, and the tick can be taken back', () => {
  const row = { status: 'exported', exportedAt: monday } as const
  assert.equal(refused(row, proposalMove('tick', { target: 'sepakat' })), 'unknown-target')
  assert.equal(refused(row, proposalMove('tick', { fields: ['hobi'] })), 'proposal-field')
  const first = set(row, proposalMove('tick'))
  assert.ok(typeof first !== 'string')
  const tick = { target: 'siks-ng', field: 'nama', by: ids.staff(9), at: policy.now }
  assert.deepEqual(first.ticks, [tick])
  assert.equal(refused({ ...row, ticks: [tick] }, proposalMove('tick')), 'already-so')
  const whole = set({ ...row, ticks: [tick] }, proposalMove('tick', { fields: [] }), almighty(offices.district, 2))
  assert.ok(typeof whole !== 'string')
  assert.deepEqual(whole.ticks, [tick, { ...tick, field: null, by: ids.staff(2) }])
  const undone = set({ ...row, ticks: [tick] }, proposalMove('tick', { done: false }))
  assert.ok(typeof undone !== 'string')
  assert.deepEqual(undone.ticks, [])
  assert.equal(refused(row, proposalMove('tick', { done: false })), 'already-so')
})

test('PROPOSAL-11 an answer has its day, not before it was asked nor after today, and a rejection its reason', () => {
  const row = { status: 'exported', exportedAt: monday } as const
  for (const action of ['accept', 'reject'] as const) {
    assert.equal(refused(row, proposalMove(action, { answeredOn: '2026-11-03' })), 'too-early', action)
    assert.equal(refused(row, proposalMove(action, { answeredOn: '2026-10-31' })), 'too-early', action)
  }
  assert.equal(refused(row, proposalMove('reject', { reason: 'gossip' })), 'unknown-reason')
  const rejected = set(row, proposalMove('reject'))
  assert.ok(typeof rejected !== 'string')
  assert.deepEqual(
    [rejected.why, rejected.words, rejected.answeredOn, rejected.answeredAt],
    ['desil-above', 'Desil 6.', '2026-11-02', policy.now],
  )
})

test('PROPOSAL-1 what is not there is not found', () => {
  for (const action of proposalActs) assert.equal(refused(null, proposalMove(action)), 'not-found', action)
  assert.ok(village.startsWith(proposalData.draft.place))
})
