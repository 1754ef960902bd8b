import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { Permission } from '../access/permission.ts'
import { familyId, loadId, officeId, personId } from '../kernel/id.ts'
import type { Json } from '../kernel/json.ts'
import { ok } from '../kernel/result.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { FamilyRow, PersonRow, Values } from '../registry/registry.ts'
import { familyVariables, personVariables } from '../registry/variables.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { staffWith } from '../testing/actors.ts'
import { property } from '../testing/property.ts'
import type { Reading } from './check-row.ts'
import { checkRow, readingOf } from './check-row.ts'
import { suggestMapping, targets } from './columns.ts'
import type { ExportSubject } from './export.ts'
import { fitsForm, markOf, mayExport, mayReviewExports, mostSheetExport, typedMark } from './export.ts'
import type { Exported } from './export-row.ts'
import { cellOf, exportHead, exportRow } from './export-row.ts'
import type { Known, Loading } from './plan-chunk.ts'
import { planChunk } from './plan-chunk.ts'
import { readAmount, readPoint, readYes } from './read-cell.ts'

const sleman = ledgerCode.parse('34.04')
const village = placeCode.parse('34.04.07.2001')
const names = { province: 'DI Yogyakarta', district: 'Kab. Sleman', subdistrict: 'Depok', village: 'Caturtunggal' }
const id = '0b9d1a52-7a53-4d1e-9c2b-3f2a91bc77d0'
const told = { names, numbers: true, mark: markOf(id) }
const whole: Exported = { person: aPerson, family: aFamily, place: village }
const cells = (subject: ExportSubject, of: Exported = whole, how = told): Readonly<Record<string, string>> => {
  const row = exportRow(subject, of, how)
  return Object.fromEntries(exportHead(subject).map((head, at) => [head, row[at] ?? '']))
}

const rights: readonly Permission[] = ['registry.load', 'registry.read', 'person.reveal', 'access.review']
const at = (place: string, own: readonly Permission[] = rights, sees: StaffActor['sees'] = 'place'): StaffActor => ({
  ...staffWith({ permissions: own, restricted: [], sees }),
  place: placeCode.parse(place),
})
const wish = { place: placeCode.parse('34.04'), numbers: false }

test('LOAD-16 data is taken out at an office of the district, with the right to load and to read', () => {
  const table: readonly (readonly [
    what: string,
    actor: StaffActor,
    place: string,
    numbers: boolean,
    answer: string,
  ])[] = [
    ['the secretariat', at('34.04'), '34.04', false, 'ok'],
    ['one village of it', at('34.04'), '34.04.07.2001', false, 'ok'],
    ['numbers in the open', at('34.04'), '34.04', true, 'ok'],
    ['numbers without the right', at('34.04', ['registry.load', 'registry.read']), '34.04', true, 'person.reveal'],
    ['masked without that right', at('34.04', ['registry.load', 'registry.read']), '34.04', false, 'ok'],
    ['without the right to load', at('34.04', ['registry.read']), '34.04', false, 'registry.load'],
    ['without the right to read', at('34.04', ['registry.load']), '34.04', false, 'registry.read'],
    ['another district', at('34.04'), '34.02', false, 'wrong-place'],
    ['a village of another district', at('34.04'), '34.02.01.2001', false, 'wrong-place'],
    ['the whole province', at('34.04'), '34', false, 'wrong-place'],
    ['from a village', at('34.04.07.2001'), '34.04.07.2001', false, 'wrong-place'],
    ['from the province', at('34'), '34.04', false, 'wrong-place'],
    ['by somebody who sees no place', at('34.04', rights, 'office'), '34.04', false, 'wrong-place'],
  ]
  for (const [what, actor, place, numbers, answer] of table) {
    const may = mayExport(actor, sleman, { place: placeCode.parse(place), numbers })
    const said = may.ok ? { code: 'ok' } : may.error
    assert.equal('needs' in said ? said.needs.join() : said.code, answer, what)
  }
})

test('LOAD-19 the log of a district is read at an office of it, by whoever reviews looks', () => {
  const code = (actor: StaffActor, district = sleman) => {
    const may = mayReviewExports(actor, district)
    return may.ok ? 'ok' : may.error.code
  }
  assert.equal(code(at('34.04', ['access.review'])), 'ok')
  assert.equal(code(at('34.04', ['registry.load'])), 'not-permitted')
  assert.equal(code(at('34.04.07.2001', ['access.review'])), 'wrong-place')
  assert.equal(code(at('34.02', ['access.review'])), 'wrong-place')
  assert.equal(mayExport(at('34.02'), sleman, wish).ok, false)
})

test('LOAD-17 a sheet has so many rows at most; a table of text any number', () => {
  assert.ok(fitsForm('xlsx', mostSheetExport).ok && fitsForm('csv', 5_000_000).ok)
  assert.deepEqual(fitsForm('xlsx', mostSheetExport + 1), {
    ok: false,
    error: { code: 'export-sheet', most: mostSheetExport },
  })
})

test('LOAD-18 a mark is read out in three parts, and known however it is typed', () => {
  assert.equal(markOf(id), '3F2A-91BC-77D0')
  for (const typed of ['3F2A-91BC-77D0', ' 3f2a 91bc 77d0', '3f2a91bc77d0', '3F2A–91BC–77D0.'])
    assert.equal(typedMark(typed), '3F2A-91BC-77D0', typed)
  for (const odd of ['', '3F2A', "'; drop", '3F2A91BC77D0AA']) assert.notEqual(typedMark(odd), markOf(id))
})

for (const subject of ['people', 'families'] as const)
  test(`LOAD-16 the heads of ${subject} are official names, each once, and our import knows all of them`, () => {
    const head = exportHead(subject)
    assert.equal(new Set(head).size, head.length)
    const of = subject === 'people' ? [...personVariables, ...familyVariables] : familyVariables
    const official = new Set(['alamat_keluarga', 'desil', 'desil_on', 'desil_source', 'tanda_ekspor'])
    for (const { name } of of) assert.ok(head.includes(name), name)
    for (const name of head) assert.ok(official.has(name) || of.some((one) => one.name === name), name)
    const mapping = suggestMapping(head)
    const wanted = targets.filter((target) => subject === 'people' || target.of === 'family')
    for (const { key, name } of wanted) {
      const found = head[mapping[key] ?? -1]
      assert.equal(found, subject === 'people' && key === 'family.alamat' ? 'alamat_keluarga' : name, key)
    }
    assert.equal(Object.values(mapping).includes(head.indexOf('tanda_ekspor')), false)
  })

test('LOAD-16 a row says what is known of a person and beside it of the family, with the codes and names of the village', () => {
  const said = cells('people')
  const expected = {
    nomor_induk_kependudukan: '3404074506800001',
    nama: 'Siti Aminah',
    nomor_kartu_keluarga: '3404070101100001',
    tanggal_lahir: '1980-06-05',
    jenis_kelamin: '2',
    status_kawin: '4',
    alamat: '',
    alamat_keluarga: 'Jalan Kaliurang km 5, RT 04 RW 10',
    kode_provinsi: '34',
    provinsi: 'DI Yogyakarta',
    kode_kabupaten_kota: '3404',
    kode_kecamatan: '340407',
    kode_kelurahan_desa: '3404072001',
    kelurahan_desa: 'Caturtunggal',
    sepeda_motor: '1',
    desil: '2',
    desil_on: '2026-07-10',
    desil_source: 'DTSEN',
    tanda_ekspor: '3F2A-91BC-77D0',
  }
  for (const [head, value] of Object.entries(expected)) assert.equal(said[head], value, head)
  const alone = cells('people', { ...whole, family: null })
  assert.deepEqual([alone['nomor_kartu_keluarga'], alone['desil'], alone['kelurahan_desa']], ['', '', 'Caturtunggal'])
  const family = cells('families', { ...whole, person: null })
  assert.deepEqual([family['alamat'], family['nomor_kartu_keluarga']], [expected.alamat_keluarga, aFamily.kk])
})

test('LOAD-16 numbers are masked wherever they stand, and what is masked can not be loaded as if it were whole', () => {
  const how = { ...told, numbers: false }
  for (const subject of ['people', 'families'] as const) {
    const row = exportRow(subject, whole, how)
    for (const number of [aPerson.nik, aFamily.kk, aPerson.phone])
      assert.ok(!row.some((cell) => cell.includes(number ?? 'x')), subject)
    const read = checkRow(row, 2, readingFor(subject))
    assert.equal(read.ok ? '' : read.error.code, 'number-signs')
  }
})

const readingFor = (subject: ExportSubject): Reading =>
  readingOf(suggestMapping(exportHead(subject)), {
    today: '2026-11-22',
    place: null,
    findPlace: ({ code }) => ok(placeCode.parse(code.replace(/^(..)(..)(..)(....)$/, '$1.$2.$3.$4'))),
  })

const code = fc.integer({ min: 1, max: 12 }).map(String)
const amount = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 1000),
  fc.constantFrom(0.5, 1.125, 12.345678, 1000, 100_000),
)
const words = fc
  .stringMatching(/^[A-Za-z0-9 .,;:"'/()=+@-]{1,40}$/)
  .map((text) => text.trim())
  // What extracts leave empty, formulas, and a quote mark before either: an import reads those as something else.
  .filter((text) => text !== '' && text !== '-' && text !== 'NULL' && !/^'|^[=]/.test(text))
const valueFor = {
  code,
  codes: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
  count: fc.nat(9_999),
  quantity: amount,
  text: words,
  day: fc.constantFrom('1999-12-31', '2026-02-28'),
  'yes-no': fc.boolean(),
  point: fc.constantFrom([-7.7956, 110.3695], [5.5, 95.3], [-0.5, 100]),
} as const
const valuesOf = (of: 'person' | 'family'): fc.Arbitrary<Values> => {
  const own = (of === 'person' ? personVariables : familyVariables).filter(({ column }) => !column)
  const each = own.map(({ name, kind }): [string, fc.Arbitrary<Json>] => [name, valueFor[kind]])
  return fc
    .record(Object.fromEntries(each), { requiredKeys: [], noNullPrototype: true })
    .map((said) => Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? null])))
}

const known: Known = {
  people: new Map(),
  families: new Map(),
  saidOn: () => '1900-01-01',
  personId: () => aPerson.id,
  familyId: () => aFamily.id,
  recordId: () => assert.fail('nobody is known yet'),
  heardId: () => assert.fail('nobody is known yet'),
}
const loading: Loading = {
  id: loadId.parse(id),
  district: sleman,
  source: 'DTSEN',
  snapshot: '2026-07-10',
  office: officeId.parse(id),
  by: 'staff:x',
  now: 1,
  day: '2026-11-22',
}

/** What a load makes of what an export says. */
function readBack(subject: ExportSubject, of: Exported): { person?: Partial<PersonRow>; family?: Partial<FamilyRow> } {
  const read = checkRow(exportRow(subject, of, told), 2, readingFor(subject))
  assert.ok(read.ok, JSON.stringify(read))
  const { changes, wrong } = planChunk([read.value], known, loading)
  assert.deepEqual(wrong, [])
  return Object.fromEntries(changes.map(({ table, set }) => [table, set]))
}

property(
  'LOAD-16 whatever is known of people and families, a load reads it back out of an export as it was',
  fc.record({
    person: valuesOf('person'),
    family: valuesOf('family'),
    name: fc.constantFrom('Siti Aminah', "O'Neil", 'R. Ng. Yosodipuro; S.Pd', 'Nur “Ida”'),
    address: words,
    phone: fc.constantFrom('081300001111', '+62 813-0000', null),
    desil: fc.option(fc.integer({ min: 1, max: 10 })),
  }),
  ({ person, family, name, address, phone, desil }) => {
    const before = {
      person: { ...aPerson, id: personId.parse(aPerson.id), name, phone, values: person },
      family: {
        ...aFamily,
        id: familyId.parse(aFamily.id),
        address,
        desil,
        desilOn: desil === null ? null : '2026-07-10',
        values: family,
      },
    }
    const back = readBack('people', { ...before, place: village })
    assert.deepEqual(back.person?.values, person)
    assert.deepEqual(back.family?.values, family)
    const { nik, birthDate, sex } = aPerson
    for (const [field, value] of Object.entries({
      name,
      phone,
      nik,
      birthDate,
      sex,
      family: aFamily.id,
      place: village,
    }))
      assert.equal(Reflect.get(back.person ?? {}, field), value, field)
    for (const [field, value] of Object.entries({ kk: aFamily.kk, address, desil, place: village }))
      assert.equal(Reflect.get(back.family ?? {}, field), value, field)
    const alone = readBack('families', { person: null, family: before.family, place: village })
    assert.deepEqual([alone.person, alone.family?.values], [undefined, family])
  },
)

property('LOAD-16 an amount is read back, however many decimals and thousands it has', amount, (value) => {
  assert.deepEqual(readAmount(cellOf(value)), ok(value))
})

test('LOAD-16 a cell says nothing where nothing was said, and a yes or no as its code', () => {
  assert.deepEqual([cellOf(undefined), cellOf(null), cellOf([]), cellOf({ a: 1 })], ['', '', '', ''])
  assert.deepEqual(
    [true, false].map((value) => readYes(cellOf(value))),
    [true, false],
  )
  assert.deepEqual(readPoint(cellOf([-7.5, 110.25])), ok([-7.5, 110.25]))
})
