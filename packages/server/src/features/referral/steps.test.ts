import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { caseId, referralId } from '@openslrt/core/kernel/id.ts'
import { linkActs, linkRule, referralRule, referralSteps } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const clinic = await openOffice(house, { name: 'Klinik Bina Sehat', kind: 'provider' })
const note = 'Sudah diperiksa.'

interface Asked {
  readonly id: string
  readonly referral: string
}

async function anApprovedCase(): Promise<string> {
  const { id } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  return id
}

const request = (id: string, own: object = {}) =>
  desk.send('referral.request', {
    subject: id,
    data: { referral: randomUUID(), to: offices.rsud, grant: randomUUID(), fields: ['story'], note, ...own },
  })

async function asked(own: object = {}): Promise<Asked> {
  const [id, referral] = [await anApprovedCase(), randomUUID()]
  const answer = await request(id, { referral, ...own })
  assert.equal(answer.status, 200, answer.text)
  return { id, referral }
}

const step = (client: Client, { id, referral }: Asked, kind: string, data: object = {}) =>
  client.send(`referral.${kind}`, { subject: id, data: { referral, note, ...data } })
const codeOf = ({ status, body }: Answer) => [status, body.code]
const rowOf = async ({ referral }: Asked) =>
  (await house.owner<Record<string, unknown>>('select * from referral where id = $1', [referral]))[0]

/** What each step carries beside its words. */
const carries: Readonly<Record<string, object>> = {
  reject: { reason: 'capacity-full' },
  fail: { reason: 'citizen-absent' },
  cancel: { reason: 'no-longer-needed' },
  complete: { outcome: 'granted' },
}
const does = async (made: Asked, kind: (typeof referralSteps)[number]) => {
  const client = referralRule(kind).side === 'owner' ? rsud : desk
  return step(client, made, kind, carries[kind])
}
/** The way to each state, one step after the other. */
const waysTo: Readonly<Record<ReferralStatus, readonly (typeof referralSteps)[number][]>> = {
  requested: [],
  accepted: ['accept'],
  'in-progress': ['accept', 'start'],
  'on-hold': ['hold'],
  completed: ['accept', 'complete'],
  failed: ['accept', 'fail'],
  rejected: ['reject'],
  cancelled: ['cancel'],
  'entered-in-error': ['mark-error'],
}

for (const status of referralStatuses) {
  test(`REF-14 of a referral that is ${status} exactly the steps of the table are taken, each by its side`, async () => {
    const made = await asked()
    for (const kind of waysTo[status]) assert.equal((await does(made, kind)).status, 200, kind)
    const before = await rowOf(made)
    assert.equal(before?.['status'], status)
    for (const kind of referralSteps) {
      if (referralRule(kind).from.some((from) => from === status)) continue
      const answer = await does(made, kind)
      const ended = answer.status === 404 && referralRule(kind).side === 'owner'
      assert.ok(ended || answer.body.code === 'wrong-referral-status', `${kind}: ${answer.text}`)
    }
    for (const kind of linkActs) {
      if (linkRule(kind).from.some((from) => from === status)) continue
      const answer = await step(desk, made, kind, kind === 'give-link' ? { link: randomUUID() } : {})
      assert.deepEqual(codeOf(answer), [409, 'wrong-referral-status'], kind)
    }
    assert.deepEqual(await rowOf(made), before)
    const [open] = referralSteps.filter((kind) => referralRule(kind).from.some((from) => from === status))
    if (open) assert.equal((await does(made, open)).status, 200, open)
  })
}

test('REF-1 what is no request is turned away at the door, and the case stays as it was', async () => {
  const id = await anApprovedCase()
  const [before] = await house.owner('select version, open_referrals from cases where id = $1', [id])
  for (const wrong of [
    { referral: 'satu' },
    { to: 'RSUD' },
    { grant: 7 },
    { fields: ['everything'] },
    { fields: 'story' },
    { fields: Array.from({ length: 7 }, () => 'story') },
    { note: '' },
    { note: 'x'.repeat(20_000) },
    { link: 'tautan' },
    { secret: 'abc' },
  ]) {
    const answer = await request(id, wrong)
    assert.equal(answer.status, 400, `${JSON.stringify(wrong).slice(0, 60)}: ${answer.text}`)
  }
  assert.deepEqual((await house.owner('select version, open_referrals from cases where id = $1', [id]))[0], before)
})

test('REF-3 reasons and outcomes are those of the lists; words may not be missing where the other side needs them', async () => {
  const made = await asked()
  assert.deepEqual(codeOf(await step(rsud, made, 'reject', { reason: 'hujan' })), [422, 'unknown-reason'])
  assert.equal((await step(rsud, made, 'reject', { reason: 'capacity-full', note: '' })).status, 400)
  assert.equal((await step(rsud, made, 'hold', { note: '' })).status, 400)
  assert.equal((await step(rsud, made, 'accept', { reason: 'capacity-full' })).status, 400, 'nothing more is taken')
  assert.equal((await step(rsud, made, 'accept')).status, 200)
  assert.deepEqual(codeOf(await step(rsud, made, 'complete', { outcome: 'sembuh' })), [422, 'unknown-outcome'])
  assert.deepEqual(codeOf(await step(rsud, made, 'fail', { reason: 'hujan' })), [422, 'unknown-reason'])
  assert.deepEqual(codeOf(await step(desk, made, 'cancel', { reason: 'hujan' })), [422, 'unknown-reason'])
  assert.equal((await rowOf(made))?.['status'], 'accepted')
})

test('REF-14 a referral of another case, and one that is nowhere, is unknown', async () => {
  const [one, other] = [await asked(), await asked()]
  for (const referral of [other.referral, randomUUID()]) {
    const wrong = { id: one.id, referral }
    assert.deepEqual(codeOf(await step(desk, wrong, 'cancel', carries['cancel'])), [422, 'unknown-referral'])
    assert.deepEqual(codeOf(await step(desk, wrong, 'give-link', { link: randomUUID() })), [422, 'unknown-referral'])
    assert.deepEqual(codeOf(await step(desk, wrong, 'revoke-link')), [422, 'unknown-referral'])
  }
})

test('REF-10 a request that is sent twice asks once, and the case waits for one', async () => {
  const id = await anApprovedCase()
  const data = { referral: randomUUID(), to: offices.rsud, grant: randomUUID(), fields: ['story'], note }
  const sent = { id: randomUUID(), subject: id, doneAt: new Date().toISOString(), data }
  const answers = await Promise.all([1, 2, 3].map(() => desk.send('referral.request', sent)))
  assert.deepEqual(
    answers.map(({ status, text }) => [status, text === answers[0]?.text]),
    answers.map(() => [200, true]),
  )
  const [row] = await house.owner('select open_referrals from cases where id = $1', [id])
  assert.deepEqual(row, { open_referrals: 1 })
  const again = await desk.send('referral.request', { ...sent, data: { ...data, note: 'Lain.' } })
  assert.deepEqual(codeOf(again), [409, 'command-id-reused'])
})

test('REF-10 the id of a referral or a grant that is used elsewhere asks nobody and breaks nothing', async () => {
  const made = await asked()
  const id = await anApprovedCase()
  const taken = await request(id, { referral: made.referral })
  assert.ok(taken.status >= 400 && taken.status < 500, taken.text)
  const [row] = await house.owner('select open_referrals from cases where id = $1', [id])
  assert.deepEqual(row, { open_referrals: 0 })
  await assertVerified(house)
})

test('REF-21 a link is given and taken by who asked, while the referral is open; each is one entry of its own', async () => {
  const made = await asked({ to: clinic, link: randomUUID() })
  const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  const link = () => ({ link: randomUUID() })
  assert.deepEqual(codeOf(await step(neighbour, made, 'give-link', link())), [404, 'not-found'])
  assert.deepEqual(codeOf(await step(fo, made, 'give-link', link())), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await step(house.stranger(), made, 'revoke-link')), [401, 'unauthenticated'])
  assert.equal((await step(desk, made, 'give-link', { link: 'x' })).status, 400)
  assert.equal((await step(desk, made, 'give-link')).status, 400, 'a link has an id')
  for (const kind of ['give-link', 'give-link', 'revoke-link'])
    assert.equal((await step(desk, made, kind, kind === 'give-link' ? link() : {})).status, 200, kind)
  const entries = await house.owner<{ kind: string }>(
    "select kind from ledger where subject = $1 and kind like 'referral.%link' order by seq",
    [made.id],
  )
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['referral.give-link', 'referral.give-link', 'referral.revoke-link'],
  )
})

test('REF-21 where no link stands its secrets are told to nobody, and what is no key is turned away', async () => {
  const made = await asked({ to: clinic, link: randomUUID() })
  const body = { district: '34.04', case: caseId.parse(made.id), referral: referralId.parse(made.referral) }
  const { until } = await desk.read(replyRoutes.link, { body })
  assert.ok(until > Date.now())
  await step(desk, made, 'revoke-link')
  assert.ok([404, 409].includes((await desk.ask(replyRoutes.link, { body })).status))
  for (const wrong of [
    { ...body, district: 'x' },
    { ...body, case: '1' },
    { district: '34.04' },
    { ...body, all: true },
  ])
    assert.equal((await desk.ask(replyRoutes.link, { body: wrong })).status, 400, JSON.stringify(wrong))
  assert.equal((await desk.ask(replyRoutes.link, { body: { ...body, district: '34.71' } })).status, 404)
  assert.equal((await desk.ask(replyRoutes.link, { body: { ...body, referral: randomUUID() } })).status, 404)
})

test('REF-16 an inbox that is asked in an odd way is refused, and one beyond its last page is empty', async () => {
  for (const query of [{ side: 'both' }, { status: 'open,accepted' }, { page: 0 }, { page: -1 }, { office: clinic }])
    assert.equal((await rsud.ask(caseRoutes.inbox, { query })).status, 400, JSON.stringify(query))
  const beyond = await rsud.read(caseRoutes.inbox, { query: { page: 999 } })
  assert.deepEqual([beyond.items, beyond.page], [[], 999])
  assert.ok(beyond.total > 0)
})

test('LEDGER-14 referrals with links, turned and ended, are written anew as they were', async () => {
  const stored = () =>
    house.owner('select id, status, version, to_office, due_at, link_until, reason, ended_at from referral order by id')
  const before = await stored()
  const client = await house.ownerPool.connect()
  await client.query("update referral set status = 'requested', link_until = null, ended_at = null")
  await rebuildDistrict(client as unknown as Parameters<typeof rebuildDistrict>[0], house.parts.ledger.keys, '34.04')
  client.release()
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
})

test('LOG-1 the way of a referral leaves no name, no words and no secret of a link in the log', async () => {
  const made = await asked({ to: clinic, link: randomUUID(), note: 'Mohon rawat inap' })
  const { short, long } = await desk.read(replyRoutes.link, {
    body: { district: '34.04', case: caseId.parse(made.id), referral: referralId.parse(made.referral) },
  })
  assert.ok(house.logged.some((line) => line.includes('referral.request')))
  for (const word of ['Sumarni', '3404075203600001', '81234567890', 'Mohon rawat inap', short, long])
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
