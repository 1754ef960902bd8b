import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { cardOf, done, reviewMove as move, switchReview, tabOf } from '../../testing/a-review.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const second = await house.staffAt(offices.caturtunggal, 'facilitator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const supervisor = await house.staffAt(offices.secretariat, 'supervisor')
const manager = await house.staffAt(offices.secretariat, 'manager')
const admin = await house.staffAt(offices.secretariat, 'admin')
const reason = 'Nomor rumah belum ada, tanyakan RT-nya.'

/** What a facilitator brings while the step is on. */
const brought = async (): Promise<string> => (await aCaseBy(facilitator, { category: 'pbi-inactive' })).id

test('SUPER-1 with the step off, what a facilitator brings is its office’s at once, and there is no review', async () => {
  const { id } = await aCaseBy(facilitator, { category: 'pbi-inactive' })
  assert.deepEqual(await move(supervisor, id, 'review-pass'), [409, 'not-in-review'])
  const card = await cardOf(bo, id)
  assert.equal(card.offers.find(({ action }) => action === 'take')?.refusal, null)
  assert.deepEqual([card.line.review, card.sentBy], [null, null])
  assert.deepEqual(await move(bo, id, 'take'), done)
})

test('SUPER-1 switched on from tomorrow, the step is not there today; from today it is, but for what is urgent or restricted', async () => {
  const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)
  await switchReview(admin, 2, tomorrow)
  assert.equal((await cardOf(bo, await brought())).line.review, null)
  await switchReview(admin, 2)
  const { id } = await aCaseBy(facilitator)
  assert.equal((await cardOf(bo, id)).line.review, 'waiting')
  for (const own of [{ red: true }, { restricted: 'violence' }] as const) {
    const urgent = await aCaseBy(facilitator, own)
    assert.equal((await cardOf(manager, urgent.id)).line.review, null, JSON.stringify(own))
  }
  assert.equal((await cardOf(bo, (await aCaseBy(bo)).id)).line.review, null, 'what a desk takes in needs no review')
})

test('SUPER-2 returned with a reason, mended, looked at again and passed on: then its office takes it', async () => {
  const id = await brought()
  assert.deepEqual(await move(bo, id, 'take'), [409, 'in-review'])
  assert.deepEqual(await move(facilitator, id, 'review-mend'), [409, 'not-in-review'])
  assert.deepEqual(await move(supervisor, id, 'review-return', { note: reason }), done)
  const back = await cardOf(facilitator, id)
  assert.deepEqual([back.line.review, back.missing, back.line.status], ['returned', reason, 'registered'])
  assert.equal(back.stepDueAt, null)
  assert.deepEqual(await move(bo, id, 'take'), [409, 'in-review'])
  const summary = 'BPJS tidak aktif, rumah nomor 12'
  assert.deepEqual(await move(facilitator, id, 'review-mend', { note: 'RT 03 nomor 12', summary, story: '' }), done)
  const again = await cardOf(supervisor, id)
  assert.deepEqual([again.line.review, again.missing, again.line.summary, again.story], ['waiting', null, summary, ''])
  assert.deepEqual(await move(supervisor, id, 'review-pass'), done)
  const through = await cardOf(bo, id)
  assert.deepEqual([through.line.review, through.line.office], [null, offices.caturtunggal])
  assert.notEqual(through.stepDueAt, null, 'the office’s own clock runs')
  assert.deepEqual(await move(bo, id, 'take'), done)
  const kinds = (await cardOf(bo, id)).history.map(({ action }) => action)
  assert.deepEqual(kinds, ['register', 'review-return', 'review-mend', 'review-pass', 'take'])
  await assertVerified(house)
})

test('SUPER-7 what waits stands in the reviewer’s list and in no office’s; what is sent back, in the list of who answers for it', async () => {
  const [waits, back] = [await brought(), await brought()]
  await move(supervisor, back, 'review-return', { note: reason })
  const here = async (client: typeof bo, queue: Parameters<typeof tabOf>[1]) => {
    const ids = await tabOf(client, queue)
    return [ids.includes(waits), ids.includes(back)]
  }
  for (const client of [supervisor, manager, bo, facilitator])
    assert.deepEqual(await here(client, 'review'), [true, false])
  for (const client of [supervisor, manager, facilitator]) assert.deepEqual(await here(client, 'mend'), [false, true])
  for (const client of [bo, second]) assert.deepEqual(await here(client, 'mend'), [false, false])
  for (const client of [bo, supervisor, facilitator]) assert.deepEqual(await here(client, 'office'), [false, false])
  const { items, counts, total } = await supervisor.read(caseRoutes.queue, { query: { queue: 'review' } })
  assert.equal(counts.review, total)
  assert.ok(items.every(({ review }) => review === 'waiting'))
  await move(supervisor, waits, 'review-pass')
  assert.deepEqual(await here(bo, 'office'), [true, false])
})

test('SUPER-7 another village, another sub-district, another district sees none of it and does nothing with it', async () => {
  const id = await brought()
  await move(supervisor, id, 'review-return', { note: reason })
  const post = (name: string, place: string) =>
    openOffice(house, { name, kind: 'subdistrict-post', level: 'subdistrict', place, parent: offices.secretariat })
  const near = await house.staffAt(await post('Pos Depok', sleman.depok), 'supervisor')
  const far = await house.staffAt(await post('Pos Mlati', '34.04.06'), 'supervisor')
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const abroad = await house.staffAt(bantul, 'manager')
  for (const client of [neighbour, far, abroad]) {
    assert.deepEqual(await tabOf(client, 'mend'), [])
    assert.deepEqual(await tabOf(client, 'review'), [])
    const action = client === neighbour ? 'review-mend' : 'review-pass'
    assert.equal((await move(client, id, action))[0], 404)
    assert.equal(
      (await client.send('case.review-hand', { subject: id, data: { assignee: randomUUID(), note: '' } })).status >=
        403,
      true,
    )
  }
  assert.equal((await house.stranger().send('case.review-pass', { subject: id, data: { note: '' } })).status, 401)
  assert.ok((await tabOf(near, 'mend')).includes(id))
  assert.deepEqual(await move(near, id, 'review-pass'), done)
})

test('SUPER-3 nobody judges what they mended themselves, and who only brings or handles judges nothing', async () => {
  const id = await brought()
  for (const client of [facilitator, second, bo])
    for (const action of ['review-pass', 'review-return', 'review-hand'] as const)
      assert.deepEqual(await move(client, id, action), [403, 'not-permitted'], action)
  await move(supervisor, id, 'review-return', { note: reason })
  assert.deepEqual(await move(supervisor, id, 'review-mend'), done)
  for (const action of ['review-pass', 'review-return', 'review-hand'] as const)
    assert.deepEqual(await move(supervisor, id, action), [403, 'own-review'], action)
  assert.deepEqual(await move(manager, id, 'review-pass'), done)
})

test('SUPER-2 words that are missing, too short, too many or of the wrong shape are taken by no door of a review', async () => {
  const id = await brought()
  const { version } = (await cardOf(bo, id)).line
  for (const [action, data] of [
    ['review-return', { note: '' }],
    ['review-return', {}],
    ['review-pass', { note: 7 }],
    ['review-pass', { note: '', summary: 'x' }],
    ['review-mend', { note: 'ada', summary: 'ab' }],
    ['review-mend', { note: 'ada', story: null }],
    ['review-hand', { assignee: null, note: '' }],
    ['review-hand', { assignee: 'Budi', note: '' }],
  ] as const)
    assert.equal((await supervisor.send(`case.${action}`, { subject: id, data })).status, 400, JSON.stringify(data))
  assert.equal((await supervisor.send('case.review-pass', { subject: randomUUID(), data: { note: '' } })).status, 404)
  assert.equal((await cardOf(bo, id)).line.version, version)
})

test('SUPER-2 of two who judge at once one is heard and the other told; a word sent twice counts once', async () => {
  const id = await brought()
  const { version } = (await cardOf(supervisor, id)).line
  const both = await Promise.all([
    supervisor.send('case.review-pass', { subject: id, base: version, data: { note: '' } }),
    manager.send('case.review-return', { subject: id, base: version, data: { note: reason } }),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const other = await brought()
  const sent = { id: randomUUID(), subject: other, doneAt: new Date().toISOString(), data: { note: reason } }
  const twice = [await supervisor.send('case.review-return', sent), await supervisor.send('case.review-return', sent)]
  assert.equal(twice[0]?.text, twice[1]?.text)
  assert.deepEqual(
    (await cardOf(bo, other)).history.map(({ action }) => action),
    ['register', 'review-return'],
  )
})

test('LEDGER-14 reviews are written anew as they were, and their words stand in no log', async () => {
  const stored = () => house.owner('select id, review, sent_by, missing, hop_due_at, summary from cases order by id')
  const before = await stored()
  const client = await house.ownerPool.connect()
  await client.query("update cases set review = null, sent_by = null, missing = 'x'")
  await rebuildDistrict(client, house.parts.ledger.keys, '34.04')
  client.release()
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
  for (const word of [reason, 'RT 03 nomor 12']) assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
