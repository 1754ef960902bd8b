import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyId, heardId, personId, recordId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { completenessOf } from '../registry/complete.ts'
import { saidOfPerson } from '../registry/said.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { aRegistry, aRow, idFor, load, nthId, village } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import type { SaidRow } from './check-row.ts'
import type { Known, Loading } from './plan-chunk.ts'
import { planChunk } from './plan-chunk.ts'

test('LOAD-8 who is new comes in whole with family, village and load, and no record', () => {
  const registry = aRegistry()
  const { counts } = registry.take([aRow(), aRow({ nik: 2 })], load(1, '2026-07-10'))
  assert.deepEqual([counts.newPeople, counts.newFamilies, counts.rows, counts.wrong], [2, 1, 2, 0])
  const [person] = registry.people()
  const [family] = registry.families()
  assert.deepEqual([person?.family, person?.load, person?.place], [family?.id, load(1, '').id, village])
  assert.deepEqual([family?.desil, family?.desilOn, family?.desilSource], [2, '2026-07-10', 'DTSEN'])
  assert.equal(registry.records().length, 0)
})

test('LOAD-9 a later extract changes what differs, with a record of what stood before', () => {
  const registry = aRegistry()
  registry.take([aRow()], load(1, '2026-07-10'))
  const { counts } = registry.take([aRow({ kawin: '4', desil: 3 })], load(2, '2026-10-10'))
  assert.deepEqual([counts.changedPeople, counts.changedFamilies, counts.newPeople], [1, 1, 0])
  const [family, person] = registry.records()
  assert.deepEqual(
    [person?.values, person?.was, person?.way, person?.source, person?.ref],
    [{ status_kawin: '4' }, { status_kawin: '2' }, 'import', 'DTSEN 2026-10-10', load(2, '').id],
  )
  assert.deepEqual([family?.values, family?.was], [{ desil: 3, desil_on: '2026-10-10' }, { desil: 2 }])
})

test('LOAD-8 an older extract, or one of the same day, never takes the place of what is known', () => {
  const registry = aRegistry()
  registry.take([aRow()], load(1, '2026-07-10'))
  const stood = registry.stands()
  for (const snapshot of ['2026-04-01', '2026-07-10']) {
    const { counts, changes } = registry.take([aRow({ kawin: '4', desil: 9, motor: 3 })], load(3, snapshot))
    assert.deepEqual([counts.samePeople, counts.sameFamilies, counts.kept, changes.length], [1, 1, 2, 0])
  }
  assert.deepEqual(registry.stands(), stood)
})

test('LOAD-8 what was never said is taken from an older extract too', () => {
  const registry = aRegistry()
  const bare = aRow()
  registry.take([{ ...bare, person: bare.person && { ...bare.person, values: {} } }], load(1, '2026-07-10'))
  registry.take([aRow()], load(2, '2026-04-01'))
  assert.deepEqual(registry.people()[0]?.values, { status_kawin: '2' })
})

test('LOAD-8 of two rows with one number the first counts', () => {
  const registry = aRegistry()
  const { counts } = registry.take([aRow(), aRow({ name: 'Orang Lain' }, 3)], load(1, '2026-07-10'))
  assert.deepEqual([counts.newPeople, counts.kept, registry.people()[0]?.name], [1, 1, 'Siti Aminah'])
})

test('LOAD-9 another card is told masked, and moves the person', () => {
  const registry = aRegistry()
  registry.take([aRow()], load(1, '2026-07-10'))
  registry.take([aRow({ kk: 2 })], load(2, '2026-10-10'))
  const moved = registry.records().find(({ of }) => of === 'person')
  assert.deepEqual(
    [moved?.values, moved?.was],
    [{ nomor_kartu_keluarga: '3404**********02' }, { nomor_kartu_keluarga: '***' }],
  )
  assert.equal(registry.people()[0]?.family, registry.families()[1]?.id)
})

test('LOAD-8 somebody without a village can not come in, but is known again', () => {
  const nowhere = { ...aRow(), place: null, family: null }
  const registry = aRegistry()
  assert.deepEqual(registry.take([nowhere], load(1, '2026-07-10')).wrong, [
    { line: 2, code: 'place-missing', column: null },
  ])
  registry.take([aRow()], load(2, '2026-07-10'))
  assert.equal(registry.take([nowhere], load(3, '2026-07-10')).counts.samePeople, 1)
})

test('LOAD-8 what a visit said of a later day than the extract stays', () => {
  const known: Known = {
    people: new Map([[aPerson.nik ?? '', aPerson]]),
    families: new Map([[aFamily.kk ?? '', aFamily]]),
    saidOn: (_holder, variable) => (variable === 'status_kawin' ? '2026-11-02' : '2026-01-01'),
    personId: (nik) => personId.parse(idFor('a', nik)),
    familyId: (kk) => familyId.parse(idFor('b', kk)),
    recordId: () => recordId.parse(nthId('e', 1)),
    heardId: () => heardId.parse(nthId('f', 1)),
  }
  const said = aRow()
  const rows = [
    {
      ...said,
      family: null,
      person: said.person && { ...said.person, nik: aPerson.nik ?? '', name: 'Siti Aminah Putri' },
    },
  ]
  const { changes, counts } = planChunk(rows, known, load(1, '2026-10-10'))
  assert.deepEqual(
    [changes[0]?.set, counts.kept],
    [{ name: 'Siti Aminah Putri', complete: 40, changedAt: load(1, '').now }, 1],
  )
})

test('LOAD-20 how much is known is reckoned for who is new and who changes, and asked again of nobody else', () => {
  const registry = aRegistry()
  const bare = aRow()
  registry.take([{ ...bare, person: bare.person && { ...bare.person, values: {} } }], load(1, '2026-07-10'))
  const [first, home] = [registry.people()[0]?.complete ?? 0, registry.families()[0]?.complete ?? 0]
  assert.ok(first > 0 && home > 0)
  assert.equal(registry.take([aRow()], load(2, '2026-07-10')).counts.changedPeople, 1)
  const second = registry.people()[0]?.complete ?? 0
  assert.ok(second > first)
  const said = saidOfPerson(registry.people()[0] ?? aPerson)
  assert.equal(second, completenessOf('person', said, '2026-11-20').percent, 'as anywhere else')
  assert.deepEqual(registry.take([aRow()], load(3, '2026-07-10')).changes, [])
})

test('LOAD-20 a child is not asked what a grown-up is, on the day of the load', () => {
  const born = (birthDate: Day): number => {
    const registry = aRegistry()
    const row = aRow()
    registry.take([{ ...row, person: row.person && { ...row.person, birthDate } }], load(1, '2026-07-10'))
    return registry.people()[0]?.complete ?? 0
  }
  assert.ok(born('2024-01-01') > born('1980-06-05'))
})

test('LOAD-8 what a visit said to be none is a word as well: an older extract does not take its place', () => {
  const none = { ...aPerson, values: { status_kawin: null, penyakit_kronis: null } }
  const known: Known = {
    people: new Map([[none.nik ?? '', none]]),
    families: new Map(),
    saidOn: () => '2026-09-01',
    personId: (nik) => personId.parse(idFor('a', nik)),
    familyId: (kk) => familyId.parse(idFor('b', kk)),
    recordId: () => recordId.parse(nthId('e', 1)),
    heardId: () => heardId.parse(nthId('f', 1)),
  }
  const said = aRow({ name: aPerson.name })
  const rows = [{ ...said, family: null, person: said.person && { ...said.person, nik: aPerson.nik ?? '' } }]
  const older = planChunk(rows, known, load(1, '2026-07-10'))
  assert.deepEqual([older.changes, older.counts.kept], [[], 1])
  const later = planChunk(rows, known, load(1, '2026-10-10'))
  assert.deepEqual(later.changes[1]?.set && Reflect.get(later.changes[1].set, 'was'), { status_kawin: null })
})

test('LOAD-9 a phone number is masked in records as anywhere else', () => {
  const registry = aRegistry()
  const said = (phone: string): SaidRow => ({ ...aRow(), person: { ...(aRow().person ?? assert.fail()), phone } })
  registry.take([said('081300001111')], load(1, '2026-07-10'))
  registry.take([said('+62 813-0000-2222')], load(2, '2026-10-10'))
  const [record] = registry.records().filter(({ of }) => of === 'person')
  assert.deepEqual([record?.values, record?.was], [{ nomor_telepon: '62**-****-**22' }, { nomor_telepon: '***' }])
})

const someRows = fc.array(
  fc.record({
    nik: fc.integer({ min: 1, max: 4 }),
    kk: fc.integer({ min: 1, max: 3 }),
    name: fc.constantFrom('Siti', 'Budi'),
    kawin: fc.constantFrom('1', '2', '3'),
    motor: fc.integer({ min: 0, max: 2 }),
    desil: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
)
const someDay = fc.constantFrom('2026-01-01', '2026-04-01', '2026-07-01')

property(
  'LOAD-8 a file taken twice changes nothing the second time, whatever was loaded before it',
  fc.tuple(someRows, someDay, someRows, someDay, fc.integer({ min: 1, max: 8 })),
  ([before, on, rows, day, chunk]) => {
    const registry = aRegistry()
    registry.take(
      before.map((one) => aRow(one)),
      load(1, on),
    )
    const takeAll = (by: Loading) => {
      for (let from = 0; from < rows.length; from += chunk)
        registry.take(
          rows.slice(from, from + chunk).map((one) => aRow(one)),
          by,
        )
    }
    takeAll(load(2, day))
    const [stood, records] = [registry.stands(), registry.records().length]
    takeAll(load(3, day))
    assert.deepEqual([registry.stands(), registry.records().length], [stood, records])
  },
)

property(
  'LOAD-8 where the chunks of a file end makes no difference',
  fc.tuple(someRows, fc.integer({ min: 1, max: 8 })),
  ([rows, chunk]) => {
    const [whole, parts] = [aRegistry(), aRegistry()]
    whole.take(
      rows.map((one) => aRow(one)),
      load(1, '2026-07-01'),
    )
    for (let from = 0; from < rows.length; from += chunk)
      parts.take(
        rows.slice(from, from + chunk).map((one) => aRow(one)),
        load(1, '2026-07-01'),
      )
    assert.deepEqual(parts.stands(), whole.stands())
  },
)
