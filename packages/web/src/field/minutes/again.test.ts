import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Entry, waitingEntry } from '../../platform/outbox/entry.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { aCommand } from '../../testing/a-command.ts'
import { again, forgetForAgain, keepForAgain, loadForAgain, refusedOf } from './again.ts'
import { meetingsHere } from './meetings-here.ts'
import { commandsOfMinutes, firstMinutes } from './minutes-values.ts'

const place = '34.04.07.2003'
const id = randomUUID()
const values = {
  ...firstMinutes(place, id, '2026-11-23'),
  venue: 'Balai desa',
  leader: 'Pak Dukuh',
  present: ['Bu\tLurah'],
}
const [meet, minute] = commandsOfMinutes(values, [], [])
assert.ok(meet && minute)
const no = (command: typeof meet, code: string) => ({
  state: 'refused' as const,
  command,
  why: { code, message: '', details: {} },
})

test('FIELD-30 what was written is kept until it is forgotten, for its own minutes alone', async () => {
  assert.equal(await loadForAgain(id), null)
  await keepForAgain(values)
  assert.deepEqual(await loadForAgain(id), values)
  assert.equal(await loadForAgain(randomUUID()), null)
  await forgetForAgain(id)
  assert.equal(await loadForAgain(id), null)
})

test('FIELD-30 refused of minutes is what was refused of them, not what waits, and nothing of a proposal of that name', () => {
  const entries: Entry[] = [
    waitingEntry(minute),
    no(meet, 'wrong-place'),
    no(aCommand('x', { kind: 'proposal.draft', subject: id }), 'invalid'),
    no({ ...meet, subject: randomUUID() }, 'wrong-place'),
  ]
  assert.deepEqual(
    refusedOf(entries, id).map(({ command }) => command),
    [meet],
  )
})

test('FIELD-30 minutes whose meeting is there go without it; those of a meeting that was refused begin anew', () => {
  const begun = (refused: Parameters<typeof again>[1]) => [
    again(values, refused).id === id,
    again(values, refused).begun,
  ]
  assert.deepEqual(begun([no(minute, 'unknown-proposal')]), [true, 'yes'])
  assert.deepEqual(begun([no(minute, 'invalid')]), [true, 'yes'])
  assert.deepEqual(begun([no(meet, 'wrong-place'), no(minute, 'depends-on-refused')]), [true, ''])
  assert.deepEqual(begun([no(minute, 'not-found')]), [true, ''], 'it never came there')
  assert.deepEqual(begun([no(meet, 'already-so'), no(minute, 'depends-on-refused')]), [true, 'yes'])
})

test('FIELD-30 what a desk wrote meanwhile is not overwritten: it becomes minutes of its own', () => {
  for (const code of ['stale', 'wrong-minutes-status']) {
    const fresh = again({ ...values, begun: 'yes' }, [no(minute, code)])
    assert.notEqual(fresh.id, id)
    assert.deepEqual([fresh.begun, fresh.leader], ['', 'Pak Dukuh'])
    assert.deepEqual(
      commandsOfMinutes(fresh, [], []).map(({ subject }) => subject === id),
      [false, false],
    )
  }
})

test('FIELD-30 a meeting that is on its way stands with its village, where the worst part of it is', () => {
  const as = (state: Pending['state'], command = minute): Pending => ({ command, state })
  const shown = (pending: readonly Pending[]) => meetingsHere(pending, place).map(({ state, venue }) => [state, venue])
  assert.deepEqual(shown([as('waiting', meet), as('waiting')]), [['waiting', 'Balai desa']])
  assert.deepEqual(shown([as('sent', meet), as('waiting')]), [['waiting', 'Balai desa']])
  assert.deepEqual(shown([as('sent', meet), as('refused')]), [['refused', 'Balai desa']])
  assert.deepEqual(shown([as('sent', meet), as('sent')]), [['sent', 'Balai desa']])
  assert.deepEqual(shown([as('waiting')]), [], 'of minutes alone no place is told')
  assert.deepEqual(meetingsHere([as('waiting', meet)], '34.04.07.2001'), [])
  assert.deepEqual(shown([as('waiting', { ...meet, data: { kind: 'rapat' } })]), [])
})
