import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SaidFact } from '@openslrt/core/contract/network.ts'
import { type NetworkLine, networkLine } from '@openslrt/core/contract/network-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { countOf, degreesOf, isRupiah, isWithin, isYear, rupiahOf, yearOf } from './fact-values.ts'
import { tableOf } from './list-table.ts'
import { queryOf } from './network-address.ts'
import { sayFact } from './say-fact.ts'

const bare = { show: undefined, kind: undefined, cohort: undefined, initiator: undefined, connection: undefined }
const addresses: readonly (readonly [search: string, asked: object])[] = [
  ['', {}],
  [
    'keadaan=active&jenis=puskesos&angkatan=2018&oleh=village',
    { show: 'active', kind: 'puskesos', cohort: 2018, initiator: 'village' },
  ],
  [
    'keadaan=unsaid&sambungan=4g&wilayah=34.04&cari=catur&halaman=3',
    { show: 'unsaid', connection: '4g', place: '34.04', q: 'catur', page: 3 },
  ],
  ['keadaan=open&jenis=agency&angkatan=18&oleh=me&sambungan=5g&wilayah=sleman&halaman=x', {}],
]
for (const [search, asked] of addresses)
  test(`NETWORK-7 the address "${search}" asks for just that`, () => {
    assert.deepEqual(queryOf(search), { ...bare, place: undefined, q: undefined, page: 1, ...asked })
  })

test('NETWORK-6 years, rupiah, counts and degrees are read as people write them', () => {
  assert.deepEqual([yearOf(' 2018 '), yearOf(''), yearOf('18'), yearOf('2009')], [2018, null, Number.NaN, Number.NaN])
  assert.deepEqual(
    [isYear('', true), isYear('', false), isYear('2018', true), isYear('abad', false)],
    [false, true, true, false],
  )
  assert.deepEqual(['Rp 35.000.000', '35000000', '', '0', 'banyak', '-5'].map(rupiahOf), [
    35_000_000,
    35_000_000,
    null,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
  assert.deepEqual(['', '1.000', '1,5', '0'].map(isRupiah), [true, true, false, false])
  assert.deepEqual(['', '0', '12', '1000', '-1', 'dua'].map(countOf), [0, 0, 12, Number.NaN, Number.NaN, Number.NaN])
  assert.deepEqual(['-7,7705', '110.4089', '1e2', '', '7.77051234567'].map(degreesOf), [
    -7.7705,
    110.4089,
    Number.NaN,
    Number.NaN,
    7.770512,
  ])
  assert.deepEqual([isWithin('-7.7', -12, 8), isWithin('52', -12, 8), isWithin('', -12, 8)], [true, false, false])
})

const how = { t: sayIn('id'), lang: 'id', day: (day: string) => day } as const
const sayings: readonly (readonly [said: SaidFact, words: string])[] = [
  [
    { about: 'legal', form: 'perbup', number: '28 Tahun 2022', on: '2022-03-01' },
    'Perbup Nomor 28 Tahun 2022, 2022-03-01',
  ],
  [
    { about: 'grown', year: 2018, on: null, cohort: null, initiator: 'village' },
    'Ditumbuhkan tahun 2018 oleh Desa/kelurahan',
  ],
  [
    { about: 'grown', year: 2018, on: '2018-06-04', cohort: 2018, initiator: 'ministry' },
    'Ditumbuhkan 2018-06-04 oleh Kementerian, angkatan 2018',
  ],
  [{ about: 'funding', source: 'dana-desa', year: 2026, amount: 35_000_000 }, '2026: Dana Desa, Rp35.000.000'],
  [{ about: 'funding', source: 'apbn', year: 2026, amount: null }, '2026: APBN, jumlah tidak disebut'],
  [{ about: 'premises', premises: 'lent', words: '' }, 'Pinjam'],
  [{ about: 'premises', premises: 'lent', words: 'ruang BPD' }, 'Pinjam: ruang BPD'],
  [{ about: 'devices', computer: 0, laptop: 2, tablet: 0, phone: 0, printer: 1, modem: 0 }, '2 laptop, 1 printer'],
  [{ about: 'devices', computer: 0, laptop: 0, tablet: 0, phone: 0, printer: 0, modem: 0 }, 'Belum ada alat'],
  [{ about: 'connection', connection: 'none' }, 'Tidak ada'],
  [{ about: 'site', spot: { lat: -7.7705, long: 110.4089 } }, '-7.7705, 110.4089'],
]
for (const [said, words] of sayings)
  test(`NETWORK-1 a fact is told as people say it: ${words}`, () => assert.equal(sayFact(said, how), words))

const line = (own: object = {}): NetworkLine =>
  networkLine.parse({
    district: '34.04',
    id: '20000000-0000-4000-8000-000000000001',
    name: '=Puskesos; "Catur"',
    kind: 'puskesos',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    within: 'Depok, Kab. Sleman',
    state: null,
    stateOn: null,
    grownYear: null,
    cohort: null,
    initiator: null,
    connection: null,
    ...own,
  })

test('NETWORK-8 a file holds what nobody said as nothing, and no cell that a spreadsheet would run', () => {
  const said = line({
    name: 'Puskesos',
    state: 'active',
    stateOn: '2026-10-01',
    grownYear: 2018,
    cohort: 2018,
    initiator: 'village',
    connection: '4g',
  })
  const [head, first, second, end] = tableOf([line(), said], how.t).split('\r\n')
  assert.match(head ?? '', /^\uFEFFKode wilayah;Kantor;Jenis;/)
  assert.equal(
    first,
    `34.04.07.2001;"'=Puskesos; ""Catur""";Puskesos;Caturtunggal;Depok, Kab. Sleman;Belum dicatat;;;;;`,
  )
  assert.equal(
    second,
    '34.04.07.2001;Puskesos;Puskesos;Caturtunggal;Depok, Kab. Sleman;Aktif;2026-10-01;2018;2018;Desa/kelurahan;Seluler 4G',
  )
  assert.equal(end, '')
})
