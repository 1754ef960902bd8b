import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { meetingsOf } from '../../testing/meetings.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { meetingHandler } from './commands.ts'
import { pressTasks } from './press-tasks.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const bappeda = await house.staffAt(offices.dinsos, 'planner')
const outsider = await house.staffAt(offices.maguwoharjo, 'coordinator')
const { ledger, reference, pools } = house.parts

const codeOf = ({ status, body }: Answer) => [status, body.code]
const district = '34.04'

const { called, held, decided } = meetingsOf(manager, offices)
const acts = (who: Client, action: string, id: string, data: object = {}): Promise<Answer> =>
  who.send(`meeting.${action}`, { subject: id, data })
const read = (who: Client, id: string) => who.ask(meetingRoutes.one, { query: { district, id } })
const page = async (who: Client, id: string) => meetingRoutes.one.reply.parse((await read(who, id)).body)
const tasksOf = async (who: Client, show: string) => (await who.read(meetingRoutes.tasks, { query: { show } })).items

test('MEET-1 a meeting goes from invitation over minutes to tasks, and its tasks to their owners', async () => {
  const kase = await aCaseBy(desk)
  const meeting = await held([{ case: kase.id, title: 'Rumah singgah' }, { title: 'Anggaran 2027' }])
  const task = await decided(meeting)
  const other = await decided(meeting, { point: null, office: offices.caturtunggal, person: desk.staff, days: 1 })
  await manager.does('meeting.close', { subject: meeting.id, data: {} })

  const seen = await page(rsud, meeting.id)
  assert.deepEqual([seen.status, seen.points.length, seen.office.name], ['closed', 2, 'Sekretariat SLRT Sleman'])
  assert.deepEqual(
    seen.points.map(({ title, minutes, case: of }) => [title, minutes, of && [of.number, of.opens]]),
    [
      ['Rumah singgah', 'Keluarga Sumarni setuju.', [kase.number, false]],
      ['Anggaran 2027', 'Keluarga Sumarni setuju.', null],
    ],
  )
  assert.deepEqual(seen.seats, [{ office: offices.rsud, present: true, names: 'Ratna Dewi' }])
  assert.deepEqual(seen.acts, [])
  assert.deepEqual(
    (await tasksOf(rsud, 'office')).map(({ id, acts: may, late }) => [id, may, late]),
    [[task, ['task-done', 'task-fail'], false]],
  )
  assert.deepEqual(
    (await tasksOf(desk, 'mine')).map(({ id }) => id),
    [other],
  )
  await rsud.does('meeting.task-done', { subject: meeting.id, data: { task, note: 'Kamar sudah siap.' } })
  assert.deepEqual(
    (await tasksOf(rsud, 'settled')).map(({ id, note }) => [id, note]),
    [[task, 'Kamar sudah siap.']],
  )

  const card = await desk.read(meetingRoutes.ofCase, { query: { district, id: kase.id } })
  assert.deepEqual([card.tasks.map(({ id, status }) => [id, status]), card.mayCall], [[[task, 'done']], true])
})

test('MEET-17 who was not invited finds no meeting, no task, and can do nothing with either', async () => {
  const kase = await aCaseBy(outsider, { place: villageCode.parse('34.04.07.2002') })
  const meeting = await held([{ case: kase.id, title: 'Rumah singgah' }])
  const task = await decided(meeting)
  const stranger = await house.staffAt(offices.maguwoharjo, 'facilitator')
  assert.deepEqual(codeOf(await read(stranger, meeting.id)), [404, 'not-found'])
  const listed = await stranger.read(meetingRoutes.list)
  assert.deepEqual([listed.items, listed.total, await tasksOf(stranger, 'office')], [[], 0, []])
  const seats = [{ office: offices.maguwoharjo, present: true, names: '' }]
  const attacks: readonly (readonly [action: string, data: object])[] = [
    [
      'change',
      { ...meetingData.change, offices: [offices.maguwoharjo], points: [{ id: randomUUID(), case: null, title: 'x' }] },
    ],
    ['cancel', { note: 'Batal.' }],
    ['hold', { seats }],
    ['minute', { seats, minutes: [] }],
    ['decide', { ...meetingData.decide, task: randomUUID() }],
    ['close', {}],
    ['task-done', { task, note: '' }],
    ['task-fail', { task, note: 'Tidak.' }],
    ['task-reopen', { task, note: 'Lagi.' }],
  ]
  for (const [action, data] of attacks)
    assert.deepEqual(codeOf(await acts(outsider, action, meeting.id, data)), [404, 'not-found'], action)
  // Whoever has the case in hand reads what was decided about it, and nothing else of the meeting.
  const card = await outsider.read(meetingRoutes.ofCase, { query: { district, id: kase.id } })
  assert.deepEqual(
    card.tasks.map(({ id, acts: may }) => [id, may]),
    [[task, []]],
  )
})

test('MEET-17 the second wall says the same: without the office that attends the rows are not there', async () => {
  const meeting = await held([{ title: 'Anggaran' }])
  await decided(meeting, { point: null })
  const count = async (settings: string): Promise<unknown> => {
    const client = await pools.api.connect()
    try {
      await client.query(`begin; ${settings}`)
      const { rows } = await client.query(
        'select (select count(*)::int from meeting where id = $1) as m, (select count(*)::int from meeting_task where meeting = $1) as t',
        [meeting.id],
      )
      return rows[0]
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  assert.deepEqual(await count(''), { m: 0, t: 0 })
  assert.deepEqual(await count(`set local app.meets = '${offices.maguwoharjo}'`), { m: 0, t: 0 })
  assert.deepEqual(await count(`set local app.meets = '${offices.rsud}'`), { m: 1, t: 1 })
})

test('MEET-8 those who are invited do not lead: they neither write minutes nor decide, and end no task of others', async () => {
  const meeting = await held([{ title: 'Anggaran' }])
  const task = await decided(meeting, { office: offices.caturtunggal })
  for (const [action, data] of [
    ['minute', { seats: [], minutes: [] }],
    ['decide', { ...meetingData.decide, task: randomUUID(), point: null }],
    ['close', {}],
    ['task-done', { task, note: '' }],
    ['task-reopen', { task, note: 'Lagi.' }],
  ] as const)
    assert.deepEqual(codeOf(await acts(rsud, action, meeting.id, data)), [403, 'not-here'], action)
  const facilitator = await house.staffAt(offices.secretariat, 'facilitator')
  assert.deepEqual(codeOf(await acts(facilitator, 'close', meeting.id)), [403, 'meeting-not-yours'])
  const leader = await house.staffAt(offices.secretariat, 'leader')
  assert.deepEqual(codeOf(await read(leader, meeting.id)), [403, 'not-permitted'])
  const stale = await manager.send('meeting.close', { subject: meeting.id, base: 1, data: {} })
  assert.deepEqual(codeOf(stale), [409, 'stale'])
})

test('MEET-18 of a restricted case those who may not see it read the number, and what they themselves have to do', async () => {
  const child = await aCaseBy(manager, { restricted: 'child-violence' })
  const meeting = await held([{ case: child.id, title: 'Rumah aman' }])
  const task = await decided(meeting, { text: 'Siapkan visum' })
  const others = await decided(meeting, { office: offices.secretariat, text: 'Hubungi UPTD PPA' })
  const own = await page(manager, meeting.id)
  assert.deepEqual(own.points[0]?.title, 'Rumah aman')
  for (const who of [rsud, desk, bappeda]) {
    const [point] = (await page(who, meeting.id)).points
    assert.deepEqual(
      [point?.case?.number, point?.case?.opens, point?.title, point?.minutes],
      [child.number, false, null, null],
    )
  }
  const told = new Map((await page(rsud, meeting.id)).tasks.map(({ id, text }) => [id, text]))
  assert.deepEqual([told.get(task), told.get(others)], ['Siapkan visum', null])
  // Who sees it not can't put it on an agenda either, nor learn that it is there.
  const tried = (id: string) =>
    desk.send('meeting.call', {
      data: {
        ...meetingData.call,
        kind: 'case-conference',
        offices: [],
        points: [{ id: randomUUID(), case: { district, id }, title: 'x' }],
      },
    })
  assert.deepEqual(codeOf(await tried(child.id)), [422, 'unknown-agenda-case'])
  assert.deepEqual((await tried(child.id)).body.message, (await tried(randomUUID())).body.message)
})

test('MEET-18 who reads no cases reads of none; when a case becomes restricted it is closed to the others at once', async () => {
  const kase = await aCaseBy(desk)
  const meeting = await held([{ case: kase.id, title: 'Rumah singgah' }])
  const titleFor = async (who: Client) => (await page(who, meeting.id)).points[0]?.title
  assert.deepEqual([await titleFor(rsud), await titleFor(bappeda)], ['Rumah singgah', null])
  await house.owner("update cases set restricted = 'hiv' where id = $1", [kase.id])
  assert.deepEqual([await titleFor(rsud), await titleFor(manager)], [null, 'Rumah singgah'])
  await house.owner('update cases set restricted = null where id = $1', [kase.id])
})

test('MEET-11 the next sitting is proposed on a working day, carries open tasks, and is called once', async () => {
  const first = await held([{ title: 'Anggaran' }], { startsAt: wireOf(Date.now() - 20 * dayMs) })
  const [open, done] = [await decided(first), await decided(first, { office: offices.caturtunggal })]
  await desk.does('meeting.task-done', { subject: first.id, data: { task: done, note: '' } })
  await manager.does('meeting.close', { subject: first.id, data: {} })
  const { next } = await page(manager, first.id)
  assert.ok(next && next > Date.now())
  assert.equal((await page(rsud, first.id)).next, null, 'only who calls it is asked')
  const second = await called([{ title: 'Lanjutan' }], { follows: first.id, startsAt: wireOf(next) })
  const shown = await page(rsud, second.id)
  assert.deepEqual([shown.nth, shown.carried.map(({ id }) => id)], [2, [open]])
  assert.equal((await page(manager, first.id)).next, null)
  const again = {
    ...meetingData.call,
    follows: first.id,
    offices: [],
    points: [{ id: randomUUID(), case: null, title: 'x' }],
  }
  assert.deepEqual(codeOf(await manager.send('meeting.call', { data: again })), [409, 'no-next-sitting'])
})

test('MEET-15, MEET-16, MEET-19 owners are told of their task, reminded once, and told once that it is late', async () => {
  await dispatchAll(noticePartsOf(house), Date.now())
  // Of what was called before in this house others hear as well.
  const heard = async (who: Client, of: string) => {
    await dispatchAll(noticePartsOf(house), Date.now())
    const { items } = await who.read(noticeRoutes.list, { query: { show: 'unread' } })
    await who.ask(noticeRoutes.read, { body: { ids: null, read: true } })
    return items.filter(({ about }) => about?.id === of).map(({ what, case: kase }) => [what, kase])
  }
  const meeting = await called([{ title: 'Anggaran' }])
  assert.deepEqual(await heard(rsud, meeting.id), [['meeting-called', null]])
  assert.deepEqual(await heard(outsider, meeting.id), [])
  await manager.does('meeting.hold', { subject: meeting.id, data: { seats: [] } })
  const task = await decided(meeting)
  assert.deepEqual(await heard(rsud, meeting.id), [['task-given', null]])
  const handle = meetingHandler({ ledger, reference })
  const press = async (column: string): Promise<void> => {
    const [row] = await house.owner<{ at: Date }>(`select ${column} as at from meeting_task where id = $1`, [task])
    for (const _twice of [1, 2]) await pressTasks(pools.worker, handle, row?.at.getTime() ?? 0)
  }
  await press('remind_at')
  assert.deepEqual(await heard(rsud, meeting.id), [['task-due', null]])
  await press('due_at')
  assert.deepEqual(
    [await heard(rsud, meeting.id), await heard(manager, meeting.id)],
    [[['task-late', null]], [['task-late', null]]],
  )
  await rsud.does('meeting.task-fail', { subject: meeting.id, data: { task, note: 'Kamar penuh.' } })
  assert.deepEqual(await heard(manager, meeting.id), [['task-settled', null]])
})

test('MEET-2 who is no longer invited sees the meeting no more, and who is invited later does', async () => {
  const meeting = await called([{ title: 'Anggaran' }])
  const changed = {
    ...meetingData.change,
    offices: [offices.maguwoharjo],
    startsAt: wireOf(Date.now()),
    place: 'Aula kapanewon',
    points: meeting.points.map(({ id }) => ({ id, case: null, title: 'Anggaran 2027' })),
  }
  await manager.does('meeting.change', { subject: meeting.id, base: 1, data: changed })
  assert.deepEqual(codeOf(await read(rsud, meeting.id)), [404, 'not-found'])
  const seen = await page(outsider, meeting.id)
  assert.deepEqual([seen.place, seen.points[0]?.title, seen.version], ['Aula kapanewon', 'Anggaran 2027', 2])
  await manager.does('meeting.cancel', { subject: meeting.id, data: { note: 'Kepala dinas berhalangan.' } })
  const past = await outsider.read(meetingRoutes.list, { query: { show: 'past' } })
  assert.equal(past.items.find(({ id }) => id === meeting.id)?.status, 'cancelled')
  assert.equal((await page(outsider, meeting.id)).note, 'Kepala dinas berhalangan.')
})

test('MEET-18 of an erased case nothing is told any more, not even to who had a task of it', async () => {
  const kase = await aCaseBy(desk)
  const meeting = await held([{ case: kase.id, title: 'Rumah singgah' }])
  const task = await decided(meeting, { text: 'Siapkan kamar untuk keluarga itu' })
  await house.owner("update cases set status = 'erased' where id = $1", [kase.id])
  for (const who of [manager, rsud]) {
    const { points, tasks } = await page(who, meeting.id)
    assert.deepEqual([points[0]?.title, points[0]?.minutes, points[0]?.case?.opens], [null, null, false])
    assert.deepEqual(
      tasks.map(({ id, text }) => [id, text]),
      [[task, null]],
    )
  }
  await house.owner("update cases set status = 'registered' where id = $1", [kase.id])
})

test('MEET-14 the calling office opens a task again; it is late from its day on, and told so in the list', async () => {
  const meeting = await held([{ title: 'Anggaran' }])
  const task = await decided(meeting)
  await rsud.does('meeting.task-fail', { subject: meeting.id, data: { task, note: 'Kamar penuh.' } })
  const failed = (await page(manager, meeting.id)).tasks.find(({ id }) => id === task)
  assert.deepEqual([failed?.note, failed?.acts], ['Kamar penuh.', ['task-reopen']])
  const again = { subject: meeting.id, data: { task, note: 'Kamar sudah ada.' } }
  assert.deepEqual(codeOf(await rsud.send('meeting.task-reopen', again)), [403, 'not-here'])
  await manager.does('meeting.task-reopen', again)
  const [kept] = await house.owner<{ due: Date }>('select due_at as due from meeting_task where id = $1', [task])
  await house.owner("update meeting_task set due_at = now() - interval '1 hour' where id = $1", [task])
  const late = await rsud.read(meetingRoutes.tasks, { query: { show: 'late' } })
  assert.deepEqual([late.items.map(({ id, late: is }) => [id, is]).at(0), late.late], [[task, true], 1])
  await rsud.does('meeting.task-done', { subject: meeting.id, data: { task, note: '' } })
  assert.equal((await rsud.read(meetingRoutes.tasks, { query: { show: 'late' } })).total, 0)
  await house.owner('update meeting_task set due_at = $2 where id = $1', [task, kept?.due])
  const twice = await rsud.send('meeting.task-done', { subject: meeting.id, data: { task, note: '' } })
  assert.deepEqual(codeOf(twice), [409, 'wrong-task-status'])
})

test('MEET-9 a person who is named works at the office that owns the task, and finds it among their own', async () => {
  const meeting = await held([{ title: 'Anggaran' }])
  const { people, dueDays, acts: may } = await page(manager, meeting.id)
  assert.deepEqual(
    people.filter(({ staff }) => staff === rsud.staff).map(({ office }) => office),
    [offices.rsud],
  )
  assert.deepEqual([dueDays[0]?.days, may], [1, ['minute', 'decide', 'close']])
  const give = { ...meetingData.decide, task: randomUUID(), point: null, office: offices.rsud }
  const elsewhere = await acts(manager, 'decide', meeting.id, { ...give, person: desk.staff })
  assert.deepEqual(codeOf(elsewhere), [422, 'assignee-not-here'])
  const uninvited = await acts(manager, 'decide', meeting.id, { ...give, office: offices.maguwoharjo })
  assert.deepEqual(codeOf(uninvited), [422, 'office-not-invited'])
  const task = await decided(meeting, { person: rsud.staff })
  const mine = await tasksOf(rsud, 'mine')
  assert.equal(mine.find(({ id }) => id === task)?.personName, 'Petugas provider')
  const colleague = await house.staffAt(offices.rsud, 'provider')
  assert.equal((await tasksOf(colleague, 'mine')).length, 0)
  assert.ok((await tasksOf(colleague, 'office')).some(({ id }) => id === task))
})

test('MEET-13 tasks are told with their lateness, and settled ones leave the list of what is open', async () => {
  const meeting = await held([{ title: 'Anggaran' }])
  const task = await decided(meeting, { office: offices.caturtunggal, person: desk.staff })
  const [kept] = await house.owner<{ due: Date }>('select due_at as due from meeting_task where id = $1', [task])
  await house.owner("update meeting_task set due_at = now() - interval '1 day' where id = $1", [task])
  const find = async (show: string) => (await tasksOf(desk, show)).find(({ id }) => id === task)
  for (const show of ['late', 'mine', 'office']) assert.equal((await find(show))?.late, true, show)
  assert.ok((await desk.read(meetingRoutes.tasks)).late >= 1)
  assert.ok(!(await tasksOf(rsud, 'office')).some(({ id }) => id === task), 'an office lists its own')
  const failed = (note: string) => acts(desk, 'task-fail', meeting.id, { task, note })
  assert.equal((await failed('')).status, 400)
  assert.equal((await failed('Keluarga pindah.')).status, 200)
  for (const show of ['late', 'mine', 'office']) assert.equal(await find(show), undefined, show)
  const settled = await find('settled')
  assert.deepEqual([settled?.status, settled?.note, settled?.late], ['not-done', 'Keluarga pindah.', false])
  await house.owner('update meeting_task set due_at = $2 where id = $1', [task, kept?.due])
})

test('MEET-21 what was typed lies sealed, and the ledger proves every meeting and writes it anew', async () => {
  const bytes = await house.owner<{ all: Buffer }>(
    "select venue || agenda || coalesce(attendance, '') || coalesce(minutes, '') as all from meeting union all select text || coalesce(note, '') from meeting_task",
  )
  assert.ok(bytes.length > 5)
  for (const { all } of bytes) assert.doesNotMatch(all.toString('latin1'), /Sumarni|Anggaran|Rumah|Ruang|Ratna|kamar/i)
  await assertVerified(house)
  const stored = () =>
    house.owner(
      'select id, version, status, offices, cases, carried, nth, minutes is null as m from meeting order by id',
    )
  const tasks = () =>
    house.owner('select id, version, status, due_day, due_at, remind_at, overdue_since from meeting_task order by id')
  const before = [await stored(), await tasks()]
  const client = await house.ownerPool.connect()
  await client.query(
    "update meeting set nth = 9, offices = '{}'; update meeting_task set status = 'open', due_at = now()",
  )
  await rebuildDistrict(client as unknown as Parameters<typeof rebuildDistrict>[0], ledger.keys, district)
  client.release()
  assert.deepEqual([await stored(), await tasks()], before)
  await assertVerified(house)
})
