import type { DayLine, HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { calendarTable } from '@openslrt/core/lists/calendar-file.ts'
import { listTable } from '@openslrt/core/lists/list-file.ts'
import { lawOfList } from '@openslrt/core/lists/list-law.ts'
import { countsIn } from '@openslrt/core/lists/on-day.ts'
import { fileItemsOf } from '@openslrt/core/lists/plan-import.ts'
import { covers, ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { countingScope, inScope } from '../../platform/db/scope.ts'
import { csvRows } from '../../platform/files/csv-rows.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Reference } from '../reference/index.ts'
import { closuresIn } from '../reference/index.ts'
import type { ListParts } from './commands.ts'
import { closedAs, placeLook } from './commands.ts'
import { itemLines } from './item-lines.ts'
import { selectUse, selectUses } from './queries.ts'
import { selectHeldHere } from './queries-roles.ts'
import { readFile } from './read-file.ts'

/** The doors through which administrators look at lists, calendar and hours. */
export function listRoutesOf({ ledger, reference }: ListParts): readonly Route[] {
  const todayIn = (place: string): string => dayIn(reference.zoneOf(place), Date.now())
  return [
    route(listRoutes.items, async ({ query: { district, list }, actor }) => {
      const place = placeCode.parse(district)
      const [{ by, grows }, today] = [lawOfList(list), todayIn(district)]
      // Lists are the same for everybody; how many cases carry their items is for those whose place it is.
      const uses = covers(actor().place, place)
        ? await inScope(ledger.pool, countingScope(place), (client) => selectUses(client, list, place))
        : null
      const items = itemLines(reference.said(list), uses, { list, place: district, today })
      return ok({ today, grows, nationOnly: by === 'nation', items: [...items] })
    }),
    route(listRoutes.uses, async ({ query: { district, list, code }, actor }) => {
      const place = placeCode.parse(district)
      if (!covers(actor().place, place)) return ok({ uses: null })
      const count = (client: PoolClient) => selectUse(client, list, code, place)
      return ok({ uses: await inScope(ledger.pool, countingScope(place), count) })
    }),
    route(listRoutes.calendar, async ({ query: { district, year } }) =>
      ok({
        today: todayIn(district),
        zone: reference.zoneOf(district),
        days: daysOf(reference, district, ({ day }) => day.startsWith(year)),
        hours: hoursOf(reference, district),
      }),
    ),
    route(listRoutes.file, async ({ query: { district, list } }) => {
      const today = todayIn(district)
      if (list === 'calendar')
        return ok({ rows: tableOf(calendarTable(daysOf(reference, district, ({ day }) => day >= today))) })
      const items = [...reference.said(list).values()].flatMap((said) => fileItemsOf(said, district, today))
      return ok({ rows: tableOf(listTable(list, items)) })
    }),
    route(listRoutes.plan, async ({ body: { district, list, from, text }, actor, request }) => {
      const rows = csvRows(text)
      if (!rows) return no({ code: 'invalid', fields: ['text'] })
      const now = Date.now()
      const { head, missing, lines } = readFile(rows, {
        list,
        day: from,
        actor: actor(),
        look: placeLook(reference, district, now, now),
        said: list === 'calendar' ? new Map() : reference.said(list),
        heldHere: list === 'role' ? await selectHeldHere(ledger.pool, district) : [],
        closedAs: (day) => closedAs(reference, district, day),
        say: (refusal) => sayRefusal(languageOf(request), refusal),
      })
      return ok({ head: [...head], missing: [...missing], lines: [...lines] })
    }),
  ]
}

/** What the nearest place says of each day that anybody spoke of, in the order of the year. */
function daysOf(reference: Reference, district: string, wanted: (day: DayLine) => boolean): DayLine[] {
  const lines = [...closuresIn(reference.closures(), district).values()].map(
    ({ day, closed, name, basis, place }): DayLine => ({ day, closed, name, basis, place: ledgerCode.parse(place) }),
  )
  return lines.filter(wanted).toSorted((one, other) => one.day.localeCompare(other.day))
}

const hoursOf = (reference: Reference, district: string): HoursLine[] =>
  reference
    .weeks()
    .filter(({ place }) => countsIn(place, district))
    .map(({ place, valid_from: from, week, basis, version }) => ({
      place: ledgerCode.parse(place),
      from,
      week: [...week],
      basis,
      version,
    }))

const tableOf = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => [...row])
