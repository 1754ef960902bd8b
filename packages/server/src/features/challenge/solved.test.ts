import assert from 'node:assert/strict'
import { test } from 'node:test'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { inScope } from '../../platform/db/scope.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { aNation, cameTo, challengesOf, peopleOf } from '../../testing/challenges.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const { coordinator, manager, bantul, province, otherProvince } = await peopleOf(house, offices)
const leader = await house.staffAt(offices.sleman, 'leader')
const boyolali = await openOffice(house, {
  name: 'Sekretariat SLRT Boyolali',
  kind: 'secretariat',
  place: '33.09',
  parent: offices.other,
})
const far = await house.staffAt(boyolali, 'manager', '33.09')
const { reported } = challengesOf(house)
const districts = new Map<Client, string>([
  [bantul, '34.02'],
  [far, '33.09'],
  [manager, '34.04'],
])

/** One of a kind that a district brought to its province, and what it says of the answer. */
async function ended(who: Client, above: Client, kind: string, helped: 'yes' | 'partly' | 'no'): Promise<void> {
  const district = districts.get(who) ?? '34.04'
  const id = await reported(who, { kind, words: 'Tulisan yang hanya dibaca di kabupaten ini' })
  const at = { subject: id, district }
  await above.does('challenge.take', { ...at, data: {} })
  const on = dayIn('Asia/Jakarta', Date.now() + dayMs)
  await above.does('challenge.answer', { ...at, data: { note: 'Contoh peraturan dikirim.', on } })
  await who.does('challenge.close', { ...at, data: { helped, note: '' } })
}
await ended(bantul, province, 'regulation', 'yes')
await ended(bantul, province, 'regulation', 'yes')
await ended(far, otherProvince, 'regulation', 'yes')
await ended(far, otherProvince, 'budget', 'partly')
await ended(bantul, province, 'people', 'no')
await ended(manager, province, 'regulation', 'yes')
await reported(bantul, { kind: 'budget' })

const solversOf = async (who: Client, kind: string, district = '34.04') =>
  (await who.read(challengeRoutes.solved, { query: { district, kind } })).items

test('CHALLENGE-14 other districts that overcame one of the same kind are named, each once, and no district is its own teacher', async () => {
  assert.deepEqual(await solversOf(coordinator, 'regulation'), [
    { district: '34.02', name: 'Kabupaten Bantul' },
    { district: '33.09', name: 'Kabupaten Boyolali' },
  ])
  assert.deepEqual(
    (await solversOf(bantul, 'regulation', '34.02')).map(({ district }) => district),
    ['33.09', '34.04'],
  )
})

test('CHALLENGE-14 what helped partly or not at all, is still open, or of a kind that none has, names nobody', async () => {
  for (const kind of ['budget', 'people', 'premises', 'no-such-kind'])
    assert.deepEqual(await solversOf(coordinator, kind), [], kind)
})

test('CHALLENGE-14 no more is told than a name: no words, no number, no day, through the door or the function', async () => {
  const answer = await manager.ask(challengeRoutes.solved, { query: { district: '34.04', kind: 'regulation' } })
  assert.doesNotMatch(answer.text, /Tulisan|Contoh|2026-|Sekretariat/)
  const columns = await inScope(
    house.parts.pools.api,
    { challengesFrom: '34.04', challengesTo: '34.04/' },
    async (client) =>
      (await client.query("select * from challenge_solved('regulation', 'closed', 'yes', '34.04')")).fields.map(
        ({ name }) => name,
      ),
  )
  assert.deepEqual(columns, ['district'])
})

test('CHALLENGE-14 whoever neither reports nor answers challenges is told none, and nobody outside either', async () => {
  const query = { district: '34.04', kind: 'regulation' }
  assert.equal(cameTo(await leader.ask(challengeRoutes.solved, { query })), 'not-permitted')
  assert.equal((await house.stranger().ask(challengeRoutes.solved, { query })).status, 401)
  const without = await inScope(house.parts.pools.api, { figuresFrom: '0', figuresTo: ':' }, async (client) =>
    client.query("select * from challenge_solved('regulation', 'closed', 'yes', '34.04')"),
  )
  assert.equal(without.rowCount, 0)
  for (const pool of [house.parts.pools.door, house.parts.pools.worker])
    await assert.rejects(
      pool.query("select * from challenge_solved('regulation', 'closed', 'yes', '34.04')"),
      /permission denied/,
    )
})

test('CHALLENGE-14 a question that names no district or no kind is refused', async () => {
  for (const query of [
    { district: 'Sleman', kind: 'budget' },
    { district: '34.04', kind: 'Anggaran!' },
    { district: '34.04' },
  ])
    assert.equal(
      cameTo(await coordinator.ask(challengeRoutes.solved, { query: query as Record<string, string> })),
      'invalid',
    )
})

test('CHALLENGE-12 a district is not seen by the one that it teaches: the list stays empty of it', async () => {
  const { items } = await coordinator.read(challengeRoutes.list, { query: { show: 'all', kind: 'regulation' } })
  assert.deepEqual(items, [])
  const own = await manager.read(challengeRoutes.list, { query: { show: 'all', kind: 'regulation' } })
  assert.deepEqual(
    own.items.map(({ district }) => district),
    ['34.04'],
  )
})
