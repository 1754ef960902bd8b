import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const { secretariat } = await aDistrictOffice(house)
const admin = await house.staffAt(secretariat, 'admin')
const district = '34.04'
const from = addDays(dayIn('Asia/Jakarta', Date.now()), 40)

/** Of each line how many changes it asks for, and why it can't be taken. */
const planOf = async (list: string, text: string) => {
  const { lines } = await admin.read(listRoutes.plan, { body: { district, list, from, text } })
  return lines.map(({ asks, refusal }) => [asks.length, refusal?.slice(0, 7) ?? null])
}

test('LISTS-16 of two lines of a calendar that contradict each other the later is refused and names the earlier', async () => {
  const table = [
    'tanggal;tutup;nama;dasar',
    '15/05/2097;ya;Hari jadi;Perda',
    '15-05-2097;tidak;;',
    '2097-05-15;ya;Hari jadi;Perda',
    '2097-05-15;ya;Hari lain;Perda',
    '2097-05-16;ya;Hari lain;Perda',
  ]
  assert.deepEqual(await planOf('calendar', table.join('\n')), [
    [1, null],
    [0, 'Baris 2'],
    [0, null],
    [0, 'Baris 2'],
    [1, null],
  ])
})

test('LISTS-16 so it is with an item, whose plans for other days are lines of their own', async () => {
  const { rows } = await admin.read(listRoutes.file, { query: { district, list: 'how' } })
  const head = rows[0] ?? []
  const line = (own: Readonly<Record<string, string>>): string[] => head.map((name) => own[name] ?? '')
  const said = { kode: 'jalan-kaki', nama: 'Jalan kaki', nama_inggris: 'On foot' }
  const planned = { ...said, mulai: '2096-01-01' }
  const table = [
    said,
    said,
    { ...said, nama: 'Berjalan' },
    { ...planned, nama: 'Berjalan' },
    planned,
    { ...said, mulai: '2095-01-01', nama: 'Lari' },
  ]
  assert.deepEqual(await planOf('how', csvOf([head, ...table.map(line)])), [
    [1, null],
    [0, null],
    [0, 'Baris 2'],
    [1, null],
    [0, 'Baris 5'],
    [1, null],
  ])
})

test('LISTS-16 a line that cannot be taken has said nothing: the next one may', async () => {
  const table = 'tanggal;tutup;nama;dasar\n2096-05-15;ya;x;Perda\n2096-05-15;ya;Hari jadi;Perda'
  assert.deepEqual(
    (await planOf('calendar', table)).map(([asks]) => asks),
    [0, 1],
  )
})
