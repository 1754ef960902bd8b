import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { officeId, psksId, psksReportId, staffId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { proposalStatuses } from '@openslrt/core/proposal/proposal.ts'
import { psksSteps } from '@openslrt/core/psks/moves.ts'
import type { PsksRow } from '@openslrt/core/psks/psks.ts'
import { psksStatuses } from '@openslrt/core/psks/psks.ts'
import { aProposal, proposalActs, proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aVisit, visitData } from '@openslrt/core/testing/a-visit.ts'
import { aPsks, aReport } from '@openslrt/core/testing/a-welfare.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import { visitStatuses } from '@openslrt/core/visit/visit.ts'
import { aDistrictOffice, openOffice, sleman } from './a-district-office.ts'
import type { Client } from './client.ts'
import { startTestHouse } from './house.ts'
import type { Offer, Watcher } from './offered.ts'
import { actsIn, assertOffered, layTrials } from './offered.ts'
import { assertVerified } from './verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const watcher = async (role: string, office: string, home?: string): Promise<Watcher> => ({
  who: role,
  client: await house.staffAt(office, role, home),
})
const { caturtunggal, maguwoharjo, secretariat } = offices
const operator = await watcher('village-operator', caturtunggal)
const neighbour = { ...(await watcher('village-operator', maguwoharjo)), who: 'operator of the next village' }
const coordinator = await watcher('coordinator', caturtunggal)
const facilitator = await watcher('facilitator', caturtunggal)
const surveyor = await watcher('surveyor', secretariat)
const manager = await watcher('manager', secretariat)
const verifier = await watcher('verifier', secretariat)
const approver = await watcher('approver', secretariat)
const fo = await watcher('fo', caturtunggal)
const agency = { ...(await watcher('provider', offices.dinsos)), who: 'deciding agency' }
const hospital = await watcher('provider', offices.rsud)
const elsewhere = { ...(await watcher('manager', bantul, '34.02')), who: 'manager of the next district' }

const note = 'Sudah dicek.'
const staffOf = ({ staff }: Client) => staffId.parse(staff)
const set = <Row extends { readonly id: string; readonly version: number }>({
  id: _id,
  version: _version,
  ...rest
}: Row) => rest

const report = new Map<string, string>()
const psks: Offer<PsksRow> = {
  kind: (step) => `psks.${step}`,
  shut: ['psks-step', 'wrong-place', 'psks-district', 'psks-own', 'not-permitted', 'psks-unknown', 'wrong-district'],
  changesOf: (id, row) => {
    const sent = randomUUID()
    report.set(id, sent)
    const said = aReport({ psks: psksId.parse(id), id: psksReportId.parse(sent), status: 'sent', note: null })
    return [
      { table: 'psks', id, base: 0, set: set(row) },
      { table: 'psksReport', id: sent, base: 0, set: set(said) },
    ]
  },
  actsOf: ({ watcher: { client }, id }) => actsIn(client, psksRoutes.one, id),
  dataOf: (step, { id }) => {
    const words = {
      kind: 'community-worker',
      place: sleman.caturtunggal,
      serves: [sleman.caturtunggal],
      name: 'Sri Wahyuni',
    }
    const month = { month: '2026-01', activities: 'Mendampingi.', days: 10, people: 7 }
    const said: Readonly<Record<string, object>> = {
      change: { ...words, nik: null, phone: '081300002222', email: null, address: '', fields: {} },
      report: { report: randomUUID(), ...month },
      'accept-report': { report: report.get(id) },
      'return-report': { report: report.get(id), note },
      'add-event': { event: randomUUID(), what: 'training', title: 'Dasar', onDay: '2026-01-02', hours: 8, result: '' },
      'set-user': { staff: null },
      post: {
        posting: randomUUID(),
        target: 'village',
        case: null,
        visit: null,
        village: sleman.maguwoharjo,
        task: note,
        from: '2026-01-01',
        until: null,
      },
      'end-posting': { posting: randomUUID(), note },
      verify: {},
      renew: {},
    }
    return said[step] ?? { note }
  },
}

test('PSKS-2, PSKS-3 what the card of a PSKS offers is taken, and what it does not offer is refused, in every status and for everybody', async () => {
  const served = [placeCode.parse(sleman.caturtunggal), placeCode.parse(sleman.maguwoharjo)]
  const rowsFor = ({ client }: Watcher) =>
    psksStatuses.flatMap((status) =>
      [staffOf(client), staffOf(facilitator.client)].map((registeredBy) => {
        const row = aPsks({ status, registeredBy, serves: served, office: officeId.parse(caturtunggal), note: null })
        return [`${status}${registeredBy === client.staff ? ', their own' : ''}`, row] as const
      }),
    )
  const watchers = [operator, neighbour, manager, fo, elsewhere]
  const [open, shut] = await assertOffered(psks, await layTrials(house, psks, watchers, psksSteps, rowsFor))
  assert.ok(open > 60 && shut > 200, `${open} ${shut}`)
})

const now = Date.now()
const later = dayIn('Asia/Jakarta', now + 2 * dayMs)
const visits: Offer<VisitRow> = {
  kind: (step) => `visit.${step}`,
  shut: ['not-permitted', 'not-here', 'wrong-visit-status', 'unknown-visit', 'not-found'],
  changesOf: (id, row) => [{ table: 'visit', id, base: 0, set: set(row) }],
  actsOf: ({ watcher: { client }, id }) => actsIn(client, visitRoutes.one, id),
  dataOf: (step) => {
    const said = new Map<string, object>(Object.entries(visitData))
    const assign = { office: caturtunggal, assignee: coordinator.client.staff, note: '' }
    return { assign, replan: { day: later, note: '' } }[step] ?? said.get(step) ?? {}
  },
}

test('VISIT-1, VISIT-2 what the page of a visit offers is taken, and what it does not offer is refused, in every status and for everybody', async () => {
  const rowsFor = ({ client }: Watcher) =>
    visitStatuses.flatMap((status) =>
      (client === elsewhere.client ? [null] : [null, staffOf(client)]).map((assignee) => {
        const row = aVisit({ status, assignee, office: officeId.parse(caturtunggal) })
        return [`${status}${assignee ? ', theirs' : ''}`, row] as const
      }),
    )
  const watchers = [coordinator, facilitator, surveyor, manager, fo, neighbour, elsewhere]
  const steps = ['assign', 'replan', 'done', 'miss', 'cancel', 'photo']
  const [open, shut] = await assertOffered(visits, await layTrials(house, visits, watchers, steps, rowsFor))
  assert.ok(open > 40 && shut > 200, `${open} ${shut}`)
})

const proposals: Offer<ProposalRow> = {
  kind: (step) => `proposal.${step}`,
  shut: ['not-permitted', 'not-found', 'wrong-proposal-status', 'own-proposal', 'wrong-place'],
  changesOf: (id, row) => [{ table: 'proposal', id, base: 0, set: set(row) }],
  actsOf: ({ watcher: { client }, id }) => actsIn(client, proposalRoutes.one, id),
  dataOf: (step) => {
    const said = new Map<string, object>(Object.entries(proposalData))
    return { ...said.get(step), ...(step === 'change' ? { person: null, family: null } : {}) }
  },
}

test('PROPOSAL-1, PROPOSAL-4 what the card of a proposal offers is taken, and what it does not offer is refused, in every status and for everybody', async () => {
  const [other, verified] = [staffOf(agency.client), staffOf(hospital.client)]
  // Whatever goes back to its drafters has no verifier any more.
  const checked = new Set<string>(['verified', 'approved', 'exported', 'accepted', 'rejected'])
  const rowsFor = ({ client }: Watcher) =>
    proposalStatuses.flatMap((status) =>
      ['', 'drafted by them', 'verified by them'].map((side) => {
        const drafters = [side === 'drafted by them' ? staffOf(client) : other]
        const by = side === 'verified by them' ? staffOf(client) : verified
        const said = { drafters, verifier: checked.has(status) ? by : null }
        const row = aProposal({ ...said, status, person: null, family: null, office: officeId.parse(caturtunggal) })
        return [`${status} ${side}`, row] as const
      }),
    )
  const watchers = [operator, verifier, approver, neighbour]
  const [open, shut] = await assertOffered(
    proposals,
    await layTrials(house, proposals, watchers, proposalActs, rowsFor),
  )
  assert.ok(open > 60 && shut > 600, `${open} ${shut}`)
})

test('LEDGER-8 whatever was tried and taken is proven', () => assertVerified(house))
