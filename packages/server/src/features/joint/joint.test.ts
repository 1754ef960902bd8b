import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
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
const ministry = await openOffice(house, { name: 'Kementerian Sosial', kind: 'agency', level: 'nation', place: '00' })
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const lead = await house.staffAt(offices.secretariat, 'manager')
const hospital = await house.staffAt(offices.rsud, 'provider')
const directorate = await house.staffAt(ministry, 'provider', '34.04')
const planner = await house.staffAt(offices.dinsos, 'planner')
const outsider = await house.staffAt(offices.dinsos, 'provider')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')

const note = 'Dikerjakan bersama.'
const programme = {
  name: 'Lansia Sendirian',
  purpose: 'Lansia yang tinggal sendiri dikunjungi dan dirawat.',
  agreement: 'PKS/7/2026',
  agreedOn: '2026-01-05',
  validUntil: '2099-12-31',
}
const nik = '3404075203600092'

interface Programme {
  readonly id: string
  readonly partner: string
  readonly task: string
  readonly target: string
}

async function invite(joint: string, office: string, fields: readonly string[], kind = 'agency'): Promise<string> {
  const subject = randomUUID()
  await lead.does('joint.add-partner', { subject, data: { joint, kind, office, name: '', contact: 'Bu Rina', fields } })
  return subject
}

async function list(joint: string, own: object = {}): Promise<string> {
  const subject = randomUUID()
  const person = { case: null, village: sleman.caturtunggal, name: 'Karto Wiyono', nik, phone: '081234567890' }
  const data = { joint, ...person, address: 'Jalan Melati 3', need: 'Kursi roda', ...own }
  await lead.does('joint.list-target', { subject, data })
  return subject
}

/** A programme of the secretariat with the hospital, a task for it, and one target. */
async function begun(own: object = {}): Promise<Programme> {
  const id = randomUUID()
  const task = randomUUID()
  await lead.does('joint.start', { subject: id, data: { ...programme, ...own } })
  const partner = await invite(id, offices.rsud, ['name', 'need'])
  await lead.does('joint.add-task', {
    subject: task,
    data: { joint: id, partner, what: 'Periksa', dueOn: '2099-01-01' },
  })
  return { id, partner, task, target: await list(id) }
}

const card = (client: Client, id: string) => client.read(jointRoutes.card, { query: { district: '34.04', id } })
const targets = (client: Client, id: string, status = 'listed') =>
  client.read(jointRoutes.targets, { query: { district: '34.04', id, status } })
const reveal = (client: Client, id: string, target: string) =>
  client.ask(jointRoutes.reveal, { body: { district: '34.04', id, target, reason: 'Kunjungan pertama' } })
const refused = async (client: Client, kind: string, subject: string, data: object): Promise<string> =>
  String((await client.send(kind, { subject, data })).body['code'])

test('JOINT-8 a programme is shared: the partner does its task, reaches a target, and both see how far it is', async () => {
  const { id, partner, task, target } = await begun()
  const theirs = await card(hospital, id)
  assert.deepEqual([theirs.leads, theirs.runs, theirs.standing], [false, true, 'valid'])
  assert.deepEqual(
    theirs.tasks.map(({ acts }) => acts),
    [['begin-task', 'finish-task']],
  )
  await hospital.does('joint.begin-task', { subject: task, base: 1, data: { joint: id, note: '' } })
  await hospital.does('joint.finish-task', { subject: task, base: 2, data: { joint: id, note } })
  await hospital.does('joint.reach-target', { subject: target, data: { joint: id, partner: null, note } })
  const { progress, tasks } = await card(lead, id)
  assert.deepEqual([progress.targets, progress.reached, progress.tasks, progress.done], [1, 1, 1, 1])
  assert.deepEqual(
    progress.shares.find((share) => share.partner === partner),
    { partner, tasks: 1, done: 1, late: 0, reached: 1 },
  )
  assert.equal(tasks[0]?.note, note)
  const [line] = (await lead.read(jointRoutes.list)).items.filter((one) => one.id === id)
  assert.deepEqual([line?.leads, line?.partners, line?.targets, line?.reached, line?.done], [true, 1, 1, 1, 1])
  assert.equal((await targets(lead, id, 'reached')).items[0]?.partnerName, 'RSUD Sleman')
  const stale = await hospital.send('joint.finish-task', { subject: task, base: 1, data: { joint: id, note } })
  assert.equal(stale.body['code'], 'stale')
})

test('JOINT-9 a partner is told what the agreement names, masked in the list, whole for a reason; no more when it is over', async () => {
  const { id, partner, target } = await begun()
  assert.equal((await targets(hospital, id)).items[0]?.name, 'K*** W***')
  const known = await reveal(hospital, id, target)
  assert.deepEqual(
    [known.body['name'], known.body['need'], known.body['nik'], known.body['phone'], known.body['address']],
    ['Karto Wiyono', 'Kursi roda', null, null, null],
  )
  assert.equal((await reveal(lead, id, target)).body['nik'], nik)
  await lead.does('joint.change-partner', { subject: partner, data: { joint: id, contact: '', fields: [] } })
  assert.equal((await targets(hospital, id)).items[0]?.name, null)
  assert.equal((await reveal(hospital, id, target)).status, 403)
  await lead.does('joint.change-partner', { subject: partner, data: { joint: id, contact: '', fields: ['name'] } })
  await lead.does('joint.change', { subject: id, data: { ...programme, validUntil: '2026-02-01' } })
  assert.equal((await card(hospital, id)).standing, 'over')
  assert.deepEqual((await card(hospital, id)).fields, [])
  assert.equal((await reveal(hospital, id, target)).status, 403)
  const ending = (await lead.read(jointRoutes.list, { query: { show: 'ending' } })).items
  assert.ok(ending.some((one) => one.id === id))
})

test('JOINT-12 a look at a target is on record with its reason, at the case where it is one', async () => {
  const { id } = await begun()
  const { id: kase } = await aCaseBy(desk)
  const ofCase = await list(id, { case: kase, village: null, name: '', nik: null, phone: null, address: '' })
  assert.equal((await reveal(hospital, id, ofCase)).status, 200)
  const looks = await house.owner('select action, reason, office from access_log where subject = $1', [kase])
  assert.deepEqual(looks, [{ action: 'reveal', reason: 'Kunjungan pertama', office: offices.rsud }])
  assert.equal(
    (await hospital.ask(jointRoutes.reveal, { body: { district: '34.04', id, target: ofCase } })).status,
    400,
  )
})

test('JOINT-5 a target that is a case says of its person what the case says; the partner sees no case by it', async () => {
  const { id } = await begun()
  const { id: kase } = await aCaseBy(desk)
  const ofCase = await list(id, { case: kase, village: null, name: '', nik: null, phone: null, address: '' })
  const [name] = await house.owner<{ name: string; stored: Buffer | null }>(
    'select c.client_name as name, t.name as stored from cases c join joint_target t on t.case_id = c.id where c.id = $1',
    [kase],
  )
  assert.equal(name?.stored, null)
  assert.equal((await reveal(hospital, id, ofCase)).body['name'], name?.name)
  const seen = (client: Client) =>
    targets(client, id).then(({ items }) => items.find((one) => one.id === ofCase)?.caseId)
  assert.deepEqual([await seen(lead), await seen(hospital)], [kase, null])
  const open = await hospital.raw({ method: 'GET', path: `/api/cases/card?district=34.04&id=${kase}` })
  assert.equal(open.status, 404)
  await desk.does('case.restrict', { subject: kase, data: { restricted: 'violence', note } })
  assert.equal((await targets(hospital, id)).items.find((one) => one.id === ofCase)?.name, null)
  const { id: hidden } = await aCaseBy(desk)
  await desk.does('case.restrict', { subject: hidden, data: { restricted: 'violence', note } })
  const data = { joint: id, case: hidden, village: null, name: '', nik: null, phone: null, address: '', need: '' }
  assert.equal(await refused(lead, 'joint.list-target', randomUUID(), data), 'joint-restricted')
})

test('JOINT-6 the same case and the same NIK are listed once, also when two add them at once', async () => {
  const { id } = await begun()
  const person = { village: sleman.caturtunggal, name: 'Karto', nik, phone: null, address: '', need: '' }
  assert.equal(
    await refused(lead, 'joint.list-target', randomUUID(), { joint: id, case: null, ...person }),
    'joint-twice',
  )
  const { id: kase } = await aCaseBy(desk)
  const data = { joint: id, case: kase, village: null, name: '', nik: null, phone: null, address: '', need: '' }
  const both = await Promise.all([1, 2].map(() => lead.send('joint.list-target', { subject: randomUUID(), data })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
})

test('JOINT-11 who takes no part finds nothing: no list, no id, no command, no row', async () => {
  const { id, partner, task, target } = await begun()
  const before = await house.owner("select max(seq)::int as seq from ledger where district = '34.04'")
  for (const client of [outsider, elsewhere, planner, directorate]) {
    assert.ok((await client.read(jointRoutes.list)).items.every((one) => one.id !== id))
    for (const route of [jointRoutes.card, jointRoutes.targets])
      assert.equal((await client.ask(route, { query: { district: '34.04', id } })).status, 404)
    assert.equal((await reveal(client, id, target)).status, 404)
    const body = { district: '34.04', id, form: 'csv', reason: 'Ingin tahu' }
    assert.equal((await client.ask(jointRoutes.table, { body })).status, 404)
    for (const [kind, subject, data] of [
      ['joint.finish-task', task, { joint: id, note }],
      ['joint.reach-target', target, { joint: id, partner, note }],
      ['joint.begin-task', task, { joint: id, note }],
    ] as const) {
      const answer = await client.send(kind, { subject, district: '34.04', data })
      assert.equal(answer.body['code'], 'joint-unknown')
    }
  }
  assert.equal((await house.stranger().ask(jointRoutes.list)).status, 401)
  assert.equal((await desk.ask(jointRoutes.card, { query: { district: '34.04', id } })).status, 404)
  assert.deepEqual(await house.owner("select max(seq)::int as seq from ledger where district = '34.04'"), before)
})

test('JOINT-11 the database itself shows a programme to those who carry it, and its people to nobody else', async () => {
  const { id } = await begun()
  const { id: kase } = await aCaseBy(desk)
  await list(id, { case: kase, village: null, name: '', nik: null, phone: null, address: '' })
  const counts = (joint: string | undefined) =>
    inScope(house.parts.pools.api, joint ? { joint } : {}, async (client) => {
      const tables = ['joint_programme', 'joint_partner', 'joint_task', 'joint_target']
      const found = []
      for (const table of tables) {
        const column = table === 'joint_programme' ? 'id' : 'joint'
        found.push((await client.query(`select 1 from ${table} where ${column} = $1`, [id])).rowCount)
      }
      found.push((await client.query("select * from joint_people('34.04', $1)", [id])).rowCount)
      return found
    })
  assert.deepEqual(await counts(offices.rsud), [1, 1, 1, 2, 1])
  assert.deepEqual(await counts(offices.secretariat), [1, 1, 1, 2, 1])
  for (const office of [offices.dinsos, bantul, ministry, undefined])
    assert.deepEqual(await counts(office), [0, 0, 0, 0, 0])
})

test('JOINT-8 a partner does not lead: it changes no programme, invites nobody, lists nobody, moves no other’s task', async () => {
  const { id, partner, task, target } = await begun()
  const own = { joint: id, note }
  const attacks: readonly (readonly [string, string, object])[] = [
    ['joint.change', id, programme],
    ['joint.end', id, { note }],
    ['joint.change-partner', partner, { joint: id, contact: '', fields: ['nik'] }],
    ['joint.end-partner', partner, own],
    ['joint.drop-task', task, own],
    ['joint.drop-target', target, own],
  ]
  for (const [kind, subject, data] of attacks)
    assert.equal(await refused(hospital, kind, subject, data), 'not-permitted')
  // Who leads elsewhere holds the right, and still is no lead here.
  await invite(id, offices.caturtunggal, ['name'], 'village')
  for (const [kind, subject, data] of attacks) assert.equal(await refused(desk, kind, subject, data), 'joint-not-lead')
  assert.equal(await refused(desk, 'joint.finish-task', task, own), 'joint-not-partner')
  const other = await begun()
  assert.equal(await refused(hospital, 'joint.finish-task', task, { joint: other.id, note }), 'joint-part-unknown')
})

test('JOINT-3 a partner that left sees nothing more; one of the nation takes part in a district’s programme', async () => {
  const { id, partner } = await begun()
  await invite(id, ministry, ['name'], 'ministry')
  assert.equal((await card(directorate, id)).partners.find(({ own }) => own)?.kind, 'ministry')
  await lead.does('joint.end-partner', { subject: partner, data: { joint: id, note } })
  assert.equal((await hospital.ask(jointRoutes.card, { query: { district: '34.04', id } })).status, 404)
  assert.equal((await card(lead, id)).partners.find((one) => one.id === partner)?.left, true)
  const found = await lead.read(jointRoutes.offices, { query: { q: 'kementerian sos' } })
  assert.deepEqual(
    found.items.map(({ id: office }) => office),
    [ministry],
  )
  assert.deepEqual((await lead.read(jointRoutes.offices, { query: { q: 'bantul' } })).items, [])
})

test('JOINT-14 the list is taken as CSV and as a workbook, with the columns that the agreement opens, on record', async () => {
  const { id } = await begun()
  await list(id, { name: '=1+1', nik: null, need: 'Obat & gizi <rutin>' })
  const take = async (client: Client, form: string) => {
    const file = await client.read(jointRoutes.table, {
      body: { district: '34.04', id, form, reason: 'Rapat mitra' },
    })
    return { ...file, bytes: Buffer.from(file.content, 'base64') }
  }
  const csv = await take(lead, 'csv')
  assert.equal(csv.name, 'lansia-sendirian.csv')
  const lines = csv.bytes.toString().trim().split('\r\n')
  assert.match(lines[0] ?? '', /Desa\/kelurahan;Nama;Alamat;Telepon;NIK;Kebutuhan;Keadaan;Dicapai oleh/)
  assert.ok(lines.some((line) => line.includes("'=1+1")))
  const book = await take(hospital, 'xlsx')
  const rows = await readTable(book.bytes, { bytes: 1_000_000, rows: 100, cells: 20, inCell: 500 })
  assert.ok(rows.ok)
  assert.deepEqual(rows.value[0]?.cells, ['Desa/kelurahan', 'Nama', 'Kebutuhan', 'Keadaan', 'Dicapai oleh'])
  assert.ok(rows.value.some(({ cells }) => cells[2] === 'Obat & gizi <rutin>'))
  const looks = await house.owner("select office from access_log where subject = $1 and action = 'export'", [id])
  assert.deepEqual(looks, [{ office: offices.secretariat }, { office: offices.rsud }])
})

test('JOINT-13 whoever is taken off the list is named by it no more', async () => {
  const { id, target } = await begun()
  await lead.does('joint.drop-target', { subject: target, data: { joint: id, note: 'Sudah pindah.' } })
  const [row] = await house.owner('select name, nik, nik_index, phone, address, need from joint_target where id = $1', [
    target,
  ])
  assert.deepEqual(row, { name: null, nik: null, nik_index: null, phone: null, address: null, need: null })
  await list(id)
})

test('JOINT-7 an ended programme stands where it was, and takes nothing more', async () => {
  const { id, task } = await begun()
  await lead.does('joint.end', { subject: id, data: { note } })
  assert.equal(await refused(hospital, 'joint.begin-task', task, { joint: id, note }), 'joint-over')
  assert.deepEqual((await card(hospital, id)).tasks[0]?.acts, [])
  const ended = (await lead.read(jointRoutes.list, { query: { show: 'ended' } })).items
  assert.ok(ended.some((one) => one.id === id))
})

test('JOINT-1 a programme stands in the ledger of its lead’s place, and in no other', async () => {
  const wrong = await lead.send('joint.start', { subject: randomUUID(), district: '34.02', data: programme })
  assert.equal(wrong.body['code'], 'wrong-district')
  const days = await lead.send('joint.start', { subject: randomUUID(), data: { ...programme, agreement: '' } })
  assert.equal(days.body['code'], 'joint-days')
  const id = randomUUID()
  await planner.does('joint.start', { subject: id, data: programme })
  assert.deepEqual((await card(planner, id)).fields, [])
})

test('JOINT-15 programmes are proven by the ledger, and written anew from it', async () => {
  await assertVerified(house)
  const rows = () =>
    house.owner(
      'select id, name, offices, status, version from joint_programme union all select id, what, array[partner::text], status, version from joint_task order by 1',
    )
  const before = await rows()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await rows(), before)
  await assertVerified(house)
})
