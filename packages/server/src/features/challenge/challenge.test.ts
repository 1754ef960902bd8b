import assert from 'node:assert/strict'
import { test } from 'node:test'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aNation, cameTo, challengesOf, peopleOf, stepData } from '../../testing/challenges.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const people = await peopleOf(house, offices)
const { coordinator, manager, province, nation } = people
const { act, did, reported, card, told } = challengesOf(house)

test('CHALLENGE-1 what hinders a Puskesos is taken by its secretariat, answered, and ended by who asked', async () => {
  const id = await reported(coordinator)
  const before = await card(manager, id)
  assert.deepEqual(
    [before.status, before.officeName, before.ownerName, before.reportedByName, before.placeName],
    ['reported', 'Sekretariat SLRT Sleman', null, 'Puskesos Caturtunggal', 'Caturtunggal'],
  )
  assert.deepEqual(before.acts, ['take', 'pass-up'])
  assert.deepEqual([before.up, before.down], ['Dinas Sosial DIY', null])
  await did(manager, 'take', id)
  assert.deepEqual((await card(manager, id)).acts, ['answer', 'pass-up'], 'who has it need not take it')
  await did(manager, 'answer', id)
  const answered = await card(coordinator, id)
  assert.deepEqual(
    [answered.status, answered.answer, answered.dueAt],
    ['answered', stepData['challenge.answer'].note, null],
  )
  assert.deepEqual(answered.acts, ['close', 'reopen', 'withdraw'])
  await did(coordinator, 'close', id, { helped: 'partly', note: 'Sudah jalan, masih lambat' })
  const closed = await card(coordinator, id)
  assert.deepEqual([closed.status, closed.helped, closed.acts], ['closed', 'partly', []])
  assert.deepEqual(
    closed.course.map((step) => [step.act, step.officeName, step.toName]),
    [
      ['report', 'Puskesos Caturtunggal', 'Sekretariat SLRT Sleman'],
      ['take', 'Sekretariat SLRT Sleman', null],
      ['answer', 'Sekretariat SLRT Sleman', null],
      ['close', 'Puskesos Caturtunggal', null],
    ],
  )
})

test('CHALLENGE-6 it goes up to the nation and back down, and lies with nobody wherever it comes', async () => {
  const id = await reported(coordinator)
  await did(manager, 'take', id)
  const lies = async () => {
    const { officeName, ownerName, status } = await card(coordinator, id)
    return [officeName, ownerName, status]
  }
  await did(manager, 'pass-up', id)
  assert.deepEqual(await lies(), ['Dinas Sosial DIY', null, 'reported'])
  await did(province, 'pass-up', id)
  assert.deepEqual(await lies(), ['Sekretariat Nasional', null, 'reported'])
  assert.equal(cameTo(await act(nation, 'pass-up', id)), 'challenge-no-office')
  await did(nation, 'pass-down', id)
  await did(province, 'pass-down', id)
  assert.deepEqual(await lies(), ['Sekretariat SLRT Sleman', null, 'reported'])
  assert.equal(cameTo(await act(manager, 'pass-down', id)), 'challenge-no-office')
})

test('CHALLENGE-6 a province and the nation act on it in the ledger of its district, and in no other', async () => {
  const id = await reported(coordinator, { asks: 'nation' })
  await did(nation, 'take', id)
  await did(nation, 'answer', id)
  const rows = await house.owner('select distinct district from ledger where subject = $1', [id])
  assert.deepEqual(rows, [{ district: '34.04' }])
  const astray = await nation.send('challenge.pass-down', {
    subject: id,
    district: '34',
    data: stepData['challenge.pass-down'],
  })
  assert.equal(cameTo(astray), 'challenge-unknown')
})

test('CHALLENGE-4 help of a province or the nation is asked at once, and the form says of whom and how long', async () => {
  const choices = await coordinator.read(challengeRoutes.choices)
  assert.deepEqual(choices.asks, [
    { asks: 'above', officeName: 'Sekretariat SLRT Sleman', days: 10 },
    { asks: 'province', officeName: 'Dinas Sosial DIY', days: 15 },
    { asks: 'nation', officeName: 'Sekretariat Nasional', days: 20 },
  ])
  assert.deepEqual(choices.kinds.map(({ code }) => code).toSorted(), [
    'budget',
    'cooperation',
    'data',
    'devices',
    'other',
    'people',
    'premises',
    'procedure',
    'regulation',
  ])
  const own = await manager.read(challengeRoutes.choices)
  assert.deepEqual(
    own.asks.map(({ asks }) => asks),
    ['above', 'nation'],
  )
  assert.equal(
    (await card(coordinator, await reported(coordinator, { asks: 'province' }))).officeName,
    'Dinas Sosial DIY',
  )
  const { officeName, up } = await card(manager, await reported(manager))
  assert.deepEqual([officeName, up], ['Dinas Sosial DIY', 'Sekretariat Nasional'])
})

test('CHALLENGE-9 an answer that did not help comes back to whoever gave it, with their time anew', async () => {
  const id = await reported(coordinator)
  await did(manager, 'take', id)
  await did(manager, 'answer', id)
  await did(coordinator, 'reopen', id)
  const again = await card(manager, id)
  assert.deepEqual([again.status, again.answer, again.answeredAt], ['taken', null, null])
  assert.ok(again.ownerName !== null && again.dueAt !== null)
  assert.deepEqual(again.course.at(-1)?.note, stepData['challenge.reopen'].note)
})

test('CHALLENGE-10 those who could take it are told, then who has it, and who asked of where it goes and of the answer', async () => {
  const id = await reported(coordinator)
  assert.deepEqual(await told(id, manager), ['challenge-here'])
  for (const other of [coordinator, province, people.neighbour, people.bantul])
    assert.deepEqual(await told(id, other), [])
  await did(manager, 'pass-up', id)
  assert.deepEqual(await told(id, province), ['challenge-here'])
  assert.deepEqual(await told(id, coordinator), ['challenge-moved'])
  await did(province, 'take', id)
  await did(province, 'answer', id)
  assert.deepEqual(await told(id, coordinator), ['challenge-answered', 'challenge-moved'])
  await did(coordinator, 'close', id)
  assert.deepEqual(await told(id, province), ['challenge-closed', 'challenge-here'])
})

test('LEDGER-9 challenges are proved by their entries, and written anew from them', async () => {
  await assertVerified(house)
  const rows = () => house.owner('select * from challenge order by id')
  const before = await rows()
  assert.ok(before.length > 5)
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await rows(), before)
  await assertVerified(house)
})
