import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf, levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { coverOf } from '@openslrt/core/psks/coverage.ts'
import type { PsksRow } from '@openslrt/core/psks/psks.ts'
import type { PoolClient } from 'pg'
import { placeNames, staffNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logOpening } from '../../platform/ledger/access-log.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { findVisit } from '../visit/index.ts'
import { postedLineOf, psksCardOf, psksLineOf } from './lines.ts'
import { kindsOn } from './lists.ts'
import {
  countDue,
  countList,
  seenCases,
  selectList,
  selectParts,
  selectPlaces,
  selectPosted,
  selectPsks,
  selectServing,
  selectVerified,
} from './queries.ts'
import { tableRoutesOf } from './table-routes.ts'

/** The doors through which PSKS are read. */
export const psksRoutesOf = (parts: CaseParts): readonly Route[] => [
  ...listRoutes(parts),
  ...ofOne(parts),
  ...postedRoutes(parts),
  ...tableRoutesOf(parts),
]

function listRoutes({ ledger, reference }: CaseParts): readonly Route[] {
  return [
    route(psksRoutes.list, ({ query: { page, ...query }, actor }) => {
      const reader = actor()
      const asked = { ...query, today: todayIn(reference, ledgerOf(reader.place)) }
      return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
        const stored = await selectList(client, reader, asked, pageSize, (page - 1) * pageSize)
        const rows = stored.map((row) => rowOf('psks', row, null))
        const places = await placeNames(
          client,
          rows.flatMap(({ place, serves }) => [place, ...serves]),
        )
        const items = rows.map((row) => psksLineOf(row, { reader, reference, places }))
        const total = await countList(client, reader, asked)
        return ok({ items, total, page, size: pageSize, due: await countDue(client, reader, asked.today) })
      })
    }),
    route(psksRoutes.choices, ({ actor }) => {
      const { place } = actor()
      const district = ledgerOf(place)
      const kinds = kindsOn(reference, district, todayIn(reference, district))
      return Promise.resolve(
        ok({ district, place, kinds: kinds.map((kind) => ({ ...kind, names: { ...kind.names } })) }),
      )
    }),
    route(psksRoutes.coverage, ({ query, actor }) => {
      const reader = actor()
      const at = query.place ?? reader.place
      if (!covers(reader.place, at) || ['province', 'nation'].includes(levelOf(at)))
        return Promise.resolve(no({ code: 'not-found' }))
      return inScope(ledger.pool, scopeOf(reader, null), async (client) => ok(await coverageOf(client, reader, at)))
    }),
  ]
}

/** PSKS-8 Every village of a place with those who serve it, by sub-district. */
async function coverageOf(client: PoolClient, reader: StaffActor, at: PlaceCode) {
  const places = await selectPlaces(client, at)
  const name = new Map(places.map((place) => [place.code, place.name]))
  const villages = places.filter(({ level }) => level === 'village').map(({ code }) => placeCode.parse(code))
  const covered = coverOf(villages, await selectServing(client, reader, at))
  const groups = Map.groupBy(covered, ({ village }) => village.slice(0, 8))
  const above = await placeNames(client, [...groups.keys()])
  return {
    place: at,
    placeName: name.get(at) ?? '',
    groups: [...groups].map(([code, rows]) => ({
      code: placeCode.parse(code),
      name: above.get(code) ?? code,
      villages: rows.map(({ village, kinds, total }) => ({
        code: village,
        name: name.get(village) ?? village,
        kinds: { ...kinds },
        total,
      })),
    })),
  }
}

/** What hangs on one PSKS: their reports, what they held, and where they were sent. */
async function partsOf(client: PoolClient, { district, id }: PsksRow, keys: DistrictKeys) {
  const parts = (table: Parameters<typeof selectParts>[1]) => selectParts(client, table, district, id)
  return {
    reports: (await parts('psks_report')).map((one) => rowOf('psksReport', one, keys)),
    events: (await parts('psks_event')).map((one) => rowOf('psksEvent', one, keys)),
    postings: (await parts('psks_posting')).map((one) => rowOf('psksPosting', one, keys)),
  }
}

function ofOne({ ledger, reference }: CaseParts): readonly Route[] {
  return [
    route(psksRoutes.one, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
        const row = await selectPsks(client, reader, district, id)
        if (!row) return no({ code: 'not-found' })
        const keys = await ledger.keys.forDistrict(district)
        const psks = rowOf('psks', row, keys)
        const parts = await partsOf(client, psks, keys)
        const people = [
          psks.registeredBy,
          psks.verifiedBy,
          psks.staff,
          ...parts.reports.flatMap((one) => [one.sentBy, one.judgedBy]),
        ]
        const staff = await staffNames(
          client,
          people.flatMap((one) => one ?? []),
        )
        const cases = await seenCases(
          client,
          reader,
          district,
          parts.postings.flatMap(({ caseId }) => caseId ?? []),
        )
        const villages = parts.postings.flatMap(({ village }) => village ?? [])
        const places = await placeNames(client, [psks.place, ...psks.serves, ...villages])
        await logOpening(client, reader, { district, action: 'open', subject: id, now: Date.now() })
        return ok(psksCardOf({ psks, ...parts, staff, cases }, { reader, reference, places }))
      })
    }),
  ]
}

/** Who was posted to a case, a visit or a village: for whoever sees that. */
function postedRoutes({ ledger, reference }: CaseParts): readonly Route[] {
  const postedTo = async (client: PoolClient, reader: StaffActor, district: string, target: Target) => {
    const keys = await ledger.keys.forDistrict(district)
    return (await selectPosted(client, reader, district, target)).map((row) => postedLineOf(row, reference, keys))
  }
  return [
    route(psksRoutes.ofCase, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(ledger.pool, scopeOf(reader, null), async (client) =>
        (await findCase(client, reader, district, id, null))
          ? ok({ items: await postedTo(client, reader, district, { case: id }) })
          : no({ code: 'not-found' }),
      )
    }),
    route(psksRoutes.ofVisit, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(ledger.pool, scopeOf(reader, null), async (client) =>
        (await findVisit(client, reader, district, id, await ledger.keys.forDistrict(district)))
          ? ok({ items: await postedTo(client, reader, district, { visit: id }) })
          : no({ code: 'not-found' }),
      )
    }),
    route(psksRoutes.at, ({ query: { place }, actor }) => {
      const reader = actor()
      if (!covers(reader.place, place) || ['province', 'nation'].includes(levelOf(place)))
        return Promise.resolve(no({ code: 'not-found' }))
      return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
        const rows = (await selectVerified(client, reader, place)).map((row) => rowOf('psks', row, null))
        const codes = rows.flatMap((row) => [row.place, ...row.serves])
        const places = await placeNames(client, [place, ...codes])
        if (!places.has(place)) return no({ code: 'not-found' })
        return ok({
          place,
          placeName: places.get(place) ?? '',
          serving: rows.map((row) => psksLineOf(row, { reader, reference, places })),
          items: await postedTo(client, reader, ledgerOf(place), { village: place }),
        })
      })
    }),
  ]
}

type Target = Parameters<typeof selectPosted>[3]
