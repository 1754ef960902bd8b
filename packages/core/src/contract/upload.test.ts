import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { partQuery, uploadRoutes } from './upload.ts'
import { mostPartBytes, mostUploadBytes, partBytes } from './upload-limits.ts'

testRoutes(uploadRoutes, {
  begin: {
    at: 'POST /api/uploads/begin',
    allow: 'visit.do',
    audit: 'UPLOAD_BEGUN',
    query: { strict: 'yes' },
    body: {
      strict: 'yes',
      district: 'ledger',
      id: 'id',
      sha256: 'sha256',
      size: 'int 1..3000000',
      type: 'image/jpeg|image/png',
    },
    reply: { have: 'int', whole: 'boolean', head: 'int' },
  },
})

const id = '018f0000-0000-7000-8000-000000000001'
/** Where a part may begin, as an address spells it. */
const places: readonly (readonly [at: unknown, taken: boolean])[] = [
  ['0', true],
  ['65536', true],
  [String(mostUploadBytes), false],
  ['-1', false],
  ['1.5', false],
  ['1e3', false],
  ['', false],
  [undefined, false],
]
for (const [at, taken] of places)
  test(`SYNC-42 a part at ${String(at)} is ${taken ? 'one' : 'none'}`, () => {
    assert.equal(partQuery.safeParse({ district: '34.04', id, at }).success, taken)
  })

test('SYNC-42 a part is far smaller than a photo, and the door takes what a phone sends', () => {
  assert.ok(partBytes <= mostPartBytes && mostPartBytes < mostUploadBytes)
})
