import assert from 'node:assert/strict'
import { test } from 'node:test'
import { challengeSteps } from '@openslrt/core/challenge/moves.ts'
import { challengeCommandData } from '@openslrt/core/contract/challenge.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { challengeData } from '@openslrt/core/testing/a-challenge.ts'
import { filterOf, listOf } from './challenge-address.ts'
import { columnKeys, inOrder, orderOf, turned } from './counts-order.ts'
import { emptyReport, reportFaults, reportOf } from './report-values.ts'

const t = sayIn('id')

const addresses: readonly (readonly [search: string, filter: object])[] = [
  ['', { show: 'open', page: 1 }],
  ['lihat=late&halaman=3', { show: 'late', page: 3 }],
  ['lihat=semua&halaman=nol', { show: 'open', page: 1 }],
  ['jenis=budget&tingkat=province', { show: 'open', page: 1, kind: 'budget', level: 'province' }],
  ['jenis=Anggaran!&tingkat=jalan', { show: 'open', page: 1 }],
  ['wilayah=34.04&sejak=2026-11-02', { show: 'open', page: 1, place: '34.04', from: '2026-11-02' }],
  ['wilayah=Sleman&sejak=kemarin', { show: 'open', page: 1 }],
  ['cari=modem', { show: 'open', page: 1, q: 'modem' }],
]
for (const [search, filter] of addresses)
  test(`CHALLENGE-13 "${search}" asks for what it says, and for nothing that it can not`, () => {
    assert.deepEqual(filterOf(search), filter)
  })

test('CHALLENGE-13 what was typed to be found is cut where the wire would refuse it', () => {
  assert.equal(filterOf(`cari=${'x'.repeat(400)}`).q?.length, 100)
})

test('CHALLENGE-11 a number opens the list of its place, kind and days', () => {
  assert.equal(
    listOf('sejak=2026-10-01&urut=n-turun', { show: 'late', kind: 'budget', place: '34.04' }),
    '/kendala?lihat=late&jenis=budget&wilayah=34.04&sejak=2026-10-01',
  )
  assert.equal(listOf('', { show: 'open', place: '34' }), '/kendala?wilayah=34')
})

const good = { ...emptyReport, kind: 'budget', words: 'Anggaran pulsa belum cair', since: '2026-10-20' }

test('CHALLENGE-2 a report says what it lacks, field by field, and goes out whole', () => {
  assert.deepEqual(Object.keys(reportFaults(emptyReport, t)).toSorted(), ['kind', 'since', 'words'])
  assert.deepEqual(reportFaults(good, t), {})
  assert.deepEqual(reportOf({ ...good, villages: '2', citizens: ' 40 ', asks: 'province' }), {
    kind: 'budget',
    words: 'Anggaran pulsa belum cair',
    since: '2026-10-20',
    villages: 2,
    citizens: 40,
    asks: 'province',
  })
  const said = reportOf(good)
  assert.deepEqual([said.villages, said.citizens, said.asks], [null, null, 'above'])
  assert.ok(challengeCommandData['challenge.report'].data.safeParse(said).success)
})

for (const [own, field, fault] of [
  [{ words: 'Listrik' }, 'words', t('challenge.form.short', { n: 10 })],
  [{ words: '   ' }, 'words', t('challenge.form.missing')],
  [{ words: 'Bu Siti 3404 0752 0360 0001' }, 'words', t('challenge.form.names')],
  [{ words: 'Hubungi 0812-3456-7890' }, 'words', t('challenge.form.names')],
  [{ villages: '0' }, 'villages', t('challenge.form.number')],
  [{ villages: 'dua' }, 'villages', t('challenge.form.number')],
  [{ citizens: '1,5' }, 'citizens', t('challenge.form.number')],
] as const)
  test(`CHALLENGE-3 a report with ${JSON.stringify(own)} is told what is wrong before it goes`, () => {
    assert.deepEqual(reportFaults({ ...good, ...own }, t), { [field]: fault })
  })

const row = (key: string, name: string, value: number | null) => ({
  key,
  name,
  cells: value === null ? {} : { open: { value, text: String(value) } },
})
const names = (rows: ReturnType<typeof inOrder>) => rows.map(({ name }) => name)

test('CHALLENGE-11 the figures stand in the order that is asked for, what waits most first, and the sum above them', () => {
  const rows = [row('a', 'Bantul', 1), row('all', 'Semua', 9), row('b', 'Sleman', 8), row('c', 'Kulon Progo', null)]
  assert.deepEqual(orderOf(''), { orderBy: 'open', direction: 'descending' })
  assert.deepEqual(names(inOrder(rows, orderOf(''))), ['Semua', 'Sleman', 'Bantul', 'Kulon Progo'])
  assert.deepEqual(names(inOrder(rows, orderOf('urut=open-naik'))), ['Semua', 'Kulon Progo', 'Bantul', 'Sleman'])
  assert.deepEqual(names(inOrder(rows, orderOf('urut=name-naik'))), ['Semua', 'Bantul', 'Kulon Progo', 'Sleman'])
  assert.deepEqual(orderOf('urut=warna-naik'), orderOf(''))
})

test('CHALLENGE-11 a heading turns its order, and another begins at its better end', () => {
  assert.equal(turned(orderOf(''), 'open'), 'open-naik')
  assert.equal(turned(orderOf('urut=open-naik'), 'open'), 'open-turun')
  assert.equal(turned(orderOf(''), 'name'), 'name-naik')
  for (const key of columnKeys.filter((one) => one !== 'open')) assert.equal(turned(orderOf(''), key), `${key}-turun`)
})

test('CHALLENGE-1 every step has its words: its button, its hint, and what it says in the way', () => {
  for (const step of challengeSteps) {
    for (const key of [`challenge-act.${step}`, `challenge-did.${step}`] as const) assert.ok(t(key).length > 3, key)
    assert.ok(t(`challenge.hint.${step}`, { office: 'Provinsi' }).endsWith('.'), step)
  }
  assert.equal(Object.keys(challengeData).length, challengeSteps.length + 1)
})
