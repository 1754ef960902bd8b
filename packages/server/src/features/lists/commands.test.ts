import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const nation = await openOffice(house, { name: 'Kantor pusat', kind: 'national-office', level: 'nation', place: '00' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const pusat = await house.staffAt(nation, 'national', '00')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const { reference } = house.parts
const today = dayIn('Asia/Jakarta', Date.now())
const tomorrow = addDays(today, 1)

const codeOf = async (client: Client, kind: string, own: object = {}, district?: string): Promise<string> => {
  const data = { ...new Map<string, object>(Object.entries(listData)).get(kind), ...own }
  const { status, body } = await client.send(kind, { data, ...(district ? { district } : {}) })
  return status === 200 ? 'accepted' : (body.code ?? '')
}
const offered = (code: string, list = 'category', day = today, district = '34.04') =>
  reference.list(list, district, day).find((item) => item.code === code)

test('LISTS-11 an administrator adds a category, and a desk takes cases under it at once', async () => {
  assert.equal(await codeOf(admin, 'list.add', { code: 'beasiswa-desa', from: today, data: openCategory }), 'accepted')
  const { lists } = await fo.read(referenceRoutes.lists, { query: { district: '34.04' } })
  assert.ok(lists['category']?.some(({ code }) => code === 'beasiswa-desa'))
  await aCaseBy(fo, { category: 'beasiswa-desa' })
  assert.equal(offered('beasiswa-desa', 'category', today, '34.02'), undefined, 'Bantul does not have it')
})
const openCategory = { ...listData['list.add'].data, kinds: ['service', 'complaint', 'question', 'suggestion'] }

test('LISTS-11 who looks after another place, or after none, changes nothing', async () => {
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const elsewhere = await house.staffAt(bantul, 'admin')
  assert.equal(await codeOf(elsewhere, 'list.change', {}, '34.04'), 'not-your-lists')
  assert.equal(await codeOf(admin, 'list.change', {}, '00'), 'not-your-lists')
  assert.equal(await codeOf(fo, 'list.change'), 'not-permitted')
  assert.equal(await codeOf(pusat, 'list.change', { names: { id: 'PIP sekolah', en: 'PIP' } }, '34.02'), 'accepted')
})

test('LISTS-12 a change counts from its day: today things are as they were', async () => {
  const names = { id: 'Antar jemput', en: 'Fetched' }
  assert.equal(
    await codeOf(admin, 'list.add', { list: 'how', code: 'antar', names, from: tomorrow, data: {} }),
    'accepted',
  )
  assert.deepEqual([offered('antar', 'how'), offered('antar', 'how', tomorrow)?.names], [undefined, names])
  const past = await admin.send('list.change', { data: { ...listData['list.change'], from: addDays(today, -1) } })
  assert.deepEqual([past.status, past.body.details], [422, { earliest: today }])
})

test('LISTS-13 the nine bidang are the nation’s, and what the law writes itself never ends', async () => {
  const sector = { list: 'sector', code: 'education', names: { id: 'Pendidikan dasar', en: 'Schools' }, data: {} }
  assert.equal(await codeOf(admin, 'list.change', sector), 'nation-only')
  assert.equal(await codeOf(pusat, 'list.change', sector), 'accepted')
  assert.equal(await codeOf(pusat, 'list.end', { list: 'channel', code: 'web' }), 'item-needed')
})

test('LISTS-14 a plan is taken back as if it had never been said; ended from a day,  the nation’s word counts again', async () => {
  const words = { code: 'school-fee', from: tomorrow, names: { id: 'Pungutan', en: 'Fees' } }
  const plan = { code: 'school-admission', from: tomorrow }
  const was = offered('school-admission', 'category', tomorrow)
  assert.equal(await codeOf(admin, 'list.change', plan), 'accepted')
  assert.equal(await codeOf(admin, 'list.take-back', plan), 'accepted')
  assert.deepEqual(offered('school-admission', 'category', tomorrow), was)
  assert.equal(await codeOf(admin, 'list.change', words), 'accepted')
  assert.equal(offered('school-fee', 'category', tomorrow)?.names.id, 'Pungutan')
  assert.equal(await codeOf(admin, 'list.end', { code: 'school-fee', from: tomorrow, above: true }), 'accepted')
  assert.equal(offered('school-fee', 'category', tomorrow)?.place, '00')
  assert.equal(await codeOf(admin, 'list.end', { code: 'school-fee', from: tomorrow, above: true }), 'already-so')
})

test('LISTS-14 what has ended does not come back, whatever was planned after it', async () => {
  const later = addDays(today, 5)
  assert.equal(await codeOf(admin, 'list.change', { code: 'kip-kuliah', from: later }), 'accepted')
  assert.equal(await codeOf(admin, 'list.end', { code: 'kip-kuliah', from: tomorrow }), 'accepted')
  assert.ok(offered('kip-kuliah'))
  for (const day of [tomorrow, later, addDays(later, 300)])
    assert.equal(offered('kip-kuliah', 'category', day), undefined)
  assert.ok(offered('kip-kuliah', 'category', later, '34.02'), 'Bantul goes on')
})

test('LISTS-14 two who speak of one day at once are decided one after the other', async () => {
  const add = (id: string) =>
    codeOf(admin, 'list.add', { list: 'cancel', code: 'ganda', names: { id, en: id }, from: today, data: {} })
  assert.deepEqual((await Promise.all([add('Satu'), add('Dua')])).toSorted(), ['accepted', 'code-taken'])
})

test('LISTS-14 a form filled in on a word that has changed since is held back', async () => {
  const subject = randomUUID()
  const data = { ...listData['list.change'], code: 'pip', from: tomorrow }
  await admin.does('list.change', { subject, data })
  const names = { id: 'PIP dan KIP', en: 'PIP' }
  await admin.does('list.change', { subject, base: 1, data: { ...data, names } })
  const late = await admin.send('list.change', { subject, base: 1, data: { ...data, names: { id: 'X y', en: 'X' } } })
  assert.deepEqual([late.status, late.body.code], [409, 'stale'])
})

test('LISTS-15 a day that a district closes holds its clocks, one that it opens does not', async () => {
  const holds = () => reference.policyFor('34.04', Date.now(), Date.now()).calendar.closed
  assert.equal(await codeOf(admin, 'calendar.close', { day: '2099-05-15' }), 'accepted')
  assert.ok(holds().has('2099-05-15'))
  assert.ok(!reference.policyFor('34.02', Date.now(), Date.now()).calendar.closed.has('2099-05-15'))
  assert.equal(await codeOf(admin, 'calendar.open', { day: '2099-05-15' }), 'accepted')
  assert.ok(!holds().has('2099-05-15'))
  const next = reference
    .closures()
    .get('00')
    ?.find(({ day, closed }) => closed && day > today)
  assert.ok(next)
  assert.equal(await codeOf(admin, 'calendar.open', { day: next.day }), 'accepted')
  assert.ok(!holds().has(next.day))
})

test('LISTS-15 office hours hold from the day that they are set for', async () => {
  const week = [null, [480, 960], [480, 960], [480, 960], [480, 960], [480, 690], null]
  assert.equal(await codeOf(admin, 'hours.set', { from: today, week }), 'accepted')
  assert.deepEqual(reference.policyFor('34.04', Date.now(), Date.now()).calendar.week, week)
  assert.equal(await codeOf(admin, 'hours.set', { from: today, week }), 'already-so')
  const others = { from: today, week: week.toReversed(), basis: '' }
  assert.equal((await admin.send('hours.set', { base: 0, data: others })).body.code, 'stale')
  const { hours } = await admin.read(listRoutes.calendar, { query: { district: '34.04', year: today.slice(0, 4) } })
  const own = hours.find(({ place, from }) => place === '34.04' && from === today)
  assert.equal((await admin.send('hours.set', { base: own?.version ?? 0, data: others })).status, 200)
  const shut = await admin.send('hours.set', { data: { from: today, week: week.map(() => null), basis: '' } })
  assert.equal(shut.status, 400)
})

test('LISTS-18 the nation moves a province or a single district to another zone from a day on, and nobody else', async () => {
  const zone = (code: string, own: object = {}) => ({
    list: 'zone',
    code,
    names: { id: `Wilayah ${code}`, en: `Place ${code}` },
    from: today,
    data: { zone: 'Asia/Makassar', basis: 'Keppres uji' },
    ...own,
  })
  assert.equal(await codeOf(admin, 'list.change', zone('34')), 'nation-only')
  assert.equal(reference.zoneOf('62.71'), 'Asia/Jakarta')
  assert.equal(await codeOf(pusat, 'list.add', zone('6271')), 'accepted')
  assert.deepEqual(['62.71', '62.71.01.1001', '62.01'].map(reference.zoneOf), [
    'Asia/Makassar',
    'Asia/Makassar',
    'Asia/Jakarta',
  ])
  assert.equal(reference.policyFor('62.71', Date.now(), Date.now()).calendar.zone, 'Asia/Makassar')
  assert.equal(await codeOf(pusat, 'list.change', zone('62', { from: tomorrow })), 'accepted')
  assert.equal(reference.zoneOf('62.01'), 'Asia/Jakarta', 'not before its day')
  assert.equal(await codeOf(pusat, 'list.end', { list: 'zone', code: '6271', from: tomorrow }), 'accepted')
  assert.equal(await codeOf(pusat, 'list.end', { list: 'zone', code: '62', from: tomorrow }), 'item-needed')
  const wrong = await pusat.send('list.add', { data: zone('62.71') })
  assert.equal(wrong.status, 400)
})

test('LISTS-16 a line that starts an item anew and ends it asks for both, and once taken for nothing', async () => {
  const names = { id: 'Musiman', en: 'Seasonal' }
  await admin.does('list.add', { data: { list: 'decline', code: 'musiman', names, from: today, data: {} } })
  await admin.does('list.end', { data: { list: 'decline', code: 'musiman', from: today, above: false } })
  const [start, end] = [addDays(today, 10), addDays(today, 30)]
  const table = csvOf([
    ['kode', 'nama', 'nama_inggris', 'mulai', 'berhenti'],
    ['musiman', 'Musiman', 'Seasonal', start, end],
  ])
  const plan = () =>
    admin.read(listRoutes.plan, { body: { district: '34.04', list: 'decline', from: tomorrow, text: table } })
  const [line] = (await plan()).lines
  assert.deepEqual(
    line?.asks.map(({ kind, data }) => [kind, data['from']]),
    [
      ['list.change', start],
      ['list.end', end],
    ],
  )
  for (const { kind, data } of line?.asks ?? []) await admin.does(kind, { data })
  assert.deepEqual((await plan()).lines[0]?.asks, [])
  const file = await admin.read(listRoutes.file, { query: { district: '34.04', list: 'decline' } })
  const rows = file.rows.filter(([code]) => code === 'musiman')
  assert.deepEqual(
    rows.map((row) => row.slice(3)),
    [[start, end]],
  )
})

test('LISTS-15 hours that a province has set hold in its districts, also where the nation sets others later', async () => {
  const opening = (opens: number) => Array.from({ length: 7 }, (_, day) => (day === 0 ? null : [opens, 960]))
  const province = await openOffice(house, {
    name: 'Dinas Sosial DIY',
    kind: 'province-office',
    level: 'province',
    place: '34',
  })
  const here = await house.staffAt(province, 'admin', '34')
  const set = (client: typeof admin, at: string, opens: number) =>
    client.does('hours.set', { district: at, data: { from: today, week: opening(opens), basis: 'SK' } })
  await set(here, '34', 450)
  await set(pusat, '00', 510)
  const opens = (at: string) => reference.policyFor(at, Date.now(), Date.now()).calendar.week[1]?.[0]
  await reference.refresh()
  assert.deepEqual(['34.02', '34', '33.01', '00'].map(opens), [450, 450, 510, 510])
})

test('LEDGER-8 what was said of lists is what each ledger proves', async () => {
  for (const district of ['34.04', '34.02', '00']) await assertVerified(house, district)
})
