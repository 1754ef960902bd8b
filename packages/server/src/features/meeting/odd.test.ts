import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import type { MeetingTaskId } from '@openslrt/core/kernel/id.ts'
import { meetingTaskId } from '@openslrt/core/kernel/id.ts'
import { dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { readOrder } from '../../platform/http/order.ts'
import { makeLanes } from '../../platform/ledger/lanes.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { envelopeOf } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'
import { assertVerified } from '../../testing/verified.ts'
import { actorOf } from '../account/index.ts'
import { meetingHandler } from './commands.ts'
import { pressTasks } from './press-tasks.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const manager = await house.staffAt(offices.secretariat, 'manager')
const deputy = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const neighbour = await house.staffAt(bantul, 'manager')
const { ledger, reference, pools } = house.parts
const district = '34.04'

const codeOf = ({ status, body }: Answer): readonly [number, string | undefined] => [status, body.code]
const aPoint = (title = 'Anggaran', of: string | null = null) => ({
  id: randomUUID(),
  case: of === null ? null : { district, id: of },
  title,
})
const callData = (own: object = {}) => ({
  ...meetingData.call,
  offices: [offices.caturtunggal, offices.rsud],
  startsAt: wireOf(Date.now()),
  points: [aPoint()],
  ...own,
})
const called = async (own: object = {}, by: Client = manager): Promise<string> => {
  const subject = randomUUID()
  await by.does('meeting.call', { subject, data: callData(own) })
  return subject
}
const acts = (who: Client, action: string, id: string, data: object = {}, own: object = {}): Promise<Answer> =>
  who.send(`meeting.${action}`, { subject: id, data, ...own })
const does = async (who: Client, action: string, id: string, data: object = {}): Promise<void> =>
  void (await who.does(`meeting.${action}`, { subject: id, data }))
const held = async (own: object = {}): Promise<string> => {
  const id = await called(own)
  await does(manager, 'hold', id, { seats: [] })
  return id
}
const gives = async (id: string, own: object = {}): Promise<MeetingTaskId> => {
  const task = meetingTaskId.parse(randomUUID())
  await does(manager, 'decide', id, { ...meetingData.decide, task, point: null, office: offices.rsud, ...own })
  return task
}
const page = (who: Client, id: string) => who.read(meetingRoutes.one, { query: { district, id } })
const listed = (who: Client, show: string, at = 1) => who.read(meetingRoutes.list, { query: { show, page: at } })

test('MEET-1 a planned meeting is changed, held, written down and closed in this order and in no other', async () => {
  const seats = { seats: [] }
  const task = () => ({ ...meetingData.decide, task: randomUUID(), point: null, office: offices.rsud })
  const tries: Readonly<Record<string, () => object>> = {
    change: () => callDataOfChange(),
    cancel: () => ({ note: 'Batal.' }),
    hold: () => seats,
    minute: () => ({ ...seats, minutes: [] }),
    decide: task,
    close: () => ({}),
  }
  const refusedIn = async (id: string, allowed: readonly string[]): Promise<void> => {
    for (const [action, data] of Object.entries(tries)) {
      if (allowed.includes(action)) continue
      assert.deepEqual(codeOf(await acts(manager, action, id, data())), [409, 'wrong-meeting-status'], action)
    }
    const shown = await page(manager, id)
    assert.deepEqual(shown.acts.toSorted(), [...allowed].toSorted(), shown.status)
  }
  const id = await called()
  await refusedIn(id, ['change', 'cancel', 'hold'])
  await does(manager, 'hold', id, seats)
  await refusedIn(id, ['minute', 'decide', 'close'])
  const [point] = (await page(manager, id)).points
  assert.deepEqual(codeOf(await acts(manager, 'close', id)), [409, 'minutes-missing'])
  await does(manager, 'minute', id, { ...seats, minutes: [{ point: point?.id, text: 'Disetujui.' }] })
  await does(manager, 'close', id)
  await refusedIn(id, [])
  const off = await called()
  await does(manager, 'cancel', off, { note: 'Kepala dinas berhalangan.' })
  await refusedIn(off, [])
  assert.deepEqual([(await page(rsud, off)).note, (await page(rsud, off)).next], ['Kepala dinas berhalangan.', null])
})
const callDataOfChange = (own: object = {}) => {
  const { kind: _kind, follows: _follows, ...sitting } = callData(own)
  return sitting
}

test('MEET-2 who is no longer invited loses sight of the meeting at once, with all that it gave others to do', async () => {
  const id = await called()
  assert.equal(
    (await listed(desk, 'coming')).items.some((line) => line.id === id),
    true,
  )
  await does(manager, 'change', id, callDataOfChange({ offices: [offices.rsud], place: 'Aula' }))
  assert.equal(
    (await listed(desk, 'coming')).items.some((line) => line.id === id),
    false,
  )
  assert.deepEqual(codeOf(await desk.ask(meetingRoutes.one, { query: { district, id } })), [404, 'not-found'])
  const shown = await page(rsud, id)
  assert.deepEqual(
    [shown.place, shown.offices.map((one) => one.id), shown.version],
    ['Aula', [offices.secretariat, offices.rsud], 2],
  )
  assert.deepEqual(codeOf(await acts(manager, 'change', id, callDataOfChange(), { base: 1 })), [409, 'stale'])
})

test('MEET-2 what can not be called can not become of a planned meeting either', async () => {
  const kase = await aCaseBy(desk)
  const point = aPoint()
  const wrong: readonly (readonly [what: string, own: object, status: number, code: string])[] = [
    ['an office that nobody knows', { offices: [randomUUID()] }, 422, 'unknown-office'],
    ['two months ago', { startsAt: wireOf(Date.now() - 60 * dayMs) }, 422, 'meeting-long-past'],
    ['no word about a point', { points: [aPoint('')] }, 422, 'agenda-empty'],
    ['the same point twice', { points: [point, point] }, 422, 'agenda-twice'],
    ['the same case twice', { points: [aPoint('a', kase.id), aPoint('b', kase.id)] }, 422, 'agenda-twice'],
    ['a case of nowhere', { points: [aPoint('a', randomUUID())] }, 422, 'unknown-agenda-case'],
    ['no agenda', { points: [] }, 400, 'invalid'],
    ['a link that is a program', { link: 'javascript:alert(1)' }, 400, 'invalid'],
    ['a link in the open', { link: 'http://rapat.contoh.go.id' }, 400, 'invalid'],
    ['a minute of talk', { lasts: 1 }, 400, 'invalid'],
  ]
  const planned = await called()
  for (const [what, own, status, code] of wrong) {
    const asked = await manager.send('meeting.call', { data: callData(own) })
    const changed = await acts(manager, 'change', planned, callDataOfChange(own))
    for (const answer of [asked, changed]) {
      assertJsonProblem(answer, what)
      assert.equal(answer.status, status, `${what}: ${answer.text}`)
      if (status !== 400) assert.equal(answer.body.code, code, what)
    }
  }
  assert.equal((await page(manager, planned)).version, 1, 'nothing of it is left')
})

test('MEET-1 an id that is taken makes no second meeting, whoever sends it, and tells nothing of the first', async () => {
  const id = await called({ offices: [offices.rsud] })
  const before = await house.owner('select * from meeting where id = $1', [id])
  for (const who of [manager, deputy, desk]) {
    const answer = await who.send('meeting.call', { subject: id, data: callData({ kind: 'case-conference' }) })
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text}`)
    assertJsonProblem(answer)
    assert.doesNotMatch(answer.text, /Ruang rapat|Sekretariat/)
  }
  assert.deepEqual(await house.owner('select * from meeting where id = $1', [id]), before)
})

test('MEET-9 a decision whose id is taken, or that names who is not there, gives no task', async () => {
  const id = await held()
  const other = await held()
  const task = await gives(other)
  const decide = (own: object) =>
    acts(manager, 'decide', id, {
      ...meetingData.decide,
      task: randomUUID(),
      point: null,
      office: offices.rsud,
      ...own,
    })
  const taken = await decide({ task })
  assert.ok(taken.status >= 400 && taken.status < 500, `${taken.status} ${taken.text}`)
  const refused: readonly (readonly [object, string])[] = [
    [{ point: randomUUID() }, 'unknown-point'],
    [{ office: offices.maguwoharjo }, 'office-not-invited'],
    [{ office: bantul }, 'office-not-invited'],
    [{ person: desk.staff }, 'assignee-not-here'],
    [{ person: randomUUID() }, 'assignee-not-here'],
  ]
  for (const [own, code] of refused) assert.equal((await decide(own)).body.code, code)
  for (const own of [{ days: 0 }, { days: 251 }, { text: 'ab' }, { days: 1.5 }])
    assert.equal((await decide(own)).status, 400, JSON.stringify(own))
  assert.deepEqual((await page(manager, id)).tasks, [])
  assert.equal((await page(manager, other)).tasks.length, 1)
  await assertVerified(house)
})

test('MEET-11 two who call the next sitting at once, in two processes, call it once', async () => {
  const first = await held({ startsAt: wireOf(Date.now() - 20 * dayMs) })
  const [point] = (await page(manager, first)).points
  await does(manager, 'minute', first, { seats: [], minutes: [{ point: point?.id, text: 'Selesai.' }] })
  const open = await gives(first)
  await does(manager, 'close', first)
  const actor = await actorOf(pools.api, reference, manager.staff ?? '', offices.secretariat)
  assert.ok(actor)
  const asked = Array.from({ length: 6 }, () => {
    // Each with lanes of its own, as processes have them: what meets does so in the database.
    const handle = meetingHandler({ ledger: { ...ledger, lanes: makeLanes(2) }, reference })
    const order = readOrder(
      'meeting.call',
      envelopeOf({ data: callData({ follows: first }) }, offices.secretariat, district),
    )
    assert.ok(order.ok)
    return handle(order.value, actor, Date.now())
  })
  const replies = await Promise.all(asked)
  assert.deepEqual(
    replies.map((reply) => (reply.status === 'refused' ? reply.refusal.code : reply.status)).toSorted(),
    ['accepted', ...Array.from({ length: 5 }, () => 'no-next-sitting')],
  )
  const sittings = await house.owner<{ nth: number; carried: string[] }>(
    'select nth, carried from meeting where follows = $1',
    [first],
  )
  assert.deepEqual(sittings, [{ nth: 2, carried: [open] }])
})

test('MEET-11 no sitting follows one that is not closed, another’s, another kind’s, or one that never was', async () => {
  const code = async (own: object, who: Client = manager) =>
    codeOf(await who.send('meeting.call', { data: callData(own) }))
  const planned = await called()
  const refused = [422, 409]
  for (const [what, own, who] of [
    ['still planned', { follows: planned }, manager],
    ['of another office', { follows: planned, kind: 'technical-team' }, desk],
    ['nobody’s', { follows: randomUUID() }, manager],
    ['once only', { follows: planned, kind: 'case-conference' }, manager],
  ] as const) {
    const [status, said] = await code(own, who)
    assert.ok(refused.includes(status), `${what} ${status}`)
    assert.equal(said, 'no-next-sitting', what)
  }
  await does(manager, 'cancel', planned, { note: 'Batal.' })
  assert.equal((await code({ follows: planned }))[1], 'no-next-sitting', 'what was cancelled goes on nowhere')
})

test('MEET-12, MEET-14 of two who settle a task at once one does; only who gave it opens it again', async () => {
  const id = await held()
  const task = await gives(id)
  const [own, calling] = await Promise.all([
    acts(rsud, 'task-done', id, { task, note: 'Siap.' }),
    acts(manager, 'task-fail', id, { task, note: 'Kamar penuh.' }),
  ])
  assert.deepEqual([own.status, calling.status].toSorted(), [200, 409])
  assert.deepEqual(codeOf(await acts(rsud, 'task-reopen', id, { task, note: 'Lagi.' })), [403, 'not-here'])
  assert.equal((await acts(manager, 'task-reopen', id, { task, note: '' })).status, 400, 'it says why')
  const [before] = await house.owner('select due_day, due_at from meeting_task where id = $1', [task])
  await does(manager, 'task-reopen', id, { task, note: 'Belum selesai.' })
  const [after] = await house.owner('select due_day, due_at from meeting_task where id = $1', [task])
  assert.deepEqual(after, before, 'its day stays')
  assert.deepEqual(codeOf(await acts(manager, 'task-reopen', id, { task, note: 'x' })), [409, 'wrong-task-status'])
  const elsewhere = await held()
  assert.equal((await acts(rsud, 'task-done', elsewhere, { task, note: '' })).body.code, 'unknown-task')
})

test('MEET-17 another district neither finds nor leads it, and an order in its name is refused', async () => {
  const id = await held()
  const task = await gives(id)
  for (const at of [district, '34.02']) {
    const asked = await neighbour.ask(meetingRoutes.one, { query: { district: at, id } })
    assert.deepEqual(codeOf(asked), [404, 'not-found'])
    const settled = await acts(neighbour, 'task-done', id, { task, note: '' }, { district: at })
    assert.deepEqual(codeOf(settled), [404, 'not-found'])
  }
  assert.deepEqual((await listed(neighbour, 'coming')).items, [])
  const forged = await acts(neighbour, 'close', id, {}, { office: offices.secretariat, district })
  assert.ok([401, 403, 404].includes(forged.status), forged.text)
  // Invited from the other district it sees the meeting, and the ledger stays that of who called.
  const joint = await called({ offices: [bantul] })
  assert.equal((await page(neighbour, joint)).district, district)
  assert.deepEqual((await page(neighbour, joint)).acts, [])
  const far = await neighbour.send('meeting.call', { district, data: callData({ offices: [] }) })
  assert.equal(far.body.code, 'wrong-district')
})

test('MEET-17 a stranger, and one whose post is over, read no meeting', async () => {
  const id = await called()
  for (const [row, query] of [
    [meetingRoutes.list, { show: 'coming' }],
    [meetingRoutes.one, { district, id }],
    [meetingRoutes.tasks, { show: 'office' }],
    [meetingRoutes.choices, {}],
    [meetingRoutes.ofCase, { district, id }],
  ] as const) {
    const answer = await house.stranger().ask(row, { query })
    assert.deepEqual(codeOf(answer), [401, 'unauthenticated'], row.path)
  }
  const leaving = await house.staffAt(offices.caturtunggal, 'coordinator')
  assert.equal((await page(leaving, id)).id, id)
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [leaving.staff])
  await admin.does('post.end', { subject: post?.id ?? '', data: {} })
  assert.ok([401, 403].includes((await leaving.ask(meetingRoutes.one, { query: { district, id } })).status))
})

test('MEET-1 lists have pages: what comes is told by its day, what is over from the latest on; each once', async () => {
  const from = Date.now() + 40 * dayMs
  const made: string[] = []
  for (let at = 0; at < 27; at++)
    made.push(await called({ startsAt: wireOf(from - at * dayMs), offices: [offices.maguwoharjo] }))
  const reader = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const [first, second, third] = [
    await listed(reader, 'coming'),
    await listed(reader, 'coming', 2),
    await listed(reader, 'coming', 3),
  ]
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  assert.deepEqual(ids, made.toReversed())
  assert.deepEqual([first.total, third.items], [27, []])
  for (const id of made.slice(0, 2)) await does(manager, 'cancel', id, { note: 'Batal.' })
  const past = await listed(reader, 'past')
  assert.deepEqual(
    past.items.map(({ id, status }) => [id, status]),
    made.slice(0, 2).map((id) => [id, 'cancelled']),
  )
  for (const query of [{ show: 'all' }, { page: 0 }, { page: 'x' }, { show: 'coming', office: offices.secretariat }])
    assert.equal((await reader.ask(meetingRoutes.list, { query })).status, 400, JSON.stringify(query))
})

test('MEET-15, MEET-16 the clock does each once, however often and by however many it is asked; what is settled rests', async () => {
  const id = await held()
  const [late, done] = [await gives(id), await gives(id)]
  await does(rsud, 'task-done', id, { task: done, note: '' })
  const handle = meetingHandler({ ledger, reference })
  const [times] = await house.owner<{ remind: Date; due: Date }>(
    'select remind_at as remind, due_at as due from meeting_task where id = $1',
    [late],
  )
  assert.ok(times)
  const kinds = async (): Promise<readonly string[]> =>
    (
      await house.owner<{ kind: string }>(
        "select kind from ledger where subject = $1 and kind like 'meeting.task-%' order by seq",
        [id],
      )
    ).map(({ kind }) => kind)
  const press = (at: number) => Promise.all([1, 2, 3].map(() => pressTasks(pools.worker, handle, at)))
  await press(times.remind.getTime() - 1)
  assert.deepEqual(await kinds(), ['meeting.task-done'], 'not a moment early')
  await press(times.remind.getTime())
  assert.deepEqual(await kinds(), ['meeting.task-done', 'meeting.task-remind'])
  await press(times.due.getTime() - 1)
  await press(times.due.getTime())
  await press(times.due.getTime() + 90 * dayMs)
  assert.deepEqual(await kinds(), ['meeting.task-done', 'meeting.task-remind', 'meeting.task-overdue'])
  await assertVerified(house)
})

test('MEET-16 a task whose time can not be told holds back none of the others, and the failure is not hidden', async () => {
  const id = await held()
  // The first that is looked at.
  const tasks = [await gives(id, { days: 1 }), await gives(id), await gives(id)]
  const [bad] = tasks
  const handle = meetingHandler({ ledger, reference })
  const tripping: typeof handle = (order, actor, at) => {
    if ((order.data as { readonly task?: string }).task === bad) throw new Error('this one can not be read')
    return handle(order, actor, at)
  }
  const at = Date.now() + 400 * dayMs
  await assert.rejects(pressTasks(pools.worker, tripping, at), /this one can not be read/)
  const late = await house.owner<{ id: string }>(
    'select id from meeting_task where meeting = $1 and overdue_since is not null order by made_at, id',
    [id],
  )
  assert.deepEqual(new Set(late.map((row) => row.id)), new Set(tasks.slice(1)))
  await pressTasks(pools.worker, handle, at)
  const again = await house.owner('select 1 from meeting_task where meeting = $1 and overdue_since is not null', [id])
  assert.equal(again.length, 3, 'it is there again at the next look')
})

test('MEET-17 of a case of another village nobody learns by asking what was decided about it', async () => {
  const neighbourhood = await house.staffAt(offices.maguwoharjo, 'bo')
  const kase = await aCaseBy(neighbourhood, { place: villageCode.parse('34.04.07.2002') })
  assert.deepEqual(codeOf(await desk.ask(meetingRoutes.ofCase, { query: { district, id: kase.id } })), [
    404,
    'not-found',
  ])
  assert.deepEqual(codeOf(await desk.ask(meetingRoutes.ofCase, { query: { district, id: randomUUID() } })), [
    404,
    'not-found',
  ])
})
