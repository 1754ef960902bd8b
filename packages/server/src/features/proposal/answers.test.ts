import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { mostImportBytes, mostImportRows, rowsAtOnce } from '@openslrt/core/contract/import.ts'
import type { AnswerLine } from '@openslrt/core/contract/proposal-answers.ts'
import { proposalAnswerRoutes } from '@openslrt/core/contract/proposal-answers.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const drafter = await house.staffAt(offices.caturtunggal, 'village-operator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const district = '34.04'
const { does, drafted, approved, exported } = proposalsOf({ drafter, verifier, approver })
const today = dayIn('Asia/Jakarta', Date.now())

let people = 0
/** Somebody new, whose proposal waits for its answer. */
async function sent(own: object = {}): Promise<{ id: string; nik: string }> {
  const nik = `34040745068${String(++people).padStart(5, '0')}`
  const { id } = await exported({ nik, name: `Warga ${people}`, ...own })
  return { id, nik }
}
const card = (id: string) => drafter.read(proposalRoutes.one, { query: { district, id } })
const entries = async (): Promise<number> =>
  Number(
    (
      await house.owner("select count(*)::int as n from ledger where kind in ('proposal.accept', 'proposal.reject')")
    )[0]?.['n'],
  )

const heads = ['NIK', 'Jawaban', 'Alasan', 'Tanggal jawaban', 'id_usulan']
const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64')
const csv = (rows: readonly (readonly string[])[], head: readonly string[] = heads): string => csvOf([head, ...rows])
const look = (file: Buffer | string, who: Client = verifier, day = today) =>
  who.read(proposalAnswerRoutes.look, { body: { file: base64(file), day } })
/** What comes of each line, in one word: what is wrong with it, where something is. */
const told = (lines: readonly AnswerLine[]): readonly string[] => lines.map(({ what, problem }) => problem ?? what)

/** Sends everything that a file would record, as the screen does: some lines at a time. */
async function record(rows: readonly (readonly string[])[], who: Client = verifier): Promise<readonly AnswerLine[]> {
  const { head, lines } = await look(csv(rows), who)
  const todo = lines.filter(({ what }) => what === 'matched').map(({ line, cells }) => ({ line, cells }))
  if (todo.length === 0) return []
  return (await who.read(proposalAnswerRoutes.take, { body: { head, day: today, rows: todo } })).lines
}

test('PROPOSAL-25 a file is looked at first: each line says whom it means and what is wrong, and nothing is recorded', async () => {
  const [one, two, done] = [await sent(), await sent(), await sent()]
  await does(verifier, 'accept', done.id, { answeredOn: today, note: '' })
  const waiting = await approved({ nik: '3404074506899999', name: 'Belum Dikirim' })
  const before = await entries()
  const rows = [
    [one.nik, 'Diterima', '', '', ''],
    [two.nik, 'Ditolak', 'Kuota penuh', today, ''],
    [done.nik, 'diterima', '', today, ''],
    ['3404074506888888', 'diterima', '', '', ''],
    ['3404074506899999', 'diterima', '', '', ''],
    ['3,40407E+15', 'diterima', '', '', ''],
    [two.nik, 'ditolak', '', '', ''],
    [one.nik, 'diterima', '', '', ''],
    [one.nik, '', '', '', ''],
    ['3404074506888888', 'diterima', '', '', one.id],
  ]
  const { lines, missing } = await look(csv(rows))
  assert.deepEqual(missing, [])
  assert.deepEqual(told(lines), [
    'matched',
    'matched',
    'answered',
    'unknown',
    'Usulan warga ini belum dikirim ke pusat',
    'NIK rusak karena dibulatkan Excel; jadikan kolom teks',
    'Ditolak tanpa alasan',
    'Usulan yang sama sudah dijawab di baris sebelumnya',
    'blank',
    'NIK tidak sama dengan NIK pada usulan itu',
  ])
  assert.deepEqual(
    lines
      .slice(0, 2)
      .map(({ line, proposal, name, kind, answer, reason, answeredOn }) => [
        line,
        proposal,
        name,
        kind,
        answer,
        reason,
        answeredOn,
      ]),
    [
      [2, one.id, `W*** ${one.nik.slice(-1)}***`, 'correction', 'accept', '', today],
      [3, two.id, `W*** ${two.nik.slice(-1)}***`, 'correction', 'reject', 'Kuota penuh', today],
    ],
    'lines are numbered as the spreadsheet numbers them, and names are masked',
  )
  assert.deepEqual(lines[9]?.cells, rows[9])
  assert.equal(await entries(), before)
  assert.equal((await card(waiting)).status, 'approved')
})

test('PROPOSAL-25 what was matched is recorded person by person with its reason, and the same file again changes nothing', async () => {
  const [one, two, three] = [await sent(), await sent(), await sent()]
  const rows = [
    [one.nik, 'Diterima', '', '', ''],
    [two.nik, 'Ditolak', 'Sudah terdaftar', '', ''],
    [three.nik, 'DITOLAK', 'Pendapatan di atas UMK', '', ''],
  ]
  assert.deepEqual(told(await record(rows)), ['matched', 'matched', 'matched'])
  const cards = [await card(one.id), await card(two.id), await card(three.id)]
  assert.deepEqual(
    cards.map(({ status, why, words, answeredOn }) => [status, why, words, answeredOn]),
    [
      ['accepted', null, '', today],
      ['rejected', 'registered-already', '', today],
      ['rejected', 'other', 'Pendapatan di atas UMK', today],
    ],
  )
  const before = await entries()
  assert.deepEqual(await record(rows), [])
  assert.deepEqual(told((await look(csv(rows))).lines), ['answered', 'answered', 'answered'])
  // Sent past the look, as a program might: nothing either.
  const asked = { head: heads, day: today, rows: rows.map((cells, nth) => ({ line: nth + 2, cells })) }
  const again = await verifier.read(proposalAnswerRoutes.take, { body: asked })
  assert.deepEqual(told(again.lines), ['answered', 'answered', 'answered'])
  assert.equal(await entries(), before)
})

test('PROPOSAL-25 two who send the same file at once record each answer once', async () => {
  const all = [await sent(), await sent(), await sent(), await sent()]
  const rows = all.map(({ nik }) => [nik, 'diterima', '', '', ''])
  const before = await entries()
  await Promise.all([record(rows), record(rows, drafter), record(rows)])
  assert.equal(await entries(), before + 4)
  for (const { id } of all) assert.equal((await card(id)).status, 'accepted')
})

test('PROPOSAL-25 who answered meanwhile otherwise stays, and the line says so', async () => {
  const one = await sent()
  const { head, lines } = await look(csv([[one.nik, 'diterima', '', '', '']]))
  await does(drafter, 'reject', one.id, { ...proposalData.reject, answeredOn: today })
  const rows = lines.map(({ line, cells }) => ({ line, cells }))
  const taken = await verifier.read(proposalAnswerRoutes.take, { body: { head, day: today, rows } })
  assert.deepEqual(told(taken.lines), ['Usulan ini sudah berakhir dengan jawaban lain'])
  assert.equal((await card(one.id)).status, 'rejected')
})

test('PROPOSAL-25 sheets of Excel, other encodings, tabs and quotes are read alike', async () => {
  const one = await sent()
  const rows = [[one.nik, 'ditolak', 'Kuota penuh; anggaran "2026" habis', '', '']]
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(rows).slice(1), 'utf16le')])
  const files: readonly (readonly [name: string, file: Buffer | string])[] = [
    ['csv', csv(rows)],
    ['xlsx', writeSheet([heads, ...rows])],
    ['utf-16', wide],
    ['windows-1252', Buffer.from(csv(rows).slice(1), 'latin1')],
    ['tabs', [heads, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('"', '')).join('\t')).join('\n')],
    ['blank lines', `\n\n${csv(rows).slice(1)}\n\n`],
  ]
  for (const [name, file] of files) {
    const { lines, missing } = await look(file)
    assert.deepEqual([missing, told(lines)], [[], ['matched']], name)
    assert.equal(lines[0]?.reason, 'Alasan lain', name)
  }
})

test('PROPOSAL-25 what is no table, lacks a column, or is too large is answered as a whole', async () => {
  const refused = async (file: Buffer | string): Promise<string | undefined> =>
    (await verifier.ask(proposalAnswerRoutes.look, { body: { file: base64(file), day: today } })).body.code
  assert.equal(await refused(Buffer.from('%PDF-1.7\0\u0001')), 'no-table')
  assert.equal(await refused(Buffer.concat([Buffer.from('PK'), Buffer.alloc(400, 7)])), 'no-table')
  assert.equal(await refused(''), 'invalid')
  const long = `NIK;Jawaban\n${'3404074506800001;\n'.repeat(mostImportRows + 1)}`
  assert.equal(await refused(long), 'table-too-long')
  const heavy = `NIK;Jawaban\n${'x'.repeat(mostImportBytes)}`
  assert.ok(['file-too-large', 'payload-too-large'].includes((await refused(heavy)) ?? ''))
  const named = async (head: readonly string[]) => (await look(csv([], head))).missing
  assert.deepEqual(await named(['Nama', 'Alamat']), ['NIK atau id_usulan', 'Jawaban'])
  assert.deepEqual(await named(['NIK', 'Nama']), ['Jawaban'])
  const odd = { head: heads, day: today, rows: [{ line: 0, cells: [] }] }
  assert.equal((await verifier.ask(proposalAnswerRoutes.take, { body: odd })).body.code, 'invalid')
  const many = Array.from({ length: rowsAtOnce + 1 }, (_, nth) => ({ line: nth + 1, cells: ['x'] }))
  assert.equal((await verifier.ask(proposalAnswerRoutes.take, { body: { ...odd, rows: many } })).body.code, 'invalid')
  assert.equal(
    (await verifier.ask(proposalAnswerRoutes.look, { body: { file: 'AA==', day: '31-12-2026' } })).body.code,
    'invalid',
  )
})

test('PROPOSAL-25 PROPOSAL-16 another village knows nothing of them and records nothing, by number or by id', async () => {
  const one = await sent()
  const rows = [
    [one.nik, 'diterima', '', '', ''],
    ['', 'diterima', '', '', one.id],
  ]
  const { head, lines } = await look(csv(rows), neighbour)
  assert.deepEqual(told(lines), ['unknown', 'unknown'])
  assert.deepEqual(
    lines.map(({ name, proposal }) => [name, proposal]),
    [
      ['', null],
      ['', null],
    ],
  )
  const asked = { head, day: today, rows: lines.map(({ line, cells }) => ({ line, cells })) }
  assert.deepEqual(told((await neighbour.read(proposalAnswerRoutes.take, { body: asked })).lines), [
    'unknown',
    'unknown',
  ])
  assert.equal((await card(one.id)).status, 'exported')
})

test('PROPOSAL-25 PROPOSAL-4 whoever neither makes nor verifies proposals reads no file of answers', async () => {
  const planner = await house.staffAt(offices.secretariat, 'planner')
  const body = { file: base64(csv([])), day: today }
  const take = { head: heads, day: today, rows: [{ line: 2, cells: ['x'] }] }
  for (const who of [approver, planner]) {
    assert.deepEqual((await who.ask(proposalAnswerRoutes.look, { body })).status, 403)
    assert.deepEqual((await who.ask(proposalAnswerRoutes.take, { body: take })).status, 403)
  }
})

test('PROPOSAL-25 a person with two proposals is answered by id or kind, and is told apart until then', async () => {
  const one = await sent()
  const asked = [{ name: 'tanggal_meninggal', before: null, after: '2026-11-01' }]
  const { id: other } = await exported({ nik: one.nik, kind: 'death', asked, reason: 'died' })
  const several = 'Warga ini punya beberapa usulan; tambahkan kolom nomor usulan (id_usulan)'
  assert.deepEqual(told((await look(csv([[one.nik, 'diterima', '', '', '']]))).lines), [several])
  const byKind = csvOf([
    ['NIK', 'Jawaban', 'jenis_usulan'],
    [one.nik, 'diterima', 'death'],
  ])
  assert.equal((await look(byKind)).lines[0]?.proposal, other)
  const lines = await record([[one.nik, 'diterima', '', '', one.id]])
  assert.deepEqual(told(lines), ['matched'])
  assert.deepEqual([(await card(one.id)).status, (await card(other)).status], ['accepted', 'exported'])
})

test('PROPOSAL-25 PROPOSAL-9 the file that went out comes back with the answers beside it', async () => {
  const one = await approved({ nik: '3404074506877771', name: 'Pulang Satu' })
  const two = await approved({ nik: '3404074506877772', name: 'Pulang Dua' })
  const batch = randomUUID()
  await does(verifier, 'export', batch, { month: '2099-12', proposals: [one, two] })
  const body = { district, id: batch, form: 'csv', reason: 'Diserahkan' }
  const { content } = await verifier.read(proposalRoutes.table, { body })
  const [first = '', ...rest] = Buffer.from(content, 'base64').toString().trim().split('\r\n')
  const answers = new Map([
    [one, ';diterima;'],
    [two, ';ditolak;Kuota penuh'],
  ])
  const answered = rest.map((row) => `${row}${answers.get(row.slice(0, 36)) ?? ''}`)
  const { lines } = await look([`${first};jawaban;alasan_penolakan`, ...answered].join('\r\n'))
  const read = new Map(lines.map(({ proposal, answer, reason }) => [String(proposal), `${answer} ${reason}`]))
  assert.deepEqual([read.get(one), read.get(two)], ['accept ', 'reject Kuota penuh'])
  assert.deepEqual(told(lines.slice(2)), ['blank'], 'the mark of who took it is no answer')
})

test('PROPOSAL-25 PROPOSAL-19 citizens whose answers came in a file are told like others', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'fo')
  const kase = await aCaseBy(desk)
  const one = await sent({ case: kase.id })
  await record([[one.nik, 'ditolak', 'Kuota penuh', '', '']])
  await dispatchAll(noticePartsOf(house), Date.now())
  const notices = await house.owner(
    "select what from notice where case_id = $1 and what like 'proposal-%' order by mark",
    [kase.id],
  )
  assert.equal(notices.at(-1)?.['what'], 'proposal-rejected')
})

test('PROPOSAL-25 PROPOSAL-12 the ledger proves every answer that came in a file', async () => {
  assert.equal((await drafted()).length, 36)
  await assertVerified(house)
})
