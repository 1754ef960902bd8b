import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExpectedPhoto } from '../contract/visit.ts'
import { hourMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aVisit, expectedPhoto, visitMove } from '../testing/a-visit.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideVisit, noVisit } from './decide.ts'
import { reportOf } from './visit.ts'

const now = monday + 2 * hourMs
const visit = aVisit()
const decide = (own: object) =>
  decideVisit(ids.visit(1), visitMove('done', own), almighty(offices.village), { ...noVisit, visit }, aPolicy(now))
const codeOf = (own: object): string => {
  const decided = decide(own)
  return decided.ok ? 'done' : decided.error.code
}
/** What becomes of the visit's rows. */
function rowsAfter(own: object) {
  const decided = decide(own)
  assert.ok(decided.ok)
  const world = emptyWorld()
  world.rows.visit.set(visit.id, { ...visit })
  evolve(world, '34.04', payloadOf(decided.value))
  const report = world.rows.visit.get(visit.id)?.['report']
  return {
    photos: [...world.rows.visitPhoto.values()],
    report: typeof report === 'string' ? reportOf({ report }) : null,
    changes: decided.value.changes,
  }
}
const signature = expectedPhoto(9, { kind: 'signature', type: 'image/png' })

test('FIELD-14 the result of a visit names the pictures that its phone still has: what each shows and which bytes it is', () => {
  const two = [expectedPhoto(1), expectedPhoto(2, { kind: 'ktp', sha256: 'cd'.repeat(32), size: 900 })]
  const { photos } = rowsAfter({ photos: two })
  assert.deepEqual(
    photos.map(({ id, kind, sha256, size, type, addedAt }) => [id, kind, sha256, size, type, addedAt]),
    two.map(({ id, kind, sha256, size, type }) => [id, kind, sha256, size, type, now]),
  )
})

test('FIELD-14 a phone that takes none, or one of before that knows of none, changes the visit alone', () => {
  for (const own of [{}, { photos: [] }]) assert.equal(rowsAfter(own).changes.length, 1)
})

test('FIELD-15 one number for two pictures is refused', () => {
  const one = expectedPhoto(1)
  assert.equal(codeOf({ photos: [one, { ...one, kind: 'inside' }] }), 'unknown-file')
  assert.equal(codeOf({ photos: [one, expectedPhoto(2)] }), 'done')
})

/** Who signed, what was drawn, why not; and whether that fits together. */
const signings: readonly (readonly [
  what: string,
  own: { photos?: ExpectedPhoto[]; signer?: string; unsigned?: string },
  fits: boolean,
])[] = [
  ['a signature with its name', { photos: [signature], signer: 'Sumarni' }, true],
  ['a reason without a signature', { unsigned: 'Tangan sakit' }, true],
  ['nothing of either', {}, true],
  ['a signature of nobody', { photos: [signature] }, false],
  ['a signature of an empty name', { photos: [signature], signer: '' }, false],
  ['a name without a signature', { signer: 'Sumarni' }, false],
  ['a name beside a photo', { photos: [expectedPhoto(1)], signer: 'Sumarni' }, false],
  ['both a signature and why there is none', { photos: [signature], signer: 'S', unsigned: 'Sakit' }, false],
  ['two signatures', { photos: [signature, { ...signature, id: ids.visitPhoto(8) }], signer: 'S' }, false],
]
for (const [what, own, fits] of signings)
  test(`FIELD-16 ${what} ${fits ? 'is kept' : 'is refused'}`, () => {
    assert.equal(codeOf(own), fits ? 'done' : 'visit-signer')
  })

test('FIELD-16 who signed, or why nobody could, stands in the report, and reports of before have neither', () => {
  const reportAfter = (own: object) => rowsAfter(own).report
  assert.equal(reportAfter({ photos: [signature], signer: 'Sumarni' })?.signer, 'Sumarni')
  assert.equal(reportAfter({ unsigned: 'Tangan sakit' })?.unsigned, 'Tangan sakit')
  const before = reportAfter({})
  assert.deepEqual([before?.signer, before?.unsigned], [undefined, undefined])
})
