import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { familyId, recordId } from '../kernel/id.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Change } from '../ledger/entry.ts'
import { placeCode } from '../place/code.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { almighty, citizen, clock, setup, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { registryData } from '../testing/registry-data.ts'
import type { RegistryFile, RegistryMove } from './decide.ts'
import { decideRegistry } from './decide.ts'
import { shippedCodes } from './shipped-codes.ts'

const record = recordId.parse('c0000000-0000-4000-8000-000000000001')
const now = Date.parse('2026-11-22T03:00:00Z')
const look = { record, day: '2026-11-22', now }
const officer = almighty(offices.village)
const file: RegistryFile = {
  person: aPerson,
  family: aFamily,
  members: [aPerson],
  since: [],
  knowsVillage: (code) => code.startsWith('34.'),
  knowsCode: (list, code) => shippedCodes.some((item) => item.list === list && item.code === code),
  local: [{ name: 'lokal-x', of: 'family', kind: 'count', from: 'local' }],
  asks: [],
}
const nobodyYet = { ...file, person: null, family: null, members: [] }

type Kind = RegistryMove['kind']
function decide(
  kind: Kind,
  own: object = {},
  around: Partial<RegistryFile> = {},
  actor: Actor = officer,
  subject: string = aPerson.id,
) {
  const data = { ...registryData[kind], ...own }
  return decideRegistry({ kind, subject, data } as RegistryMove, { ...file, ...around }, actor, look)
}
function changesOf(...asked: Parameters<typeof decide>): readonly Change[] {
  const decided = decide(...asked)
  assert.ok(decided.ok, decided.ok ? '' : JSON.stringify(decided.error))
  return decided.value.changes
}
function refusalOf(...asked: Parameters<typeof decide>): string {
  const decided = decide(...asked)
  assert.ok(!decided.ok)
  return decided.error.code
}
const setOf = (changes: readonly Change[], table: string) => changes.find((change) => change.table === table)?.set ?? {}

for (const kind of keysOf(registryData))
  test(`REGISTRY-13 ${kind} is done by whoever may record, and by nobody else`, () => {
    for (const actor of [staffLacking(['registry.edit']), citizen(), clock])
      assert.equal(refusalOf(kind, {}, {}, actor), 'not-permitted')
  })

test('REGISTRY-13 a new family holds what was given, in its columns and under official names', () => {
  const changes = changesOf('registry.add-family', {}, nobodyYet, officer, aFamily.id)
  const { kk, address, values, desil, desilOn, place, status, complete } = { ...aFamily, ...setOf(changes, 'family') }
  assert.deepEqual(
    [kk, address, desil, desilOn, place, status],
    ['3404070101100002', 'RT 01 RW 02', 2, '2026-07-10', aFamily.place, 'known'],
  )
  assert.deepEqual(values, { sepeda_motor: 1 })
  assert.ok(complete > 0 && complete < 20)
})

test('REGISTRY-13 a new person needs a name and nothing else; in a family it lives where the family lives', () => {
  const alone = { values: { nama: 'Sri' } }
  const changes = changesOf('registry.add-person', alone, nobodyYet)
  assert.deepEqual(
    [setOf(changes, 'person')].map((set) => Reflect.get(set, 'name')),
    ['Sri'],
  )
  assert.equal(refusalOf('registry.add-person', { values: {} }, nobodyYet), 'registry-value')
  assert.equal(refusalOf('registry.add-person', { values: { nama: '  ' } }, nobodyYet), 'registry-value')
  const elsewhere = placeCode.parse('34.04.07.2002')
  const within = changesOf(
    'registry.add-person',
    { ...alone, family: aFamily.id, place: elsewhere },
    { ...file, person: null },
  )
  assert.equal(Reflect.get(setOf(within, 'person'), 'place'), aFamily.place)
  const told = Reflect.get(setOf(within, 'registryRecord'), 'values')
  assert.deepEqual(told, { nama: 'Sri', nomor_kartu_keluarga: '3404**********01' })
})

test('REGISTRY-13 nobody is recorded where the officer does not see, nor in a village that there is not', () => {
  const far = { place: placeCode.parse('34.04.07.2002') }
  for (const kind of ['registry.add-family', 'registry.add-person'] as const) {
    assert.equal(refusalOf(kind, far, nobodyYet), 'village-elsewhere')
    assert.equal(refusalOf(kind, {}, { ...nobodyYet, knowsVillage: () => false }), 'village-elsewhere')
    assert.ok(decide(kind, far, nobodyYet, setup).ok)
  }
  assert.equal(refusalOf('registry.add-family', {}, file), 'already-so')
  assert.equal(refusalOf('registry.add-person', {}, file), 'already-so')
  assert.equal(refusalOf('registry.add-person', { family: aFamily.id }, nobodyYet), 'unknown-family')
})

test('REGISTRY-14 the entry holds what changed and nothing else, and the record tells who, when, how and what stood', () => {
  const changes = changesOf('registry.record', { values: { status_kawin: '2', agama: 'islam' }, ref: aFamily.id })
  assert.deepEqual(
    changes.map(({ table, id, base }) => [table, id, base]),
    [
      ['person', aPerson.id, aPerson.version],
      ['registryRecord', record, 0],
    ],
  )
  const set = setOf(changes, 'person')
  assert.deepEqual(Object.keys(set).toSorted(), ['changedAt', 'complete', 'values'])
  const told = setOf(changes, 'registryRecord')
  assert.deepEqual(told, {
    district: aPerson.district,
    holder: aPerson.id,
    of: 'person',
    place: aPerson.place,
    way: 'visit',
    source: 'Kunjungan rumah',
    ref: aFamily.id,
    office: officer.office,
    by: `staff:${officer.staff}`,
    at: now,
    values: { status_kawin: '2', agama: 'islam' },
    was: { status_kawin: '4' },
    base: aPerson.version,
  })
})

test('REGISTRY-14 what tells a person apart is changed in the same way, and kept masked', () => {
  const values = {
    nama: ' Siti Rahayu ',
    nomor_induk_kependudukan: '3404 0745 0680 0009',
    tanggal_lahir: null,
    jenis_kelamin: '1',
    nomor_telepon: '0812 1111 2222',
  }
  const changes = changesOf('registry.record', { values })
  const { changedAt: _, complete: __, ...set } = { changedAt: 0, complete: 0, ...setOf(changes, 'person') }
  assert.deepEqual(set, {
    name: 'Siti Rahayu',
    nik: '3404074506800009',
    birthDate: null,
    sex: 'L',
    phone: '0812 1111 2222',
  })
  const told = { values: {}, was: {}, ...setOf(changes, 'registryRecord') }
  assert.equal(Reflect.get({ ...told.values }, 'nomor_induk_kependudukan'), '3404**********09')
  assert.equal(Reflect.get({ ...told.was }, 'nomor_induk_kependudukan'), '3404**********01')
  assert.ok(!JSON.stringify(told).includes('11112222'))
})

test('REGISTRY-14 a number that is typed in groups is the number that stands there', () => {
  const same = { nomor_induk_kependudukan: '3404 0745 0680 0001' }
  assert.equal(refusalOf('registry.record', { values: same }), 'already-so')
  assert.equal(refusalOf('registry.record', { values: {} }), 'already-so')
})

test('REGISTRY-14 what is given in vain changes nothing: unknown names, what is derived, wrong codes', () => {
  const family = { of: 'family' as const }
  const tries: readonly (readonly [values: object, own: object])[] = [
    [{ sepeda_motor: 1 }, {}],
    [{ nomor_kartu_keluarga: '3404070101100001' }, {}],
    [{ status_kawin: '7' }, {}],
    [{ nama: null }, {}],
    [{ nomor_telepon: 'tanya adiknya' }, {}],
    [{ 'lokal-x': 1 }, {}],
    [{ kecamatan: 'Depok' }, family],
    [{ nama_kepala_keluarga: 'Budi' }, family],
    [{ 'lokal-y': 1 }, family],
    [{ sepeda_motor: true }, family],
  ]
  for (const [values, own] of tries)
    assert.equal(refusalOf('registry.record', { values, ...own }), 'registry-value', JSON.stringify(values))
  assert.ok(decide('registry.record', { values: { 'lokal-x': 3 }, ...family }).ok)
})

test('REGISTRY-14 a family that moves takes all its members along, within what the officer sees', () => {
  const district = almighty(offices.district)
  const move = { of: 'family' as const, values: { kode_kelurahan_desa: '34.04.07.2002' } }
  const changes = changesOf('registry.record', move, {}, district)
  assert.deepEqual(
    changes.map(({ table, set }) => [table, Reflect.get(set, 'place')]),
    [
      ['family', '34.04.07.2002'],
      ['registryRecord', '34.04.07.2002'],
      ['person', '34.04.07.2002'],
    ],
  )
  assert.equal(refusalOf('registry.record', move), 'village-elsewhere')
  const stays = { of: 'family' as const, values: { kode_kelurahan_desa: aFamily.place, sepeda: 2 } }
  assert.equal(changesOf('registry.record', stays).length, 2)
})

test('REGISTRY-14 desil comes with its snapshot, and the same again is nothing new', () => {
  const desil = { value: 2, on: '2026-07-10', source: 'DTSEN' }
  const asked = { of: 'family' as const, values: {}, desil }
  assert.equal(refusalOf('registry.record', asked), 'already-so')
  const changes = changesOf('registry.record', { ...asked, desil: { ...desil, value: 4 } })
  assert.equal(Reflect.get(setOf(changes, 'family'), 'desil'), 4)
  assert.deepEqual(Reflect.get(setOf(changes, 'registryRecord'), 'was'), { desil: 2 })
})

test('REGISTRY-15 nobody is in two families, and a relation can be changed within one', () => {
  const other = { ...aFamily, id: familyId.parse('d0000000-0000-4000-8000-000000000001'), kk: null }
  assert.equal(refusalOf('registry.join-family', {}, { family: other }), 'in-another-family')
  assert.equal(refusalOf('registry.join-family', {}, { family: null }), 'unknown-family')
  assert.equal(refusalOf('registry.join-family', {}, { person: null }), 'registry-merged')
  assert.equal(refusalOf('registry.join-family', { relation: '1' }), 'already-so')
  assert.equal(refusalOf('registry.join-family', { relation: '99' }), 'registry-value')
  const within = changesOf('registry.join-family', { relation: '2' })
  assert.deepEqual(Reflect.get(setOf(within, 'registryRecord'), 'values'), { status_hubungan_keluarga: '2' })
  const alone = { ...aPerson, family: null, values: {}, place: placeCode.parse('34.04.07.2002') }
  const came = changesOf('registry.join-family', {}, { person: alone })
  assert.deepEqual(
    [Reflect.get(setOf(came, 'person'), 'family'), Reflect.get(setOf(came, 'person'), 'place')],
    [aFamily.id, aFamily.place],
  )
  assert.deepEqual(Reflect.get(setOf(came, 'registryRecord'), 'values'), {
    status_hubungan_keluarga: '3',
    nomor_kartu_keluarga: '3404**********01',
  })
})

test('REGISTRY-15 who is moved from one family to another leaves the first with it, and the record tells both', () => {
  const other = { ...aFamily, id: familyId.parse('d0000000-0000-4000-8000-000000000001'), kk: '3404070101100009' }
  const moved = { family: other.id, from: aFamily.id, relation: '1' }
  const around = { family: { ...other, place: placeCode.parse('34.04.07.2002') }, left: aFamily }
  const changes = changesOf('registry.join-family', moved, around)
  const { family, place } = { ...aPerson, ...setOf(changes, 'person') }
  assert.deepEqual([family, place], [other.id, '34.04.07.2002'])
  const { values, was } = { values: {}, was: {}, ...setOf(changes, 'registryRecord') }
  assert.deepEqual(
    [values, was],
    [
      { status_hubungan_keluarga: '1', nomor_kartu_keluarga: '3404**********09' },
      { status_hubungan_keluarga: '1', nomor_kartu_keluarga: '3404**********01' },
    ],
    'the relation is told although it is the same',
  )
  const cardless = changesOf('registry.join-family', moved, { ...around, family: { ...other, kk: null } })
  const told = { values: {}, ...setOf(cardless, 'registryRecord') }
  assert.equal(Reflect.get(told.values, 'nomor_kartu_keluarga'), null)
})

test('REGISTRY-15 who went to a third family meanwhile is not taken from there by an older page', () => {
  const [first, third] = [1, 3].map((n) => familyId.parse(`d0000000-0000-4000-8000-00000000000${n}`))
  const other = { ...aFamily, id: familyId.parse('d0000000-0000-4000-8000-000000000002') }
  const around = { family: other, person: { ...aPerson, family: third ?? null } }
  for (const from of [first, undefined, other.id])
    assert.equal(refusalOf('registry.join-family', { family: other.id, from }, around), 'in-another-family')
  const alone = { family: other, person: { ...aPerson, family: null } }
  assert.ok(
    decide('registry.join-family', { family: other.id, from: first }, alone).ok,
    'who left in between comes all the same',
  )
})

test('REGISTRY-15 who leaves a family keeps their village and has no relation any more', () => {
  const changes = changesOf('registry.leave-family')
  const set = setOf(changes, 'person')
  assert.deepEqual([Reflect.get(set, 'family'), Reflect.get(set, 'place')], [null, undefined])
  assert.deepEqual(Reflect.get(setOf(changes, 'registryRecord'), 'was'), {
    nomor_kartu_keluarga: '3404**********01',
    status_hubungan_keluarga: '1',
  })
  assert.equal(refusalOf('registry.leave-family', {}, { person: { ...aPerson, family: null } }), 'in-no-family')
})

test('REGISTRY-16 a mark fits its holder, lies not ahead, and is another than the one before', () => {
  const table: readonly (readonly [of: 'person' | 'family', status: string, answer: string])[] = [
    ['person', 'moved', 'ok'],
    ['person', 'dead', 'ok'],
    ['person', 'gone', 'registry-value'],
    ['person', 'known', 'already-so'],
    ['family', 'moved', 'ok'],
    ['family', 'gone', 'ok'],
    ['family', 'dead', 'registry-value'],
    ['family', 'known', 'already-so'],
  ]
  for (const [of, status, answer] of table) {
    const decided = decide('registry.mark', { of, status })
    assert.equal(decided.ok ? 'ok' : decided.error.code, answer, `${of} ${status}`)
  }
  assert.equal(refusalOf('registry.mark', { on: '2026-11-23' }), 'day-ahead')
  const set = setOf(changesOf('registry.mark', { status: 'dead', on: '2026-11-22' }), 'person')
  assert.equal(Reflect.get(set, 'status'), 'dead')
  assert.equal(Reflect.get(Reflect.get(set, 'values'), 'keadaan_pada'), '2026-11-22')
})

test('REGISTRY-16 who was merged into another is changed no more', () => {
  const merged = {
    person: { ...aPerson, status: 'merged' as const },
    family: { ...aFamily, status: 'merged' as const },
  }
  for (const kind of ['registry.record', 'registry.leave-family', 'registry.mark', 'registry.join-family'] as const)
    assert.equal(refusalOf(kind, {}, merged), 'registry-merged', kind)
  assert.equal(refusalOf('registry.record', { of: 'family', values: { sepeda: 1 } }, merged), 'registry-merged')
  assert.equal(refusalOf('registry.join-family', {}, { ...merged, person: aPerson }), 'unknown-family')
})
