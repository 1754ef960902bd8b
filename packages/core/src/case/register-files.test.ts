import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { ExpectedFile } from '../contract/case.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { citizen, staff } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import { registerCase } from './register.ts'

const id = ids.case(1)
const door = { short: 'x', long: 'y' }
const file = (n: number, own: Partial<ExpectedFile> = {}): ExpectedFile => ({
  id: ids.attachment(n),
  name: 'KTP.jpg',
  sha256: 'ab'.repeat(32),
  size: 2048,
  type: 'image/jpeg',
  ...own,
})
const register = (files: ExpectedFile[] | undefined, actor: Actor = staff('fo')) =>
  registerCase(id, registration(files ? { files } : {}), actor, door, aPolicy())
const codeOf = (...asked: Parameters<typeof register>): string => {
  const decided = register(...asked)
  return decided.ok ? 'done' : decided.error.code
}

test('FIELD-14 a complaint names the pictures that its phone still has, and each becomes a file of the case', () => {
  const decided = register([file(1), file(2, { name: 'Atap.jpg', sha256: 'cd'.repeat(32), size: 9 })])
  assert.ok(decided.ok)
  const world = emptyWorld()
  evolve(world, '34.04', payloadOf(decided.value))
  assert.deepEqual(
    [...world.rows.attachment.values()].map(({ caseId, name, sha256, size, type, addedBy, addedAt }) => [
      [caseId, name, sha256, size],
      [type, addedBy, addedAt],
    ]),
    [
      [
        [id, 'KTP.jpg', 'ab'.repeat(32), 2048],
        ['image/jpeg', 'staff', monday],
      ],
      [
        [id, 'Atap.jpg', 'cd'.repeat(32), 9],
        ['image/jpeg', 'staff', monday],
      ],
    ],
  )
})

test('FIELD-14 a complaint without pictures is the case alone', () => {
  for (const files of [undefined, []]) {
    const decided = register(files)
    assert.ok(decided.ok)
    assert.deepEqual(
      decided.value.changes.map(({ table }) => table),
      ['case'],
    )
  }
})

test('FIELD-15 only staff names what is to come, and each file has a number of its own', () => {
  assert.equal(codeOf([file(1)], citizen(id)), 'unknown-file')
  assert.equal(codeOf([], citizen(id)), 'done')
  assert.equal(codeOf([file(1), file(1)]), 'unknown-file')
  assert.equal(codeOf([file(1), file(2)]), 'done')
})
