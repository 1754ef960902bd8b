import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Offices } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { checkRule } from '@openslrt/core/programme/check-rule.ts'
import { placeFactsIn } from '@openslrt/core/programme/place-facts.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { cardOf, lineOf } from './lines.ts'
import { catalogueOf, findProgramme } from './load.ts'
import type { Around } from './match.ts'
import { householdOfCase, householdOfFamily, householdOfPerson, matchHousehold } from './match.ts'
import { countCatalogue, placeNames, selectCatalogue } from './queries.ts'
import { tryOnSlice } from './try-rule.ts'
import { placeFactsOf, vocabularyAt, vocabularyFor } from './vocabulary.ts'

/** The doors through which programmes are read, and held against people. */
export function programmeRoutesOf(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  const todayFor = ({ place }: StaffActor) => dayIn(reference.zoneOf(ledgerOf(place)), Date.now())
  return [
    route(programmeRoutes.list, async ({ query, actor }) => {
      const reader = actor()
      const today = todayFor(reader)
      const asked = { ...query, today, limit: pageSize, offset: (query.page - 1) * pageSize }
      const rows = (await selectCatalogue(ledger.pool, reader.place, asked)).map((row) => rowOf('programme', row, null))
      const names = await placeNames(
        ledger.pool,
        rows.map(({ place }) => place),
      )
      return ok({
        items: rows.map((row) => lineOf(row, { today, placeName: names.get(row.place) ?? '' })),
        total: await countCatalogue(ledger.pool, reader.place, asked),
        page: query.page,
        size: pageSize,
      })
    }),
    route(programmeRoutes.card, async ({ query: { district, id }, actor }) => {
      const reader = actor()
      const row = await findProgramme(ledger.pool, id)
      if (!row || row.district !== district) return no({ code: 'not-found' })
      if (!covers(row.place, reader.place) && !covers(reader.place, row.place)) return no({ code: 'not-found' })
      const offices = reference.offices()
      const names = await placeNames(ledger.pool, [row.place])
      const officeName = (row.office && offices.get(row.office)?.name) ?? ''
      const today = todayFor(reader)
      const catalogue = await catalogueOf(ledger.pool, row.place)
      const vocabulary = vocabularyAt(parts, { place: row.place, day: today, catalogue })
      const told = { today, placeName: names.get(row.place) ?? '', officeName, vocabulary, catalogue }
      return ok(cardOf(row, told, reader, offices.get(reader.office)?.kind ?? null))
    }),
    route(programmeRoutes.choices, async ({ actor }) => {
      const { place } = actor()
      const catalogue = await catalogueOf(ledger.pool, place)
      const facts = placeFactsOf(parts, { place, day: todayFor(actor()), catalogue })
      return ok({ facts: [...placeFactsIn(facts)], offices: decidingAt(reference.offices(), place) })
    }),
    ...heldAgainst(parts),
    route(programmeRoutes.try, ({ body: { district, unit, rule, after }, actor }) =>
      within(parts, actor(), district, async (around) => {
        const { client, actor: reader } = around
        const day = todayFor(reader)
        const catalogue = await catalogueOf(client, reader.place)
        const vocabulary = vocabularyFor(parts, reader, { place: reader.place, day, catalogue })
        const [fault] = checkRule(rule, unit, vocabulary)
        if (fault) return no({ code: 'programme-rule', fault: fault.code, fact: fault.fact ?? '' })
        return ok(await tryOnSlice(around, { unit, rule, after, day, vocabulary, catalogue }))
      }),
    ),
  ]
}

/** PROG-9 Offices that may decide on what is given at a place: of its own ledger, above it or below. */
const decidingAt = (offices: Offices, at: PlaceCode) =>
  [...offices.values()]
    .filter(
      ({ active, place }) => active && ledgerOf(place) === ledgerOf(at) && (covers(place, at) || covers(at, place)),
    )
    .map(({ id, name, kind }) => ({ id, name, kind }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))

const within = <T>({ ledger }: CaseParts, actor: StaffActor, district: string, run: (around: Around) => Promise<T>) =>
  inScope(ledger.pool, scopeOf(actor, null), (client) => run({ client, actor, district }))

/** What there is for a family, for a person, and for whom a case is about. */
function heldAgainst(parts: CaseParts): readonly Route[] {
  const { ledger } = parts
  return [
    route(programmeRoutes.forFamily, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, async (around) => {
        const household = await householdOfFamily(around, id)
        return household ? ok(await matchHousehold(parts, around, household)) : no({ code: 'not-found' })
      }),
    ),
    route(programmeRoutes.forPerson, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, async (around) => {
        const household = await householdOfPerson(around, id)
        return household ? ok(await matchHousehold(parts, around, household)) : no({ code: 'not-found' })
      }),
    ),
    route(programmeRoutes.forCase, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, async (around) => {
        const keys = await ledger.keys.forDistrict(district)
        const kase = await findCase(around.client, around.actor, district, id, keys)
        if (!kase) return no({ code: 'not-found' })
        // MATCH-5 Who was granted parts of a case is not told through it what the registry knows of the person.
        const whole = seesWhole(kase, around.actor, await grantsOf(around.client, district, kase.id, null))
        const nik = whole && kase.clientNik !== null ? keys.index('nik', kase.clientNik) : null
        const household = nik ? await householdOfCase(around, nik) : null
        return ok(await matchHousehold(parts, around, household, kase))
      }),
    ),
  ]
}
