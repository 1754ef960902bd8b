import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { workingDayAfter } from '@openslrt/core/meeting/days.ts'
import { aNation, cameTo, challengesOf, peopleOf } from '../../testing/challenges.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const { coordinator, manager, province, nation } = await peopleOf(house, offices)
const national = await house.staffAt(offices.nation, 'admin', '00')
const admin = await house.staffAt(offices.sleman, 'admin')
const { act, did, reported, card, list, press } = challengesOf(house)
const today = dayIn('Asia/Jakarta', Date.now())
const basis = 'SK Kepala Dinas Sosial 2026'

/** The day on which an answer is due, so many working days from today, in the calendar of Sleman. */
const dueIn = (days: number): string => {
  const now = Date.now()
  return workingDayAfter(house.parts.reference.policyFor('34.04', now, now).calendar, today, days)
}
const dueOf = async (who: Client, id: string): Promise<string> =>
  dayIn('Asia/Jakarta', (await card(who, id)).dueAt ?? 0)

test('CHALLENGE-7 each office has the working days of its tier, and a district may give its own others from a day on', async () => {
  const id = await reported(coordinator)
  assert.equal(await dueOf(coordinator, id), dueIn(10))
  assert.equal(await dueOf(coordinator, await reported(coordinator, { asks: 'province' })), dueIn(15))
  assert.equal(await dueOf(coordinator, await reported(coordinator, { asks: 'nation' })), dueIn(20))
  const names = { id: 'Hari kerja menjawab kendala', en: 'Working days to answer a challenge' }
  const data = { list: 'window', code: 'challengeDistrictDays', names, from: today, data: { days: 2, basis } }
  await admin.does('list.change', { subject: randomUUID(), data })
  assert.equal(await dueOf(coordinator, await reported(coordinator)), dueIn(2))
  assert.equal(await dueOf(coordinator, id), dueIn(10), 'what runs already keeps its day')
  const { asks } = await coordinator.read(challengeRoutes.choices)
  assert.equal(asks[0]?.days, 2)
})

test('CHALLENGE-7 a limit of no days is none, and is refused', async () => {
  const names = { id: 'x', en: 'x' }
  const data = { list: 'window', code: 'challengeNationDays', names, from: today, data: { days: 0, basis } }
  assert.equal(cameTo(await national.send('list.change', { subject: randomUUID(), data })), 'invalid')
})

const kind = (code: string, id: string) => ({
  list: 'challenge-kind',
  code,
  names: { id, en: id },
  from: today,
  data: {},
})

test('CHALLENGE-2 the nation adds a kind for all, a district adds none, and "something else" never ends', async () => {
  const subject = randomUUID()
  const refused = await admin.send('list.add', { subject, data: kind('weather', 'Cuaca') })
  assert.notEqual(cameTo(refused), 'done')
  assert.equal(cameTo(await act(coordinator, 'report', randomUUID(), { kind: 'weather' })), 'challenge-kind')
  await national.does('list.add', { subject: randomUUID(), data: kind('weather', 'Cuaca buruk') })
  const id = await reported(coordinator, { kind: 'weather' })
  assert.equal((await card(manager, id)).kindNames.id, 'Cuaca buruk')
  const ended = await national.send('list.end', {
    subject: randomUUID(),
    data: { list: 'challenge-kind', code: 'other', from: today, above: false },
  })
  assert.notEqual(cameTo(ended), 'done')
})

test('CHALLENGE-2, CHALLENGE-11 a kind that ended is reported no more, and old ones keep their name and their numbers', async () => {
  await national.does('list.add', { subject: randomUUID(), data: kind('paper', 'Kertas habis') })
  const id = await reported(coordinator, { kind: 'paper' })
  await national.does('list.end', {
    subject: randomUUID(),
    data: { list: 'challenge-kind', code: 'paper', from: today, above: false },
  })
  assert.equal(cameTo(await act(coordinator, 'report', randomUUID(), { kind: 'paper' })), 'challenge-kind')
  assert.equal((await card(manager, id)).kindNames.id, 'Kertas habis')
  const { kinds } = await manager.read(challengeRoutes.counts)
  assert.deepEqual(
    kinds.filter(({ kind: code }) => code === 'paper').map(({ n, names }) => [n, names.id]),
    [[1, 'Kertas habis']],
  )
  await did(manager, 'take', id)
  await did(manager, 'answer', id)
})

test('CHALLENGE-4 where its manager is gone, new ones go past the office, and what lies there goes up by time', async () => {
  const id = await reported(coordinator)
  const posts = await house.owner<{ id: string }>(
    'select p.id from post p where p.office = $1 and p.role = $2 and p.valid_until is null',
    [offices.sleman, 'manager'],
  )
  for (const post of posts) await house.setUp('post.end', { subject: post.id, data: {} })
  const next = await reported(coordinator)
  assert.equal((await card(province, next)).officeName, 'Dinas Sosial DIY')
  assert.equal((await card(province, id)).officeName, 'Sekretariat SLRT Sleman')
  await press(40)
  assert.equal((await card(province, id)).officeName, 'Dinas Sosial DIY')
  const colleague = await house.staffAt(offices.sleman, 'manager')
  await did(province, 'pass-down', id)
  await did(colleague, 'take', id)
})

test('CHALLENGE-5 a colleague takes over what somebody has, and the first may answer it all the same', async () => {
  const one = await house.staffAt(offices.sleman, 'manager')
  const other = await house.staffAt(offices.sleman, 'manager')
  const id = await reported(coordinator)
  await did(one, 'take', id)
  const names = async () => (await card(one, id)).ownerName
  const first = await names()
  assert.equal(cameTo(await act(one, 'take', id)), 'already-so')
  await did(other, 'take', id)
  assert.deepEqual(
    [(await card(one, id)).acts.includes('take'), (await card(other, id)).acts.includes('take')],
    [true, false],
  )
  assert.ok(first !== null && (await names()) !== null)
  await did(one, 'answer', id)
})

test('CHALLENGE-13 a list of many comes in pages, each of them once, and its table holds them all', async () => {
  const before = (await list(coordinator)).total
  for (let nth = 0; nth < 27; nth++) await reported(coordinator, { kind: 'procedure' })
  const pages = [await list(coordinator, { page: 1 }), await list(coordinator, { page: 2 })]
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual([pages[0]?.total, pages[0]?.items.length], [before + 27, 25])
  const { items } = await coordinator.read(challengeRoutes.table, { query: { show: 'all', kind: 'procedure' } })
  assert.equal(items.length, 27)
})

test('CHALLENGE-13 long words are cut in a list and whole on the card', async () => {
  const words = `Jaringan internet ${'sangat '.repeat(60)}lambat`
  const id = await reported(coordinator, { words })
  const { items } = await list(coordinator, { q: 'sangat sangat' })
  const line = items.find((one) => one.id === id)
  assert.ok(line && line.words.length <= 161 && line.words.endsWith('…'))
  assert.equal((await card(nation, id)).words, words)
})

test('ROLE-4 who reports or answers challenges reads the figures beside them: a role without is refused', async () => {
  const role = {
    list: 'role',
    code: 'asks-only',
    names: { id: 'Pelapor kendala', en: 'Reporter of challenges' },
    from: today,
    data: {
      permissions: ['challenge.report'],
      restricted: [],
      sees: 'none',
      heldAt: ['puskesos'],
      givenFrom: ['district'],
      secondFactor: false,
    },
  }
  const send = (permissions: readonly string[]) =>
    national.send('list.add', { subject: randomUUID(), data: { ...role, data: { ...role.data, permissions } } })
  assert.equal(cameTo(await send(['challenge.report'])), 'role-lacks')
})
