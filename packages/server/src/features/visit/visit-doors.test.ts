import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { VisitAction } from '@openslrt/core/contract/visit.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { dayIn, dayMs, hourMs } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import type { Client, Sent } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { visitHandler } from './commands.ts'
import { pressVisits } from './press-visits.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')
const leader = await house.staffAt(offices.secretariat, 'leader')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const { ledger, pools, reference } = house.parts
const handle = visitHandler({ ledger, reference })

const { district } = sleman
const now = Date.now()
const later = (days: number): string => dayIn('Asia/Jakarta', now + days * dayMs)
const capturedAt = new Date(now).toISOString()
const codeOf = ({ status, body }: Answer) => [status, body.code]
const plan = { ...visitData.plan, office: offices.caturtunggal, day: later(0) }
async function planned(own: object = {}, by: Client = desk): Promise<string> {
  const subject = randomUUID()
  await by.does('visit.plan', { subject, data: { ...plan, assignee: facilitator.staff, ...own } })
  return subject
}
const act = (who: Client, action: VisitAction, subject: string, data: object, own: Sent = {}) =>
  who.send(`visit.${action}`, { subject, data, ...own })
const stored = (id: string) =>
  house.owner(
    `select version, status, office, assignee, tries, due_at, overdue_since, changed_at, (select count(*)::int from visit_photo p where p.visit = v.id) as photos
      from visit v where id = $1`,
    [id],
  )
const versionOf = async (id: string): Promise<number> => Number((await stored(id))[0]?.['version'])

/** Acts of a planned visit: who does them, what they say, and what they would have said otherwise. */
const steps: readonly (readonly [action: VisitAction, by: Client, data: object, other: object])[] = [
  ['assign', desk, { office: offices.caturtunggal, assignee: bo.staff, note: '' }, { note: 'Lain.' }],
  ['replan', facilitator, { day: later(2), note: '' }, { day: later(3) }],
  ['done', facilitator, { ...visitData.done, capturedAt }, { words: 'Lain.' }],
  ['miss', facilitator, { ...visitData.miss, capturedAt }, { note: 'Lain.' }],
  ['cancel', desk, visitData.cancel, { note: 'Lain.' }],
]
for (const [action, by, data, other] of steps) {
  test(`VISIT-1 ${action}: on a base that has moved on nothing is done, pressed twice it is done once, other words are refused`, async () => {
    const id = await planned()
    const before = await stored(id)
    for (const base of [0, 2]) assert.deepEqual(codeOf(await act(by, action, id, data, { base })), [409, 'stale'])
    assert.deepEqual(await stored(id), before)
    const sent = { id: randomUUID(), doneAt: capturedAt, base: 1 }
    const [first, again] = await Promise.all([1, 2].map(() => act(by, action, id, data, sent)))
    assert.deepEqual([first?.status, again?.body], [200, first?.body], first?.text)
    assert.deepEqual(codeOf(await act(by, action, id, { ...data, ...other }, sent)), [409, 'command-id-reused'])
    assert.equal(await versionOf(id), 2)
  })

  test(`VISIT-2, VISIT-10 ${action} is done by nobody of another village, office, role or district, and tells them nothing`, async () => {
    const id = await planned()
    const before = await stored(id)
    const outside: readonly (readonly [who: Client, ledger: string])[] = [
      [neighbour, district],
      [surveyor, district],
      [leader, district],
      [elsewhere, district],
      [elsewhere, '34.02'],
    ]
    for (const [who, home] of outside) {
      const answer = await act(who, action, id, data, { district: home })
      assert.ok([403, 404].includes(answer.status), `${answer.status} ${answer.text}`)
      assert.doesNotMatch(answer.text, /Sumarni|masjid|Atap/)
    }
    assert.deepEqual(await stored(id), before)
  })
}

test('VISIT-4 whoever works at two offices hands a visit of one on from the other, and finds it no more', async () => {
  const both = await house.staffAt(offices.maguwoharjo, 'village-operator')
  await house.setUp('post.give', { data: { staff: both.staff, office: offices.secretariat, role: 'surveyor' } })
  const subject = await planned({ assignee: both.staff, office: offices.secretariat })
  const data = { office: offices.caturtunggal, assignee: facilitator.staff, note: 'Lebih dekat.' }
  assert.equal((await act(both, 'assign', subject, data)).status, 200)
  const { office, assignee } = (await stored(subject))[0] ?? {}
  assert.deepEqual([office, assignee], [offices.caturtunggal, facilitator.staff])
  assert.deepEqual(codeOf(await act(both, 'assign', subject, { ...data, note: '' })), [404, 'not-found'])
})

test('VISIT-1 an id that a visit out of sight has is refused, and that visit stays as it is', async () => {
  const id = await planned()
  const before = await stored(id)
  const theirs = { ...plan, place: sleman.maguwoharjo, office: offices.maguwoharjo }
  assert.deepEqual(codeOf(await act(neighbour, 'plan', id, theirs)), [409, 'command-id-reused'])
  assert.deepEqual(codeOf(await act(desk, 'plan', id, plan)), [409, 'already-so'])
  const away = { ...plan, place: '34.02.01.2001', office: bantul }
  assert.equal((await act(desk, 'plan', randomUUID(), away)).status, 422)
  assert.deepEqual(codeOf(await act(elsewhere, 'plan', randomUUID(), plan, { district: '34.02' })), [
    422,
    'wrong-district',
  ])
  assert.deepEqual(await stored(id), before)
})

test('VISIT-5, VISIT-6 of what two say of one visit at once, one thing is heard', async () => {
  for (let n = 0; n < 3; n++) {
    const id = await planned({ assignee: null })
    const said = await Promise.all([
      act(facilitator, 'done', id, { ...visitData.done, capturedAt }),
      act(bo, 'miss', id, { ...visitData.miss, capturedAt }),
      act(desk, 'cancel', id, visitData.cancel),
    ])
    const heard = said.filter(({ status }) => status === 200)
    assert.ok(heard.length === 1 || (heard.length === 2 && said[1]?.status === 200 && said[2]?.status === 200))
    for (const answer of said) if (answer.status !== 200) assert.deepEqual(codeOf(answer), [409, 'wrong-visit-status'])
    assert.equal(await versionOf(id), 1 + heard.length)
  }
})

test('VISIT-9 two workers at once say once that a visit is late; of one that ended or was moved meanwhile nothing', async () => {
  const [late, ended, moved] = [await planned(), await planned(), await planned()]
  await act(desk, 'cancel', ended, visitData.cancel)
  await act(desk, 'replan', moved, { day: later(9), note: '' })
  const tomorrow = now + dayMs + hourMs
  await Promise.all([1, 2, 3].map(() => pressVisits(pools.worker, handle, tomorrow)))
  await pressVisits(pools.worker, handle, tomorrow)
  const said = async (id: string) =>
    (await house.owner("select 1 from ledger where subject = $1 and kind = 'visit.overdue'", [id])).length
  assert.deepEqual([await said(late), await said(ended), await said(moved)], [1, 0, 0])
  // Given another day it is late no more, and once that is over it is said again.
  await act(facilitator, 'replan', late, { day: later(3), note: '' })
  assert.equal((await stored(late))[0]?.['overdue_since'], null)
  await pressVisits(pools.worker, handle, now + 5 * dayMs)
  assert.equal(await said(late), 2)
  for (const who of [desk, facilitator, elsewhere])
    assert.ok([403, 404].includes((await who.raw({ method: 'POST', path: '/api/visits/overdue' })).status))
})

test('VISIT-7 a picture is added once, by whoever goes, and only one that is there and is a picture', async () => {
  const id = await planned()
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)])
  const { body } = await upload(facilitator, district, { bytes: png, type: 'image/png' })
  const photo = { photo: randomUUID(), kind: 'front', sha256: String(body['sha256']), capturedAt }
  const sent = { id: randomUUID(), doneAt: capturedAt }
  const both = await Promise.all([1, 2].map(() => act(facilitator, 'photo', id, photo, sent)))
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  )
  assert.equal((await stored(id))[0]?.['photos'], 1)
  const refused: readonly (readonly [own: object, who: Client])[] = [
    [{ sha256: 'ef'.repeat(32) }, facilitator],
    [{ kind: 'selfie' }, facilitator],
    [{ sha256: 'x' }, facilitator],
    [{}, neighbour],
    [{}, elsewhere],
  ]
  for (const [own, who] of refused) {
    const { status } = await act(who, 'photo', id, { ...photo, photo: randomUUID(), ...own }, { district })
    assert.ok(status >= 400 && status < 500, JSON.stringify(own))
  }
  const letter = await upload(facilitator, district, { bytes: aPdf, type: 'application/pdf' })
  const asPhoto = { ...photo, photo: randomUUID(), sha256: String(letter.body['sha256']) }
  assert.ok((await act(facilitator, 'photo', id, asPhoto)).status >= 400, 'a letter is no picture of a house')
  assert.equal((await stored(id))[0]?.['photos'], 1)
})

/** Words with which nobody plans a visit, and nobody reports one. */
const odd: readonly (readonly [action: VisitAction, own: object, status: number])[] = [
  ['plan', { day: '2026-02-30' }, 400],
  ['plan', { day: later(-1) }, 422],
  ['plan', { trigger: 'curiosity' }, 422],
  ['plan', { place: sleman.depok }, 400],
  ['plan', { place: '34.04.99.2999' }, 422],
  ['plan', { whom: { ...visitData.plan.whom, name: 'a'.repeat(5_000) } }, 400],
  ['plan', { office: randomUUID() }, 422],
  ['plan', { assignee: elsewhere.staff }, 422],
  ['plan', { planner: desk.staff }, 400],
  ['done', { result: 'splendid' }, 422],
  ['done', { fit: 'perhaps' }, 400],
  ['done', { spot: { lat: 91, long: 0, accuracy: 1 } }, 400],
  ['done', { spot: { lat: 0, long: -181, accuracy: 1 } }, 400],
  ['done', { capturedAt: 'yesterday' }, 400],
  ['miss', { reason: 'tired' }, 422],
  ['cancel', { note: '' }, 400],
  ['replan', { day: later(-1) }, 422],
]
test('VISIT-1, VISIT-5, R5 odd words about a visit are refused, and change nothing', async () => {
  const id = await planned()
  const before = await stored(id)
  for (const [action, own, status] of odd) {
    const usual = {
      ...visitData,
      plan,
      done: { ...visitData.done, capturedAt },
      miss: { ...visitData.miss, capturedAt },
    }
    const subject = action === 'plan' ? randomUUID() : id
    const answer = await act(action === 'cancel' || action === 'plan' ? desk : facilitator, action, subject, {
      ...usual[action],
      ...own,
    })
    assert.equal(answer.status, status, `${action} ${JSON.stringify(own).slice(0, 80)}: ${answer.text}`)
  }
  assert.deepEqual(await stored(id), before)
})

test('VISIT-10, R5 odd questions about visits are answered with a refusal, and never with a fault', async () => {
  const asks: readonly (readonly [row: 'one' | 'list' | 'about' | 'choices', query: Record<string, string>])[] = [
    ['one', { district, id: '1' }],
    ['one', { district: sleman.depok, id: randomUUID() }],
    ['list', { show: 'everything' }],
    ['list', { show: 'mine', page: '0' }],
    ['about', { district, case: 'x' }],
    ['choices', { village: sleman.depok }],
    ['choices', {}],
  ]
  for (const [row, query] of asks)
    assert.equal((await desk.ask(visitRoutes[row], { query })).status, 400, `${row} ${JSON.stringify(query)}`)
  assert.deepEqual(codeOf(await desk.ask(visitRoutes.one, { query: { district: '34.02', id: await planned() } })), [
    404,
    'not-found',
  ])
})

test('VISIT-12 after all of that the ledger proves every visit, and a rebuild changes none', async () => {
  const all = () =>
    house.owner('select id, version, status, office, assignee, tries, due_at, overdue_since from visit order by id')
  const before = await all()
  assert.ok(before.length > 15)
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, district))
  assert.deepEqual(await all(), before)
  await assertVerified(house)
})
