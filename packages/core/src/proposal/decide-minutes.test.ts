import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Decision } from '../ledger/entry.ts'
import { placeCode } from '../place/code.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aLook, aProposal, minutesMove, proposalData, proposalIds, someMinutes } from '../testing/a-proposal.ts'
import { almighty, citizen, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideExport, decideMinutes } from './decide-minutes.ts'
import { minutesSteps } from './moves.ts'
import type { MinutesRow, ProposalBatchRow, ProposalRow } from './proposal.ts'
import { minutesStatuses } from './proposal.ts'
import type { ProposalAnswer, ProposalLook } from './scene.ts'

const id = proposalIds.minutes(1)
const writer = almighty(offices.village, 1)
const policy = aPolicy(monday)
const withOf = (...rows: readonly ProposalRow[]) => new Map(rows.map((row) => [String(row.id), row]))

function decide(
  row: Partial<MinutesRow> | null,
  move: ReturnType<typeof minutesMove>,
  look: Partial<ProposalLook> = {},
  actor: Parameters<typeof decideMinutes>[2] = writer,
) {
  const minutes = row && someMinutes(row)
  return decideMinutes(id, move, actor, aLook({ minutes, proposals: withOf(aProposal()), ...look }), policy)
}
const code = (answer: ProposalAnswer): string => (answer.ok ? 'accepted' : answer.error.code)
function made(answer: ProposalAnswer): Decision {
  assert.ok(answer.ok, code(answer))
  return answer.value
}

test('PROPOSAL-13 minutes begin in a village of the writer, and are written until they end', () => {
  assert.equal(code(decide(null, minutesMove('meet'))), 'accepted')
  assert.equal(code(decide({}, minutesMove('meet'))), 'already-so')
  assert.equal(code(decide(null, minutesMove('meet', { place: placeCode.parse('34.04.07') }))), 'wrong-place')
  assert.equal(code(decide(null, minutesMove('meet', { place: placeCode.parse('34.04.01.2001') }))), 'wrong-place')
  for (const step of minutesSteps) {
    assert.equal(code(decide(null, minutesMove(step))), 'not-found', step)
    for (const status of minutesStatuses)
      assert.equal(code(decide({ status }, minutesMove(step))), status === 'open' ? 'accepted' : 'wrong-minutes-status')
  }
})

test('PROPOSAL-13 whoever makes no proposals writes no minutes', () => {
  for (const actor of [staffLacking(['proposal.make']), citizen()])
    for (const move of [minutesMove('meet'), minutesMove('minute'), minutesMove('sign'), minutesMove('call-off')])
      assert.equal(code(decide(move.action === 'meet' ? null : {}, move, {}, actor)), 'not-permitted', move.action)
})

test('PROPOSAL-13 minutes name proposals of their own village, each once', () => {
  const verdict = { proposal: proposalIds.proposal(1), agreed: true, note: '' }
  const elsewhere = withOf(aProposal({ place: placeCode.parse('34.04.07.2002') }))
  assert.equal(code(decide({}, minutesMove('minute'), { proposals: elsewhere })), 'unknown-proposal')
  assert.equal(code(decide({}, minutesMove('minute'), { proposals: new Map() })), 'unknown-proposal')
  assert.equal(code(decide({}, minutesMove('minute', { verdicts: [verdict, verdict] }))), 'unknown-proposal')
  const { changes } = made(decide({}, minutesMove('minute')))
  assert.deepEqual(
    changes.map(({ table }) => table),
    ['minutes'],
  )
})

test('PROPOSAL-14 signed minutes back what was agreed, and end what was not', () => {
  const [first, second] = [
    aProposal(),
    aProposal({ id: proposalIds.proposal(2), kind: 'objection', dueAt: monday + dayMs }),
  ]
  const verdicts = canonical([
    { proposal: first.id, agreed: true, note: '' },
    { proposal: second.id, agreed: false, note: 'Masih layak.' },
  ])
  const { changes } = made(decide({ verdicts }, minutesMove('sign'), { proposals: withOf(first, second) }))
  const [own, one, two] = changes.map(({ set }) => set as Partial<ProposalRow & { signedAt: number }>)
  assert.deepEqual([own?.status, own?.file, own?.signedAt], ['signed', 'a'.repeat(64), monday])
  assert.deepEqual([one?.status, one?.backing, one?.minutes, one?.backedAt], ['backed', 'minutes', id, monday])
  assert.deepEqual([two?.status, two?.words, two?.minutes, two?.dueAt], ['withdrawn', 'Masih layak.', id, null])
})

test('PROPOSAL-14 what somebody moved on meanwhile is left as it is', () => {
  const backed = withOf(aProposal({ status: 'backed', backing: 'sptjm' }))
  assert.equal(made(decide({}, minutesMove('sign'), { proposals: backed })).changes.length, 1)
  const refusing = canonical([{ proposal: proposalIds.proposal(1), agreed: false, note: '' }])
  assert.equal(made(decide({ verdicts: refusing }, minutesMove('sign'), { proposals: backed })).changes.length, 1)
})

test('PROPOSAL-14 nothing is signed without its scan, its leader, those who came, and the day', () => {
  const sign = minutesMove('sign')
  assert.equal(code(decide({}, sign, { filed: false })), 'unknown-file')
  assert.equal(code(decide({ day: '2026-11-03' }, sign)), 'too-early')
  const empty = decide({ leader: '', attendance: '[]' }, sign)
  assert.deepEqual(empty, { ok: false, error: { code: 'minutes-incomplete', fields: ['leader', 'attendance'] } })
  assert.equal(code(decide({}, sign, { proposals: new Map() })), 'unknown-proposal')
  assert.equal(code(decide({}, sign, { proposals: withOf(aProposal({ nik: null })) })), 'proposal-incomplete')
})

test('FIELD-31 minutes name the sheet that a phone photographed: it signs nothing, and stays until another is named', () => {
  const sheet = { id: ids.attachment(1), name: 'berita-acara.jpg', sha256: 'c'.repeat(64), size: 9 }
  const named = { files: [{ ...sheet, type: 'image/jpeg' as const }] }
  const after = (files: object) => made(decide({ file: 'b'.repeat(64) }, minutesMove('minute', files))).changes
  assert.equal(after(named).length, 1, 'no proposal is touched')
  const [set, without, none] = [named, {}, { files: [] }].map((files) => after(files)[0]?.set as Partial<MinutesRow>)
  assert.deepEqual(
    [set?.status, set?.file, set?.fileName, set?.signedAt],
    ['open', 'c'.repeat(64), 'berita-acara.jpg', undefined],
  )
  for (const left of [without, none]) assert.ok(left && !('file' in left) && !('fileName' in left))
  assert.equal(code(decide({ file: 'c'.repeat(64) }, minutesMove('sign'), { filed: false })), 'unknown-file')
})

const exportOf = (
  rows: readonly ProposalRow[],
  own: { batch?: ProposalBatchRow; month?: string } = {},
  actor = writer,
) =>
  decideExport(
    proposalIds.batch(1),
    { month: own.month ?? '2026-11', proposals: [...rows.map((row) => row.id), ...rows.map((row) => row.id)] },
    actor,
    { ...aLook({ proposals: withOf(...rows) }), batch: own.batch ?? null },
    policy,
  )

test('PROPOSAL-9 what is approved is taken out once, with its batch', () => {
  const rows = [1, 2].map((n) => aProposal({ id: proposalIds.proposal(n), status: 'approved' }))
  const { changes, say } = made(exportOf(rows))
  assert.deepEqual(say, { month: '2026-11', size: 2 })
  assert.deepEqual(
    changes.map(({ table, id: row }) => [table, row]),
    [
      ['proposalBatch', proposalIds.batch(1)],
      ['proposal', proposalIds.proposal(1)],
      ['proposal', proposalIds.proposal(2)],
    ],
  )
  const row = changes[1]?.set as Partial<ProposalRow>
  assert.deepEqual([row.status, row.batch, row.exportedAt], ['exported', proposalIds.batch(1), monday])
})

test('PROPOSAL-9 nothing is taken out before it is approved, before its month, or by who may not', () => {
  const approved = aProposal({ status: 'approved' })
  assert.equal(code(exportOf([aProposal({ status: 'verified' })])), 'wrong-proposal-status')
  assert.equal(code(exportOf([aProposal({ status: 'exported' })])), 'wrong-proposal-status')
  assert.equal(code(exportOf([approved], { month: '2026-10' })), 'proposal-later')
  assert.equal(code(exportOf([approved], { month: '2026-12' })), 'accepted')
  const nobody = staffLacking(['proposal.make', 'proposal.verify'])
  assert.equal(code(exportOf([approved], {}, nobody)), 'not-permitted')
  const look = { ...aLook(), batch: null }
  for (const actor of [writer, citizen()])
    assert.equal(
      code(decideExport(proposalIds.batch(1), proposalData.export, actor, look, policy)),
      actor.kind === 'staff' ? 'unknown-proposal' : 'not-permitted',
    )
})
