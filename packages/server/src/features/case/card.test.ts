import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const rsud = await house.staffAt(offices.rsud, 'provider')
const note = 'Sudah diperiksa.'

const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const refusalOf = async (client: Client, id: string, action: string): Promise<string | null | undefined> =>
  (await cardOf(client, id)).offers.find((offer) => offer.action === action)?.refusal?.code ?? null

test('CARD-7 a card offers no move that has nowhere to go', async () => {
  const { id } = await aCaseBy(coordinator)
  const refused = (client: Client) => Promise.all(['escalate', 'hand-down'].map((move) => refusalOf(client, id, move)))
  assert.deepEqual(await refused(coordinator), [null, 'not-below'])
  await coordinator.does('case.escalate', { subject: id, data: { reason: 'beyond-authority', note } })
  assert.deepEqual(await refused(manager), ['no-office-above', null])
})

test('ACCESS-15 who sees a case whole sees which other offices may see what of it; an office with a grant does not', async () => {
  const { id } = await aCaseBy(coordinator)
  const grant = { grant: randomUUID(), office: offices.rsud, fields: ['story', 'client'], note }
  assert.deepEqual((await cardOf(coordinator, id)).grants, [])
  await coordinator.does('case.share', { subject: id, data: grant })
  const [shared] = (await cardOf(coordinator, id)).grants
  assert.deepEqual(
    [shared?.id, shared?.officeName, shared?.fields, shared?.referral],
    [grant.grant, 'RSUD Sleman', ['story', 'client'], null],
  )
  const theirs = await cardOf(rsud, id)
  assert.deepEqual([theirs.sees, theirs.grants], ['grant', []])
})

test('QUEUE-4 each tab says how much waits in it; what waits for a decision is a tab of its own', async () => {
  const { id } = await aCaseBy(coordinator)
  const waiting = async () => (await coordinator.read(caseRoutes.queue, { query: { queue: 'decision' } })).items
  assert.equal((await waiting()).length, 0)
  for (const action of ['take', 'recommend']) await coordinator.does(`case.${action}`, { subject: id, data: { note } })
  assert.deepEqual(
    (await waiting()).map((line) => line.id),
    [id],
  )
  const { counts } = await coordinator.read(caseRoutes.queue)
  assert.deepEqual([counts.decision, Object.keys(counts).includes('all')], [1, false])
})

test('TRACK-11 the card carries where the case stands as one SMS, for those who see it whole', async () => {
  const { id, number } = await aCaseBy(coordinator)
  const short = async () => (await cardOf(coordinator, id)).short ?? ''
  assert.match(
    await short(),
    new RegExp(`^Laporan ${number} menunggu diperiksa Puskesos Caturtunggal sejak .+ Jawaban paling lambat `),
  )
  await coordinator.does('case.take', { subject: id, data: { note: '' } })
  await coordinator.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK atas nama Siti' } })
  assert.match(await short(), /menunggu keterangan dari Anda\. Mohon lengkapi sampai [A-Z][a-z]{2} \d+ /)
  assert.doesNotMatch(await short(), /Siti/)
  await coordinator.does('case.share', {
    subject: id,
    data: { grant: randomUUID(), office: offices.rsud, fields: ['story'], note },
  })
  assert.equal((await cardOf(rsud, id)).short, null)
})
