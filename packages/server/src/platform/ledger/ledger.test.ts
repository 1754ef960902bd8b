import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { batchReply } from '@openslrt/core/contract/envelope.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { Client } from 'pg'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { envelopeOf } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const colleague = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const note = 'Sudah diperiksa.'

interface LedgerShape {
  readonly entries: number
  readonly first: number
  readonly last: number
  readonly head: number
}

/** How many entries a ledger has, how they are numbered, and what its head says. */
async function shapeOf(district = '34.04'): Promise<LedgerShape> {
  const [shape] = await house.owner<LedgerShape & { [key: string]: unknown }>(
    `select count(l.seq)::int as entries, coalesce(min(l.seq), 0) as first, coalesce(max(l.seq), 0) as last,
      (select seq from district_head where district = $1) as head from ledger l where l.district = $1`,
    [district],
  )
  assert.ok(shape)
  return { entries: shape.entries, first: shape.first, last: shape.last, head: shape.head }
}

const dense = ({ entries, first, last, head }: LedgerShape): boolean =>
  first === 1 && last === entries && head === entries

async function countOf(sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await house.owner<{ n: number }>(sql, values)
  return row?.n ?? 0
}

const outcomesOf = (id: string): Promise<number> =>
  countOf('select count(*)::int as n from command_outcome where command_id = $1', [id])
const entriesOf = (id: string): Promise<number> =>
  countOf('select count(*)::int as n from ledger where command_id = $1', [id])

test('LEDGER-1 one command writes its entry, its row, its counters and its answer, all under one number', async () => {
  const before = await shapeOf()
  const id = randomUUID()
  const subject = randomUUID()
  const said = await fo.does('case.register', { id, subject, data: registration() })
  const [row] = await house.owner(
    `select l.kind, l.actor, l.office, l.place, l.seq, c.seq as row_seq, c.version, c.number, o.reply
      from ledger l join cases c on c.district = l.district and c.id = l.subject
      join command_outcome o on o.district = l.district and o.command_id = l.command_id where l.command_id = $1`,
    [id],
  )
  assert.ok(row)
  assert.deepEqual(
    { kind: row['kind'], actor: row['actor'], office: row['office'], place: row['place'] },
    { kind: 'case.register', actor: `staff:${fo.staff}`, office: offices.caturtunggal, place: '34.04.07.2001' },
  )
  assert.deepEqual([row['seq'], row['row_seq'], row['version']], [before.head + 1, before.head + 1, 1])
  assert.deepEqual(row['reply'], { status: 'accepted', seq: said.seq, version: 1, number: said.number })
  assert.equal(row['number'], said.number)
})

test('LEDGER-2 an accepted command that comes again is told what it was told, and nothing is done twice', async () => {
  const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
  const first = await fo.send('case.register', sent)
  const again = await fo.send('case.register', sent)
  assert.equal(first.status, 200)
  assert.deepEqual([again.status, again.body], [first.status, first.body])
  assert.deepEqual([await entriesOf(sent.id), await outcomesOf(sent.id)], [1, 1])
})

test('LEDGER-2 a batch and the route of its own are one door: the repeat may take the other one', async () => {
  const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
  const first = await fo.does('case.register', sent)
  const line = { kind: 'case.register', ...envelopeOf(sent, fo.office, '34.04') }
  const answer = await fo.raw({
    method: 'POST',
    path: '/api/commands',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ commands: [line] }),
  })
  assert.deepEqual(batchReply.parse(answer.body).outcomes, [{ ...first, id: sent.id }])
})

test('LEDGER-2 a refusal is kept: the same command is refused again, even when it would be accepted by now', async () => {
  const kase = await aCaseBy(fo)
  const sent = { id: randomUUID(), subject: kase.id, data: { note }, doneAt: new Date().toISOString() }
  const first = await bo.send('case.recommend', sent)
  assert.deepEqual([first.status, first.body.code], [409, 'wrong-status'])
  await bo.does('case.take', { subject: kase.id, data: { note } })
  const again = await bo.send('case.recommend', sent)
  assert.deepEqual([again.status, again.body.code, again.body.message], [409, 'wrong-status', first.body.message])
  assert.deepEqual(again.body.details, first.body.details)
  assert.deepEqual([await entriesOf(sent.id), await outcomesOf(sent.id)], [0, 1])
  await bo.does('case.recommend', { ...sent, id: randomUUID() })
})

test('LEDGER-2 one command sent ten times at once is one entry, and all ten are told the same', async () => {
  const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => fo.send('case.register', sent)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 200),
  )
  for (const { body } of answers) assert.deepEqual(body, answers[0]?.body)
  assert.equal(await entriesOf(sent.id), 1)
  assert.ok(dense(await shapeOf()))
})

test('LEDGER-2 one refused command sent ten times at once is one stored refusal', async () => {
  const kase = await aCaseBy(fo)
  const sent = { id: randomUUID(), subject: kase.id, data: { note }, doneAt: new Date().toISOString() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => bo.send('case.approve', sent)))
  for (const { status, body } of answers) assert.deepEqual([status, body.code], [403, 'not-permitted'])
  assert.deepEqual([await entriesOf(sent.id), await outcomesOf(sent.id)], [0, 1])
})

test('LEDGER-2 the same id for other words, or from somebody else, is refused and changes nothing', async () => {
  const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
  await fo.does('case.register', sent)
  const before = await shapeOf()
  const otherWords = await fo.send('case.register', { ...sent, data: registration({ summary: 'Lain sama sekali' }) })
  const otherSubject = await fo.send('case.register', { ...sent, subject: randomUUID() })
  const otherKind = await bo.send('case.take', { ...sent, data: { note } })
  const otherPerson = await coordinator.send('case.register', sent)
  for (const { status, body } of [otherWords, otherSubject, otherKind, otherPerson])
    assert.deepEqual([status, body.code], [409, 'command-id-reused'])
  assert.deepEqual(await shapeOf(), before)
  assert.equal(await outcomesOf(sent.id), 1)
})

test('CASE-32 a form that was filled on an older version of the case is refused as stale', async () => {
  const kase = await aCaseBy(fo)
  await bo.does('case.take', { subject: kase.id, base: 1, data: { note } })
  const stale = await bo.send('case.recommend', { subject: kase.id, base: 1, data: { note } })
  assert.deepEqual([stale.status, stale.body.code], [409, 'stale'])
  const fresh = await bo.does('case.recommend', { subject: kase.id, base: 2, data: { note } })
  assert.equal(fresh.version, 3)
})

test('LEDGER-3 of officers who move one case at once exactly one wins, and the others are told why', async () => {
  for (let round = 0; round < 8; round++) {
    const looked = round % 2 === 0
    const kase = await aCaseBy(fo)
    await bo.does('case.take', { subject: kase.id, data: { note } })
    await bo.does('case.recommend', { subject: kase.id, data: { note } })
    const move = { subject: kase.id, base: looked ? 3 : null, data: { note } }
    const rivals = ['case.approve', 'case.send-back', 'case.approve', 'case.send-back']
    const answers = await Promise.all(rivals.map((kind) => coordinator.send(kind, move)))
    const lost = answers.filter(({ status }) => status !== 200)
    assert.equal(lost.length, rivals.length - 1)
    for (const { status, body } of lost) assert.deepEqual([status, body.code], [409, looked ? 'stale' : 'wrong-status'])
  }
  assert.ok(dense(await shapeOf()))
})

test('LEDGER-3 a row that moves between the load and the write rolls the head back, and the command is tried anew', async () => {
  const kase = await aCaseBy(fo)
  const before = await shapeOf()
  const { waiting, release } = await holdRow(kase.id)
  const sent = bo.does('case.take', { subject: kase.id, data: { note } })
  await waiting()
  await release()
  const said = await sent
  // Version 1 was loaded; the row was at 2 when it could be written; so it was loaded again and became 3.
  assert.deepEqual([said.version, said.seq], [3, before.head + 1])
  assert.ok(dense(await shapeOf()))
})

/** Moves a case's row by hand, in a transaction that stays open until `release`; `waiting` resolves when somebody waits for it. */
async function holdRow(id: string) {
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query('update cases set version = version + 1 where id = $1', [id])
  const waiting = async (): Promise<void> => {
    while (
      (await countOf(
        "select count(*)::int as n from pg_locks where not granted and locktype = 'transactionid'",
        [],
      )) === 0
    )
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const release = async (): Promise<void> => {
    await client.query('commit')
    await client.end()
  }
  return { waiting, release }
}

test('LEDGER-1 a fault of the house leaves no trace: no entry, no answer, no number; the command may come again', async () => {
  await house.owner(
    `create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken by a test'; end $$`,
  )
  await house.owner('create trigger break_it before insert on case_day_count for each row execute function break_it()')
  const before = await shapeOf()
  const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
  const broken = await fo.send('case.register', sent)
  assert.deepEqual([broken.status, broken.body.code], [500, 'internal'])
  assert.doesNotMatch(broken.text, /broken by a test/)
  await house.owner('drop trigger break_it on case_day_count')
  assert.deepEqual([await shapeOf(), await outcomesOf(sent.id)], [before, 0])
  const said = await fo.does('case.register', sent)
  assert.equal(said.seq, before.head + 1)
})

test('LEDGER-1 under many writers at once numbers and entries stay dense, in each district by itself', async () => {
  const jogja = await openOffice(house, { name: 'Sekretariat Yogyakarta', kind: 'secretariat', place: '34.71' })
  const there = await house.staffAt(jogja, 'fo')
  const place = registration().place
  const village = await house.owner<{ code: string }>(
    "select code from place where level = 'village' and code like '34.71.%' limit 1",
  )
  const elsewhere = { place: village[0]?.code ?? '' }
  const last = await lastNumber('34.04')
  const here = Array.from({ length: 40 }, (_, at) => [fo, bo, coordinator][at % 3] ?? fo)
  const [own, others] = await Promise.all([
    Promise.all(here.map((officer) => officer.does('case.register', { data: { ...registration(), place } }))),
    Promise.all(
      Array.from({ length: 20 }, () => there.does('case.register', { data: { ...registration(), ...elsewhere } })),
    ),
  ])
  assert.deepEqual(
    serials(own),
    Array.from({ length: 40 }, (_, at) => last + at + 1),
  )
  assert.deepEqual(
    serials(others),
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
  assert.ok(
    own.every(({ number }) => number?.startsWith('3404-')) && others.every(({ number }) => number?.startsWith('3471-')),
  )
  assert.ok(dense(await shapeOf('34.04')))
})

const serials = (said: readonly { number?: string | undefined }[]): number[] =>
  said.map(({ number }) => Number(number?.slice(-6))).toSorted((left, right) => left - right)

const lastNumber = (district: string): Promise<number> =>
  countOf('select coalesce(max(last), 0)::int as n from number_series where district = $1', [district])

test('LEDGER-12 the home of a subject is told by the server: a wrong claim is refused', async () => {
  const wrong = await fo.send('case.register', { district: '34.71', data: registration() })
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'wrong-district'])
  const kase = await aCaseBy(fo)
  const elsewhere = await bo.send('case.take', { subject: kase.id, district: '34.71', data: { note } })
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'not-found'])
})

test('CASE-32 two colleagues may note at once on the same version: what only adds does not go stale', async () => {
  const kase = await aCaseBy(fo)
  const answers = await Promise.all(
    [bo, colleague, coordinator].map((who) => who.send('case.note', { subject: kase.id, base: 1, data: { note } })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  assert.equal(await countOf('select version as n from cases where id = $1', [kase.id]), 4)
})

/** Lets the next so many counters of a day fail with a code, and counts how often one was tried. */
async function breakCounters(code: string, times: number) {
  await house.owner('create sequence tried')
  await house.owner(
    `create function break_often() returns trigger language plpgsql security definer as
      $$ begin if nextval('tried') <= ${times} then raise exception using errcode = '${code}'; end if; return new; end $$`,
  )
  await house.owner(
    'create trigger break_often before insert on case_day_count for each row execute function break_often()',
  )
  return async (): Promise<number> => {
    const [row] = await house.owner<{ n: number }>('select last_value::int as n from tried')
    await house.owner('drop trigger break_often on case_day_count')
    await house.owner('drop function break_often()')
    await house.owner('drop sequence tried')
    return row?.n ?? 0
  }
}
const often: readonly (readonly [what: string, code: string, times: number, entries: number])[] = [
  ['rows of two moments that can not be are looked at anew with the ledger held', '23514', 1, 1],
  ['a row that moves under three is looked at a fourth time', 'SL001', 3, 1],
  ['rows that can not be at one moment either are a fault, after two tries', '23514', 99, 0],
]
for (const [what, code, times, entries] of often)
  test(`LEDGER-3 ${what}`, async () => {
    const stop = await breakCounters(code, times)
    const sent = { id: randomUUID(), subject: randomUUID(), data: registration(), doneAt: new Date().toISOString() }
    const { status } = await fo.send('case.register', sent)
    const tried = await stop()
    assert.deepEqual([status, await entriesOf(sent.id)], entries === 1 ? [200, 1] : [500, 0])
    assert.ok(entries === 1 ? tried > times : tried === 2, `${tried}`)
    assert.ok(dense(await shapeOf()))
  })
