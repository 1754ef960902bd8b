import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaos } from './chaos/chaos.ts'

test('SYNC-40 phones, lines, servers and clocks fail in every way: nothing typed is lost or doubled, and all hold the same', async (context) => {
  const plan = { runs: 4, killEvery: 2, restoreEvery: 3, moveEvery: 4 }
  const report = await chaos(plan, 'short form', (line) => context.diagnostic(line))
  context.diagnostic(JSON.stringify(report))
  assert.deepEqual([report.kills, report.restores], [2, 1])
  assert.ok(report.accepted > 20, 'too little was done to prove anything')
})
