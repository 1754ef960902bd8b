import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { visitPaths, visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import type { VisitId } from '@openslrt/core/kernel/id.ts'
import { visitId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { visitHandler } from './commands.ts'
import { pressVisits } from './press-visits.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')
const otherSurveyor = await house.staffAt(offices.secretariat, 'surveyor')
const manager = await house.staffAt(offices.secretariat, 'manager')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const { ledger, pools } = house.parts

const { district } = sleman
const now = Date.now()
const today = dayIn('Asia/Jakarta', now)
const later = (days: number): string => dayIn('Asia/Jakarta', now + days * dayMs)
const codeOf = ({ status, body }: Answer) => [status, body.code]
const seen = { ...visitData.done, capturedAt: new Date(now).toISOString() }
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)])

/** A visit that was planned through the door, by the coordinator of Caturtunggal unless told otherwise. */
async function planned(own: object = {}, by: Client = desk): Promise<VisitId> {
  const id = visitId.parse(randomUUID())
  const data = { ...visitData.plan, office: offices.caturtunggal, day: today, ...own }
  await by.does('visit.plan', { subject: id, data })
  return id
}
const acts = (who: Client, action: string, id: string, data: object): Promise<Answer> =>
  who.send(`visit.${action}`, { subject: id, data })
const read = (who: Client, id: string) => who.ask(visitRoutes.one, { query: { district, id } })
const page = async (who: Client, id: string) => visitRoutes.one.reply.parse((await read(who, id)).body)
const listed = async (who: Client, show: string, own: object = {}) =>
  (await who.read(visitRoutes.list, { query: { show, ...own } })).items.map(({ id }) => id)

test('VISIT-1, VISIT-5 a visit for a case is planned, made by who is sent, and read with what was found', async () => {
  const kase = await aCaseBy(desk)
  const id = await planned({ case: kase.id, assignee: facilitator.staff, proposal: 'USL-12, RTLH' })
  assert.deepEqual(await listed(facilitator, 'mine'), [id])
  const before = await page(facilitator, id)
  assert.deepEqual([before.name, before.placeName, before.case?.number], ['Sumarni', 'Caturtunggal', kase.number])
  assert.deepEqual(
    [before.ask, before.late, before.acts],
    ['Atap dan lantai', false, ['replan', 'done', 'miss', 'photo']],
  )
  await facilitator.does('visit.done', { subject: id, base: 1, data: seen })
  const after = await page(desk, id)
  assert.deepEqual([after.status, after.fit, after.report?.words], ['done', 'fit', 'Lantai tanah, atap bocor.'])
  assert.deepEqual(
    [after.resultNames?.id, after.spot, after.oddTime],
    ['Sesuai keterangan', visitData.done.spot, false],
  )
  assert.deepEqual([after.visitorName, after.plannerName], ['Petugas facilitator', 'Petugas coordinator'])
  assert.deepEqual([after.case?.opens, after.acts], [true, ['photo']])
  const about = await bo.read(visitRoutes.about, { query: { district, case: kase.id } })
  assert.deepEqual([about.visits.map((line) => [line.id, line.status]), about.mayPlan], [[[id, 'done']], true])
  assert.ok((await listed(desk, 'ended')).includes(id))
  assert.deepEqual(codeOf(await acts(facilitator, 'done', id, seen)), [409, 'wrong-visit-status'])
})

test('VISIT-3 who may be sent is told by office, the nearest first, and nobody else can be', async () => {
  const { offices: shown, today: day } = await manager.read(visitRoutes.choices, {
    query: { village: sleman.caturtunggal },
  })
  assert.deepEqual([shown.map(({ id }) => id), day], [[offices.caturtunggal, offices.secretariat], today])
  const people = shown[0]?.people.map(({ id }) => id) ?? []
  assert.ok([desk, bo, facilitator].every(({ staff }) => staff !== null && people.some((one) => one === staff)))
  assert.ok(!people.some((one) => one === fo.staff), 'a front office makes no visits')
  const data = { ...visitData.plan, office: offices.caturtunggal, day: today }
  for (const [own, code] of [
    [{ assignee: fo.staff }, 'assignee-not-here'],
    [{ assignee: neighbour.staff }, 'assignee-not-here'],
    [{ office: offices.maguwoharjo }, 'visit-elsewhere'],
    [{ place: '34.04.07.2002' }, 'visit-elsewhere'],
    [{ place: '34.04.99.2999' }, 'unknown-place'],
    [{ day: later(-1) }, 'visit-day'],
    [{ case: randomUUID() }, 'visit-case'],
  ] as const)
    assert.deepEqual(codeOf(await desk.send('visit.plan', { data: { ...data, ...own } })), [422, code])
  const beyond = await desk.ask(visitRoutes.choices, { query: { village: sleman.maguwoharjo } })
  assert.deepEqual(codeOf(beyond), [422, 'visit-elsewhere'])
})

test('VISIT-10 whoever is not sent, not of the office and not over the place finds no visit and can do nothing', async () => {
  const id = await planned({ office: offices.secretariat, assignee: surveyor.staff }, manager)
  for (const who of [surveyor, otherSurveyor, manager, desk, bo]) assert.equal((await read(who, id)).status, 200)
  const own = await planned()
  for (const who of [neighbour, otherSurveyor, surveyor]) {
    assert.deepEqual(codeOf(await read(who, own)), [404, 'not-found'])
    for (const show of ['mine', 'office', 'late', 'ended']) assert.ok(!(await listed(who, show)).includes(own), show)
    for (const [action, data] of Object.entries({ ...visitData, done: seen }))
      if (action !== 'plan') assert.ok([403, 404].includes((await acts(who, action, own, data)).status), action)
  }
  assert.deepEqual(codeOf(await read(fo, own)), [403, 'not-permitted'])
  // Seeing it is not yet making it: the visit is the secretariat's.
  assert.deepEqual(codeOf(await acts(bo, 'done', id, seen)), [403, 'not-here'])
})

test('VISIT-10 a visit for a restricted case is seen by who may see its kind and by who is sent; for an erased one by nobody else', async () => {
  const kase = await aCaseBy(desk, { restricted: 'violence' })
  const id = await planned({ case: kase.id, assignee: facilitator.staff })
  assert.equal((await read(desk, id)).status, 200)
  assert.deepEqual(codeOf(await read(bo, id)), [404, 'not-found'])
  assert.ok(!(await listed(bo, 'office')).includes(id))
  const mine = await page(facilitator, id)
  assert.deepEqual([mine.case?.opens, mine.name], [false, 'Sumarni'])
  const wall = async (who: Client, restricted: string): Promise<number> => {
    const client = await pools.api.connect()
    try {
      await client.query(
        `begin; set local app.visits = '${who.staff}'; set local app.office = '${who.office}'; set local app.restricted = '${restricted}'`,
      )
      const { rows } = await client.query<{ n: number }>('select count(*)::int as n from visit where id = $1', [id])
      return rows[0]?.n ?? -1
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  assert.deepEqual([await wall(bo, ''), await wall(desk, 'violence'), await wall(facilitator, '')], [0, 1, 1])
  await house.owner("update cases set status = 'erased' where id = $1", [kase.id])
  assert.deepEqual(codeOf(await read(desk, id)), [404, 'not-found'])
  await house.owner("update cases set status = 'registered' where id = $1", [kase.id])
})

test('VISIT-4, VISIT-6 a visit that failed gets another day and another person', async () => {
  const id = await planned({ assignee: facilitator.staff })
  const missed = { ...visitData.miss, capturedAt: new Date(now).toISOString() }
  await facilitator.does('visit.miss', { subject: id, data: missed })
  assert.deepEqual(
    [(await page(bo, id)).reasonNames?.id, (await page(bo, id)).status],
    ['Tidak ada orang di rumah', 'missed'],
  )
  await bo.does('visit.replan', { subject: id, data: { day: later(3), note: '' } })
  await bo.does('visit.assign', { subject: id, data: { office: offices.caturtunggal, assignee: bo.staff, note: '' } })
  const again = await page(bo, id)
  assert.deepEqual([again.tries, again.plannedFor, again.assigneeName], [2, later(3), 'Petugas bo'])
  assert.deepEqual(codeOf(await bo.send('visit.done', { subject: id, base: 1, data: seen })), [409, 'stale'])
  await bo.does('visit.cancel', { subject: id, data: visitData.cancel })
  assert.equal((await page(bo, id)).note, 'Warga sudah datang ke kantor.')
})

test('VISIT-9 a visit whose day is over is said to be late once, and listed as such', async () => {
  const id = await planned({ assignee: facilitator.staff })
  const late = async () => (await facilitator.read(visitRoutes.list, { query: { show: 'late' } })).late
  assert.deepEqual([await late(), await pressVisits(pools.worker, handle, now)], [0, 0])
  const tomorrow = now + dayMs
  assert.ok((await pressVisits(pools.worker, handle, tomorrow)) >= 1)
  assert.equal(await pressVisits(pools.worker, handle, tomorrow), 0, 'once is enough')
  const [row] = await house.owner<{ since: Date | null; version: number }>(
    'select overdue_since as since, version from visit where id = $1',
    [id],
  )
  assert.ok(row?.since && row.version === 2)
  const fresh = await planned({ day: later(1), assignee: facilitator.staff })
  assert.equal((await page(facilitator, fresh)).late, false)
})
const caseParts = { ledger, reference: house.parts.reference }
const handle = visitHandler(caseParts)

test('VISIT-7, VISIT-11 pictures say what they show, are looked at by who sees the visit, and each look is written down', async () => {
  const id = await planned({ assignee: facilitator.staff })
  const { body } = await upload(facilitator, district, { bytes: png, type: 'image/png' })
  const photo = {
    photo: randomUUID(),
    kind: 'ktp',
    sha256: String(body['sha256']),
    capturedAt: new Date(now).toISOString(),
  }
  await facilitator.does('visit.photo', { subject: id, data: photo })
  assert.deepEqual(
    (await page(desk, id)).photos.map((one) => [one.id, one.kind]),
    [[photo.photo, 'ktp']],
  )
  const look = (who: Client, of = photo.photo) =>
    who.raw({ method: 'GET', path: `${visitPaths.photo}?district=${district}&visit=${id}&photo=${of}` })
  assert.equal((await look(desk)).status, 200)
  for (const who of [neighbour, surveyor]) assert.deepEqual(codeOf(await look(who)), [404, 'not-found'])
  assert.deepEqual(codeOf(await look(fo)), [403, 'not-permitted'])
  assert.equal((await look(desk, randomUUID())).status, 404)
  const [looks] = await house.owner<{ n: number }>(
    "select count(*)::int as n from access_log where subject = $1 and action = 'file'",
    [id],
  )
  assert.equal(looks?.n, 1)
  const { body: paper } = await upload(facilitator, district, { bytes: aPdf, type: 'application/pdf' })
  for (const sha256 of [String(paper['sha256']), 'cd'.repeat(32)])
    assert.deepEqual(codeOf(await acts(facilitator, 'photo', id, { ...photo, photo: randomUUID(), sha256 })), [
      422,
      'unknown-file',
    ])
  await house.owner("update file_blob set stored_at = now() - interval '90 days'")
  const [kept] = await house.owner<{ n: number }>(
    'select count(*)::int as n from file_blob b where exists (select 1 from visit_photo p where p.sha256 = b.sha256)',
  )
  assert.equal(kept?.n, 1)
})

test('VISIT-10 who looks at one village sees all visits there that they may see', async () => {
  const id = await planned()
  const { items, total } = await manager.read(visitRoutes.list, {
    query: { show: 'office', village: sleman.caturtunggal },
  })
  assert.ok(items.some((line) => line.id === id) && total >= items.length)
  const none = await manager.read(visitRoutes.list, { query: { show: 'office', village: sleman.maguwoharjo } })
  assert.deepEqual([none.items, none.total], [[], 0])
  assert.deepEqual(await listed(neighbour, 'office', { village: sleman.caturtunggal }), [])
})

/** What somebody was told of one visit since they last looked, the newest first. */
async function heard(who: Client, of: string) {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await who.read(noticeRoutes.list, { query: { show: 'unread' } })
  await who.ask(noticeRoutes.read, { body: { ids: null, read: true } })
  return items.filter(({ about }) => about?.id === of).map(({ what }) => what)
}

test('VISIT-14 whoever is sent is told, and when it is theirs no more, moved, late or cancelled', async () => {
  const id = await planned({ assignee: facilitator.staff })
  assert.deepEqual(
    [await heard(facilitator, id), await heard(desk, id), await heard(bo, id), await heard(neighbour, id)],
    [['visit-given'], [], [], []],
  )
  const give = (assignee: string | null) => ({ office: offices.caturtunggal, assignee, note: '' })
  await desk.does('visit.assign', { subject: id, data: give(bo.staff) })
  assert.deepEqual([await heard(facilitator, id), await heard(bo, id)], [['visit-taken'], ['visit-given']])
  await desk.does('visit.replan', { subject: id, data: { day: later(1), note: '' } })
  assert.deepEqual(await heard(bo, id), ['visit-moved'])
  assert.equal(await heard(bo, id).then((more) => more.length), 0, 'each entry is told once')
  await pressVisits(pools.worker, handle, now + 3 * dayMs)
  assert.deepEqual([await heard(bo, id), await heard(desk, id)], [['visit-late'], ['visit-late']])
  await desk.does('visit.assign', { subject: id, data: give(null) })
  assert.deepEqual(await heard(facilitator, id), ['visit-given'], 'whoever makes visits there')
  assert.deepEqual(await heard(fo, id), [], 'and nobody who makes none')
  await desk.does('visit.cancel', { subject: id, data: visitData.cancel })
  assert.deepEqual([await heard(bo, id), await heard(desk, id)], [['visit-cancelled', 'visit-taken'], []])
})

test('VISIT-14 of a visit for a restricted case nobody hears who may not see its kind, but whoever is sent', async () => {
  const kase = await aCaseBy(desk, { restricted: 'violence' })
  const id = await planned({ case: kase.id, assignee: facilitator.staff })
  const open = await planned({ case: kase.id }, desk)
  assert.deepEqual([await heard(bo, open), await heard(bo, id)], [[], []])
  assert.deepEqual(await heard(facilitator, id), ['visit-given'])
})

/** All that the database holds of a visit, opened, as one text. */
async function everythingOf(id: string): Promise<string> {
  const keys = await ledger.keys.forDistrict(district)
  const [row] = await house.owner<Record<string, unknown>>('select * from visit where id = $1', [id])
  const fields = Object.entries(row ?? {}).map(([, value]) =>
    Buffer.isBuffer(value) ? keys.open(value, 'field') : value,
  )
  const entries = await house.owner<{ command_id: string; payload: Buffer | null }>(
    'select command_id, payload from ledger where subject = $1',
    [id],
  )
  const said = entries.flatMap(({ payload, command_id }) =>
    payload ? [keys.open(payload, `entry ${command_id}`).toString()] : [],
  )
  const photos = await house.owner<{ text: string }>(
    'select row_to_json(p)::text as text from visit_photo p where visit = $1',
    [id],
  )
  return [...fields.map(String), ...said, ...photos.map(({ text }) => text)].join('\n')
}

test('VISIT-15 with its case the words and pictures of a visit go, of everybody’s visits; chain and rebuild hold', async () => {
  const kase = await aCaseBy(desk)
  const other = await aCaseBy(desk)
  const whom = { ...visitData.plan.whom, name: 'Wagiyem Sepuh', address: 'Gang Kenanga' }
  const made = await planned({ case: kase.id, assignee: facilitator.staff, whom, ask: 'Kolonjono', proposal: 'USL-77' })
  const coming = await planned({ case: kase.id, office: offices.secretariat, assignee: surveyor.staff, whom }, manager)
  const kept = await planned({ case: other.id, whom })
  const { body } = await upload(facilitator, district, {
    bytes: Buffer.concat([png, Buffer.from('15')]),
    type: 'image/png',
  })
  const sha256 = String(body['sha256'])
  await facilitator.does('visit.photo', {
    subject: made,
    data: { ...visitData.photo, photo: randomUUID(), sha256, capturedAt: seen.capturedAt },
  })
  await facilitator.does('visit.done', { subject: made, data: { ...seen, words: 'Atapnya ambrol' } })
  const words = [/Wagiyem/, /Kenanga/, /Kolonjono/, /USL-77/, /ambrol/, /110\.4/, new RegExp(sha256)]
  for (const word of words) assert.match(await everythingOf(made), word)
  await desk.does('case.cancel', { subject: kase.id, data: caseData.cancel })
  const ask = { subject: kase.id, data: { basis: 'request', note: 'Warga memintanya' } }
  await desk.does('case.ask-erasure', ask)
  // Until then everything is there; nobody can name another case's visits along with it.
  assert.match(await everythingOf(made), /ambrol/)
  await manager.does('case.erase', { subject: kase.id, data: { note: '' } })
  for (const id of [made, coming]) for (const word of words) assert.doesNotMatch(await everythingOf(id), word)
  assert.match(await everythingOf(kept), /Wagiyem/)
  const left = await house.owner<{ id: string; status: string; trigger: string }>(
    'select id, status, trigger from visit where case_id = $1',
    [kase.id],
  )
  assert.deepEqual(
    new Map(left.map(({ id, status, trigger }) => [id, [status, trigger]])),
    new Map([
      [made, ['done', 'not-registered']],
      [coming, ['cancelled', 'not-registered']],
    ]),
  )
  assert.deepEqual(codeOf(await read(desk, made)), [404, 'not-found'])
  const mine = await page(facilitator, made)
  assert.deepEqual([mine.name, mine.whom.address, mine.report, mine.spot, mine.ask], ['', '', null, null, ''])
  await dispatchAll(noticePartsOf(house), Date.now())
  const [notices] = await house.owner<{ n: number }>(
    'select count(*)::int as n from notice where about = any($1::uuid[])',
    [[made, coming]],
  )
  assert.equal(notices?.n, 0, 'nothing is told any more')
  await assertVerified(house)
  const stored = () => house.owner('select * from visit order by id')
  const before = await stored()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, district))
  assert.equal((await stored()).length, before.length)
  for (const word of words) assert.doesNotMatch(await everythingOf(made), word)
})

test('VISIT-15 the sight that erasing opens is of that case’s visits, for that transaction, and of nothing else', async () => {
  const kase = await aCaseBy(desk)
  const id = await planned({ case: kase.id, assignee: facilitator.staff })
  const other = await planned()
  const client = await pools.api.connect()
  const sees = async (settings: string, of: string): Promise<readonly number[]> => {
    await client.query(`begin; ${settings}`)
    const visits = await client.query('select 1 from visit where id = $1', [of])
    const entries = await client.query('select 1 from ledger where subject = $1', [of])
    await client.query('rollback')
    return [visits.rowCount ?? -1, entries.rowCount ?? -1]
  }
  try {
    assert.deepEqual(await sees('', id), [0, 0])
    assert.deepEqual(await sees(`set local app.forgets = '${kase.id}'`, id), [1, 1])
    assert.deepEqual(await sees(`set local app.forgets = '${kase.id}'`, other), [0, 0])
    assert.deepEqual(await sees(`set local app.forgets = '${randomUUID()}'`, id), [0, 0])
  } finally {
    client.release()
  }
})

test('VISIT-12 what was typed lies sealed, and the ledger proves every visit and writes it anew', async () => {
  const bytes = await house.owner<{ all: Buffer }>(
    "select whom || ask || coalesce(report, '') || coalesce(spot, '') || coalesce(note, '') as all from visit",
  )
  assert.ok(bytes.length > 5)
  for (const { all } of bytes) assert.doesNotMatch(all.toString('latin1'), /Sumarni|Atap|Lantai|masjid|110\.4|Perkim/i)
  await assertVerified(house)
  const stored = () =>
    house.owner('select id, version, status, place, office, assignee, due_at, tries, fit from visit order by id')
  const before = await stored()
  await house.owner("update visit set status = 'planned', tries = 7, assignee = null")
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, district))
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
})
