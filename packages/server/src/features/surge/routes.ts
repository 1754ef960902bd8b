import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { mostInRun } from '@openslrt/core/contract/letter-runs.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { affectedShows } from '@openslrt/core/contract/surge-queries.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { isWorkingDay } from '@openslrt/core/meeting/days.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { helped, placed, unplaced } from '@openslrt/core/surge/moves.ts'
import { orderData, orderList, usualOrder, usualRules } from '@openslrt/core/surge/order.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import { placeOf } from '../reference/index.ts'
import { affectedLineOf, surgeLineOf, surgePageOf } from './lines.ts'
import { faultsOf, loadFile } from './load-file.ts'
import type { RowQuery } from './queries.ts'
import { countAffected, selectAffected, selectCasesOf, selectSurge, selectSurges } from './queries.ts'
import { askToWork, beginWork, selectWork } from './queries-work.ts'

/** The doors of affected lists. */
export const surgeRoutesOf = (parts: CaseParts): readonly Route[] => [...readRoutes(parts), ...workRoutes(parts)]

function readRoutes({ ledger, reference }: CaseParts): readonly Route[] {
  const { pool, keys } = ledger
  return [
    route(surgeRoutes.list, ({ query: { page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const { rows, total } = await selectSurges(client, reader, { limit: pageSize, offset: (page - 1) * pageSize })
        const items = rows.map((row) => surgeLineOf(rowOf('surge', row, null), row, row.place_name, reference))
        return ok({ items, total, page, size: pageSize })
      })
    }),
    route(surgeRoutes.one, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, district), async (client) => {
        const row = await selectSurge(client, district, id)
        const surge = row && rowOf('surge', row, null)
        if (!surge || !isNear(reader, surge.place)) return no({ code: 'not-found' })
        const counts = await countAffected(client, reader, district, id)
        const work = await selectWork(client, district, id)
        const placeName = (await placeOf(client, surge.place))?.name ?? surge.place
        const going = work && { ...sharesOf(work.left, work.opens, counts), endedAt: work.ended_at }
        return ok(surgePageOf(surge, counts, going, { reader, placeName, reference }))
      })
    }),
    route(surgeRoutes.rows, ({ query: { district, id, show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const row = await selectSurge(client, district, id)
        const surge = row && rowOf('surge', row, null)
        if (!surge || !isNear(reader, surge.place)) return no({ code: 'not-found' })
        const part = { limit: pageSize, offset: (page - 1) * pageSize }
        const asked = queryOf(show, reader, dayIn(reference.zoneOf(district), Date.now()))
        const { rows, total } = await selectAffected(client, reader, { district, id }, asked, part)
        const own = await keys.forDistrict(district)
        const items = rows.map((one) =>
          affectedLineOf(rowOf('affected', one, own), { placeName: one.place_name, number: one.case_number }, surge, {
            reader,
            reference,
          }),
        )
        return ok({ items, total, page, size: pageSize })
      })
    }),
    route(surgeRoutes.cases, ({ query: { district, id, show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const row = await selectSurge(client, district, id)
        if (!row || !isNear(reader, rowOf('surge', row, null).place)) return no({ code: 'not-found' })
        const part = { limit: mostInRun, offset: (page - 1) * mostInRun }
        const asked = queryOf(show, reader, dayIn(reference.zoneOf(district), Date.now()))
        const { rows, total } = await selectCasesOf(client, reader, { district, id }, asked, part)
        const items = rows.map((one) => ({ ...one, id: caseId.parse(one.id) }))
        return ok({ items, total, page, size: mostInRun })
      })
    }),
    route(surgeRoutes.choices, ({ actor }) => Promise.resolve(ok(choicesFor(reference, actor())))),
    route(surgeRoutes.order, ({ actor }) => {
      const district = ledgerOf(actor().place)
      const today = dayIn(reference.zoneOf(district), Date.now())
      return Promise.resolve(ok({ district, today, ...orderOn(reference, district, today) }))
    }),
  ]
}

function workRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(surgeRoutes.load, ({ body: { district, id, file }, actor, person, request }) => {
      // A program may do what its key says; through work of the server it would do all that its person may.
      if (person().only) return Promise.resolve(no({ code: 'not-permitted', needs: ['surge.manage'] } as const))
      const loading = { district, id, bytes: Buffer.from(file, 'base64'), actor: actor(), lang: languageOf(request) }
      return loadFile(parts, loading)
    }),
    route(surgeRoutes.faults, async ({ query: { district, id }, actor }) => {
      const file = await faultsOf(parts, { district, id, actor: actor() })
      return ok({ file: file?.toString('base64') ?? null })
    }),
    route(surgeRoutes.work, ({ body: { district, id }, actor, person }) => {
      if (person().only) return Promise.resolve(no({ code: 'not-permitted', needs: ['surge.manage'] } as const))
      const { staff, office, place } = actor()
      return inScope(pool, scopeOf(actor(), district), async (client) => {
        const row = await selectSurge(client, district, id)
        if (!row || !covers(place, rowOf('surge', row, null).place)) return no({ code: 'not-found' })
        await beginWork(client, { district, surge: id, staff, office, opens: true, now: new Date() })
        await askToWork(client)
        return ok({})
      })
    }),
  ]
}

const isNear = (reader: StaffActor, place: StaffActor['place']): boolean =>
  covers(reader.place, place) || covers(place, reader.place)

/** How much of what is to be done is done: rows that wait in chunks are told by the two hundred. */
function sharesOf(
  left: number,
  opens: boolean,
  { total, opened, listed }: { readonly total: number; readonly opened: number; readonly listed: number },
): { readonly total: number; readonly done: number } {
  const coming = left * 200
  if (!opens) return { total: total + coming, done: total }
  return { total: (total + coming) * 2, done: opened + Math.max(0, total - listed) }
}

/** What each part of the list asks for. */
function queryOf(show: (typeof affectedShows)[number], { office }: StaffActor, today: string): RowQuery {
  switch (show) {
    case 'today':
      return { status: placed, slot: { office, day: today }, newest: false }
    case 'queue':
      return { status: placed, slot: null, newest: false }
    case 'listed':
      return { status: unplaced, slot: null, newest: false }
    case 'done':
      return { status: helped, slot: null, newest: true }
    case 'absent':
      return { status: 'absent', slot: null, newest: true }
  }
}

/** Four weeks of working days are more than a wave takes. */
const mostDays = 60

function choicesFor(reference: Reference, { place }: StaffActor) {
  const district = ledgerOf(place)
  const { calendar } = reference.policyFor(district, Date.now(), Date.now())
  const now = Date.now()
  const days = Array.from({ length: mostDays * 2 }, (_, nth) => dayIn(calendar.zone, now + nth * dayMs))
  return {
    offices: [...reference.offices().values()]
      .filter((office) => office.active && covers(place, office.place) && office.district === district)
      .toSorted((one, other) => one.place.length - other.place.length || one.name.localeCompare(other.name, 'id'))
      .map(({ id, name }) => ({ id, name })),
    days: days.filter((day) => isWorkingDay(calendar, day)).slice(0, mostDays),
    rules: orderOn(reference, district, dayIn(calendar.zone, now)).rules,
  }
}

/** SURGE-14 Who comes first at a place on a day. */
function orderOn(reference: Reference, district: string, day: Day) {
  const [item] = reference.list(orderList, district, day)
  const said = orderData.safeParse(item?.data).data ?? { rules: usualRules, basis: '' }
  const names = item?.names ?? { id: usualOrder, en: usualOrder }
  return { names: { ...names }, rules: said.rules.map((rule) => ({ ...rule })), basis: said.basis }
}
