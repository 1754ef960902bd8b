import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type CaseLine, caseLine } from '@openslrt/core/contract/case-queries.ts'
import type { Sent } from '../../../platform/outbox/use-send.ts'
import { closeRun, isRunning, type ManyRun, manyRun, rowsToDo, type SendOne, startRun, undoOf } from './many-run.ts'

const uuid = (n: number): string => `0199c0de-0000-7000-8000-${String(n).padStart(12, '0')}`
const aLine = (n: number, assignee: string | null = null): CaseLine =>
  caseLine.parse({
    id: uuid(n),
    district: '34.04',
    version: n,
    number: `3404-26-00000${n}`,
    kind: 'complaint',
    category: 'pbi-inactive',
    status: 'handling',
    review: null,
    priority: 'normal',
    summary: 'PBI tidak aktif',
    clientMasked: 'S***',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    office: uuid(90),
    officeName: 'Puskesos',
    assignee,
    assigneeName: null,
    waitingOfficeName: null,
    hopDueAt: null,
    totalDueAt: null,
    registeredAt: 0,
    changedAt: 0,
    closure: null,
  })
const lines = [aLine(1), aLine(2, uuid(51)), aLine(3)]
const run: ManyRun = {
  act: { kind: 'assign', assignee: uuid(50), name: 'Bagus', note: '' },
  staff: uuid(40),
  office: uuid(90),
  rows: rowsToDo(lines),
}
const accepted = (version: number): Sent => ({ ok: true, outcome: { status: 'accepted', seq: 1, version } })
const refused: Sent = {
  ok: false,
  waiting: false,
  entryId: '',
  problem: { code: 'stale', message: 'Sudah berubah.', requestId: null, details: {} },
}
const always = () => true

/** Answers in turn, and notes what was sent. */
function door(answers: readonly Sent[]) {
  const sent: { kind: string; what: Parameters<SendOne>[1] }[] = []
  const send: SendOne = (kind, what) => {
    sent.push({ kind, what })
    return Promise.resolve(answers[sent.length - 1] ?? refused)
  }
  return { sent, send }
}

const undoing = (): ManyRun => undoOf(manyRun() ?? assert.fail()) ?? assert.fail()

beforeEach(closeRun)

test('QUEUE-12 each is sent by itself with the version that was looked at; a refusal is told and holds no other back', async () => {
  const { sent, send } = door([accepted(2), refused, accepted(4)])
  await startRun(run, send, always)
  assert.deepEqual(
    sent.map(({ kind, what }) => [kind, what.subject, what.base, what.office]),
    lines.map(({ id, version }) => ['case.assign', id, version, uuid(90)]),
  )
  const now = manyRun() ?? assert.fail()
  assert.deepEqual(
    now.rows.map(({ state, why }) => [state, why]),
    [
      ['done', null],
      ['refused', 'Sudah berubah.'],
      ['done', null],
    ],
  )
  assert.equal(isRunning(now), false)
})

test('QUEUE-12 without a line they are kept, and told apart from those that were done', async () => {
  const waiting: Sent = { ...refused, ok: false, waiting: true, entryId: '' }
  await startRun(run, door([accepted(2), waiting, waiting]).send, always)
  assert.deepEqual(
    manyRun()?.rows.map(({ state }) => state),
    ['done', 'kept', 'kept'],
  )
})

test('QUEUE-12 it ends when its person has left: nothing more is sent in their name', async () => {
  const { sent, send } = door([accepted(2), accepted(3), accepted(4)])
  await startRun(run, send, () => sent.length < 1)
  assert.equal(sent.length, 1)
  assert.equal(manyRun(), null)
})

test('QUEUE-13 to undo gives each back to who had it, or to nobody, on the version that the work made', async () => {
  await startRun(run, door([accepted(12), accepted(13), refused]).send, always)
  const { sent, send } = door([accepted(20), accepted(21)])
  await startRun(undoing(), send, always)
  assert.deepEqual(
    sent.map(({ what }) => [what.subject, what.base, what.data]),
    [
      [uuid(1), 12, { assignee: null, note: '' }],
      [uuid(2), 13, { assignee: uuid(51), note: '' }],
    ],
  )
})

test('QUEUE-12 passing many up is the same command for each, with the same reason', async () => {
  const { sent, send } = door([accepted(2), accepted(3), accepted(4)])
  await startRun({ ...run, act: { kind: 'escalate', reason: 'beyond-us', note: 'Perlu kabupaten' } }, send, always)
  assert.deepEqual(new Set(sent.map(({ kind }) => kind)), new Set(['case.escalate']))
  assert.deepEqual(sent[2]?.what.data, { reason: 'beyond-us', note: 'Perlu kabupaten' })
})

test('QUEUE-13 passing many up is taken back, each on the version that passing it up made, and what takes back is done', async () => {
  const escalate = { kind: 'escalate', reason: 'beyond-us', note: 'Perlu kabupaten' } as const
  await startRun({ ...run, act: escalate }, door([accepted(12), refused, accepted(14)]).send, always)
  const { sent, send } = door([accepted(20), accepted(21)])
  await startRun(undoing(), send, always)
  assert.deepEqual(
    sent.map(({ kind, what }) => [kind, what.subject, what.base, what.data]),
    [
      ['case.take-back', uuid(1), 12, { note: '' }],
      ['case.take-back', uuid(3), 14, { note: '' }],
    ],
  )
  assert.equal(undoOf(manyRun() ?? assert.fail()), null)
})

test('QUEUE-13 where nothing was done there is nothing to take back', async () => {
  await startRun(run, door([refused, refused, refused]).send, always)
  assert.equal(undoOf(manyRun() ?? assert.fail()), null)
})
