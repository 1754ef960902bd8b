import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { inScope } from '../../platform/db/scope.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const colleague = await house.staffAt(offices.secretariat, 'manager')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')

const words = {
  kind: 'community-worker',
  place: sleman.caturtunggal,
  serves: [sleman.caturtunggal],
  name: 'Sri Wahyuni',
  nik: '3404075203800002',
  phone: '081300002222',
  email: null,
  address: 'Jl. Melati 3',
  fields: { education: 'SMA' },
}
const at = (id: string) => ({ query: { district: '34.04', id } })
const card = (client: Client, id: string) => client.read(psksRoutes.one, at(id))
const codeOf = async (client: Client, kind: string, subject: string, data: object): Promise<string> =>
  String((await client.send(kind, { subject, data })).body['code'])

async function registered(by: Client, own: object = {}): Promise<string> {
  const subject = randomUUID()
  await by.does('psks.register', { subject, data: { ...words, nik: null, ...own } })
  return subject
}
async function verified(by: Client, own: object = {}): Promise<string> {
  const id = await registered(by, own)
  await colleague.does('psks.verify', { subject: id, data: {} })
  return id
}

test('PSKS-3 the village registers, the district verifies, and what is changed is verified anew', async () => {
  const id = await registered(operator, { nik: words.nik })
  assert.equal(await codeOf(operator, 'psks.verify', id, {}), 'psks-district')
  await manager.does('psks.send-back', { subject: id, data: { note: 'Lengkapi pendidikan.' } })
  assert.equal((await card(operator, id)).note, 'Lengkapi pendidikan.')
  await operator.does('psks.change', { subject: id, data: words })
  await manager.does('psks.verify', { subject: id, data: {} })
  const shown = await card(operator, id)
  assert.deepEqual(
    [shown.status, shown.nik, shown.phone, shown.fields, shown.note, shown.due],
    ['verified', '3404**********02', '081300002222', { education: 'SMA' }, null, false],
  )
  assert.ok(shown.dueOn && shown.dueOn > shown.today)
  assert.equal(await codeOf(manager, 'psks.verify', await registered(manager), {}), 'psks-own')
})

test('PSKS-5 a month is reported once, and accepted by somebody else', async () => {
  const id = await verified(operator, { name: 'Pelapor' })
  const report = randomUUID()
  const said = { report, month: '2026-01', activities: 'Mendampingi lansia.', days: 10, people: 7 }
  await operator.does('psks.report', { subject: id, data: said })
  assert.equal(await codeOf(operator, 'psks.report', id, { ...said, report: randomUUID() }), 'psks-report')
  assert.equal(await codeOf(operator, 'psks.accept-report', id, { report }), 'psks-own')
  await manager.does('psks.return-report', { subject: id, data: { report, note: 'Sebutkan desanya.' } })
  await operator.does('psks.report', { subject: id, data: { ...said, people: 8 } })
  await manager.does('psks.accept-report', { subject: id, data: { report } })
  const { reports } = await card(operator, id)
  assert.deepEqual(
    reports.map(({ month, people, status, acts }) => [month, people, status, acts]),
    [['2026-01', 8, 'accepted', []]],
  )
})

test('PSKS-7 it is posted to a case, a visit or a village, and is let go again', async () => {
  const id = await verified(operator, { name: 'Petugas' })
  const { id: kase } = await aCaseBy(fo)
  const posting = randomUUID()
  const asks = {
    posting,
    case: kase,
    visit: null,
    village: null,
    task: 'Dampingi ke RS',
    from: '2026-01-01',
    until: null,
  }
  assert.equal(await codeOf(operator, 'psks.post', id, { ...asks, target: 'case', case: randomUUID() }), 'psks-posting')
  const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  await coordinator.does('psks.post', { subject: id, data: { ...asks, target: 'case' } })
  const { items } = await coordinator.read(psksRoutes.ofCase, at(kase))
  assert.deepEqual(
    items.map(({ name, task, ended }) => [name, task, ended]),
    [['Petugas', 'Dampingi ke RS', false]],
  )
  await coordinator.does('psks.end-posting', { subject: id, data: { posting, note: 'Sudah dirawat.' } })
  const event = { event: randomUUID(), what: 'training', title: 'Dasar', onDay: '2026-01-02', hours: 8, result: '' }
  await operator.does('psks.add-event', { subject: id, data: event })
  const shown = await card(coordinator, id)
  assert.deepEqual(
    shown.postings.map(({ target, case: of, endedOn, result }) => [target, of?.opens, endedOn !== null, result]),
    [['case', true, true, 'Sudah dirawat.']],
  )
  assert.deepEqual(
    shown.events.map(({ title, hours }) => [title, hours]),
    [['Dasar', 8]],
  )
})

test('PSKS-10 it is found where it sits and where it serves, by nobody else; and a guest changes nothing', async () => {
  const far = await verified(manager, {
    name: 'Yayasan Kasih',
    kind: 'institution',
    place: '34.04',
    serves: [sleman.depok],
    fields: {},
  })
  const own = await verified(operator, { name: 'Hanya Sini' })
  const seen = async (client: Client) => {
    const { items } = await client.read(psksRoutes.list, { query: { show: 'verified' } })
    return [far, own].map((id) => items.some((line) => line.id === id))
  }
  assert.deepEqual(await seen(operator), [true, true])
  assert.deepEqual(await seen(fo), [true, true])
  assert.deepEqual(await seen(neighbour), [true, false])
  assert.deepEqual(await seen(elsewhere), [false, false])
  assert.equal((await elsewhere.ask(psksRoutes.one, at(far))).status, 404)
  assert.equal((await neighbour.ask(psksRoutes.one, at(own))).status, 404)
  assert.equal(await codeOf(neighbour, 'psks.end', far, { note: 'Tutup.' }), 'wrong-place')
  assert.deepEqual((await card(fo, own)).acts, [])
  assert.deepEqual((await card(neighbour, far)).acts, ['post', 'end-posting'])
  const count = async (scope: object): Promise<number> =>
    inScope(house.parts.pools.api, scope, async (client) => {
      const { rows } = await client.query<{ n: number }>('select count(*)::int as n from psks where id = any($1)', [
        [far, own],
      ])
      return rows[0]?.n ?? -1
    })
  assert.equal(await count({}), 0)
  assert.equal(await count({ registryFrom: '34.02', registryTo: '34.02/' }), 0)
  assert.equal(await count({ registryFrom: sleman.maguwoharjo, registryTo: `${sleman.maguwoharjo}/` }), 1)
  assert.equal(await count({ registryFrom: '34.04', registryTo: '34.04/' }), 2)
})

test('PSKS-10 the list is filtered by kind, place and name; PSKS-6 and by what is due', async () => {
  const id = await verified(operator, { name: 'Moh. Djoko', kind: 'disaster-volunteer', fields: {} })
  const list = async (query: Record<string, string>) =>
    (await manager.read(psksRoutes.list, { query })).items.map((line) => line.id)
  assert.deepEqual(await list({ kind: 'disaster-volunteer', place: sleman.caturtunggal, q: 'muhammad joko' }), [id])
  assert.deepEqual(await list({ kind: 'disaster-volunteer', place: sleman.maguwoharjo }), [])
  assert.deepEqual(await list({ show: 'due', kind: 'disaster-volunteer' }), [])
  await house.owner('update psks set checked_on = checked_on - 366 where id = $1', [id])
  assert.deepEqual(await list({ show: 'due', kind: 'disaster-volunteer' }), [id])
  await operator.does('psks.renew', { subject: id, data: {} })
  assert.deepEqual(await list({ show: 'due', kind: 'disaster-volunteer' }), [])
})

test('PSKS-8 every village stands in the coverage, those that nobody serves too', async () => {
  await verified(manager, {
    name: 'Tagana Godean',
    kind: 'disaster-volunteer',
    place: '34.04',
    serves: ['34.04.02'],
    fields: {},
  })
  const cover = await fo.read(psksRoutes.coverage)
  assert.deepEqual(
    cover.groups.map(({ villages }) => villages.map(({ code }) => code)),
    [[sleman.caturtunggal]],
  )
  const all = await manager.read(psksRoutes.coverage)
  const villages = all.groups.flatMap((group) => group.villages)
  const of = (code: string) => villages.find((village) => village.code === code)?.total
  assert.equal(villages.length, 86)
  assert.ok((of(sleman.caturtunggal) ?? 0) > 0)
  assert.equal(of(sleman.sinduadi), 0)
  assert.ok(all.groups.find(({ code }) => code === '34.04.02')?.villages.every(({ total }) => total > 0))
  assert.equal((await fo.ask(psksRoutes.coverage, { query: { place: '34.04' } })).status, 404)
})

const file = (rows: readonly string[]): string => Buffer.from(rows.join('\n')).toString('base64')

test('PSKS-9 a file is looked at, its wrong lines say why, and sent twice it changes nothing', async () => {
  const lines = [
    'Jenis PSKS;Nama;NIK;Telepon;Desa;Wilayah layanan;Pendidikan terakhir;Jumlah anggota;Sepatu',
    'PSM;Budi Santoso;3404070101800009;081311112222;Caturtunggal;;SMA;;42',
    'Karang Taruna;Tunas Muda;;;Maguwoharjo;34.04.07.2001; ;40;',
    'Karang Taruna;Tunas Tua;;;Maguwoharjo;;;empat puluh;',
    'PSM;Ani;3,40407E+15;;Caturtunggal;;;;',
    'Ojek;Joko;;;Caturtunggal;;;;',
    'PSM;Nur;;;Atlantis;;;;',
    'PSM;Budi Santoso;3404070101800009;;Caturtunggal;;;;',
  ]
  const plan = await manager.read(psksRoutes.plan, { body: { file: file(lines) } })
  assert.deepEqual(plan.unknown, ['Sepatu'])
  assert.deepEqual(
    plan.lines.map(({ line, what, problem }) => [line, what, problem?.column ?? null]),
    [
      [2, 'new', null],
      [3, 'new', null],
      [4, 'wrong', 'Jumlah anggota'],
      [5, 'wrong', 'NIK'],
      [6, 'wrong', 'Jenis PSKS'],
      [7, 'wrong', 'kode wilayah'],
      [8, 'wrong', 'Nama'],
    ],
  )
  assert.ok(plan.lines.every(({ what, problem }) => (what === 'wrong') === (problem !== null && problem.text !== '')))
  const body = { head: plan.head, rows: plan.lines.map(({ line, cells }) => ({ line, cells })) }
  const taken = await manager.read(psksRoutes.take, { body })
  assert.equal(taken.lines.filter(({ what }) => what === 'new').length, 2)
  const again = await manager.read(psksRoutes.plan, { body: { file: file(lines) } })
  assert.deepEqual(
    again.lines.slice(0, 2).map(({ what }) => what),
    ['same', 'same'],
  )
  const { items } = await manager.read(psksRoutes.list, { query: { kind: 'youth' } })
  assert.deepEqual(
    items.map(({ name, serves, status }) => [name, serves, status]),
    [['Tunas Muda', ['Caturtunggal'], 'registered']],
  )
  const bad = await manager.read(psksRoutes.plan, { body: { file: file(['Nama;Nama', 'a;b']) } })
  assert.deepEqual([bad.missing, bad.twice], [['jenis psks', 'kode wilayah'], ['nama']])
})

test('PSKS-9 the table that is taken out can be sent in, on record, with NIK only for those who may export', async () => {
  const reason = 'Pembaruan tahunan'
  const taken = await manager.read(psksRoutes.table, { body: { form: 'csv', reason } })
  const limits = { bytes: 1e6, rows: 1000, cells: 60, inCell: 2000 }
  const table = await readTable(Buffer.from(taken.content, 'base64'), limits)
  assert.ok(table.ok)
  const [head, ...rows] = table.value
  assert.ok(head && rows.length > 5)
  const plan = await manager.read(psksRoutes.plan, { body: { file: taken.content } })
  assert.ok(plan.lines.every(({ what }) => what === 'same' || what === 'wrong'))
  const logged = await house.owner('select 1 from access_log where reason = $1', [reason])
  assert.equal(logged.length, 1)
  const plain = await operator.read(psksRoutes.table, { body: { form: 'xlsx', reason } })
  const sheet = await readTable(Buffer.from(plain.content, 'base64'), limits)
  assert.ok(sheet.ok)
  const nik = sheet.value[0]?.cells.findIndex((cell) => cell === 'nik') ?? -1
  assert.ok(nik >= 0 && sheet.value.slice(1).every(({ cells }) => (cells[nik] ?? '') === ''))
  const { rows: example } = await operator.read(psksRoutes.template)
  assert.deepEqual([example.length, example[0]?.slice(0, 3)], [2, ['jenis psks', 'nama', 'nik']])
})

/** A right word for each kind of field. */
const words4: Readonly<Record<string, string>> = {
  text: 'Ada',
  count: '12',
  day: '2019-01-31',
  'yes-no': 'yes',
  sex: 'P',
}

test('PSKS-4, PSKS-9 every kind is registered with all of its fields, taken out as both files, and sent in unchanged', async () => {
  const { kinds } = await manager.read(psksRoutes.choices)
  assert.equal(kinds.length, 12)
  for (const { code, who, fields } of kinds) {
    const said = Object.fromEntries(fields.map((field) => [field.code, words4[field.kind] ?? '']))
    const own = { kind: code, name: `Lengkap ${code}`, place: '34.04', serves: [sleman.depok], fields: said }
    const shown = await card(manager, await registered(manager, { ...own, email: `${code}@contoh.go.id` }))
    assert.deepEqual([shown.who, shown.fields, shown.asks], [who, said, fields], code)
  }
  for (const form of ['csv', 'xlsx'] as const) {
    const { content } = await manager.read(psksRoutes.table, { body: { form, reason: 'Pembaruan tahunan' } })
    const { lines, missing, unknown, twice } = await manager.read(psksRoutes.plan, { body: { file: content } })
    assert.deepEqual([missing, twice], [[], []])
    assert.deepEqual(unknown, ['Keadaan'], 'how they stand is told, and not read')
    const own = lines.filter(({ name }) => name.startsWith('Lengkap '))
    assert.deepEqual([own.length, new Set(own.map(({ what }) => what))], [12, new Set(['same'])], form)
  }
})

test('PSKS-4 a field of another kind, or one that says what it can not, is refused through the door', async () => {
  const refused = (own: object) => codeOf(manager, 'psks.register', randomUUID(), { ...words, nik: null, ...own })
  assert.equal(await refused({ fields: { members: '4' } }), 'psks-field')
  assert.equal(await refused({ kind: 'youth', fields: { members: 'empat' } }), 'psks-field')
  assert.equal(await refused({ kind: 'business', fields: { 'csr-forum': 'ya' } }), 'psks-field')
  assert.equal(await refused({ kind: 'ojek', fields: {} }), 'psks-kind')
  assert.equal(await refused({ name: 'AB' }), 'psks-name')
  assert.equal(await refused({ place: '34.04.07.2999', serves: ['34.04.07.2999'] }), 'wrong-place')
  assert.equal(await refused({ serves: ['34.04.99'] }), 'psks-serves')
  assert.equal(await refused({ place: '34.02', serves: ['34.02'] }), 'wrong-district')
})

test('PSKS-9 a file of another district, or of the next village, changes nothing here', async () => {
  const own = await registered(operator, { name: 'Milik Caturtunggal' })
  const rows = ['Jenis PSKS;Nama;Kode wilayah', `PSM;Milik Caturtunggal;${sleman.caturtunggal}`]
  for (const client of [neighbour, elsewhere]) {
    const plan = await client.read(psksRoutes.plan, { body: { file: file(rows) } })
    assert.deepEqual(
      plan.lines.map(({ what, problem }) => [what, problem !== null]),
      [['wrong', true]],
    )
    const body = { head: plan.head, rows: plan.lines.map(({ line, cells }) => ({ line, cells })) }
    const taken = await client.read(psksRoutes.take, { body })
    assert.deepEqual(
      taken.lines.map(({ what }) => what),
      ['wrong'],
    )
  }
  assert.equal((await card(operator, own)).version, 1)
  assert.equal((await fo.ask(psksRoutes.plan, { body: { file: file(rows) } })).status, 403)
  assert.equal((await fo.ask(psksRoutes.table, { body: { form: 'csv', reason: 'Ingin tahu' } })).status, 403)
})

test('PSKS-9 what is changed by a file is verified anew, and a line without a kind is no line', async () => {
  const id = await verified(operator, { name: 'Diubah Berkas', phone: '081300001111' })
  const rows = [
    'Jenis PSKS;Nama;Kode wilayah;Telepon',
    `PSM;Diubah Berkas;${sleman.caturtunggal};081399990000`,
    `;Tanpa Jenis;${sleman.caturtunggal};`,
  ]
  const plan = await manager.read(psksRoutes.plan, { body: { file: file(rows) } })
  assert.deepEqual(
    plan.lines.map(({ what, changes, problem }) => [what, changes, problem?.column ?? null]),
    [
      ['change', [{ column: 'Telepon', from: '081300001111', to: '081399990000' }], null],
      ['wrong', [], 'Jenis PSKS'],
    ],
  )
  const body = { head: plan.head, rows: plan.lines.map(({ line, cells }) => ({ line, cells })) }
  await manager.read(psksRoutes.take, { body })
  const shown = await card(operator, id)
  assert.deepEqual([shown.status, shown.phone, shown.verifiedBy], ['registered', '081399990000', null])
})

test('PSKS-9 one file that two send at once, or one sends twice, makes each PSKS once', async () => {
  const rows = [
    'Jenis PSKS;Nama;Kode wilayah',
    ...Array.from({ length: 6 }, (_, n) => `PSM;Bersamaan ${n};${sleman.caturtunggal}`),
  ]
  const plan = await manager.read(psksRoutes.plan, { body: { file: file(rows) } })
  const body = { head: plan.head, rows: plan.lines.map(({ line, cells }) => ({ line, cells })) }
  await Promise.all([manager, colleague, manager, operator].map((by) => by.ask(psksRoutes.take, { body })))
  const made = await house.owner("select name from psks where name like 'Bersamaan%' order by name")
  assert.deepEqual(
    made.map(({ name }) => name),
    Array.from({ length: 6 }, (_, n) => `Bersamaan ${n}`),
  )
  const again = await manager.read(psksRoutes.plan, { body: { file: file(rows) } })
  assert.ok(again.lines.every(({ what }) => what === 'same'))
})

test('PSKS-11 everybody who helps is proven by the ledger and written anew from it', async () => {
  const rows = () =>
    house.owner(
      'select id, version, status from psks union all select id, version, status from psks_report union all select id, version, target from psks_posting union all select id, version, what from psks_event order by 1',
    )
  const before = await rows()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await rows(), before)
  await assertVerified(house)
})
