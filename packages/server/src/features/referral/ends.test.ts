import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { addWorking } from '@openslrt/core/kernel/calendar.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

let house: TestHouse
let offices: DistrictOffices
let desk: Client
let rsud: Client
let dinsos: Client
const note = 'Sudah diperiksa.'

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  rsud = await house.staffAt(offices.rsud, 'provider')
  dinsos = await house.staffAt(offices.dinsos, 'provider')
})
after(() => house.close())

/** A case that was approved, so that other offices may be asked. */
async function approved(): Promise<string> {
  const { id } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  return id
}
async function ask(id: string, to: string, fields: readonly string[] = ['story']): Promise<string> {
  const referral = randomUUID()
  await desk.does('referral.request', { subject: id, data: { referral, to, grant: randomUUID(), fields, note } })
  return referral
}
const step = (client: Client, id: string, referral: string, name: string, data: object = {}) =>
  client.does(`referral.${name}`, { subject: id, data: { referral, note, ...data } })
const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const sees = async (client: Client, id: string): Promise<boolean> =>
  (await client.ask(caseRoutes.card, { query: { district: '34.04', id } })).status === 200
const lineOf = async (client: Client, referral: string, side: 'in' | 'out' = 'in') => {
  const pages = [1, 2, 3].map((page) => client.read(caseRoutes.inbox, { query: { side, page } }))
  return (await Promise.all(pages)).flatMap(({ items }) => items).find(({ id }) => id === referral)
}

/** A way to each end of a referral: the steps to it, who makes them, and what then stands on it. */
interface End {
  readonly steps: readonly (readonly [by: 'desk' | 'rsud', step: string, data?: object])[]
  readonly status: ReferralStatus
  readonly stands: { readonly reason?: string; readonly outcome?: string; readonly result?: string }
}
const ends: Readonly<Record<string, End>> = {
  'declined at once': {
    steps: [['rsud', 'reject', { reason: 'capacity-full' }]],
    status: 'rejected',
    stands: { reason: 'capacity-full', result: note },
  },
  'accepted and done': {
    steps: [
      ['rsud', 'accept'],
      ['rsud', 'complete', { outcome: 'granted' }],
    ],
    status: 'completed',
    stands: { outcome: 'granted', result: note },
  },
  'accepted, begun and done': {
    steps: [
      ['rsud', 'accept'],
      ['rsud', 'start'],
      ['rsud', 'complete', { outcome: 'partly-granted' }],
    ],
    status: 'completed',
    stands: { outcome: 'partly-granted', result: note },
  },
  'accepted and failed': {
    steps: [
      ['rsud', 'accept'],
      ['rsud', 'fail', { reason: 'citizen-absent' }],
    ],
    status: 'failed',
    stands: { reason: 'citizen-absent', result: note },
  },
  'held, then begun and failed': {
    steps: [
      ['rsud', 'hold'],
      ['rsud', 'start'],
      ['rsud', 'fail', { reason: 'citizen-absent' }],
    ],
    status: 'failed',
    stands: { reason: 'citizen-absent', result: note },
  },
  'held and done without what was needed': {
    steps: [
      ['rsud', 'hold'],
      ['rsud', 'complete', { outcome: 'granted' }],
    ],
    status: 'completed',
    stands: { outcome: 'granted', result: note },
  },
  'held, supplied, accepted, held again and taken back': {
    steps: [
      ['rsud', 'hold'],
      ['desk', 'supply'],
      ['rsud', 'accept'],
      ['rsud', 'hold'],
      ['desk', 'cancel', { reason: 'no-longer-needed' }],
    ],
    status: 'cancelled',
    stands: { reason: 'no-longer-needed', result: note },
  },
  'taken back before anybody looked': {
    steps: [['desk', 'cancel', { reason: 'no-longer-needed' }]],
    status: 'cancelled',
    stands: { reason: 'no-longer-needed', result: note },
  },
  'made by mistake': { steps: [['desk', 'mark-error']], status: 'entered-in-error', stands: {} },
}

for (const [what, { steps, status, stands }] of Object.entries(ends)) {
  test(`REF-10 a referral that was ${what} is ${status}: its case is free, its grant is over, its line stays`, async () => {
    const id = await approved()
    const referral = await ask(id, offices.rsud)
    assert.equal((await cardOf(desk, id)).line.waitingOfficeName, 'RSUD Sleman')
    for (const [by, name, data] of steps) await step(by === 'desk' ? desk : rsud, id, referral, name, data)
    const card = await cardOf(desk, id)
    assert.equal(card.line.waitingOfficeName, null)
    const [line] = card.referrals
    assert.ok(line)
    const { reason = null, outcome = null, result = null } = stands
    assert.deepEqual(
      { status: line.status, reason: line.reason, outcome: line.outcome, result: line.result, dueAt: line.dueAt },
      { status, reason, outcome, result, dueAt: null },
    )
    assert.ok(line.endedAt !== null && line.endedAt === line.changedAt)
    assert.equal(await sees(rsud, id), false)
    const theirs = await lineOf(rsud, referral)
    assert.deepEqual([theirs?.status, theirs?.caseNumber, theirs?.summary], [status, '', ''])
    assert.deepEqual(
      card.history.map(({ action }) => action).slice(-steps.length),
      steps.map(([, name]) => `referral-${name}`),
    )
    const answer = { outcome: 'granted', note, openReferrals: '' }
    assert.equal((await desk.send('case.answer', { subject: id, data: answer })).status, 200, 'nothing is waited for')
  })
}

test('REF-10 all ends together leave a ledger that proves itself', () => assertVerified(house))

test('REF-12 a referral is due by the working days that an office has to accept it, and again after a supply', async () => {
  const id = await approved()
  const referral = await ask(id, offices.rsud)
  const dueOf = async (): Promise<readonly [number, number | null]> => {
    const line = await lineOf(desk, referral, 'out')
    return [line?.changedAt ?? 0, line?.dueAt ?? null]
  }
  const within = (at: number): number => {
    const { calendar, windows } = house.parts.reference.policyFor('34.04', at, at)
    return addWorking(calendar, at, windows.acceptDays * 420)
  }
  const [asked, due] = await dueOf()
  assert.equal(due, within(asked))
  await step(rsud, id, referral, 'hold')
  assert.equal((await dueOf())[1], null)
  await step(desk, id, referral, 'supply')
  const [supplied, again] = await dueOf()
  assert.equal(again, within(supplied))
})

test('REF-16 an inbox has two sides, filters by status, and counts what is open whatever is filtered', async () => {
  const id = await approved()
  const [toRsud, toDinsos] = [await ask(id, offices.rsud), await ask(id, offices.dinsos)]
  await step(dinsos, id, toDinsos, 'accept')
  const of = async (client: Client, query: Readonly<Record<string, string>>) => {
    const { items, open, total } = await client.read(caseRoutes.inbox, { query })
    return { ids: items.filter(({ caseId }) => caseId === id).map((line) => line.id), open, total }
  }
  const all = await of(dinsos, {})
  assert.deepEqual(all.ids, [toDinsos])
  assert.deepEqual((await of(dinsos, { side: 'out' })).ids, [])
  assert.deepEqual((await of(desk, { side: 'out', status: 'open' })).ids.toSorted(), [toRsud, toDinsos].toSorted())
  assert.deepEqual((await of(desk, { side: 'out', status: 'accepted' })).ids, [toDinsos])
  assert.deepEqual((await of(desk, { side: 'in' })).ids, [])
  const done = await of(rsud, { status: 'completed' })
  assert.ok(done.total > 0 && done.open > 0)
  assert.equal(done.open, (await of(rsud, { status: 'open' })).total)
  assert.equal((await of(rsud, {})).open, done.open)
})

test('REF-16 an inbox shows what is open first, what is due first of it, and every line once over its pages', async () => {
  for (let n = 0; n < 18; n++) await ask(await approved(), offices.rsud)
  const lines = []
  const { total, size } = await rsud.read(caseRoutes.inbox)
  for (let page = 1; page <= Math.ceil(total / size); page++)
    lines.push(...(await rsud.read(caseRoutes.inbox, { query: { page } })).items)
  assert.ok(total > size, 'there is more than one page')
  assert.equal(new Set(lines.map(({ id }) => id)).size, total)
  const open = lines.map(({ endedAt }) => endedAt === null)
  assert.deepEqual(
    open,
    open.toSorted((left, right) => Number(right) - Number(left)),
  )
  const due = lines.filter(({ endedAt }) => endedAt === null).map(({ dueAt, requestedAt }) => dueAt ?? requestedAt)
  assert.deepEqual(
    due,
    due.toSorted((left, right) => left - right),
  )
  assert.deepEqual((await rsud.read(caseRoutes.inbox, { query: { page: 99 } })).items, [])
})

test("REF-16 an office sees its own inbox only: neither the asking office's other referrals nor those of another", async () => {
  const id = await approved()
  const referral = await ask(id, offices.dinsos)
  assert.equal(await lineOf(rsud, referral), undefined)
  assert.equal(await lineOf(rsud, referral, 'out'), undefined)
  const other = await house.staffAt(offices.maguwoharjo, 'coordinator')
  assert.equal(await lineOf(other, referral, 'out'), undefined)
})

test('REF-16 of two offices that were asked each sees its own referral on the card, and what was granted to it', async () => {
  const id = await approved()
  const [first, second] = [await ask(id, offices.rsud, ['story']), await ask(id, offices.dinsos, ['client', 'contact'])]
  const [theirs, others] = [await cardOf(rsud, id), await cardOf(dinsos, id)]
  assert.deepEqual(
    [theirs.referrals.map((line) => line.id), others.referrals.map((line) => line.id)],
    [[first], [second]],
  )
  assert.deepEqual([theirs.story !== null, theirs.client, others.story], [true, null, null])
  assert.ok(others.client?.phoneMasked && others.client.nikMasked === null)
  assert.deepEqual([theirs.reporter, theirs.sees, theirs.history, theirs.attachments], [null, 'grant', [], []])
})

test('REF-15 the card offers each side its own steps, and says why the others are closed', async () => {
  const id = await approved()
  const referral = await ask(id, offices.rsud)
  const open = async (client: Client): Promise<readonly string[]> =>
    ((await cardOf(client, id)).referralOffers[referral] ?? [])
      .filter(({ refusal }) => refusal === null)
      .map(({ action }) => action)
  assert.deepEqual(
    [await open(rsud), await open(desk)],
    [
      ['accept', 'reject', 'hold'],
      ['cancel', 'mark-error', 'redirect', 'give-link'],
    ],
  )
  await step(rsud, id, referral, 'accept')
  assert.deepEqual(
    [await open(rsud), await open(desk)],
    [
      ['start', 'hold', 'complete', 'fail'],
      ['cancel', 'mark-error', 'redirect', 'give-link'],
    ],
  )
  const offers = (await cardOf(rsud, id)).referralOffers
  const closed = offers[referral]?.find(({ action }) => action === 'accept')
  assert.equal(closed?.refusal?.code, 'wrong-referral-status')
  assert.match(closed?.message ?? '', /\S{10,}|\s/)
  assert.deepEqual(
    offers['new']?.map(({ action, refusal }) => [action, refusal?.code]),
    [['request', 'not-permitted']],
  )
  assert.deepEqual(
    (await cardOf(desk, id)).referralOffers['new']?.map(({ refusal }) => refusal),
    [null],
  )
})

test('REF-11 a referral that was declined is turned to another office, and the next one names it', async () => {
  const id = await approved()
  const referral = await ask(id, offices.rsud)
  await step(rsud, id, referral, 'reject', { reason: 'capacity-full' })
  const next = randomUUID()
  await step(desk, id, referral, 'redirect', { next, to: offices.dinsos, grant: randomUUID(), fields: ['story'] })
  const card = await cardOf(desk, id)
  assert.deepEqual(
    card.referrals.map((line) => [line.id, line.status]),
    [
      [referral, 'rejected'],
      [next, 'requested'],
    ],
  )
  const rows = await house.owner('select part_of from referral where id = $1', [next])
  assert.deepEqual(rows, [{ part_of: referral }])
  assert.equal(card.line.waitingOfficeName, 'Dinas Sosial Sleman')
  assert.deepEqual(card.history.at(-1)?.say, { office: 'Dinas Sosial Sleman', referral: next, from: 'RSUD Sleman' })
})

test('REF-17 a grant that ran out shows the case to nobody, though the referral is open; the next step renews it', async () => {
  const id = await approved()
  const referral = await ask(id, offices.rsud)
  await house.owner("update case_grant set until = now() - interval '1 second' where referral = $1", [referral])
  assert.equal(await sees(rsud, id), false)
  assert.equal((await rsud.send('referral.accept', { subject: id, data: { referral, note } })).body.code, 'not-found')
  assert.equal((await lineOf(rsud, referral))?.status, 'requested')
  await house.owner("update case_grant set until = now() + interval '1 hour' where referral = $1", [referral])
  await step(rsud, id, referral, 'accept')
  const [row] = await house.owner<{ days: number }>(
    'select extract(day from until - now())::int as days from case_grant where referral = $1',
    [referral],
  )
  assert.ok((row?.days ?? 0) >= 89, String(row?.days))
})

test("REF-1 asking an office that closed meanwhile, one that is none, or one's own, changes nothing", async () => {
  const id = await approved()
  const codeFor = async (to: string) =>
    (
      await desk.send('referral.request', {
        subject: id,
        data: { referral: randomUUID(), to, grant: randomUUID(), fields: [], note },
      })
    ).body.code
  assert.equal(await codeFor(randomUUID()), 'unknown-office')
  assert.equal(await codeFor(offices.caturtunggal), 'same-office')
  const closed = {
    name: 'Dinas Sosial Sleman',
    kind: 'agency',
    level: 'district',
    place: '34.04',
    parent: null,
    address: '',
    phone: '',
  }
  await house.setUp('office.change', { subject: offices.dinsos, data: { ...closed, active: false } })
  assert.equal(await codeFor(offices.dinsos), 'office-not-active')
  await house.setUp('office.change', { subject: offices.dinsos, data: { ...closed, active: true } })
  assert.deepEqual((await cardOf(desk, id)).referrals, [])
})
