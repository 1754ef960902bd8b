import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problems } from '@openslrt/core/contract/problem.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aCommand } from '../../testing/a-command.ts'
import { mayPass } from '../api/problem.ts'
import {
  answered,
  type Command,
  type Entry,
  nextBatch,
  nextTryAt,
  postponed,
  retryAfterMs,
  waitingEntry,
} from './entry.ts'

const command = (id: string, data: unknown = {}): Command => aCommand(id, { data })
const ids = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.command.id)
const now = 1_000_000

test('SYNC-4 the wait doubles with every try and has a ceiling of five minutes', () => {
  assert.deepEqual([1, 2, 3, 8, 9, 40].map(retryAfterMs), [2_000, 4_000, 8_000, 256_000, 300_000, 300_000])
})

test('SYNC-3 an accepted command keeps what it was answered, a refused one keeps what was typed and why', () => {
  const entry = waitingEntry(command('a', { note: 'atap bocor' }))
  const yes = answered(entry, { status: 'accepted', seq: 4, version: 2, number: '3404-26-000123' }, now)
  assert.ok(yes.state === 'accepted' && yes.outcome.number === '3404-26-000123')
  const no = answered(entry, { status: 'refused', code: 'stale', message: 'Orang lain …', details: {} }, now)
  assert.ok(no.state === 'refused' && no.why.code === 'stale')
  assert.deepEqual(no.command, entry.command)
})

test('SYNC-5 a fault of the moment, an old page or a missing answer refuses nothing: it stays and is tried again', () => {
  const entry = waitingEntry(command('a'))
  for (const code of ['unavailable', 'internal', 'rate-limited', 'contract-too-old']) {
    const later = answered(entry, { status: 'refused', code, message: '', details: {} }, now)
    assert.ok(later.state === 'waiting' && later.tries === 1 && later.nextAt === now + 2_000, code)
  }
  assert.equal(answered(entry, undefined, now).state, 'waiting')
})

test('SYNC-4 a server that names a longer wait is heeded, up to the ceiling', () => {
  const why = (retryAfter: unknown) => ({ code: 'unavailable', message: '', details: { retryAfter } })
  assert.equal(postponed(waitingEntry(command('a')), why(30), now).nextAt, now + 30_000)
  assert.equal(postponed(waitingEntry(command('a')), why(86_400), now).nextAt, now + 300_000)
  assert.equal(postponed(waitingEntry(command('a')), why('soon'), now).nextAt, now + 2_000)
})

test('SYNC-2 what waits goes in the order it was done, all together when the first is due, and at once when asked', () => {
  const first = postponed(waitingEntry(command('a')), null, now)
  const second = { ...waitingEntry(command('b')), nextAt: now + 60_000 }
  const refused: Entry = { state: 'refused', command: command('r'), why: { code: 'stale', message: '', details: {} } }
  assert.deepEqual(ids(nextBatch([refused, first, second], now, false)), [])
  assert.deepEqual(ids(nextBatch([refused, first, second], now + 2_000, false)), ['a', 'b'])
  assert.deepEqual(ids(nextBatch([refused, first, second], now, true)), ['a', 'b'])
  assert.equal(nextTryAt([refused, first, second]), now + 2_000)
  assert.equal(nextTryAt([refused]), null)
})

test('SYNC-2 one request carries what fits, and always at least one', () => {
  const long = (id: string) => waitingEntry(command(id, { story: 'x'.repeat(300_000) }))
  assert.deepEqual(ids(nextBatch([long('a'), long('b')], now, true)), ['a'])
  const huge = waitingEntry(command('h', { story: 'x'.repeat(500_000) }))
  assert.deepEqual(ids(nextBatch([huge, long('b')], now, true)), ['h'])
  const many = Array.from({ length: 60 }, (_, at) => waitingEntry(command(String(at))))
  assert.equal(nextBatch(many, now, true).length, 50)
})

test('SYNC-5 of all that a server may answer, only a no about what was sent refuses it', () => {
  for (const code of Object.keys(problems)) {
    const after = answered(waitingEntry(command('a')), { status: 'refused', code, message: 'x', details: {} }, now)
    assert.equal(after.state, mayPass(code) ? 'waiting' : 'refused', code)
  }
})

test('SYNC-5 what came of the last try stands with what waits, and goes with the next answer', () => {
  const why = { code: 'unavailable', message: 'Server sedang tidak ada.', details: {} }
  const waiting = postponed(waitingEntry(command('a')), why, now)
  assert.deepEqual(waiting.why, why)
  const again = answered(waiting, undefined, now)
  assert.ok(again.state === 'waiting' && again.why === null && again.tries === 2)
})

test('SYNC-4 an accepted entry carries the moment of its answer, by which it is swept', () => {
  const yes = answered(waitingEntry(command('a')), { status: 'accepted', seq: 1, version: 1 }, now)
  assert.ok(yes.state === 'accepted' && yes.at === now)
})

test('SYNC-4 odd words about a wait are no wait', () => {
  const nextAt = (retryAfter: unknown) =>
    postponed(waitingEntry(command('a')), { code: 'unavailable', message: '', details: { retryAfter } }, now).nextAt
  for (const odd of [null, undefined, -5, Number.NaN, 'besok', {}, []]) assert.equal(nextAt(odd), now + 2_000, `${odd}`)
})

test('SYNC-2 nothing overtakes, whatever is due: the batch is always the oldest that wait', () => {
  const entries = fc.array(
    fc.record({ due: fc.boolean(), done: fc.boolean(), size: fc.integer({ min: 0, max: 200_000 }) }),
  )
  fc.assert(
    fc.property(entries, fc.boolean(), fc.integer({ min: 1, max: 50 }), (shapes, force, most) => {
      const all = shapes.map(({ due, done, size }, at): Entry => {
        const one = { ...waitingEntry(command(String(at), 'x'.repeat(size))), nextAt: due ? now : now + 1 }
        return done ? { state: 'refused', command: one.command, why: { code: 'stale', message: '', details: {} } } : one
      })
      const waiting = all.filter(({ state }) => state === 'waiting')
      const batch = nextBatch(all, now, force, most)
      assert.deepEqual(ids(batch), ids(waiting.slice(0, batch.length)))
      assert.ok(batch.length <= most)
      const due = force || waiting.some((entry) => entry.state === 'waiting' && entry.nextAt <= now)
      assert.equal(batch.length > 0, due && waiting.length > 0)
    }),
    { seed, numRuns: 300 },
  )
})
