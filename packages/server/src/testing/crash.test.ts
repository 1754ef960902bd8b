import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crash } from './crash.ts'

test('LEDGER-9 LOAD-12 server and database are killed under load: every acknowledged command is there exactly once', async (context) => {
  const report = await crash(2, 'short form', (line) => context.diagnostic(line))
  context.diagnostic(JSON.stringify(report))
  assert.ok(report.accepted > 50 && report.refused > 10, 'too little was done to prove anything')
  assert.ok(report.again > 0, 'nothing died under a command')
})
