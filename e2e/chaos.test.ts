import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaos } from './chaos/chaos.ts'
import { worldsOf } from './chaos/many-worlds.ts'

test('SYNC-40 phones, lines, servers and clocks fail in every way: nothing typed is lost or doubled, and all hold the same', async (context) => {
  const plan = { runs: 4, killEvery: 2, restoreEvery: 3, moveEvery: 4 }
  const report = await chaos(plan, 'short form', { say: (line) => context.diagnostic(line) })
  context.diagnostic(JSON.stringify(report))
  assert.deepEqual([report.runs, report.kills, report.restores], [4, 2, 1])
  assert.ok(report.accepted > 20, 'too little was done to prove anything')
})

test('SYNC-40 thousands of runs are played in worlds with a seed each; the seed of one plays it alone again', () => {
  const worlds = worldsOf(450, 'benih')
  assert.deepEqual(
    worlds.map(({ seed, plan }) => [seed, plan.runs]),
    [
      ['benih/1', 200],
      ['benih/2', 200],
      ['benih/3', 50],
    ],
  )
  assert.deepEqual(
    worldsOf(200, 'benih/2').map(({ seed }) => seed),
    ['benih/2'],
  )
})
