import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { blankRoutes } from '@openslrt/core/contract/blank.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const other = await house.staffAt(offices.maguwoharjo, 'fo')
const provider = await house.staffAt(offices.rsud, 'provider')
await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })

const issues = async (size: number, client = fo): Promise<string> => {
  const batch = randomUUID()
  await client.does('blank.issue', { subject: batch, data: { size } })
  return batch
}
const sheetsOf = async (batch: string, client = fo) =>
  (await client.read(blankRoutes.print, { query: { batch } })).sheets
const types = (number: string, client = fo, own: object = {}) =>
  client.send('case.register', { subject: randomUUID(), data: { ...registration(), form: number, ...own } })
const listed = (show: string, client = fo) => client.read(blankRoutes.list, { query: { show } })
const formOf = async (number: string, show = 'issued') =>
  (await listed(show)).items.find((line) => line.number === number) ?? assert.fail(number)
const track = (fields: Readonly<Record<string, string>>) =>
  house.stranger().raw({
    method: 'POST',
    path: '/lacak',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  })

test('BLANK-2 batches are numbered densely in a series of their own, also when many are issued at once', async () => {
  const batches = await Promise.all(Array.from({ length: 12 }, (_, at) => issues(2, at % 2 === 0 ? fo : other)))
  const rows = await house.owner<{ number: string; serial: number }>(
    'select number, serial from form_batch order by serial',
  )
  assert.deepEqual(
    rows.map(({ number, serial }) => [number, serial]),
    batches.map((_, at) => [`F3404-26-${String(at + 1).padStart(3, '0')}`, at + 1]),
  )
  const first = await fo.does('case.register', { subject: randomUUID(), data: registration() })
  assert.equal(first.number, '3404-26-000001')
  await assertVerified(house)
})

test('BLANK-2 every sheet has a number and secrets of its own, the same at every printing, and kept nowhere', async () => {
  const batch = await issues(3)
  const sheets = await sheetsOf(batch)
  assert.deepEqual(
    sheets.map(({ number }) => number.slice(-3)),
    ['-01', '-02', '-03'],
  )
  assert.equal(new Set(sheets.flatMap(({ short, long }) => [short, long])).size, 6)
  assert.deepEqual(await sheetsOf(batch), sheets)
  const kept = JSON.stringify(await house.owner('select * from paper_form'))
  for (const { short, long } of sheets) assert.ok(!kept.includes(short) && !kept.includes(long))
})

test('BLANK-3 a form typed in becomes a case with the very receipt on its slip; the next number is dense', async () => {
  const [sheet] = await sheetsOf(await issues(1))
  assert.ok(sheet)
  const { number, short, long } = sheet
  const before = await track({ number, secret: short })
  assert.match(before.text, /Formulir Anda ada di Puskesos Caturtunggal, belum diketik/)
  assert.match((await track({ key: long })).text, /belum diketik/)
  const id = randomUUID()
  const send = () =>
    fo.send('case.register', {
      id,
      subject: id,
      doneAt: '2026-11-22T03:00:00Z',
      data: { ...registration(), form: number },
    })
  const made = await send()
  assert.equal(made.status, 200)
  const said = made.body as unknown as { number: string; receipt: { short: string; long: string } }
  assert.deepEqual(said.receipt, { short, long })
  assert.equal(said.number, '3404-26-000002')
  // A repeat gets the same answer, receipt and all.
  assert.deepEqual((await send()).body, made.body)
  for (const fields of [{ number, secret: short }, { number: said.number, secret: short }, { key: long }]) {
    const opened = await track(fields)
    assert.deepEqual([opened.status, opened.headers['location']], [303, '/lacak/kasus'])
  }
  assert.equal((await track({ number, secret: 'aaaa-aaaa' })).status, 403)
  const line = (await listed('typed')).items.find((form) => form.number === number)
  assert.equal(line?.case?.number, said.number)
  await assertVerified(house)
})

test('BLANK-3 a form is typed in once, whoever else does so at the same moment; by any office of its district', async () => {
  const [sheet] = await sheetsOf(await issues(1))
  const number = sheet?.number ?? ''
  const at = { place: sleman.maguwoharjo }
  const all = await Promise.all([types(number), types(number, other, at), types(number), types(number, other, at)])
  assert.deepEqual(all.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
  for (const { status, body } of all) if (status === 409) assert.equal(body.code, 'wrong-form-status')
  assert.equal((await types('F3404-26-999-01')).body.code, 'unknown-form')
  assert.equal((await types('F3402-26-001-01')).body.code, 'unknown-form')
  assert.equal((await types('3404-26-001')).status, 400)
})

test('BLANK-5 unused, void and lost forms are kept in a list, and their slips say so', async () => {
  const [torn, gone] = await sheetsOf(await issues(2))
  assert.ok(torn && gone)
  const act = async (kind: string, number: string, note: string, show = 'issued', client = fo) => {
    const { id, version } = await formOf(number, show)
    return client.send(kind, { subject: id, base: version, data: { note } })
  }
  assert.equal((await act('blank.void', torn.number, '')).status, 400)
  assert.equal((await act('blank.void', torn.number, 'Robek', 'issued', other)).status, 404)
  assert.equal((await act('blank.void', torn.number, 'Robek terkena air')).status, 200)
  assert.equal((await act('blank.lose', gone.number, 'Terakhir di balai desa')).status, 200)
  assert.equal((await formOf(torn.number, 'void')).note, 'Robek terkena air')
  assert.match((await track({ number: torn.number, secret: torn.short })).text, /Formulir ini dibatalkan/)
  assert.match(
    (await track({ number: gone.number, secret: gone.short })).text,
    /belum ditemukan di Puskesos Caturtunggal/,
  )
  for (const { number } of [torn, gone]) assert.equal((await types(number)).body.code, 'wrong-form-status')
  assert.equal((await act('blank.find', gone.number, '', 'lost')).status, 200)
  assert.equal((await types(gone.number)).status, 200)
  assert.equal((await act('blank.void', gone.number, 'x', 'typed')).body.code, 'wrong-form-status')
  const { counts } = await listed('void')
  assert.deepEqual([counts.void, counts.lost], [1, 0])
  assert.equal(JSON.stringify(await house.owner('select * from paper_form')).includes('Robek'), false)
  await assertVerified(house)
})

test('BLANK-5 an office prints and lists its own forms and no other’s', async () => {
  const batch = await issues(1)
  assert.equal((await other.ask(blankRoutes.print, { query: { batch } })).status, 404)
  assert.ok((await listed('issued', other)).items.every(({ number }) => !number.startsWith('nothing')))
  assert.equal(
    (await listed('issued', other)).batches.some(({ id }) => id === batch),
    false,
  )
  assert.equal((await provider.ask(blankRoutes.list)).status, 403)
  assert.equal((await provider.send('blank.issue', { data: { size: 1 } })).status, 403)
  assert.equal((await fo.send('blank.issue', { data: { size: 51 } })).status, 400)
  assert.equal((await fo.send('blank.issue', { district: '34.02', data: { size: 1 } })).status, 422)
})
