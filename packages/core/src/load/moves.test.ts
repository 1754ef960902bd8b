import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadStatuses } from './load.ts'
import { endedLoads, loadActs, loadMoves, workOf } from './moves.ts'

test('LOAD-7 a load is read, tried, run, and done; it can be held up, gone on with, and given up', () => {
  const ways = Object.entries(loadMoves).map(([move, { from, to, by }]) => `${by} ${move}: ${from.join(' ')} -> ${to}`)
  assert.deepEqual(ways, [
    'work check: read -> checked',
    'person record: read checked running stopped done -> same',
    'person start: checked stopped -> running',
    'work take: running -> running',
    'work finish: running -> done',
    'person stop: running -> stopped',
    'person cancel: read checked stopped -> cancelled',
  ])
})

test('LOAD-7 people may do what is theirs, and the server works where work is left', () => {
  assert.deepEqual(loadActs('checked'), ['record', 'start', 'cancel'])
  assert.deepEqual(loadActs('running'), ['record', 'stop'])
  assert.deepEqual(loadActs('cancelled'), [])
  assert.deepEqual(
    loadStatuses.map((status) => workOf(status)),
    ['check', null, 'take', null, null, null],
  )
  for (const status of endedLoads) assert.equal(workOf(status), null)
})
