import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { daysOf, monthOf } from '@openslrt/core/proposal/cut-off.ts'
import { awaitsVerifying, proposalRule, waitingFor } from '@openslrt/core/proposal/moves.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import type { PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { answerRoutes } from './answer-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import { cardOf, countsOf, lineOf, minutesLineOf, statusesOf } from './lines.ts'
import { cutOffAt, findOne, openRows } from './load.ts'
import { minutesRoutes } from './minutes-routes.ts'
import {
  countProposals,
  selectByNik,
  selectHolders,
  selectMinutesPage,
  selectOfCase,
  selectPeople,
  selectProposals,
} from './queries.ts'
import { mayType, readingOf } from './reading.ts'

/** The doors through which proposals, minutes and batches are read. */
export const proposalRoutesOf = (parts: CaseParts): readonly Route[] => [
  ...listRoutes(parts),
  ...ofOne(parts),
  ...minutesRoutes(parts),
  ...batchRoutes(parts),
  ...answerRoutes(parts),
]

/** More than a district sends in a month. */
const mostReady = 5_000

function listRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(proposalRoutes.list, ({ query: { show, page, kind, month, place }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const now = new Date()
        const near = { kind, month, place }
        const late = show === 'late' ? { lateAt: now } : {}
        const filter = { ...near, ...late, statuses: statusesOf(show) }
        const rows = await openRows(
          parts,
          'proposal',
          await selectProposals(client, reader, filter, { limit: pageSize, offset: (page - 1) * pageSize }),
        )
        const about = await readingOf(parts, client, reader, rows)
        const counts = countsOf(await countProposals(client, reader, { ...near, statuses: null }, now))
        const items = rows.map((row) => lineOf(row, about))
        return ok({ items, total: counts[show], page, size: pageSize, counts })
      })
    }),
    route(proposalRoutes.ready, ({ query, actor }) => {
      const reader = actor()
      if (!mayType(reader)) return Promise.resolve(no({ code: 'not-permitted', needs: proposalRule('export').by }))
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const filter = { ...query, statuses: waitingFor['to-export'], place: reader.place }
        const rows = await selectProposals(client, reader, filter, { limit: mostReady, offset: 0 })
        return ok({
          items: rows
            .map((row) => rowOf('proposal', row, null))
            .map(({ id, district, month }) => ({ id, district, month })),
        })
      })
    }),
    route(proposalRoutes.calendar, ({ query, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), (client) => calendarOf(parts, client, reader, query.month))
    }),
  ]
}

/** PROPOSAL-20 A month as its people see it: what closes when, which meetings there are, and which objections run. */
async function calendarOf(parts: CaseParts, client: PoolClient, reader: StaffActor, asked: string | undefined) {
  const { reference } = parts
  const [district, now] = [ledgerOf(reader.place), Date.now()]
  const zone = reference.zoneOf(district)
  const cutOff = cutOffAt(reference, district, now)
  const month = asked ?? monthOf(zone, now, cutOff)
  const days = { from: `${month}-01`, until: `${month}-${String(lastDay(month)).padStart(2, '0')}` }
  const minutes = await openRows(
    parts,
    'minutes',
    await selectMinutesPage(client, reader, { limit: 100, offset: 0 }, days),
  )
  const running = { statuses: awaitsVerifying, kind: 'objection' } as const
  const objections = await openRows(
    parts,
    'proposal',
    await selectProposals(client, reader, running, { limit: 100, offset: 0 }),
  )
  const about = await readingOf(parts, client, reader, objections, { places: minutes })
  const counted = await countProposals(client, reader, { statuses: null, month }, new Date(now))
  return ok({
    month,
    today: dayIn(zone, now),
    ...daysOf(month, cutOff),
    counts: countsOf(counted),
    meetings: minutes.map((row) => minutesLineOf(row, about)),
    objections: objections.map((row) => lineOf(row, about)),
  })
}

const lastDay = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

function ofOne(parts: CaseParts): readonly Route[] {
  const { pool, keys } = parts.ledger
  return [
    route(proposalRoutes.one, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const own = await keys.forDistrict(district)
        const row = await findOne(client, reader, 'proposal', { district, id }, own)
        if (!row) return no({ code: 'not-found' })
        const about = await readingOf(parts, client, reader, [row])
        return ok(cardOf(row, await caseOf(client, reader, row, own), about))
      })
    }),
    route(proposalRoutes.ofCase, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const kase = await findCase(client, reader, district, id, null)
        if (!kase) return no({ code: 'not-found' })
        const rows = await openRows(parts, 'proposal', await selectOfCase(client, reader, district, id))
        const about = await readingOf(parts, client, reader, rows)
        return ok({ items: rows.map((row) => lineOf(row, about)) })
      })
    }),
    route(proposalRoutes.find, ({ body: { district, nik }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), (client) => sought(parts, client, reader, { district, nik }))
    }),
  ]
}

/** The case of a proposal, as far as the reader sees it. */
async function caseOf(
  client: PoolClient,
  reader: StaffActor,
  { district, caseId }: ProposalRow,
  keys: DistrictKeys,
): Promise<ProposalCard['case']> {
  const kase = caseId && (await findCase(client, reader, district, caseId, keys))
  return kase ? { district: kase.district, id: kase.id, number: kase.number } : null
}

/** Whoever types a whole number knows it already; that it was sought is kept. */
async function sought(
  parts: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  { district, nik }: { readonly district: string; readonly nik: string },
) {
  const keys = await parts.ledger.keys.forDistrict(district)
  const digest = keys.index('nik', nik)
  const people = (await selectPeople(client, reader, district, digest)).map((row) => rowOf('person', row, keys))
  const rows = await openRows(parts, 'proposal', await selectByNik(client, reader, district, digest))
  await logAccess(client, reader, { district, action: 'search', subject: people[0]?.id ?? null, reason: '' })
  const families = await selectHolders(
    client,
    reader,
    'family',
    district,
    people.flatMap(({ family }) => family ?? []),
  )
  const about = await readingOf(parts, client, reader, rows, { places: people })
  const kkOf = new Map(families.map((row) => [row['id'], rowOf('family', row, keys).kk]))
  const found = people.map((person) => ({
    id: person.id,
    family: person.family,
    name: person.name,
    nik: maskNumber(person.nik) ?? '',
    kk: maskNumber(kkOf.get(person.family) ?? null),
    place: person.place,
    placeName: about.places.get(person.place) ?? person.place,
    values: wordsOf(person),
  }))
  return ok({ people: found, proposals: rows.map((row) => lineOf(row, about)) })
}

/** What stands in the registry now, as text: the "before" of what is asked for. */
const wordsOf = ({ values }: PersonRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
    ),
  )
