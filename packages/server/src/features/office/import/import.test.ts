import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { ImportLine, ImportPlan } from '@openslrt/core/contract/import.ts'
import { importRoutes, linksAtOnce, rowsAtOnce } from '@openslrt/core/contract/import.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { aDistrictOffice, openOffice } from '../../../testing/a-district-office.ts'
import { startTestHouse } from '../../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const elsewhere = await house.staffAt(bantul, 'admin')

type Rows = readonly (readonly string[])[]
const fileOf = (text: string): string => Buffer.from(text).toString('base64')
const officePlan = (rows: Rows, by = admin): Promise<ImportPlan> =>
  by.read(importRoutes.officesPlan, { body: { file: fileOf(csvOf(rows)) } })
const staffPlan = (rows: Rows, by = admin): Promise<ImportPlan> =>
  by.read(importRoutes.staffPlan, { body: { file: fileOf(csvOf(rows)) } })
const rowsOf = ({ head, lines }: ImportPlan) => ({ head, rows: lines.map(({ line, cells }) => ({ line, cells })) })
const takeOffices = async (rows: Rows, by = admin): Promise<readonly ImportLine[]> =>
  (await by.read(importRoutes.officesTake, { body: rowsOf(await officePlan(rows, by)) })).lines
const takeStaff = async (rows: Rows, by = admin): Promise<readonly ImportLine[]> =>
  (await by.read(importRoutes.staffTake, { body: rowsOf(await staffPlan(rows, by)) })).lines
const whats = (lines: readonly ImportLine[]): readonly string[] => lines.map(({ what }) => what)
const listed = async (q: string) => (await admin.read(referenceRoutes.offices, { query: { q } })).items
const people = async (q: string) => (await admin.read(referenceRoutes.staff, { query: { q } })).items
const entries = async (): Promise<number> =>
  Number((await house.owner<{ n: string }>('select count(*) as n from ledger'))[0]?.n)

const newOffices: Rows = [
  ['Jenis', 'Nama kantor', 'Kode wilayah', 'Kecamatan', 'Desa', 'Alamat', 'Telepon'],
  ['Puskesos', 'Puskesos Condongcatur', '34.04.07.2003', '', '', 'Jl. Candi Gebang 1', '0274 880001'],
  ['puskesos', 'Puskesos Sinduadi', '', 'Mlati', 'Sinduadi', '', ''],
  ['Pos kecamatan', 'Pos Mlati', '34.04.06', '', '', '', ''],
]

test('IMPORT-4 a file of offices is looked at first, and nothing is changed by that', async () => {
  const before = await entries()
  const { lines, missing, unknown } = await officePlan(newOffices)
  assert.deepEqual([missing, unknown, whats(lines)], [[], [], ['new', 'new', 'new']])
  assert.deepEqual(
    lines.map(({ changes }) => changes.map(({ to }) => to)),
    [['Sekretariat SLRT Sleman'], ['Pos Mlati'], ['Sekretariat SLRT Sleman']],
  )
  assert.equal(await entries(), before)
})

test('IMPORT-12 rows become commands in the ledger, and the same file sent again changes nothing', async () => {
  const before = await entries()
  assert.deepEqual(whats(await takeOffices(newOffices)), ['new', 'new', 'new'])
  assert.equal(await entries(), before + 3)
  const [post] = await listed('Pos Mlati')
  const [sinduadi] = await listed('Puskesos Sinduadi')
  assert.deepEqual([sinduadi?.parent, sinduadi?.place], [post?.id, '34.04.06.2001'])
  const written = await house.owner<{ actor: string }>('select actor from ledger order by received_at desc limit 3')
  assert.deepEqual(new Set(written.map(({ actor }) => actor)), new Set([`staff:${admin.staff}`]))
  assert.deepEqual(whats((await officePlan(newOffices)).lines), ['same', 'same', 'same'])
  await takeOffices(newOffices)
  assert.equal(await entries(), before + 3)
})

test('IMPORT-5 a changed row asks for its change alone, field by field; empty cells leave what is there', async () => {
  const [condong] = await listed('Condongcatur')
  const rows: Rows = [
    ['id', 'Nama kantor', 'jenis', 'kode wilayah', 'Alamat', 'Telepon', 'aktif', 'kantor induk'],
    ['', 'PUSKESOS Condong Catur', 'Puskesos', '34.04.07.2003', '', '-', 'tidak', ''],
  ]
  const [line] = (await officePlan(rows)).lines
  assert.deepEqual(line?.changes, [
    { column: 'Telepon', from: '0274 880001', to: '' },
    { column: 'aktif', from: 'Buka', to: 'Tidak aktif' },
  ])
  await takeOffices(rows)
  const named: Rows = [
    rows[0] ?? [],
    [condong?.id ?? '', 'Puskesos Condong', '', '', '', '', '', 'Sekretariat SLRT Sleman'],
  ]
  assert.deepEqual(
    (await takeOffices(named))[0]?.changes.map(({ to }) => to),
    ['Puskesos Condong'],
  )
  const [now] = await listed('Puskesos Condong')
  assert.deepEqual([now?.id, now?.address, now?.phone, now?.active], [condong?.id, 'Jl. Candi Gebang 1', '', false])
})

test('IMPORT-5 a second file is read against what the first one changed', async () => {
  const to = (address: string): Rows => [
    ['Nama kantor', 'jenis', 'kode wilayah', 'Alamat'],
    ['Puskesos Caturtunggal', 'Puskesos', '34.04.07.2001', address],
  ]
  for (const [from, address] of [
    ['', 'Jl. Magelang 1'],
    ['Jl. Magelang 1', 'Jl. Magelang 2'],
  ] as const) {
    const [line] = await takeOffices(to(address))
    assert.deepEqual([line?.what, line?.changes], ['change', [{ column: 'Alamat', from, to: address }]])
  }
  assert.deepEqual(whats((await officePlan(to('Jl. Magelang 2'))).lines), ['same'])
})

test('IMPORT-9 every row that cannot be taken names its line, its column, why and what to do', async () => {
  const { lines } = await officePlan([
    ['Nama kantor', 'Jenis', 'Kode wilayah', 'Desa', 'Kantor induk', 'Telepon'],
    ['Puskesos Bantul', 'Puskesos', '34.02.01.2001', '', '', ''],
    ['Puskesos Lain', 'Puskesos', '34.04.07.2001', '', '', ''],
    ['Dinas X', 'Kantor pos', '34.04', '', '', ''],
    ['Dinas X', 'Dinas atau badan', '', 'Tidakada', '', ''],
    ['Dinas X', 'Dinas atau badan', '', '', '', ''],
    ['Dinas X', 'Dinas atau badan', '34.04', 'Caturtunggal', '', ''],
    ['Dinas X', 'Dinas atau badan', '34.04', '', 'Dinas Y', ''],
    ['Dinas X', 'Dinas atau badan', '34.04', '', '', 'telepon saja'],
    ['Dinas X', 'Sekretariat SLRT', '34.04.07', '', '', ''],
    ['Dinas Z', 'Dinas atau badan', '34.04', '', '', ''],
    ['Dinas Z', 'Dinas atau badan', '34.04', '', '', ''],
  ])
  assert.deepEqual(
    lines.map(({ line, what, problem }) => [line, what, problem?.column ?? null]),
    [
      [2, 'wrong', 'Kode wilayah'],
      [3, 'wrong', 'Nama kantor'],
      [4, 'wrong', 'Jenis'],
      [5, 'wrong', 'Desa'],
      [6, 'wrong', 'Kode wilayah'],
      [7, 'wrong', 'Desa'],
      [8, 'wrong', 'Kantor induk'],
      [9, 'wrong', 'Telepon'],
      [10, 'wrong', 'Jenis'],
      [11, 'new', null],
      [12, 'wrong', 'Nama kantor'],
    ],
  )
  assert.match(lines[1]?.problem?.text ?? '', /Puskesos Caturtunggal/)
  assert.match(lines[10]?.problem?.text ?? '', /baris 11/)
})

const newStaff: Rows = [
  ['Nama', 'Peran', 'Kantor', 'Desa'],
  ['Rina Astuti', 'Petugas depan (FO)', 'Puskesos Caturtunggal', ''],
  ['Rina Astuti', 'BO', 'Puskesos Caturtunggal', ''],
  ['Budi Santoso', 'Koordinator Puskesos', '', 'Maguwoharjo'],
]

test('IMPORT-7 a file of staff adds people with their roles, and the same file again changes nothing', async () => {
  assert.deepEqual(whats(await takeStaff(newStaff)), ['new', 'change', 'new'])
  const [rina] = await people('Rina')
  assert.deepEqual(rina?.posts.map(({ role }) => role).toSorted(), ['bo', 'fo'])
  assert.equal((await people('Budi'))[0]?.posts[0]?.officeName, 'Puskesos Maguwoharjo')
  const before = await entries()
  assert.deepEqual(whats((await staffPlan(newStaff)).lines), ['same', 'same', 'same'])
  await takeStaff(newStaff)
  assert.equal(await entries(), before)
})

test('IMPORT-7 a role ends by a file, and is given anew by the next', async () => {
  const ending: Rows = [
    ['Nama', 'Peran', 'Kantor', 'Berakhir'],
    ['rina astuti', 'fo', 'Puskesos Caturtunggal', 'ya'],
  ]
  assert.deepEqual(whats(await takeStaff(ending)), ['change'])
  assert.deepEqual(whats((await staffPlan(ending)).lines), ['same'])
  assert.deepEqual(
    (await people('Rina'))[0]?.posts.map(({ role }) => role),
    ['bo'],
  )
  assert.deepEqual(whats(await takeStaff(newStaff)), ['change', 'same', 'same'])
  assert.equal((await people('Rina')).length, 1)
})

test('IMPORT-8 nobody reaches people or offices of another place by a file, nor learns who works there', async () => {
  const rows: Rows = [
    ['Nama', 'Peran', 'Kantor', 'Desa', 'id'],
    ['Rina Astuti', 'fo', 'Puskesos Caturtunggal', '', ''],
    ['Nobody', 'fo', 'Puskesos Caturtunggal', '', ''],
    ['Rina', 'leader', 'Sekretariat Bantul', '', (await people('Rina'))[0]?.id ?? ''],
  ]
  const { lines } = await staffPlan(rows, elsewhere)
  const [rina, nobody, byId] = lines.map(({ problem }) => problem)
  assert.deepEqual(rina, nobody)
  assert.equal(byId?.column, 'id')
  assert.deepEqual(whats(await takeStaff(rows, elsewhere)), ['wrong', 'wrong', 'wrong'])
})

test('IMPORT-13 those without a sign-in get their links at once, and nobody a second one while the first works', async () => {
  const { items, next } = await admin.read(importRoutes.inviteMany, { body: { after: null } })
  assert.deepEqual(
    items
      .map(({ name }) => name)
      .filter((name) => /Rina|Budi/.test(name))
      .toSorted(),
    ['Budi Santoso', 'Rina Astuti'],
  )
  assert.ok(items.every(({ path }) => path.startsWith('/meja/tautan#t=')))
  assert.equal(next, null)
  assert.deepEqual((await admin.read(importRoutes.inviteMany, { body: { after: null } })).items, [])
})

test('IMPORT-15 the tables of what stands now change nothing when they are sent as they are', async () => {
  for (const by of [admin, elsewhere]) {
    const now = { query: { of: 'now' } }
    const offices = await officePlan((await by.read(importRoutes.officesTable, now)).rows, by)
    const staff = await staffPlan((await by.read(importRoutes.staffTable, now)).rows, by)
    for (const { lines, unknown } of [offices, staff]) {
      assert.ok(lines.length > 0)
      assert.deepEqual(unknown, [])
      assert.deepEqual(
        lines.filter(({ what }) => what !== 'same'),
        [],
      )
    }
  }
})

test('IMPORT-15 a reader’s table holds what lies under their place, and nothing else', async () => {
  const { rows } = await elsewhere.read(importRoutes.officesTable, { query: { of: 'now' } })
  assert.deepEqual(
    rows.slice(1).map(([name]) => name),
    ['Sekretariat Bantul'],
  )
  const staff = await elsewhere.read(importRoutes.staffTable, { query: { of: 'now' } })
  assert.deepEqual(
    staff.rows.slice(1).map(([name]) => name),
    ['Petugas admin'],
  )
  const example = await admin.read(importRoutes.staffTable, { query: { of: 'example' } })
  assert.equal(example.rows.length, 2)
})

test('IMPORT-12 two who send the same file at once open the same offices once', async () => {
  const rows: Rows = [
    ['Nama', 'Jenis', 'Kode wilayah'],
    ...['2002', '2003', '2004'].map((n) => [`Puskesos Mlati ${n}`, 'Puskesos', `34.04.06.${n}`]),
  ]
  const body = rowsOf(await officePlan(rows))
  const both = await Promise.all([1, 2].map(() => admin.read(importRoutes.officesTake, { body })))
  const came = both.map(({ lines }) => whats(lines))
  assert.deepEqual(came.toSorted(), [
    ['new', 'new', 'new'],
    ['same', 'same', 'same'],
  ])
  assert.equal((await listed('Puskesos Mlati')).length, 3)
})

test('IMPORT-10 a file of thousands of rows passes the door in one piece, and rows come back some at a time', async () => {
  const rows: Rows = [
    ['Nama', 'Peran', 'Kantor', 'Kode wilayah'],
    ...Array.from({ length: 4000 }, (_, n) => [
      `Petugas ${'panjang '.repeat(20)}${n}`,
      'FO',
      'Puskesos Caturtunggal',
      '34.04.07.2001',
    ]),
  ]
  const file = fileOf(csvOf(rows))
  assert.ok(file.length > 1024 * 1024)
  const { lines } = await admin.read(importRoutes.staffPlan, { body: { file } })
  assert.deepEqual([lines.length, new Set(whats(lines))], [4000, new Set(['new'])])
  const tooMany = { head: ['Nama'], rows: lines.slice(0, rowsAtOnce + 1).map(({ line, cells }) => ({ line, cells })) }
  assert.equal((await admin.ask(importRoutes.staffTake, { body: tooMany })).body['code'], 'invalid')
  const large = await admin.ask(importRoutes.staffPlan, { body: { file: 'A'.repeat(5_000_000) } })
  assert.equal(large.body['code'], 'too-large')
})

test('IMPORT-9 reasons are said in the reader’s language, and columns as their own file calls them', async () => {
  const file = fileOf(
    csvOf([
      ['Office name', 'Kind', 'Village'],
      ['Puskesos X', 'Puskesos', 'Nowhere'],
    ]),
  )
  const answer = await admin.raw({
    method: 'POST',
    path: importRoutes.officesPlan.path,
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ file }),
  })
  const { lines } = importRoutes.officesPlan.reply.parse(answer.body)
  assert.deepEqual(lines[0]?.problem, {
    column: 'Village',
    text: 'Your office serves no place “Nowhere”. Check the spelling, or fill in its code.',
  })
})

test('IMPORT-4 an office that does not work yet comes in as one that does not', async () => {
  const rows: Rows = [
    ['Nama', 'Jenis', 'Kode wilayah', 'Aktif'],
    ['Dinas Pariwisata', 'Dinas atau badan', '34.04', 'tidak'],
  ]
  assert.deepEqual(whats(await takeOffices(rows)), ['new'])
  assert.equal((await listed('Dinas Pariwisata'))[0]?.active, false)
  assert.deepEqual(whats((await officePlan(rows)).lines), ['same'])
})

test('IMPORT-13 links come some at a time, for those who work here and whose roles are the reader’s to give', async () => {
  const many: Rows = [
    ['Nama', 'Peran', 'Kantor'],
    ...Array.from({ length: linksAtOnce + 3 }, (_, n) => [`Relawan ${n}`, 'surveyor', 'Puskesos Maguwoharjo']),
  ]
  const { head, lines } = await staffPlan(many)
  for (let at = 0; at < lines.length; at += rowsAtOnce) {
    const rows = lines.slice(at, at + rowsAtOnce).map(({ line, cells }) => ({ line, cells }))
    await admin.read(importRoutes.staffTake, { body: { head, rows } })
  }
  const [suspended] = await people('Relawan 7')
  await admin.does('staff.change', { subject: suspended?.id ?? '', data: { name: 'Relawan 7', active: false } })
  await house.staffAt(offices.secretariat, 'manager')
  const nation = await openOffice(house, {
    name: 'Sekretariat Nasional',
    kind: 'national-office',
    level: 'nation',
    place: '00',
  })
  await house.staffAt(nation, 'national', '00')
  const made: string[] = []
  const sizes: number[] = []
  for (let after: string | null = null; ; ) {
    const part: { items: { name: string }[]; next: string | null } = await admin.read(importRoutes.inviteMany, {
      body: { after },
    })
    sizes.push(part.items.length)
    made.push(...part.items.map(({ name }) => name))
    if (part.next === null) break
    after = part.next
  }
  assert.equal(sizes.length, 2)
  assert.ok(Math.max(...sizes) <= linksAtOnce)
  assert.equal(made.filter((name) => name.startsWith('Relawan')).length, linksAtOnce + 2)
  assert.equal(new Set(made).size, made.length)
  assert.ok(!made.includes('Relawan 7') && !made.includes('Petugas national'))
  assert.ok(made.includes('Petugas manager'))
})

test('IMPORT-13 a link of the file opens, once, and only the holder becomes that person', async () => {
  await takeStaff([
    ['Nama', 'Peran', 'Kantor'],
    ['Dewi Lestari', 'FO', 'Puskesos Maguwoharjo'],
  ])
  const { items } = await admin.read(importRoutes.inviteMany, { body: { after: null } })
  const dewi = items.find(({ name }) => name === 'Dewi Lestari')
  const token = dewi?.path.split('#t=')[1] ?? ''
  const shown = await house.stranger().read(accountRoutes.link, { body: { token } })
  assert.deepEqual([shown.purpose, shown.name, shown.signInName], ['invite', 'Dewi Lestari', null])
  assert.ok((dewi?.expiresAt ?? 0) > Date.now())
  assert.deepEqual(
    (await elsewhere.read(importRoutes.inviteMany, { body: { after: null } })).items.map(({ name }) => name),
    ['Petugas admin'],
  )
})

test('IMPORT-12 a row that the law refuses at last is told, and holds no other back', async () => {
  const rows: Rows = [
    ['Nama', 'Peran', 'Kantor'],
    ['Agus Salim', 'FO', 'Puskesos Maguwoharjo'],
    ['Agus Salim', 'manager', 'Puskesos Maguwoharjo'],
  ]
  const taken = await takeStaff(rows)
  assert.deepEqual(whats(taken), ['new', 'wrong'])
  assert.equal(taken[1]?.problem?.column, 'Peran')
  assert.equal((await people('Agus')).length, 1)
})

test('IMPORT-9 marks that nobody sees come into no name: they turn it around, or hide that it is another', async () => {
  const rows: Rows = [
    ['Nama', 'Peran', 'Kantor'],
    ['Joko \u202EodiW\u202C\u200B', 'FO', 'Pos Mlati'],
  ]
  assert.deepEqual(
    (await takeStaff(rows)).map(({ name }) => name),
    ['Joko odiW'],
  )
  assert.deepEqual(
    (await people('Joko')).map(({ name }) => name),
    ['Joko odiW'],
  )
  const { lines } = await officePlan([
    ['Nama', 'Jenis', 'Kode wilayah', 'Telepon'],
    ['Pos Mlati', 'Pos kecamatan', '34.04.06', '\u202A0274 880002\u202C'],
  ])
  assert.deepEqual(lines[0]?.changes, [{ column: 'Telepon', from: '', to: '0274 880002' }])
})
