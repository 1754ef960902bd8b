import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses } from '@openslrt/core/case/case.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { unproven, unseen } from './check.ts'
import { holdAgainstLaw } from './hold.ts'
import { faults } from './planted.ts'
import { cleanHouse } from './planted-house.ts'
import { inTemporaryHouse, proveLaw } from './prove.ts'
import { importRules } from './rules.ts'
import { statuses } from './scan-status.ts'

test('LAW-1 every planted fault is caught in its line, and nothing else is', async () => {
  const proof = await proveLaw()
  assert.deepEqual(proof.missed, [])
  assert.deepEqual(proof.falseAlarms, [])
  assert.equal(proof.planted, faults.length)
})

test('LAW-2 every rule has at least one planted fault', () => {
  const planted = new Set(faults.map(({ rule }) => rule))
  assert.deepEqual(
    importRules.map(({ name }) => name).filter((name) => !planted.has(name ?? '')),
    [],
  )
})

test('LAW-3 a house that keeps the law is let through, and its imports between packages are seen', async () => {
  const held = await inTemporaryHouse(cleanHouse, holdAgainstLaw)
  assert.deepEqual(held.breaches, [])
  assert.deepEqual(unseen(held), [])
  assert.ok(held.imports > 10)
})

test('LAW-4 an empty package, or a cruise that resolves nothing, is a fault of the check', () => {
  const blind = unseen({ breaches: [], files: ['packages/core/src/a.ts', 'packages/web/src/a.ts'], imports: 0 })
  assert.deepEqual(
    blind.map(({ file }) => file),
    ['packages/server', 'packages'],
  )
})

test('LAW-5 a missed fault and a false alarm are both told with their place', () => {
  const [fault] = faults
  assert.ok(fault)
  const told = unproven({
    planted: 1,
    missed: [fault],
    falseAlarms: [{ rule: 'x', file: 'a.ts', line: 3, sentence: 'imports b' }],
  })
  assert.deepEqual(
    told.map(({ file, line }) => [file, line]),
    [
      [`planted: ${fault.path}`, fault.line],
      ['planted: a.ts', 3],
    ],
  )
})

test('LAW-6 the scan knows every status of core', () => {
  assert.deepEqual(
    [...caseStatuses, ...referralStatuses].filter((status) => !statuses.has(status)),
    [],
  )
})
