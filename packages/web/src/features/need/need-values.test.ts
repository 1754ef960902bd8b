import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needCommandData } from '@openslrt/core/contract/need.ts'
import { needGroups, needStates, participationLine, quotaLine } from '@openslrt/core/contract/need-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { participationStatuses } from '@openslrt/core/need/need.ts'
import { aFamily, aPerson } from '@openslrt/core/testing/a-family.ts'
import { aParticipation, aQuota, needNth, someProgramme } from '@openslrt/core/testing/a-need.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import '../../testing/draw.ts'
import { applicationsOf, cardOf, needsOfAddress, tableOfAddress } from './need-address.ts'

const participation = await import('./participation-values.ts')
const quotas = await import('./quota-values.ts')

const t = sayIn('id')
const shows: readonly (readonly [search: string, decides: boolean, show: string, page: number])[] = [
  ['', true, 'to-decide', 1],
  ['', false, 'asked', 1],
  ['?lihat=late&halaman=3', true, 'late', 3],
  ['?lihat=late', false, 'asked', 1],
  ['?lihat=asked', true, 'asked', 1],
  ['?lihat=semua', true, 'to-decide', 1],
  ['?halaman=-1', true, 'to-decide', 1],
  ['?halaman=x', false, 'asked', 1],
]
for (const [search, decides, show, page] of shows)
  test(`NEED-12 "${search}" shows ${show} to who ${decides ? 'decides' : 'asks'}`, () => {
    assert.deepEqual(applicationsOf(search, decides), { show, page })
  })

test('NEED-12 an address of the table says place, year, kind and by what; what it says wrongly it does not say', () => {
  assert.deepEqual(tableOfAddress('?tempat=34.04&tahun=2026&jenis=food-card&per=kind'), {
    place: '34.04',
    year: 2026,
    kind: 'food-card',
    by: 'kind',
  })
  for (const search of [
    '',
    '?tempat=Sleman',
    '?tahun=26',
    '?tahun=2300',
    '?jenis=Rumah%20Sakit',
    '?per=umur',
    '?tahun=',
  ])
    assert.deepEqual(tableOfAddress(search), { by: 'place' }, search)
  assert.deepEqual(needsOfAddress('?keadaan=unmet&tahun=2026&per=kind&halaman=2'), {
    year: 2026,
    state: 'unmet',
    page: 2,
  })
  assert.deepEqual(needsOfAddress('?keadaan=lost'), { state: 'total', page: 1 })
})

property(
  'NEED-12 whatever stands in an address, the question that is made of it is one that the contract lets in',
  fc.dictionary(fc.constantFrom('tempat', 'tahun', 'jenis', 'per', 'keadaan', 'halaman'), fc.string({ maxLength: 20 })),
  (params) => {
    const search = `?${new URLSearchParams(params)}`
    const { by, year } = tableOfAddress(search)
    assert.ok(needGroups.includes(by))
    assert.ok(year === undefined || (year >= 2016 && year < 2200))
    const { state, page } = needsOfAddress(search)
    assert.ok(needStates.includes(state) && page >= 1)
  },
)

const cards: readonly (readonly [of: object, href: string | null])[] = [
  [{ caseId: ids.case(1), family: aFamily.id, person: aPerson.id }, `/kasus/34.04/${ids.case(1)}`],
  [{ caseId: null, family: aFamily.id, person: aPerson.id }, `/keluarga/34.04/${aFamily.id}`],
  [{ caseId: null, family: null, person: aPerson.id }, `/anggota/34.04/${aPerson.id}`],
  [{ caseId: null, family: null, person: null }, null],
]
for (const [of, href] of cards)
  test(`NEED-9 a need of ${JSON.stringify(of).slice(0, 40)} opens ${href ?? 'nothing'}`, () => {
    assert.equal(cardOf({ district: '34.04', ...of } as Parameters<typeof cardOf>[0]), href)
  })

const line = participationLine.parse(aParticipation())
const typed = { ...participation.firstOf(null, '2026-11-02'), programme: someProgramme.id }
const schema = needCommandData['participation.record'].data
const of = { family: aFamily.id }

for (const status of participationStatuses)
  test(`NEED-8 that somebody ${status} it is sent as the contract reads it, and says no more than fits`, () => {
    const all = { ...typed, status, reason: 'moved', since: '2026-01-01', until: '2026-10-01', useful: 'yes' }
    const data = schema.parse(participation.dataOf(all, of, null))
    assert.deepEqual(
      [data.reason, data.since, data.until, data.useful],
      {
        receives: [null, '2026-01-01', null, 'yes'],
        stopped: ['moved', '2026-01-01', '2026-10-01', 'yes'],
        never: [null, null, null, 'unknown'],
      }[status],
    )
    assert.deepEqual(data.holder, { person: null, family: aFamily.id, case: null })
  })

test('NEED-8 what is said anew begins with what was said last, of the same holder, on today’s day', () => {
  const first = participation.firstOf(line, '2026-11-09')
  assert.deepEqual([first.saidOn, first.since, first.until, first.reason], ['2026-11-09', '2026-01-01', '', ''])
  const data = schema.parse(participation.dataOf(first, { case: ids.case(1) }, line))
  assert.deepEqual(data.holder, { person: aPerson.id, family: aFamily.id, case: null })
  assert.deepEqual([data.status, data.amountRight, data.saidOn], ['receives', 'yes', '2026-11-09'])
  assert.throws(() => participation.dataOf({ ...first, status: 'maybe' }, of, line))
})

const whole = {
  programme: someProgramme.id,
  place: { code: '34.04', label: 'Sleman' },
  from: '2026-01-01',
  until: '2026-12-31',
  places: '25',
}
const faults: readonly (readonly [why: string, own: object, wrong: readonly string[]])[] = [
  ['nothing wrong', {}, []],
  ['one day', { until: '2026-01-01' }, []],
  ['spaces round the number', { places: ' 25 ' }, []],
  ['no programme', { programme: '' }, ['programme']],
  ['no place', { place: null }, ['place']],
  ['no beginning', { from: '' }, ['from']],
  ['no end', { until: '' }, ['until']],
  ['an end before the beginning', { until: '2025-12-31' }, ['until']],
  ['no number', { places: '' }, ['places']],
  ['a number below nothing', { places: '-1' }, ['places']],
  ['half a place', { places: '2,5' }, ['places']],
  ['words', { places: 'dua puluh' }, ['places']],
  ['more than the country has people', { places: '99999999' }, ['places']],
]
for (const [why, own, wrong] of faults)
  test(`QUOTA-5 a quota with ${why} ${wrong.length === 0 ? 'is sent' : `is not sent: ${wrong}`}`, () => {
    const values = { ...whole, ...own } as Parameters<typeof quotas.faultsOf>[0]
    const found = quotas.faultsOf(values, t)
    assert.deepEqual(Object.keys(found), wrong)
    assert.ok(Object.values(found).every((words) => typeof words === 'string' && words !== ''))
    if (wrong.length === 0) assert.ok(needCommandData['quota.set'].data.safeParse(quotas.dataOf(values)).success)
  })

test('QUOTA-5 the form of a quota that is there begins with it, and sends what it may not change as it was', () => {
  const there = quotaLine.parse({ ...aQuota({ places: 12 }), placeName: 'Sleman', sets: true })
  const first = quotas.firstOf(there)
  assert.equal(first.places, '12')
  const { programme, place, from, until } = there
  assert.deepEqual(quotas.dataOf({ ...first, places: '15' }), { programme, place, from, until, places: 15 })
  assert.deepEqual(Object.keys(quotas.faultsOf(quotas.firstOf(null), t)), [
    'programme',
    'place',
    'from',
    'until',
    'places',
  ])
  assert.throws(() => quotas.dataOf({ ...first, programme: needNth(1).slice(0, 8) }))
})
