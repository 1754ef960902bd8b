import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seed } from '../testing/property.ts'
import type { Cursor } from './round.ts'
import { cursor, endedAt, pausedAt, roundAt, tablesFrom } from './round.ts'
import { replicaTables } from './tables.ts'

const ground = { epoch: '0190a000-0000-7000-8000-000000000001', reach: 'a'.repeat(32), head: 40 }
const after = { seq: 12, id: '0190a000-0000-7000-8000-0000000000ff' }
const done: Cursor = { epoch: ground.epoch, reach: ground.reach, since: 30, at: null }
const amid: Cursor = { ...done, at: { upTo: 35, table: 'visit', after } }

test('SYNC-11 a phone that never asked, or knows another database or other places, is given everything anew', () => {
  const all = { since: 0, upTo: 40, table: 'family', after: null, fresh: true }
  for (const given of [
    null,
    { ...done, epoch: '0190a000-0000-7000-8000-000000000002' },
    { ...done, reach: 'b'.repeat(32) },
    { ...done, since: 41 },
    { ...amid, at: { upTo: 41, table: 'visit', after } } as const,
  ])
    assert.deepEqual(roundAt(given, ground), all)
})

test('SYNC-11 a round that is over is followed by what was written since; one that is not goes on behind its last row', () => {
  assert.deepEqual(roundAt(done, ground), { since: 30, upTo: 40, table: 'family', after: null, fresh: true })
  assert.deepEqual(roundAt(amid, ground), { since: 30, upTo: 35, table: 'visit', after, fresh: false })
  assert.deepEqual(tablesFrom('proposal'), ['proposal'])
  assert.deepEqual(tablesFrom('family'), replicaTables)
})

test('SYNC-11 whatever is written while it pulls, a phone hears of each entry in exactly one round', () => {
  const growth = fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(growth, (steps) => {
      let head = 0
      let held: Cursor | null = null
      const rounds: (readonly [number, number])[] = []
      for (const [written, isLast] of steps) {
        head += written
        const now = { ...ground, head }
        const round = roundAt(held, now)
        held = isLast ? endedAt(round, now) : pausedAt(round, now, 'person', after)
        if (isLast) rounds.push([round.since, round.upTo])
        assert.deepEqual(cursor.parse(held), held)
      }
      for (const [nth, [since]] of rounds.entries()) assert.equal(since, rounds[nth - 1]?.[1] ?? 0)
    }),
    { seed },
  )
})
