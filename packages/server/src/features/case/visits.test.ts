import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const note = 'Atap sudah diperbaiki, anak sekolah lagi.'

/** A case in which help was given and which its citizen confirmed, with a mark and a sentence. */
async function aHelpedCase(): Promise<string> {
  const { id } = await aCaseBy(coordinator)
  await coordinator.does('case.take', { subject: id, data: { note: '' } })
  await coordinator.does('case.answer', { subject: id, data: { outcome: 'granted', note, openReferrals: '' } })
  await coordinator.does('case.confirm', {
    subject: id,
    data: { satisfaction: 5, how: 'phone', note: 'Terima kasih, sudah dapat.' },
  })
  return id
}

const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const listOf = async (client: Client) =>
  (await client.read(caseRoutes.queue, { query: { queue: 'visits' } })).items.map(({ id }) => id)
const outcomes = async () => (await manager.read(figureRoutes.district, {})).outcomes
/** As if the case had been closed some days earlier. */
const shift = (id: string, days: number) =>
  house.owner(`update cases set visit_at = visit_at - $2 * interval '1 day' where id = $1`, [id, days])

test('OUTCOME-3 a visit stands in the list of the village from two weeks before, for its facilitator and nobody next door', async () => {
  const id = await aHelpedCase()
  const { visitAt, closedAt } = await cardOf(coordinator, id)
  assert.equal((visitAt ?? 0) - (closedAt ?? 0), 30 * dayMs)
  assert.deepEqual(await listOf(facilitator), [])
  await shift(id, 17)
  assert.deepEqual(await listOf(facilitator), [id])
  assert.deepEqual(await listOf(manager), [id])
  assert.deepEqual(await listOf(neighbour), [])
  const { counts } = await facilitator.read(caseRoutes.queue)
  assert.equal(counts.visits, 1)
  await facilitator.does('case.visit', { subject: id, data: { became: 'better', note } })
  assert.deepEqual(await listOf(facilitator), [])
})

test('OUTCOME-2 the facilitator records what became of the family; the card tells it, and the second visit is planned', async () => {
  const id = await aHelpedCase()
  await facilitator.does('case.visit', { subject: id, data: { became: 'not-met', note: 'Pintu terkunci.' } })
  assert.equal((await cardOf(coordinator, id)).became, null)
  await facilitator.does('case.visit', { subject: id, data: { became: 'better', note } })
  const { became, visitAt, closedAt, history, line } = await cardOf(coordinator, id)
  assert.deepEqual([became, line.status, (visitAt ?? 0) - (closedAt ?? 0)], ['better', 'closed', 90 * dayMs])
  const step = history.findLast(({ action }) => action === 'visit')
  assert.deepEqual([step?.note, step?.say], [note, { became: 'better' }])
  assert.equal(
    (await neighbour.send('case.visit', { subject: id, data: { became: 'same', note } })).body.code,
    'not-found',
  )
  assert.equal(
    (await facilitator.send('case.visit', { subject: id, data: { became: 'rich', note } })).body.code,
    'unknown-reason',
  )
  await facilitator.does('case.visit', { subject: id, data: { became: 'same', note } })
  assert.equal(
    (await facilitator.send('case.visit', { subject: id, data: { became: 'same', note } })).body.code,
    'already-so',
  )
})

test('OUTCOME-4 handled, confirmed, satisfied and what visits found are counted apart', async () => {
  const before = await outcomes()
  const id = await aHelpedCase()
  await shift(id, 40)
  const late = await outcomes()
  await facilitator.does('case.visit', { subject: id, data: { became: 'worse', note } })
  const after = await outcomes()
  const moved = (left: typeof before, right: typeof before) =>
    Object.entries(right).map(([name, n]) => [
      name,
      n - (Object.entries(left).find(([known]) => known === name)?.[1] ?? 0),
    ])
  assert.deepEqual(Object.fromEntries(moved(before, late)), {
    confirmed: 1,
    satisfied: 1,
    visited: 0,
    better: 0,
    'visit-late': 1,
  })
  assert.deepEqual(Object.fromEntries(moved(late, after)), {
    confirmed: 0,
    satisfied: 0,
    visited: 1,
    better: 0,
    'visit-late': -1,
  })
})

test('OUTCOME-5 what the citizen said is kept in their words', async () => {
  const { history, satisfaction } = await cardOf(coordinator, await aHelpedCase())
  assert.deepEqual(
    [satisfaction, history.findLast(({ action }) => action === 'confirm')?.note],
    [5, 'Terima kasih, sudah dapat.'],
  )
})
