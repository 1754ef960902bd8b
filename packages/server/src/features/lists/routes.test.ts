import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { editableLists } from '@openslrt/core/lists/list-law.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const elsewhere = await house.staffAt(bantul, 'admin')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const today = dayIn('Asia/Jakarta', Date.now())
const later = addDays(today, 40)
const district = '34.04'

const itemsOf = (list: string, by = admin) => by.read(listRoutes.items, { query: { district, list } })
const textOf = (rows: readonly (readonly string[])[], mark = ';'): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n')
const fileOf = async (list: string) => (await admin.read(listRoutes.file, { query: { district, list } })).rows
const planOf = (list: string, text: string, from = later) =>
  admin.read(listRoutes.plan, { body: { district, list, from, text } })

test('LISTS-17 before an item is ended it is told how many cases carry it, and only to those whose cases they are', async () => {
  await aCaseBy(fo, { category: 'pip' })
  const settled = await aCaseBy(fo, { category: 'pip', kind: 'service' })
  await fo.does('case.settle', { subject: settled.id, data: { outcome: 'informed', note: 'Sudah dijelaskan.' } })
  await aCaseBy(fo, { category: 'pip', restricted: 'hiv' })
  const uses = async (by = admin) => (await itemsOf('category', by)).items.find(({ code }) => code === 'pip')?.uses
  assert.deepEqual(await uses(), { open: 1, all: 2 })
  assert.equal(await uses(elsewhere), null)
  assert.equal((await itemsOf('return')).items[0]?.uses, null, 'reasons are not counted')
})

test('LISTS-11 an administrator sees of each item what holds, what is planned and by whom it was said', async () => {
  await admin.does('list.change', { data: { ...listData['list.change'], from: later } })
  const { items, grows, nationOnly } = await itemsOf('category')
  const pip = items.find(({ code }) => code === 'pip')
  assert.deepEqual([grows, nationOnly, pip?.holds, pip?.place, pip?.mayEnd], [true, false, true, '00', true])
  assert.deepEqual(
    pip?.said.map(({ place, own, from, says }) => [place, own, from, says]),
    [
      ['00', false, '2016-01-01', 'holds'],
      [district, true, later, 'holds'],
    ],
  )
  assert.deepEqual([(await itemsOf('sector')).nationOnly, (await itemsOf('window')).grows], [true, false])
})

test('LISTS-15 the calendar of a year shows the days of all places over a district, and the hours that were set', async () => {
  await admin.does('calendar.close', { data: { day: '2099-05-15', name: 'Hari jadi Sleman', basis: 'Perda 12/1998' } })
  const { days, zone, hours } = await admin.read(listRoutes.calendar, { query: { district, year: '2099' } })
  assert.deepEqual(days, [
    { day: '2099-05-15', closed: true, name: 'Hari jadi Sleman', basis: 'Perda 12/1998', place: district },
  ])
  assert.deepEqual([zone, hours[0]?.place, hours[0]?.week.length], ['Asia/Jakarta', '00', 7])
})

test('LISTS-16 every list that is written to a file and read again changes nothing', async () => {
  await admin.does('list.end', { data: { list: 'how', code: 'phone', from: later, above: false } })
  await admin.does('list.add', {
    data: { list: 'how', code: 'kutip', names: { id: '=kata; "kutip"', en: '-x' }, from: today, data: {} },
  })
  for (const list of [...editableLists, 'calendar']) {
    const rows = await fileOf(list)
    for (const mark of [';', ',', '\t']) {
      const { lines, missing } = await planOf(list, `\uFEFF${textOf(rows, mark)}`)
      assert.deepEqual([missing, lines.length], [[], rows.length - 1], list)
      for (const { asks, refusal, cells } of lines)
        assert.deepEqual([asks, refusal], [[], null], `${list} ${cells.join()}`)
    }
  }
})

test('LISTS-16 a changed file asks for its changes, and every line that cannot be taken says why', async () => {
  const [head = [], ...rows] = await fileOf('category')
  const at = (name: string): number => head.indexOf(name)
  const row = (code: string, own: Readonly<Record<string, string>>): string[] => {
    const line = rows.find((one) => one[at('kode')] === code) ?? rows[0] ?? []
    return line.map((cell, nth) => own[head[nth] ?? ''] ?? cell)
  }
  const table = [
    head,
    row('school-fee', { nama: 'Pungutan sekolah', mulai: '' }),
    row('kube', { kode: 'kube-baru', mulai: later.split('-').toReversed().join('/') }),
    row('lpg', { berhenti: later }),
    row('kube', { hari_desa: 'tiga' }),
    row('kube', { kode: 'kube-lain', bidang: 'tidak-ada' }),
    row('kube', { hari_desa: '99' }),
  ]
  const { lines } = await planOf('category', textOf(table))
  assert.deepEqual(
    lines.map(({ asks }) => asks.map(({ kind, data }) => [kind, data['code'], data['from']])),
    [
      [['list.change', 'school-fee', later]],
      [['list.add', 'kube-baru', later]],
      [['list.end', 'lpg', later]],
      [],
      [],
      [],
    ],
  )
  assert.match(lines[3]?.refusal ?? '', /hari_desa/)
  assert.match(lines[4]?.refusal ?? '', /Bidang itu tidak ada/)
  assert.match(lines[5]?.refusal ?? '', /lebih panjang/)
  for (const { kind, data } of lines.flatMap(({ asks }) => asks)) await admin.does(kind, { data })
  const again = await planOf('category', textOf(table.slice(0, 4)))
  assert.deepEqual(
    again.lines.flatMap(({ asks }) => asks),
    [],
  )
})

test('LISTS-16 a file that lacks columns, or is no table, is told so as a whole', async () => {
  const lacking = await planOf('window', 'kode;nama\nwordDays;x')
  assert.deepEqual([lacking.missing, lacking.lines], [['nama_inggris', 'mulai', 'berhenti', 'hari', 'dasar'], []])
  const broken = await admin.ask(listRoutes.plan, { body: { district, list: 'how', from: later, text: 'a;"b' } })
  assert.deepEqual([broken.status, broken.body.details], [400, { fields: ['text'] }])
})

test('LISTS-16 a line of the calendar closes or opens a day, and one gone by is refused', async () => {
  const table = 'tanggal;tutup;nama;dasar\n15/05/2098;ya;Hari jadi;Perda\n15-05-2099;tidak;;\n2020-01-01;ya;Lampau;x'
  const { lines } = await planOf('calendar', table)
  assert.deepEqual(
    lines.map(({ asks }) => asks.map(({ kind }) => kind)),
    [['calendar.close'], ['calendar.open'], []],
  )
  assert.match(lines[2]?.refusal ?? '', /sudah lewat/)
})
