import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { blankRoutes } from '@openslrt/core/contract/blank.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'
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

const acts = async (
  client: typeof fo,
  kind: string,
  number: string,
  own: object = {},
  data: object = { note: 'x' },
) => {
  const [row] = await house.owner<{ id: string; version: number }>(
    `select f.id, f.version from paper_form f join form_batch b on b.district = f.district and b.id = f.batch
      where b.number || '-' || lpad(f.sheet::text, 2, '0') = $1`,
    [number],
  )
  return client.send(kind, { subject: row?.id ?? randomUUID(), base: row?.version ?? null, data, ...own })
}
const codeOf = async (sent: ReturnType<typeof acts>) => {
  const { status, body } = await sent
  return [status, body.code]
}

test('BLANK-1 of a form each act is taken where it stands, and refused everywhere else', async () => {
  const kinds = ['blank.void', 'blank.lose', 'blank.find'] as const
  const ways: Readonly<Record<string, readonly string[]>> = {
    issued: [],
    lost: ['blank.lose'],
    void: ['blank.void'],
    found: ['blank.lose', 'blank.find'],
    'lost and void': ['blank.lose', 'blank.void'],
  }
  const may: Readonly<Record<string, readonly string[]>> = {
    issued: ['blank.void', 'blank.lose'],
    lost: ['blank.void', 'blank.find'],
    void: [],
    found: ['blank.void', 'blank.lose'],
    'lost and void': [],
  }
  const sheets = await sheetsOf(await issues(Object.keys(ways).length * kinds.length))
  let at = 0
  for (const [state, steps] of Object.entries(ways))
    for (const kind of kinds) {
      const number = sheets[at++]?.number ?? ''
      for (const step of steps) assert.equal((await acts(fo, step, number)).status, 200, `${state} ${step}`)
      const expected = may[state]?.includes(kind) ? [200, undefined] : [409, 'wrong-form-status']
      assert.deepEqual(await codeOf(acts(fo, kind, number)), expected, `${kind} of one that is ${state}`)
    }
  await assertVerified(house)
})

test('BLANK-1 of several acts on one form at once one is taken, whatever they are', async () => {
  const [first, second] = await sheetsOf(await issues(2))
  assert.ok(first && second)
  const both = await Promise.all([
    acts(fo, 'blank.void', first.number),
    acts(fo, 'blank.lose', first.number),
    acts(fo, 'blank.void', first.number),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409])
  const race = await Promise.all([
    acts(fo, 'blank.void', second.number),
    types(second.number),
    types(second.number, other, { place: sleman.maguwoharjo }),
  ])
  assert.equal(race.filter(({ status }) => status === 200).length, 1)
  for (const { status, body } of race)
    if (status !== 200) assert.ok(['wrong-form-status', 'stale'].includes(body.code ?? ''), body.code)
  const [row] = await house.owner<{ status: string; linked: boolean }>(
    `select f.status, f.case_id is not null as linked from paper_form f join form_batch b on b.district = f.district and b.id = f.batch
      where b.number || '-' || lpad(f.sheet::text, 2, '0') = $1`,
    [second.number],
  )
  assert.equal(row?.linked, row?.status === 'typed')
})

test('BLANK-2 the same batch issued twice is one, and an id that is taken issues nothing more', async () => {
  const sent = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), data: { size: 3 } }
  const count = async () => (await house.owner('select 1 from paper_form')).length
  const before = await count()
  const said = await Promise.all([fo.send('blank.issue', sent), fo.send('blank.issue', sent)])
  assert.deepEqual(
    said.map(({ status }) => status),
    [200, 200],
  )
  assert.equal(await count(), before + 3)
  const kept = await sheetsOf(sent.subject)
  for (const who of [fo, other]) {
    const answer = await who.send('blank.issue', { subject: sent.subject, data: { size: 5 } })
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text}`)
    assertJsonProblem(answer)
  }
  assert.equal(await count(), before + 3)
  assert.deepEqual(await sheetsOf(sent.subject), kept)
  for (const size of [0, -1, 51, 1.5, '3', null])
    assert.equal((await fo.send('blank.issue', { data: { size } })).status, 400, String(size))
  await assertVerified(house)
})

test('BLANK-4, BLANK-3 a citizen writes the number as they like, a desk sends it as it is printed', async () => {
  const [sheet] = await sheetsOf(await issues(1))
  assert.ok(sheet)
  const { number, short } = sheet
  const written = [
    number.toLowerCase(),
    number.replaceAll('-', '  '),
    number.replace(/\D/g, ''),
    number.replaceAll('-', '.'),
    ` ${number} `,
  ]
  for (const typed of written) {
    assert.match((await track({ number: typed, secret: short })).text, /belum diketik/, typed)
    assert.match((await track({ number: typed, secret: ` ${short.toUpperCase()} ` })).text, /belum diketik/, typed)
    if (typed.trim() !== number) assert.equal((await types(typed)).status, 400, typed)
  }
  for (const wrong of ['F3404-26-001-00', 'F3404-26-001-51', 'F3404-99-001-01', 'F3499-26-001-01'])
    assert.equal((await types(wrong)).body.code, 'unknown-form', wrong)
  for (const wrong of ['', 'F', "F3404-26-001-01'; --", 'F3404-26-001-01\u0000', 'x'.repeat(200)]) {
    const answer = await types(wrong)
    assert.ok(answer.status >= 400 && answer.status < 500, `${wrong} ${answer.status} ${answer.text}`)
  }
  assert.equal((await formOf(number)).status, 'issued')
  assert.equal((await types(number)).status, 200)
})

test('BLANK-4 number and code open nothing when one of them is of another sheet, of a void one, or guessed', async () => {
  const [one, two, torn] = await sheetsOf(await issues(3))
  assert.ok(one && two && torn)
  const found = /belum diketik/
  assert.match((await track({ number: one.number, secret: one.short })).text, found)
  for (const fields of [
    { number: one.number, secret: two.short },
    { number: one.number, secret: '' },
    { number: one.number, secret: 'aaaa-aaaa' },
    { number: 'F3404-26-999-01', secret: one.short },
    { number: one.number.replace('F3404', 'F3402'), secret: one.short },
    { key: `${one.long.slice(0, -1)}A` },
    { key: '' },
  ] as const)
    assert.doesNotMatch((await track(fields)).text, found, JSON.stringify(fields))
  assert.equal((await acts(fo, 'blank.void', torn.number)).status, 200)
  for (const fields of [{ number: torn.number, secret: torn.short }, { key: torn.long }] as const)
    assert.match((await track(fields)).text, /Formulir ini dibatalkan/)
  const pages = await Promise.all([one, two].map(({ number, short }) => track({ number, secret: short })))
  for (const { text } of pages) assert.doesNotMatch(text, /Sumarni|3404075203600001/, 'of a form nothing is known yet')
})

test('BLANK-5 stale, foreign and unsigned acts on a form change nothing of it', async () => {
  const [sheet] = await sheetsOf(await issues(1))
  assert.ok(sheet)
  const { number } = sheet
  const bantul = await house.staffAt(
    await openOffice(house, { name: 'Puskesos Srandakan', kind: 'puskesos', level: 'village', place: '34.02.01.2001' }),
    'fo',
  )
  const leader = await house.staffAt(offices.secretariat, 'leader')
  assert.deepEqual(await codeOf(acts(fo, 'blank.void', number, { base: 9 })), [409, 'stale'])
  assert.deepEqual(await codeOf(acts(other, 'blank.lose', number)), [404, 'not-found'])
  assert.deepEqual(await codeOf(acts(bantul, 'blank.void', number)), [404, 'not-found'])
  assert.deepEqual(await codeOf(acts(bantul, 'blank.void', number, { district: '34.04' })), [404, 'not-found'])
  assert.deepEqual(await codeOf(acts(leader, 'blank.void', number)), [403, 'not-permitted'])
  assert.equal((await acts(house.stranger() as typeof fo, 'blank.void', number)).status, 401)
  for (const data of [{}, { note: 7 }, { note: 'x'.repeat(5_000) }, { note: 'x', status: 'typed' }])
    assert.equal((await acts(fo, 'blank.void', number, {}, data)).status, 400, JSON.stringify(data).slice(0, 40))
  assert.deepEqual([(await formOf(number)).version, (await formOf(number)).note], [1, ''])
  // A form of one district makes no case of another.
  const far = await types(number, bantul, { place: '34.02.01.2001' })
  assert.ok(far.status >= 400 && far.status < 500, far.text)
  assert.equal((await formOf(number)).status, 'issued')
})

test('BLANK-5 lists have pages, each form once, and their counts are those of the office', async () => {
  const printer = await house.staffAt(offices.maguwoharjo, 'fo')
  const before = (await listed('issued', printer)).total
  await issues(30, printer)
  const page = (nth: number) => printer.read(blankRoutes.list, { query: { show: 'issued', page: nth } })
  const all: string[] = []
  for (let nth = 1; all.length < before + 30; nth++) {
    const { items, total, counts } = await page(nth)
    assert.deepEqual([total, counts.issued], [before + 30, before + 30])
    assert.ok(items.length > 0, `page ${nth}`)
    all.push(...items.map(({ number }) => number))
  }
  assert.equal(new Set(all).size, before + 30)
  assert.deepEqual(all, all.toSorted())
  const [batch] = (await page(1)).batches
  assert.deepEqual([batch?.size, batch?.left], [30, 30])
  for (const query of [{ show: 'all' }, { page: 0 }, { office: offices.caturtunggal }])
    assert.equal((await printer.ask(blankRoutes.list, { query })).status, 400, JSON.stringify(query))
  assert.equal((await printer.ask(blankRoutes.print, { query: { batch: randomUUID() } })).status, 404)
})
