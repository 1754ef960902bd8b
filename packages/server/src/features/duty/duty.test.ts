import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dutyRoutes } from '@openslrt/core/contract/duty-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { readOrder } from '../../platform/http/order.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { envelopeOf } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'
import { assertVerified } from '../../testing/verified.ts'
import { caseHandler, pressCases } from '../case/index.ts'
import { dispatchAll } from '../notice/dispatch.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { ledger, reference, pools } = house.parts
const admin = await house.staffAt(offices.secretariat, 'admin')
const manager = await house.staffAt(offices.secretariat, 'manager')
const above = await house.staffAt(offices.secretariat, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const colleague = await house.staffAt(offices.caturtunggal, 'bo')
const handle = caseHandler({ ledger, reference })

const day = (ahead: number): string => dayIn('Asia/Jakarta', Date.now() + ahead * dayMs)
const turn = (who: Client, from: number, until: number) => ({
  office: who.office,
  staff: who.staff,
  from: day(from),
  until: day(until),
})
/** Names somebody for a turn; gives its id. */
async function names(by: Client, who: Client, from: number, until: number): Promise<string> {
  const subject = randomUUID()
  await by.does('duty.name', { subject, data: turn(who, from, until) })
  return subject
}
const ends = (by: Client, subject: string) => by.does('duty.end', { subject, data: {} })
afterEach(async () => {
  for (const { id } of (await coordinator.read(dutyRoutes.own)).turns) await ends(admin, id)
})
const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const assigneeOf = async (id: string): Promise<string | null | undefined> =>
  (await house.owner<{ assignee: string | null }>('select assignee from cases where id = $1', [id]))[0]?.assignee
const newsOf = async (client: Client, id: string): Promise<readonly string[]> => {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'all' } })
  return items.filter((item) => item.case === id).map(({ what }) => what)
}

async function leaveOf(who: Client, role: string, standIn: Client | null, from = 0, until = 2): Promise<string> {
  const { items } = await admin.read(referenceRoutes.staff, { query: { office: who.office ?? '' } })
  const post = items.find(({ id }) => id === who.staff)?.posts.find((one) => one.role === role)
  const subject = randomUUID()
  const data = {
    post: post?.id,
    from: day(from),
    until: day(until),
    standIn: standIn?.staff ?? null,
    standInPost: randomUUID(),
  }
  await admin.does('leave.give', { subject, data })
  return subject
}

test('CASE-41 without anybody on duty a red card waits at its office; with somebody it is theirs, and they are told', async () => {
  const { id } = await aCaseBy(fo, { red: true })
  assert.equal(await assigneeOf(id), null)
  assert.deepEqual(await newsOf(bo, id), ['arrived'])
  const subject = await names(coordinator, bo, 0, 6)
  assert.equal(await assigneeOf(id), null, 'what lay there before is not moved')
  const red = await aCaseBy(fo, { red: true })
  const calm = await aCaseBy(fo)
  assert.deepEqual([await assigneeOf(red.id), await assigneeOf(calm.id)], [bo.staff, null])
  assert.deepEqual(await newsOf(bo, red.id), ['red-card'])
  assert.deepEqual(await newsOf(colleague, red.id), ['arrived'])
  const { until, next } = await bo.read(dutyRoutes.mine)
  assert.deepEqual([until, next], [startOfDay('Asia/Jakarta', day(7)), null])
  assert.equal((await colleague.read(dutyRoutes.mine)).until, null)
  await ends(coordinator, subject)
  assert.equal((await bo.read(dutyRoutes.mine)).until, null)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
})

test('CASE-41 what becomes red, rises or is handed down goes to who is on duty where it comes; who is there keeps their case', async () => {
  const here = await names(coordinator, bo, 0, 2)
  const up = await names(manager, above, 0, 2)
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  await colleague.does('case.set-red', { subject: id, data: { red: true, note: 'Pasien gawat.' } })
  assert.equal(await assigneeOf(id), bo.staff)
  assert.deepEqual(await newsOf(bo, id), ['red-card', 'arrived'])
  const { hop } = await cardOf(bo, id)
  assert.ok(hop.dueAt !== null)
  await pressCases({ pool: pools.worker, reference }, handle, hop.dueAt + 1)
  assert.equal((await cardOf(manager, id)).line.office, offices.secretariat)
  assert.equal(await assigneeOf(id), above.staff)
  await above.does('case.hand-down', { subject: id, data: { office: offices.caturtunggal, note: 'Bisa di desa.' } })
  assert.equal(await assigneeOf(id), bo.staff)
  const held = await aCaseBy(fo)
  await colleague.does('case.take', { subject: held.id, data: { note: '' } })
  await colleague.does('case.set-red', { subject: held.id, data: { red: true, note: 'Mendadak gawat.' } })
  assert.equal(await assigneeOf(held.id), colleague.staff)
  const report = caseId.parse(randomUUID())
  const order = readOrder(
    'case.register',
    envelopeOf({ subject: report, data: registration({ red: true }) }, null, '34.04'),
  )
  assert.ok(order.ok)
  const reply = await handle(order.value, { kind: 'citizen', case: report }, Date.now())
  assert.deepEqual([reply.status, await assigneeOf(report)], ['accepted', bo.staff])
  for (const subject of [here, up]) await ends(admin, subject)
})

test('DUTY-6 nobody on leave is on duty: who stands in is, and without one a gap is told; a sheltered case goes only to who may see it', async () => {
  const subject = await names(coordinator, bo, 0, 6)
  const away = await leaveOf(bo, 'bo', colleague)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), colleague.staff)
  assert.equal(
    (await colleague.read(dutyRoutes.mine)).until,
    startOfDay('Asia/Jakarta', day(3)),
    'as long as the leave',
  )
  await admin.does('leave.end', { subject: away, data: {} })
  const alone = await leaveOf(bo, 'bo', null)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
  const { current, gaps, turns } = await coordinator.read(dutyRoutes.own)
  assert.equal(current, null)
  assert.equal(gaps[0]?.until, startOfDay('Asia/Jakarta', day(3)))
  assert.deepEqual([turns[0]?.leaves.length, turns[0]?.leaves[0]?.standInName], [1, null])
  await admin.does('leave.end', { subject: alone, data: {} })
  const sheltered = await aCaseBy(coordinator, { red: true, restricted: 'violence' })
  assert.equal(await assigneeOf(sheltered.id), null, 'a back office may not see it')
  await ends(coordinator, subject)
  const led = await names(coordinator, coordinator, 0, 0)
  const seen = await aCaseBy(coordinator, { red: true, restricted: 'violence' })
  assert.equal(await assigneeOf(seen.id), coordinator.staff)
  await ends(coordinator, led)
})

test('DUTY-4 of two who name somebody for the same days at once, one is told; turns follow each other', async () => {
  const sent = await Promise.all(
    [bo, colleague, coordinator].map((who) => coordinator.send('duty.name', { data: turn(who, 10, 12) })),
  )
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [200, 409, 409])
  assert.deepEqual(new Set(sent.map(({ body }) => body?.code)), new Set([undefined, 'duty-twice']))
  const { turns, gaps, people } = await coordinator.read(dutyRoutes.own)
  const [only] = turns
  assert.equal(turns.length, 1)
  assert.deepEqual(
    people.map(({ id }) => id).toSorted(),
    [bo.staff, colleague.staff, coordinator.staff].toSorted(),
    'who works on cases, and not the front desk',
  )
  assert.deepEqual([gaps.length, gaps[0]?.until, gaps[1]?.from], [2, only?.from, only?.until])
  const stale = await coordinator.send('duty.end', { subject: only?.id ?? '', base: 7, data: {} })
  assert.equal(stale.body?.code, 'stale')
  const next = await names(coordinator, bo, 13, 13)
  assert.equal((await bo.read(dutyRoutes.mine)).until, null)
  for (const subject of [only?.id ?? '', next]) await ends(coordinator, subject)
  assert.equal((await coordinator.send('duty.end', { subject: next, data: {} })).body?.code, 'already-so')
  assert.deepEqual((await coordinator.read(dutyRoutes.own)).turns, [])
})

test('DUTY-2 who hands work over names at their own office, an administrator under theirs; everybody else reads', async () => {
  const code = async (by: Client, data: object) => (await by.send('duty.name', { data })).body?.code
  assert.equal(await code(bo, turn(bo, 0, 1)), 'not-permitted')
  assert.equal(await code(manager, turn(bo, 0, 1)), 'not-here')
  assert.equal(await code(coordinator, turn(fo, 0, 1)), 'duty-not-here')
  assert.equal(await code(coordinator, { ...turn(bo, 0, 1), office: randomUUID() }), 'unknown-office')
  const strange = { ...turn(bo, 0, 1) }
  assert.equal((await coordinator.send('duty.name', { district: '34.02', data: strange })).body?.code, 'wrong-district')
  assert.equal((await coordinator.send('duty.end', { data: {} })).body?.code, 'not-found')
  const subject = await names(admin, bo, 1, 2)
  const { turns, officeName } = await admin.read(dutyRoutes.of, { query: { office: offices.caturtunggal } })
  assert.deepEqual([officeName, turns.map(({ id }) => id)], ['Puskesos Caturtunggal', [subject]])
  assert.deepEqual((await bo.read(dutyRoutes.mine)).next?.from, startOfDay('Asia/Jakarta', day(1)))
  const village = await house.staffAt(offices.maguwoharjo, 'admin')
  assert.equal((await village.ask(dutyRoutes.of, { query: { office: offices.caturtunggal } })).status, 404)
  assert.equal((await bo.ask(dutyRoutes.of, { query: { office: offices.caturtunggal } })).status, 403)
})

test('DUTY-1 an id that is taken names nobody else, at this office or at another', async () => {
  const subject = await names(coordinator, bo, 20, 21)
  const before = await house.owner('select * from duty where id = $1', [subject])
  const village = await house.staffAt(offices.maguwoharjo, 'coordinator')
  for (const by of [coordinator, village]) {
    const answer = await by.send('duty.name', { subject, data: turn(by, 40, 41) })
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text}`)
    assertJsonProblem(answer)
  }
  assert.deepEqual(await house.owner('select * from duty where id = $1', [subject]), before)
  await ends(coordinator, subject)
})

test('DUTY-3 a turn that is over, runs backwards, or is of no day is refused; the same command twice names once', async () => {
  const refused: readonly (readonly [
    what: string,
    from: string,
    until: string,
    status: number,
    code: string | null,
  ])[] = [
    ['ends before it begins', day(5), day(4), 422, 'duty-days'],
    ['was last week', day(-7), day(-6), 422, 'duty-days'],
    ['ended yesterday', day(-3), day(-1), 422, 'duty-days'],
    ['a day that no month has', '2026-02-30', day(4), 400, null],
    ['a moment instead of a day', `${day(1)}T00:00:00Z`, day(4), 400, null],
    ['no day', '', day(4), 400, null],
  ]
  for (const [what, from, until, status, code] of refused) {
    const answer = await coordinator.send('duty.name', { data: { ...turn(bo, 0, 0), from, until } })
    assert.equal(answer.status, status, `${what} ${answer.text}`)
    if (code) assert.equal(answer.body.code, code, what)
  }
  const sent = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), data: turn(bo, -2, 0) }
  const said = [await coordinator.send('duty.name', sent), await coordinator.send('duty.name', sent)]
  assert.deepEqual(
    said.map(({ status }) => status),
    [200, 200],
  )
  const { turns, current, gaps, now } = await coordinator.read(dutyRoutes.own)
  assert.deepEqual(
    turns.map(({ id }) => id),
    [sent.subject],
  )
  assert.ok(
    (turns[0]?.from ?? 0) <= now && (turns[0]?.from ?? 0) > now - dayMs,
    'nobody was on duty before they were named',
  )
  assert.deepEqual([current?.staff, gaps[0]?.from], [bo.staff, startOfDay('Asia/Jakarta', day(1))])
  await ends(coordinator, sent.subject)
})

test('DUTY-4 turns touch at midnight and never overlap, by a day or around another', async () => {
  const middle = await names(coordinator, bo, 50, 52)
  const code = async (from: number, until: number) =>
    (await coordinator.send('duty.name', { data: turn(colleague, from, until) })).body.code
  for (const [from, until] of [
    [50, 52],
    [49, 50],
    [52, 53],
    [51, 51],
    [49, 53],
  ] as const)
    assert.equal(await code(from, until), 'duty-twice', `${from} to ${until}`)
  const [before, after] = [await names(coordinator, colleague, 49, 49), await names(coordinator, colleague, 53, 53)]
  const there = (await coordinator.read(dutyRoutes.own)).turns
  assert.deepEqual(
    there.map(({ id }) => id),
    [before, middle, after],
    'the next first',
  )
  assert.deepEqual([there[0]?.until, there[1]?.until], [there[1]?.from, there[2]?.from])
  // The same days of another office are nobody's business here.
  const elsewhere = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const other = await names(elsewhere, elsewhere, 50, 52)
  await ends(elsewhere, other)
  await ends(coordinator, middle)
  await ends(coordinator, await names(coordinator, coordinator, 50, 52))
  for (const subject of [before, after]) await ends(coordinator, subject)
})

test('DUTY-3 whoever is on leave is not named for days of it, whoever works elsewhere not at all', async () => {
  const leave = await leaveOf(colleague, 'bo', null, 30, 31)
  const code = async (who: Client, from: number, until: number, office = offices.caturtunggal) =>
    (await coordinator.send('duty.name', { data: { ...turn(who, from, until), office } })).body.code
  for (const [from, until] of [
    [30, 30],
    [29, 30],
    [31, 35],
    [28, 40],
  ] as const)
    assert.equal(await code(colleague, from, until), 'duty-away', `${from} to ${until}`)
  const stranger = await house.staffAt(offices.maguwoharjo, 'bo')
  assert.equal(await code(stranger, 30, 30), 'duty-not-here')
  assert.equal(await code(stranger, 30, 30, offices.maguwoharjo), 'not-here')
  const around = [await names(coordinator, colleague, 29, 29), await names(coordinator, colleague, 32, 32)]
  // A leave that comes later makes a gap of a turn that was named before it.
  const [, second] = around
  const later = await leaveOf(colleague, 'bo', null, 32, 32)
  const shown = (await coordinator.read(dutyRoutes.own)).turns.find(({ id }) => id === second)
  assert.equal(shown?.leaves.length, 1)
  for (const subject of [leave, later]) await admin.does('leave.end', { subject, data: {} })
  for (const subject of around) await ends(coordinator, subject)
})

test('DUTY-5 of two who end a turn at once one does; another office, district or a stranger ends none', async () => {
  const subject = await names(coordinator, bo, 0, 3)
  const village = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const code = async (by: Client, own: object = {}) => {
    const { status, body } = await by.send('duty.end', { subject, data: {}, ...own })
    return [status, body.code]
  }
  assert.deepEqual(await code(village), [403, 'not-here'])
  assert.deepEqual(await code(village, { office: offices.caturtunggal }), [403, 'not-permitted'])
  assert.deepEqual(await code(bo), [403, 'not-permitted'])
  assert.deepEqual(await code(house.stranger()), [401, 'unauthenticated'])
  assert.equal((await code(coordinator, { district: '34.02' }))[1], 'wrong-district')
  assert.equal((await bo.read(dutyRoutes.mine)).until, startOfDay('Asia/Jakarta', day(4)), 'still on duty')
  const both = await Promise.all([code(coordinator), code(admin)])
  assert.deepEqual(both.map(([status]) => status).toSorted(), [200, 409])
  assert.equal((await bo.read(dutyRoutes.mine)).until, null)
  await ends(coordinator, await names(coordinator, colleague, 0, 3))
})

test('DUTY-6 who left the office, or may come in no more, takes no red card, and the days become a gap', async () => {
  const leaving = await house.staffAt(offices.caturtunggal, 'bo')
  const subject = await names(coordinator, leaving, 0, 2)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), leaving.staff)
  const { items } = await admin.read(referenceRoutes.staff, { query: { office: offices.caturtunggal } })
  const post = items.find(({ id }) => id === leaving.staff)?.posts[0]
  await admin.does('post.end', { subject: post?.id ?? '', data: {} })
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
  const { current, turns, gaps, people } = await coordinator.read(dutyRoutes.own)
  assert.deepEqual([current, turns[0]?.here], [null, false])
  assert.ok(gaps[0] && turns[0] && gaps[0].until >= turns[0].until)
  assert.equal(
    people.some(({ id }) => id === leaving.staff),
    false,
  )
  await ends(coordinator, subject)
})

test('DUTY-6 a red card of many at once goes to the same one, and of a turn that has not begun to nobody', async () => {
  const subject = await names(coordinator, colleague, 1, 3)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
  await ends(coordinator, subject)
  const today = await names(coordinator, colleague, 0, 0)
  const made = await Promise.all(Array.from({ length: 6 }, () => aCaseBy(fo, { red: true })))
  for (const { id } of made) assert.equal(await assigneeOf(id), colleague.staff)
  const elsewhere = await house.staffAt(offices.maguwoharjo, 'fo')
  const there = await aCaseBy(elsewhere, { red: true, place: villageCode.parse('34.04.07.2002') })
  assert.equal(await assigneeOf(there.id), null, 'of another office nobody here is on duty')
  await ends(coordinator, today)
})

test('DUTY-8 rosters are read at their own office, or from above; programs and strangers ask in vain', async () => {
  const ask = (by: Client, query: Record<string, string>) => by.ask(dutyRoutes.of, { query })
  assert.equal((await ask(admin, { office: offices.caturtunggal })).status, 200)
  assert.equal((await ask(admin, { office: randomUUID() })).status, 404)
  for (const query of [{}, { office: 'x' }, { office: offices.rsud, also: '1' }])
    assert.equal((await ask(admin, query)).status, 400, JSON.stringify(query))
  for (const row of [dutyRoutes.own, dutyRoutes.mine])
    assert.equal((await house.stranger().ask(row)).status, 401, row.path)
  const far = await house.staffAt(
    await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' }),
    'admin',
  )
  assert.equal((await ask(far, { office: offices.caturtunggal })).status, 404)
  const named = await far.send('duty.name', { district: '34.04', data: turn(bo, 60, 61) })
  assert.ok([403, 422].includes(named.status), named.text)
  assert.deepEqual((await coordinator.read(dutyRoutes.own)).turns, [])
})

test('LEDGER-9, LEDGER-14 turns stand in the ledger like everything else, and come back from it', async () => {
  await assertVerified(house)
  const all = () => house.owner('select * from duty order by id')
  const before = await all()
  assert.ok(before.length > 5)
  await house.owner('delete from duty')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, '34.04'))
  assert.deepEqual(await all(), before)
})
