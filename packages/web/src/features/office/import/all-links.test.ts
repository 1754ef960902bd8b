import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { allLinks, linkTable, type NextLinks } from './all-links.ts'

const id = (n: number) => staffId.parse(`0199c0de-0000-7000-8000-${String(n).padStart(12, '0')}`)
const linkOf = (n: number) => ({
  name: `Petugas ${n}`,
  office: 'Puskesos Caturtunggal',
  role: 'Petugas depan (FO)',
  path: `/meja/tautan#t=${n}`,
  expiresAt: 1_000 * n,
})
const lost = { code: 'offline', message: 'Tidak ada sambungan.', requestId: null, details: {} }

/** Three parts of two links each, as the server gives them. */
const parts: NextLinks = async (after) => {
  const nth = after === null ? 0 : Number(after.slice(-3))
  return ok({ items: [linkOf(nth + 1), linkOf(nth + 2)], next: nth >= 4 ? null : id(nth + 2) })
}

test('IMPORT-13 links are asked for part by part, each beginning where the one before ended', async () => {
  const { links, fault } = await allLinks(parts)
  assert.equal(fault, null)
  assert.deepEqual(
    links.map(({ name }) => name),
    [1, 2, 3, 4, 5, 6].map((n) => `Petugas ${n}`),
  )
})

test('IMPORT-13 what was made before the line broke is handed over with the reason', async () => {
  let calls = 0
  const breaking: NextLinks = async (after) => (++calls === 3 ? no(lost) : parts(after))
  const { links, fault } = await allLinks(breaking)
  assert.deepEqual([links.length, fault], [4, lost])
  assert.deepEqual(await allLinks(async () => no(lost)), { links: [], fault: lost })
})

test('IMPORT-13 where nobody lacks a link there is none to hand over', async () => {
  assert.deepEqual(await allLinks(async () => ok({ items: [], next: null })), { links: [], fault: null })
})

test('IMPORT-13 the file of links holds whole addresses, and nothing that a spreadsheet runs', () => {
  const heads = ['Nama', 'Kantor', 'Peran', 'Tautan', 'Berlaku sampai']
  const table = linkTable(
    heads,
    [linkOf(7), { ...linkOf(8), name: '=HYPERLINK("x")' }],
    'https://slrt.test',
    (at) => `t${at}`,
  )
  assert.deepEqual(table[1], [
    'Petugas 7',
    'Puskesos Caturtunggal',
    'Petugas depan (FO)',
    'https://slrt.test/meja/tautan#t=7',
    't7000',
  ])
  assert.equal(table.length, 3)
  assert.match(csvOf(table), /"'=HYPERLINK/)
})
