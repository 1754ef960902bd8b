import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { jointFields } from '@openslrt/core/joint/joint.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const lead = await house.staffAt(offices.secretariat, 'manager')
const hospital = await house.staffAt(offices.rsud, 'provider')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const other = await house.staffAt(offices.maguwoharjo, 'coordinator')

const note = 'Dikerjakan bersama.'
const programme = {
  name: 'Sembako Lansia',
  purpose: 'Lansia miskin diberi makan setiap hari.',
  agreement: 'PKS/11/2026',
  agreedOn: '2026-01-05',
  validUntil: '2099-12-31',
}
// Words and numbers that stand nowhere else in this database.
const ponirah = {
  case: null,
  village: sleman.caturtunggal,
  name: 'Ponirah Sutejo',
  nik: '3404075203600091',
  phone: '081234560091',
  address: 'Gang Kenanga 7',
  need: 'Kursi roda ganda',
}
const ofNobody = { case: null, village: null, name: '', nik: null, phone: null, address: '' }

async function invite(joint: string, fields: readonly string[], office: string | null = offices.rsud): Promise<string> {
  const subject = randomUUID()
  const data = { joint, kind: 'agency', office, name: office ? '' : 'Yayasan Kasih', contact: '', fields }
  await lead.does('joint.add-partner', { subject, data })
  return subject
}
async function begun(fields: readonly string[] = ['name', 'need'], by = lead) {
  const id = randomUUID()
  await by.does('joint.start', { subject: id, data: programme })
  return { id, partner: by === lead ? await invite(id, fields) : '' }
}
async function list(joint: string, own: object = {}, by = lead): Promise<string> {
  const subject = randomUUID()
  await by.does('joint.list-target', { subject, data: { joint, ...ponirah, ...own } })
  return subject
}
const tryList = (joint: string, own: object, by = lead) =>
  by.send('joint.list-target', { subject: randomUUID(), data: { joint, ...ofNobody, need: '', ...own } })
const reveal = (client: Client, id: string, target: string, reason = 'Kunjungan pertama') =>
  client.ask(jointRoutes.reveal, { body: { district: '34.04', id, target, reason } })
const known = ({ body }: Answer) => [...jointFields, 'result'].filter((field) => typeof body[field] === 'string')
const lineOf = async (client: Client, id: string, target: string, status = 'listed') =>
  (await client.read(jointRoutes.targets, { query: { district: '34.04', id, status } })).items.find(
    (one) => one.id === target,
  )
const looksAt = (subject: string) =>
  house.owner('select action, reason, office, actor from access_log where subject = $1 order by at', [subject])
const take = async (client: Client, id: string, form: string) => {
  const body = { district: '34.04', id, form, reason: 'Rapat mitra' }
  const file = await client.read(jointRoutes.table, { body })
  return { name: file.name, bytes: Buffer.from(file.content, 'base64') }
}
const bounds = { bytes: 1_000_000, rows: 100, cells: 20, inCell: 500 }
const codeOf = ({ status, body }: Pick<Answer, 'status' | 'body'>) => [status, body.code]

test('JOINT-9 of a person a partner is told exactly the fields of its agreement, in list, look and file alike', async () => {
  const { id, partner } = await begun([])
  const target = await list(id)
  const heads = { address: 'Alamat', phone: 'Telepon', nik: 'NIK', need: 'Kebutuhan', name: 'Nama' } as const
  for (const fields of [
    [],
    ...jointFields.map((field) => [field]),
    ['nik', 'phone'],
    ['need', 'need'],
    [...jointFields].toReversed(),
  ] as const) {
    await lead.does('joint.change-partner', { subject: partner, data: { joint: id, contact: '', fields } })
    const shown = jointFields.filter((field) => fields.some((one) => one === field))
    const answer = await reveal(hospital, id, target)
    if (shown.length === 0) assert.deepEqual(codeOf(answer), [403, 'joint-not-partner'])
    else assert.deepEqual(known(answer), shown)
    for (const field of shown) assert.equal(answer.body[field], ponirah[field])
    assert.equal((await lineOf(hospital, id, target))?.name, shown.includes('name') ? 'P*** S***' : null)
    const [head, row] = (await take(hospital, id, 'csv')).bytes.toString().trim().split('\r\n')
    const inFile = Object.entries(heads).filter(([, word]) => head?.split(';').includes(word))
    assert.deepEqual(inFile.map(([field]) => field).toSorted(), [...shown].toSorted())
    for (const field of jointFields) assert.equal(row?.includes(ponirah[field]), shown.includes(field), field)
  }
})

test('JOINT-9 whoever reads no case is told no name, at the partner as at the lead', async () => {
  const { id } = await begun([...jointFields])
  const target = await list(id)
  await invite(id, [...jointFields], offices.dinsos)
  for (const role of ['planner', 'partner']) {
    const reader = await house.staffAt(offices.dinsos, role)
    const line = await lineOf(reader, id, target)
    assert.deepEqual([line?.name, line?.placeName], [null, 'Caturtunggal'], role)
    assert.deepEqual(codeOf(await reveal(reader, id, target)), [403, 'joint-not-partner'], role)
    const text = (await take(reader, id, 'csv')).bytes.toString()
    for (const word of [ponirah.name, ponirah.nik, ponirah.need]) assert.equal(text.includes(word), false, role)
  }
  assert.deepEqual(await looksAt(target), [], 'a look that was refused is none')
  assert.deepEqual(await looksAt(id), [], 'nor is a file that names nobody')
})

test('JOINT-12 each look needs its own reason and stands on record with who looked; one without a reason is none', async () => {
  const { id } = await begun()
  const target = await list(id)
  for (const reason of ['', '    ', 'lihat', 'x'.repeat(201)].filter((one) => one.trim().length !== 5))
    assert.equal((await reveal(hospital, id, target, reason)).status, 400, reason.slice(0, 9))
  for (const reason of ['Kunjungan pertama', 'Kunjungan kedua']) await reveal(hospital, id, target, reason)
  assert.deepEqual(
    await looksAt(target),
    ['Kunjungan pertama', 'Kunjungan kedua'].map((reason) => ({
      action: 'reveal',
      reason,
      office: offices.rsud,
      actor: `staff:${hospital.staff}`,
    })),
  )
  const elsewhere = await begun()
  assert.deepEqual(codeOf(await reveal(hospital, elsewhere.id, target)), [422, 'joint-part-unknown'])
  assert.deepEqual(codeOf(await reveal(hospital, id, randomUUID())), [422, 'joint-part-unknown'])
  assert.equal((await looksAt(target)).length, 2)
})

test('JOINT-5 a target is a case that its lead sees whole, or a name with a village: nothing between, nothing beyond', async () => {
  const { id } = await begun()
  const { id: kase } = await aCaseBy(desk)
  const neighbour = await house.staffAt(bantul, 'manager', '34.02')
  const { id: far } = await aCaseBy(
    neighbour,
    { place: '34.02.01.2001' as RegisterData['place'] },
    { district: '34.02' },
  )
  const { id: own } = await begun([], other)
  const refused: readonly (readonly [by: Client, joint: string, said: object, code: string])[] = [
    [lead, id, {}, 'joint-target'],
    [lead, id, { village: sleman.caturtunggal }, 'joint-target'],
    [lead, id, { name: 'Paijo' }, 'joint-target'],
    [lead, id, { case: randomUUID() }, 'joint-target'],
    [lead, id, { case: far }, 'joint-target'],
    [other, own, { case: kase }, 'joint-target'],
    [other, own, { village: sleman.caturtunggal, name: 'Paijo' }, 'village-elsewhere'],
    [lead, id, { village: '34.02.01.2001', name: 'Paijo' }, 'village-elsewhere'],
    [lead, id, { village: '34.04.07.2999', name: 'Paijo' }, 'village-elsewhere'],
  ]
  for (const [by, joint, said, code] of refused)
    assert.equal((await tryList(joint, said, by)).body.code, code, JSON.stringify(said))
  // Whatever else is said of a case is not kept: it is the case that speaks.
  const target = await list(id, { case: kase, village: '34.02.01.2001', name: 'Bukan Dia' })
  const [row] = await house.owner<Record<string, unknown>>('select * from joint_target where id = $1', [target])
  assert.deepEqual(
    [row?.['place'], row?.['name'], row?.['nik'], row?.['phone'], row?.['address']],
    [sleman.caturtunggal, null, null, null, null],
  )
  assert.equal((await reveal(lead, id, target)).body['name'], registration().client.name)
})

test('JOINT-5 what a case says of its person is read there: a name that was corrected is the name on the list', async () => {
  const { id } = await begun()
  const { id: kase } = await aCaseBy(desk, { client: { ...registration().client, name: 'Sutinah Lama', phone: null } })
  const target = await list(id, { ...ofNobody, case: kase })
  assert.equal((await lineOf(hospital, id, target))?.name, 'S*** L***')
  assert.equal((await reveal(lead, id, target)).body['phone'], null)
  const plain = await begun()
  const hidden = await aCaseBy(desk, {
    reporter: { name: '', phone: null, relation: 'self', anonymous: true },
  })
  const nameless = await list(plain.id, { ...ofNobody, case: hidden.id })
  assert.equal((await lineOf(hospital, plain.id, nameless))?.name, null, 'who hid themselves is hidden here too')
  assert.deepEqual(known(await reveal(lead, plain.id, nameless)), ['need'])
})

test('JOINT-6 a person is on a list once: as a case and by their NIK too, whichever came first', async () => {
  const nik = '3404075203600093'
  const aCaseOf = async () => (await aCaseBy(desk, { client: { ...registration().client, nik } })).id
  const [kase, second] = [await aCaseOf(), await aCaseOf()]
  const named = { village: sleman.caturtunggal, name: 'Sumarni', nik }
  const first = await begun()
  await list(first.id, { ...ofNobody, case: kase })
  assert.deepEqual(codeOf(await tryList(first.id, named)), [409, 'joint-twice'])
  assert.deepEqual(codeOf(await tryList(first.id, { case: second })), [409, 'joint-twice'], 'another case of hers')
  const next = await begun()
  const target = await list(next.id, { ...ofNobody, ...named })
  assert.deepEqual(codeOf(await tryList(next.id, { case: kase })), [409, 'joint-twice'])
  await lead.does('joint.drop-target', { subject: target, data: { joint: next.id, note } })
  assert.equal((await tryList(next.id, { case: kase })).status, 200, 'who was taken off may come again')
})

test('JOINT-6 of two who list one NIK at once one is heard; people without a NIK may share a name', async () => {
  const { id } = await begun()
  const said = { village: sleman.caturtunggal, name: 'Karsinem', nik: '3404075203600094' }
  const both = await Promise.all([1, 2, 3].map(() => tryList(id, said)))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409])
  for (const _ of [1, 2]) assert.equal((await tryList(id, { ...said, nik: null })).status, 200)
  assert.equal((await tryList((await begun()).id, said)).status, 200, 'another programme has its own list')
})

test('JOINT-13 a case that is restricted or erased names nobody any more, to the lead as little as to a partner', async () => {
  const { id } = await begun([...jointFields])
  const client = { ...registration().client, name: 'Rubiyem Asih', nik: '3404075203600095', address: 'Gang Dahlia' }
  const ends: Readonly<Record<string, (kase: string) => Promise<unknown>>> = {
    restricted: (subject) => desk.does('case.restrict', { subject, data: { restricted: 'violence', note } }),
    erased: async (subject) => {
      await desk.does('case.cancel', { subject, data: { ...caseData.cancel, note } })
      await desk.does('case.ask-erasure', { subject, data: { basis: 'request', note: 'Warga memintanya' } })
      await lead.does('case.erase', { subject, data: { note: '' } })
    },
  }
  for (const [what, end] of Object.entries(ends)) {
    const { id: kase } = await aCaseBy(desk, { client: { ...client, nik: null } })
    const target = await list(id, { ...ofNobody, case: kase })
    assert.equal((await reveal(hospital, id, target)).body['name'], 'Rubiyem Asih')
    await end(kase)
    for (const reader of [hospital, lead]) {
      assert.equal((await lineOf(reader, id, target))?.name, null, what)
      const { body } = await reveal(reader, id, target)
      assert.deepEqual([body['name'], body['nik'], body['phone'], body['address']], [null, null, null, null], what)
      assert.equal((await take(reader, id, 'csv')).bytes.toString().includes('Rubiyem'), false, what)
    }
  }
  assert.equal((await house.owner("select 1 from joint_target t where t::text like '%Rubiyem%'")).length, 0)
})

test('JOINT-13 whoever was dropped stands without a name in every list, and their old line opens nothing', async () => {
  const { id } = await begun([...jointFields])
  const target = await list(id)
  await hospital.does('joint.reach-target', {
    subject: target,
    data: { joint: id, partner: null, note: 'Diberi kursi.' },
  })
  assert.deepEqual(known(await reveal(hospital, id, target)), [...jointFields, 'result'])
  await lead.does('joint.drop-target', { subject: target, data: { joint: id, note } })
  for (const reader of [hospital, lead]) {
    assert.equal((await lineOf(reader, id, target, 'dropped'))?.name, null)
    assert.deepEqual(known(await reveal(reader, id, target)), [])
    assert.equal((await take(reader, id, 'csv')).bytes.toString().trim().split('\r\n').length, 1, 'the heads alone')
  }
})

test('JOINT-14 a file survives whatever stands in it: other writings, line ends, signs of formulas and of markup', async () => {
  const { id } = await begun([...jointFields])
  const odd = [
    '=HYPERLINK("x")',
    '+62',
    '@sum',
    'a;b"c',
    'satu\ndua',
    '<b>&amp;]]>',
    'ꦱꦼꦩ',
    '😀',
    'akhir\uFFFE',
    '\u202Ebalik',
  ]
  for (const need of odd) await list(id, { nik: null, need })
  const book = await readTable((await take(hospital, id, 'xlsx')).bytes, bounds)
  assert.ok(book.ok, 'a workbook that others can read')
  const needs = book.value.slice(1).map(({ cells }) => cells[5])
  assert.deepEqual(needs.toSorted(), odd.map((text) => text.replace('\uFFFE', '\uFFFD')).toSorted())
  const csv = (await take(hospital, id, 'csv')).bytes.toString()
  for (const cell of [`'=HYPERLINK`, `'+62`, `'@sum`, '"a;b""c"']) assert.ok(csv.includes(cell), cell)
  const english = await hospital.raw({
    method: 'POST',
    path: jointRoutes.table.path,
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ district: '34.04', id, form: 'csv', reason: 'Partner meeting' }),
  })
  assert.match(
    Buffer.from(String(english.body['content']), 'base64').toString().split('\r\n')[0] ?? '',
    /Village.*Name/,
  )
})

test('JOINT-14 a file is called after its programme, by letters that every machine takes, and goes on record for each case', async () => {
  const names: readonly (readonly [string, string])[] = [
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['Bedah Rumah (RTLH) 2026!', 'bedah-rumah-rtlh-2026.csv'],
    ['ꦱꦼꦩꦔꦠ꧀', 'program.csv'],
    [`Panjang ${'sekali '.repeat(20)}`, `${`panjang-${'sekali-'.repeat(20)}`.slice(0, 60)}.csv`],
  ]
  const { id } = await begun()
  for (const [name, file] of names) {
    await lead.does('joint.change', { subject: id, data: { ...programme, name } })
    assert.equal((await take(hospital, id, 'csv')).name, file)
  }
  const fresh = await begun()
  const { id: kase } = await aCaseBy(desk, { client: { ...registration().client, nik: null } })
  await list(fresh.id, { ...ofNobody, case: kase })
  await list(fresh.id)
  await take(hospital, fresh.id, 'xlsx')
  const look = [{ action: 'export', reason: 'Rapat mitra', office: offices.rsud, actor: `staff:${hospital.staff}` }]
  assert.deepEqual([await looksAt(kase), await looksAt(fresh.id)], [look, look])
})

test('LOG-1 what a programme knows of people stands sealed in its rows, and in no line of the log', async () => {
  const columns = await house.owner<{ text: string }>(
    'select row_to_json(t)::text as text from joint_target t union all select row_to_json(t)::text from joint_partner t',
  )
  const kept = columns.map(({ text }) => text).join('\n')
  const logged = house.logged.join('\n')
  for (const word of ['Ponirah', ponirah.nik, ponirah.phone, 'Kenanga', 'ganda', 'Diberi kursi']) {
    assert.equal(kept.includes(word), false, word)
    assert.equal(logged.includes(word), false, word)
  }
  assert.ok(columns.length > 20 && logged.includes('joint.list-target'))
})

test('JOINT-15 all these lists are proven by the ledger', () => assertVerified(house))
