import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { familyId, needId, officeId } from '@openslrt/core/kernel/id.ts'
import { applicationSteps, needSteps } from '@openslrt/core/need/moves.ts'
import type { ApplicationRow, NeedRow } from '@openslrt/core/need/need.ts'
import { applicationStatuses, needStatuses } from '@openslrt/core/need/need.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { aNeed, anApplication, needData } from '@openslrt/core/testing/a-need.ts'
import { aDistrictOffice, sleman } from './a-district-office.ts'
import { aProgrammeOf, needsOf } from './a-need.ts'
import type { Client } from './client.ts'
import { startTestHouse } from './house.ts'
import type { Offer, Watcher } from './offered.ts'
import { actsIn, assertOffered, layTrials } from './offered.ts'
import { peopleIn } from './people.ts'
import { assertVerified } from './verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { caturtunggal } = offices
const watcher = async (who: string, role: string, office: string): Promise<Watcher> => ({
  who,
  client: await house.staffAt(office, role),
})
const fo = await watcher('front office', 'fo', caturtunggal)
const facilitator = await watcher('facilitator', 'facilitator', caturtunggal)
const manager = await watcher('manager', 'manager', offices.secretariat)
const neighbour = await watcher('operator of the next village', 'village-operator', offices.maguwoharjo)
const agency = await watcher('deciding agency', 'provider', offices.dinsos)
const hospital = await watcher('another agency', 'provider', offices.rsud)
const { district } = sleman
const now = Date.now()
const note = 'Sudah dicek.'
const set = <Row extends { readonly id: string; readonly version: number }>({
  id: _id,
  version: _version,
  ...rest
}: Row) => rest

const families = { needs: await peopleIn(house).family(), applications: await peopleIn(house).family() }
const aboutOf = (family: string) => ({
  family: familyId.parse(family),
  person: null,
  place: placeCode.parse(sleman.caturtunggal),
})
const programme = await aProgrammeOf(manager.client, offices.dinsos)
const cardsOf = async (client: Client, family: string) =>
  (await client.read(needRoutes.of, { query: { district, family } })).needs
const needs: Offer<NeedRow> = {
  kind: (step) => `need.${step}`,
  shut: ['not-permitted', 'need-unknown', 'need-status', 'need-standing', 'not-here', 'need-restricted'],
  changesOf: (id, row) => [{ table: 'need', id, base: 0, set: set(row) }],
  actsOf: async ({ watcher: { client }, id }) =>
    (await cardsOf(client, families.needs)).find((one) => one.id === id)?.acts ?? null,
  dataOf: (step) => (step === 'fail' ? needData['need.fail'] : { note }),
}

test('NEED-2 what the card of a family offers of its needs is taken, and what it does not offer is refused', async () => {
  const rowsFor = () =>
    needStatuses.flatMap((status) =>
      [0, 1].map((standing) => {
        const row = aNeed({ ...aboutOf(families.needs), status, standing, office: officeId.parse(caturtunggal) })
        return [`${status}, applied for ${standing} times`, row] as const
      }),
    )
  const trials = await layTrials(
    house,
    needs,
    [fo, facilitator, manager, neighbour],
    needSteps.filter((step) => step !== 'match'),
    rowsFor,
  )
  const [open, shut] = await assertOffered(needs, trials)
  assert.ok(open > 20 && shut > 60, `${open} ${shut}`)
})

const applications: Offer<ApplicationRow> = {
  kind: (step) => `application.${step}`,
  shut: ['not-permitted', 'need-unknown', 'application-unknown', 'application-status', 'not-here'],
  changesOf: (id, row) => {
    const need = randomUUID()
    const of = aNeed({
      ...aboutOf(families.applications),
      status: 'applied',
      standing: 1,
      office: officeId.parse(caturtunggal),
    })
    return [
      { table: 'need', id: need, base: 0, set: set(of) },
      { table: 'application', id, base: 0, set: set({ ...row, need: needId.parse(need) }) },
    ]
  },
  actsOf: async ({ watcher: { client }, id }) => {
    const decides = await actsIn(client, needRoutes.application, id)
    if (decides) return decides
    if ((await client.ask(needRoutes.of, { query: { district, family: families.applications } })).status !== 200)
      return null
    return (
      (await cardsOf(client, families.applications)).flatMap((one) => one.applications).find((one) => one.id === id)
        ?.acts ?? null
    )
  },
  dataOf: (step) =>
    ({ tick: { ticked: ['KK'] }, refuse: needData['application.refuse'], grant: { note: '' } })[step] ?? { note },
}

test('NEED-4, NEED-5 what is offered of an application to the office that asks and to the one that decides is taken, all else is refused', async () => {
  const from = officeId.parse(caturtunggal)
  const office = officeId.parse(offices.dinsos)
  const rowsFor = () =>
    applicationStatuses.map(
      (status) =>
        [
          status,
          anApplication({
            ...aboutOf(families.applications),
            status,
            from,
            office,
            sentAt: status === 'drafted' ? null : now,
          }),
        ] as const,
    )
  const trials = await layTrials(house, applications, [fo, agency, hospital, neighbour], applicationSteps, rowsFor)
  const [open, shut] = await assertOffered(applications, trials)
  assert.ok(open > 10 && shut > 100, `${open} ${shut}`)
})

test('NEED-10 what is still being written is its office’s own: the deciding one neither reads it nor whose it is, by its id or in a list', async () => {
  const { record, apply } = needsOf(fo.client)
  const holder = { person: null, family: families.applications }
  const draft = await apply(await record(holder), programme, { send: false })
  const query = { district, id: draft }
  const reveal = () => agency.client.ask(needRoutes.reveal, { body: { ...query, reason: 'Memeriksa permohonan' } })
  assert.equal((await agency.client.ask(needRoutes.application, { query })).status, 404)
  assert.equal((await reveal()).status, 404)
  assert.equal(
    (await agency.client.send('application.tick', { subject: draft, data: { ticked: [] } })).body.code,
    'not-here',
  )
  const listed = await agency.client.read(needRoutes.applications)
  assert.ok(!listed.items.some(({ id }) => id === draft))
  assert.deepEqual(await house.owner('select 1 from access_log where subject = $1', [draft]), [])
  await fo.client.does('application.send', { subject: draft, data: { note: '' } })
  assert.equal((await agency.client.ask(needRoutes.application, { query })).status, 200)
  assert.equal((await reveal()).status, 200)
})

test('LEDGER-8 whatever was tried and taken is proven', () => assertVerified(house))
