import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachmentId, caseId, commandId, grantId, officeId, postId, referralId, staffId } from './id.ts'

const kinds = { commandId, caseId, referralId, grantId, attachmentId, officeId, staffId, postId }

for (const [name, schema] of Object.entries(kinds)) {
  test(`SYNC-6 ${name} is a UUID that was made where the thing was first typed, and keeps its spelling`, () => {
    const made = '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'
    assert.equal(schema.parse(made), made)
    for (const bad of [
      '',
      '1',
      'case-1',
      made.slice(1),
      `${made}0`,
      made.replaceAll('-', ''),
      '../../etc/passwd',
      null,
      7,
    ])
      assert.equal(schema.safeParse(bad).success, false, String(bad))
  })
}
