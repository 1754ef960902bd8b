import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { familyId, recordId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { almighty, citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { registryData } from '../testing/registry-data.ts'
import type { RegistryFile, RegistryMove } from './decide.ts'
import { decideRegistry } from './decide.ts'
import type { FamilyRow, PersonRow } from './registry.ts'
import { shippedCodes } from './shipped-codes.ts'

const look = {
  record: recordId.parse('c0000000-0000-4000-8000-000000000001'),
  day: '2026-11-22',
  now: Date.parse('2026-11-22T03:00:00Z'),
}
const village = almighty(offices.village)
const neighbour = almighty(offices.otherVillage)
const district = almighty(offices.district)
const file: RegistryFile = {
  person: aPerson,
  family: aFamily,
  members: [aPerson],
  since: [],
  knowsVillage: (code) => code.startsWith('34.'),
  knowsCode: (list, code) => shippedCodes.some((item) => item.list === list && item.code === code),
  asks: [],
  local: [
    { name: 'lokal-makan', of: 'family', kind: 'yes-no', from: 'local' },
    { name: 'lokal-anak', of: 'person', kind: 'count', from: 'local' },
  ],
}
const nobody: Partial<RegistryFile> = { person: null, family: null, members: [] }
const person = (own: Partial<PersonRow>): Partial<RegistryFile> => ({ person: { ...aPerson, ...own } })
const family = (own: Partial<FamilyRow>): Partial<RegistryFile> => ({ family: { ...aFamily, ...own } })
const at = (place: string) => ({ place: placeCode.parse(place) })
const values = (given: object) => ({ values: given })
const ofFamily = (given: object) => ({ of: 'family', values: given, desil: null })
const other = familyId.parse('d0000000-0000-4000-8000-000000000001')
const desil = (value: number, on: string, source = 'DTSEN') => ({
  of: 'family',
  values: {},
  desil: { value, on, source },
})
/** What an older page did not see yet. */
const since = (...given: readonly RegistryFile['since'][number][]): Partial<RegistryFile> => ({ since: given })

type Case = readonly [
  kind: RegistryMove['kind'],
  why: string,
  own: object,
  around: Partial<RegistryFile>,
  by: Actor,
  code: string,
]
const nik = 'nomor_induk_kependudukan'
const kk = 'nomor_kartu_keluarga'
/** Everything for which a command about people and families is not done, and what lies just beside it. */
const cases: readonly Case[] = [
  ['registry.add-family', 'in one’s own village', {}, nobody, village, 'done'],
  ['registry.add-family', 'of the next village', {}, nobody, neighbour, 'village-elsewhere'],
  ['registry.add-family', 'by its district', {}, nobody, district, 'done'],
  ['registry.add-family', 'by the set-up', {}, nobody, setup, 'done'],
  ['registry.add-family', 'by a citizen', {}, nobody, citizen(), 'not-permitted'],
  ['registry.add-family', 'by the clock', {}, nobody, clock, 'not-permitted'],
  ['registry.add-family', 'by who only reads', {}, nobody, staffLacking(['registry.edit']), 'not-permitted'],
  ['registry.add-family', 'in a sub-district', at('34.04.07'), nobody, district, 'village-elsewhere'],
  [
    'registry.add-family',
    'in a village of nobody',
    {},
    { ...nobody, knowsVillage: () => false },
    village,
    'village-elsewhere',
  ],
  ['registry.add-family', 'that stands there', {}, {}, village, 'already-so'],
  ['registry.add-family', 'of which nothing is known', values({}), nobody, village, 'done'],
  [
    'registry.add-family',
    'with a card of fifteen digits',
    values({ [kk]: '340407010110000' }),
    nobody,
    village,
    'registry-value',
  ],
  ['registry.add-family', 'with a card in groups', values({ [kk]: '3404 0701 0110 0009' }), nobody, village, 'done'],
  ['registry.add-family', 'with a question of its place', values({ 'lokal-makan': true }), nobody, village, 'done'],
  ['registry.add-family', 'with a question for people', values({ 'lokal-anak': 2 }), nobody, village, 'registry-value'],
  ['registry.add-family', 'with a value of people', values({ status_kawin: '1' }), nobody, village, 'registry-value'],
  [
    'registry.add-family',
    'with a name of its province',
    values({ provinsi: 'DIY' }),
    nobody,
    village,
    'registry-value',
  ],
  ['registry.add-person', 'of no family', {}, nobody, village, 'done'],
  ['registry.add-person', 'of a family', { family: aFamily.id }, { ...nobody, family: aFamily }, village, 'done'],
  ['registry.add-person', 'of a family of nobody', { family: aFamily.id }, nobody, village, 'unknown-family'],
  [
    'registry.add-person',
    'of a merged family',
    { family: aFamily.id },
    { ...nobody, ...family({ status: 'merged' }) },
    village,
    'unknown-family',
  ],
  [
    'registry.add-person',
    'of a forgotten family',
    { family: aFamily.id },
    { ...nobody, ...family({ status: 'erased' }) },
    village,
    'unknown-family',
  ],
  [
    'registry.add-person',
    'of a family that moved',
    { family: aFamily.id },
    { ...nobody, ...family({ status: 'moved' }) },
    village,
    'done',
  ],
  [
    'registry.add-person',
    'of a family of the next village',
    { family: aFamily.id },
    { ...nobody, ...family(at('34.04.07.2002')) },
    village,
    'village-elsewhere',
  ],
  ['registry.add-person', 'that stands there', {}, {}, village, 'already-so'],
  ['registry.add-person', 'without a name', values({ jenis_kelamin: '1' }), nobody, village, 'registry-value'],
  ['registry.add-person', 'with nothing for a name', values({ nama: null }), nobody, village, 'registry-value'],
  ['registry.add-person', 'with a name alone', values({ nama: 'Sri' }), nobody, village, 'done'],
  ['registry.add-person', 'of the next village', at('34.04.07.2002'), nobody, village, 'village-elsewhere'],
  [
    'registry.add-person',
    'born tomorrow',
    values({ nama: 'Sri', tanggal_lahir: '2026-11-23' }),
    nobody,
    village,
    'done',
  ],
  [
    'registry.add-person',
    'born on a day that there was not',
    values({ nama: 'Sri', tanggal_lahir: '2026-02-29' }),
    nobody,
    village,
    'registry-value',
  ],
  [
    'registry.add-person',
    'with the card of a family',
    values({ nama: 'Sri', [kk]: aFamily.kk }),
    nobody,
    village,
    'registry-value',
  ],
  ['registry.record', 'another answer', values({ status_kawin: '2' }), {}, village, 'done'],
  ['registry.record', 'the same answer', values({ status_kawin: '4' }), {}, village, 'already-so'],
  ['registry.record', 'nothing', values({}), {}, village, 'already-so'],
  ['registry.record', 'that it is not known any more', values({ status_kawin: null }), {}, village, 'done'],
  [
    'registry.record',
    'that there is no number, where none stood',
    values({ [nik]: null }),
    person({ nik: null }),
    village,
    'already-so',
  ],
  ['registry.record', 'that there is no number, where one stood', values({ [nik]: null }), {}, village, 'done'],
  ['registry.record', 'that there is no name', values({ nama: null }), {}, village, 'registry-value'],
  ['registry.record', 'of nobody', {}, nobody, village, 'already-so'],
  ['registry.record', 'of who was merged', {}, person({ status: 'merged' }), village, 'registry-merged'],
  ['registry.record', 'of who was forgotten', {}, person({ status: 'erased' }), village, 'registry-merged'],
  ['registry.record', 'of who died', {}, person({ status: 'dead' }), village, 'done'],
  ['registry.record', 'of who moved away', {}, person({ status: 'moved' }), village, 'done'],
  ['registry.record', 'a value of nobody', values({ gaji: 1 }), {}, village, 'registry-value'],
  [
    'registry.record',
    'a value under a name of every object',
    values({ constructor: 'x' }),
    {},
    village,
    'registry-value',
  ],
  ['registry.record', 'the state of somebody as a value', values({ keadaan: 'dead' }), {}, village, 'registry-value'],
  ['registry.record', 'a desil as a value', ofFamily({ desil: 1 }), {}, village, 'registry-value'],
  ['registry.record', 'a desil of a snapshot', desil(3, '2026-10-10'), {}, village, 'done'],
  ['registry.record', 'the same desil again', desil(2, '2026-07-10'), {}, village, 'already-so'],
  ['registry.record', 'the same desil of a later day', desil(2, '2026-10-10'), {}, village, 'done'],
  [
    'registry.record',
    'of a family that was merged',
    ofFamily({ sepeda: 1 }),
    family({ status: 'merged' }),
    village,
    'registry-merged',
  ],
  [
    'registry.record',
    'a village of the next office',
    ofFamily({ kode_kelurahan_desa: '34.04.07.2002' }),
    {},
    village,
    'village-elsewhere',
  ],
  [
    'registry.record',
    'a village by its district',
    ofFamily({ kode_kelurahan_desa: '34.04.07.2002' }),
    {},
    district,
    'done',
  ],
  [
    'registry.record',
    'a village that is a sub-district',
    ofFamily({ kode_kelurahan_desa: '34.04.07' }),
    {},
    district,
    'village-elsewhere',
  ],
  ['registry.record', 'no village', ofFamily({ kode_kelurahan_desa: null }), {}, district, 'registry-value'],
  [
    'registry.record',
    'what somebody gave otherwise meanwhile',
    values({ status_kawin: '2' }),
    since({ status_kawin: '4' }),
    village,
    'registry-clash',
  ],
  [
    'registry.record',
    'what somebody gave alike meanwhile',
    values({ status_kawin: '4' }),
    since({ status_kawin: '4' }),
    village,
    'already-so',
  ],
  [
    'registry.record',
    'beside what somebody gave meanwhile',
    values({ agama: 'islam' }),
    since({ status_kawin: '4' }),
    village,
    'done',
  ],
  ['registry.join-family', 'of no family yet', {}, person({ family: null }), village, 'done'],
  ['registry.join-family', 'of the same family, as another relation', { relation: '2' }, {}, village, 'done'],
  ['registry.join-family', 'of the same family and relation', { relation: '1' }, {}, village, 'already-so'],
  ['registry.join-family', 'of another family', { family: other }, family({ id: other }), village, 'in-another-family'],
  [
    'registry.join-family',
    'of another, which is left',
    { family: other, from: aFamily.id },
    family({ id: other }),
    village,
    'done',
  ],
  [
    'registry.join-family',
    'of another, which is left by a wrong name',
    { family: other, from: other },
    family({ id: other }),
    village,
    'in-another-family',
  ],
  ['registry.join-family', 'of nobody', {}, { family: null }, village, 'unknown-family'],
  [
    'registry.join-family',
    'of a merged family',
    {},
    { ...person({ family: null }), ...family({ status: 'merged' }) },
    village,
    'unknown-family',
  ],
  [
    'registry.join-family',
    'of a forgotten family',
    {},
    { ...person({ family: null }), ...family({ status: 'erased' }) },
    village,
    'unknown-family',
  ],
  [
    'registry.join-family',
    'by who was forgotten',
    {},
    person({ family: null, status: 'erased' }),
    village,
    'registry-merged',
  ],
  ['registry.join-family', 'as no relation', { relation: '' }, person({ family: null }), village, 'registry-value'],
  [
    'registry.join-family',
    'as a relation of no list',
    { relation: '10' },
    person({ family: null }),
    village,
    'registry-value',
  ],
  ['registry.leave-family', 'of one’s own', {}, {}, village, 'done'],
  ['registry.leave-family', 'of none', {}, person({ family: null }), village, 'in-no-family'],
  ['registry.leave-family', 'by who was merged', {}, person({ status: 'merged' }), village, 'registry-merged'],
  ['registry.leave-family', 'whose card is not seen', {}, { family: null }, village, 'done'],
  ['registry.mark', 'moved', { status: 'moved' }, {}, village, 'done'],
  ['registry.mark', 'dead on the day', { status: 'dead', on: '2026-11-22' }, {}, village, 'done'],
  ['registry.mark', 'dead tomorrow', { status: 'dead', on: '2026-11-23' }, {}, village, 'day-ahead'],
  ['registry.mark', 'known, who is known', { status: 'known' }, {}, village, 'already-so'],
  [
    'registry.mark',
    'known again, who was said to be dead',
    { status: 'known' },
    person({ status: 'dead' }),
    village,
    'done',
  ],
  ['registry.mark', 'gone, a person', { status: 'gone' }, {}, village, 'registry-value'],
  ['registry.mark', 'gone, a family', { of: 'family', status: 'gone' }, {}, village, 'done'],
  ['registry.mark', 'dead, a family', { of: 'family', status: 'dead' }, {}, village, 'registry-value'],
  [
    'registry.mark',
    'moved, who was forgotten',
    { status: 'moved' },
    person({ status: 'erased' }),
    village,
    'registry-merged',
  ],
  [
    'registry.mark',
    'moved, whom somebody marked dead meanwhile',
    { status: 'moved' },
    { ...person({ status: 'dead' }), ...since({ keadaan: 'dead' }) },
    village,
    'registry-clash',
  ],
  ['registry.mark', 'by a surveyor without the right', {}, {}, staff('admin'), 'not-permitted'],
]
for (const one of cases) {
  const [kind, why, own, around, by, code] = one
  test(`${ruleOf(kind)} ${kind}, ${why}: ${code}`, () => {
    const move = { kind, subject: aPerson.id, data: { ...registryData[kind], ...own } } as RegistryMove
    const answer = decideRegistry(move, { ...file, ...around }, by, look)
    assert.equal(answer.ok ? 'done' : answer.error.code, code)
    if (!answer.ok) return
    // Whatever is done is told by one record, on the version that was looked at.
    const records = answer.value.changes.filter(({ table }) => table === 'registryRecord')
    assert.equal(records.length, 1)
    const told = JSON.stringify(records[0]?.set)
    assert.doesNotMatch(told.replace(/"place":"[^"]*"/g, ''), /\d{16}/, 'no number whole')
  })
}
function ruleOf(kind: RegistryMove['kind']): string {
  if (kind === 'registry.record') return 'REGISTRY-14'
  if (kind === 'registry.mark') return 'REGISTRY-16'
  return kind.startsWith('registry.add-') ? 'REGISTRY-13' : 'REGISTRY-15'
}
