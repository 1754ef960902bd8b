import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../kernel/instant.ts'
import { aRegistry, aRow, load } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import { daysHeard, heardOn, linesHeard, packHeard } from './heard.ts'

const [january, april, july] = ['2026-01-10', '2026-04-10', '2026-07-10'] as const

test('LOAD-22 of three extracts the one between, loaded last, does not take the place of what a later one said again', () => {
  const registry = aRegistry()
  registry.take([aRow({ kawin: '1' })], load(1, january))
  registry.take([aRow({ kawin: '1' })], load(3, july))
  const { counts } = registry.take([aRow({ kawin: '2' })], load(2, april))
  assert.deepEqual([counts.kept, counts.changedPeople], [1, 0])
  assert.deepEqual(registry.people()[0]?.values, { status_kawin: '1' })
})

test('LOAD-22 who is found as they stand is told by one row for all of a chunk, and no record', () => {
  const registry = aRegistry()
  registry.take([aRow(), aRow({ nik: 2 })], load(1, january))
  const { changes, counts } = registry.take([aRow({ desil: 2 }), aRow({ nik: 2, name: 'Siti' })], load(2, april))
  assert.deepEqual([counts.samePeople, counts.changedPeople], [1, 1])
  const [row, ...others] = registry.heard()
  assert.deepEqual([others, row?.snapshot, row?.load], [[], april, load(2, '').id])
  const self = 'tanggal_lahir,jenis_kelamin,kode_kelurahan_desa,nomor_kartu_keluarga,status_kawin'
  assert.deepEqual(row?.sets, ['kode_kelurahan_desa,alamat,sepeda_motor', `nama,${self}`, self])
  assert.deepEqual(row?.which, [0, 1, 2], 'the family, whoever is the same, whoever has another name')
  assert.equal(changes.filter(({ table }) => table === 'person').length, 1, 'whoever agrees in all is not written')
})

test('LOAD-22 the same extract again, and one of an earlier day, say nothing anew of what agrees', () => {
  const registry = aRegistry()
  const both = [aRow(), aRow({ nik: 2, kk: 2 })]
  registry.take(both, load(1, april))
  for (const [nth, day] of [april, january].entries())
    assert.deepEqual(registry.take(both, load(2 + nth, day)).changes, [])
  registry.take(both, load(4, july))
  const heard = registry.heard().length
  for (const [nth, day] of [july, april, january].entries())
    assert.deepEqual(registry.take(both, load(5 + nth, day)).changes, [])
  assert.equal(registry.heard().length, heard)
})

test('LOAD-22 of two rows with one number the first counts, also where it said what stood there', () => {
  for (const chunk of [1, 2]) {
    const registry = aRegistry()
    registry.take([aRow()], load(1, january))
    const rows = [aRow(), aRow({ kawin: '4' }, 3)]
    for (let from = 0; from < 2; from += chunk) registry.take(rows.slice(from, from + chunk), load(2, april))
    assert.deepEqual(registry.people()[0]?.values, { status_kawin: '2' }, `${chunk} in a chunk`)
  }
})

test('LOAD-22 whoever was forgotten is not heard of', () => {
  const registry = aRegistry()
  registry.take([{ ...aRow(), family: null }], load(1, january))
  const [one] = registry.people()
  if (one) registry.put('person', { ...one, status: 'erased' })
  assert.deepEqual(registry.take([{ ...aRow(), family: null }], load(2, april)).changes, [])
})

const names = fc.uniqueArray(fc.constantFrom('nama', 'status_kawin', 'sepeda_motor', 'alamat'), { minLength: 1 })
property(
  'LOAD-22 what is packed of a chunk is found again, and of several days the latest',
  fc.tuple(
    fc.dictionary(fc.stringMatching(/^[a-d]$/), names, { noNullPrototype: true }),
    fc.shuffledSubarray([january, april, july], { minLength: 1 }),
  ),
  ([said, days]) => {
    const agreed = new Map(Object.entries(said).map(([id, variables]) => [id, new Set<string>(variables)]))
    const heard = heardOn(days.flatMap((snapshot) => linesHeard({ ...packHeard(agreed), snapshot })))
    const latest = days.toSorted().at(-1) ?? null
    for (const id of 'abcd')
      for (const variable of ['nama', 'status_kawin', 'sepeda_motor', 'alamat'])
        assert.equal(heard(id, variable), agreed.get(id)?.has(variable) ? latest : null)
  },
)

const someOne = fc.record(
  {
    nik: fc.integer({ min: 1, max: 3 }),
    kk: fc.integer({ min: 1, max: 3 }),
    name: fc.constantFrom('Siti', 'Budi', 'Sri'),
    kawin: fc.constantFrom('1', '2'),
    motor: fc.integer({ min: 0, max: 1 }),
    desil: fc.integer({ min: 1, max: 3 }),
    says: fc.boolean(),
  },
  { noNullPrototype: true },
)
// Each person once in a file; of two rows that name one family the first counts.
const aFile = fc
  .uniqueArray(someOne, { selector: ({ nik }) => nik })
  .map((rows) => rows.map(({ says, ...one }) => quiet(aRow(one), says)))
const quiet = (row: ReturnType<typeof aRow>, says: boolean) =>
  says || !row.person ? row : { ...row, person: { ...row.person, birthDate: null, values: {} } }
const days = ['2025-01-10', '2025-07-10', january, april, july] as const satisfies readonly Day[]
const extracts = fc
  .tuple(fc.shuffledSubarray([...days], { minLength: 2 }), fc.array(aFile, { minLength: 5, maxLength: 5 }))
  .map(([on, files]) => on.map((snapshot, nth) => ({ snapshot, rows: files[nth] ?? [] })))

property(
  'LOAD-22 extracts of different days come to the same, however many there are and in whatever order they are loaded',
  extracts,
  (loads) => {
    const [asDrawn, straight] = [aRegistry(), aRegistry()]
    for (const [nth, { snapshot, rows }] of loads.entries()) asDrawn.take(rows, load(nth + 1, snapshot))
    const inOrder = loads.toSorted((one, other) => (one.snapshot < other.snapshot ? -1 : 1))
    for (const [nth, { snapshot, rows }] of inOrder.entries()) straight.take(rows, load(nth + 11, snapshot))
    assert.deepEqual(byId(asDrawn.stands()), byId(straight.stands()))
    // And once more, all of them: nothing is left to say.
    for (const [nth, { snapshot, rows }] of loads.entries())
      assert.deepEqual(asDrawn.take(rows, load(nth + 21, snapshot)).changes, [])
  },
)
const byId = (stands: ReturnType<ReturnType<typeof aRegistry>['stands']>) =>
  [stands.people, stands.families].map((rows) => rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)))

test('LOAD-22 for a history: the days on which extracts found one variable as it stood, once each, the latest first', () => {
  const lines = [
    { said: 'nama,agama', snapshot: april },
    { said: 'agama', snapshot: july },
    { said: 'nama', snapshot: january },
    { said: 'agama', snapshot: april },
  ]
  assert.deepEqual(daysHeard(lines, 'agama'), [july, april])
  assert.deepEqual(daysHeard(lines, 'nama'), [april, january])
  assert.deepEqual(daysHeard(lines, 'aga'), [])
})
