import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { daysHeard } from '@openslrt/core/load/heard.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { indicatorData, indicatorList, localName } from '@openslrt/core/registry/indicators.ts'
import type { Holder, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { Pool, PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { CaseParts } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Drawing } from './lines.ts'
import { familyCardOf, lineOf, personCardOf, recordLineOf } from './lines.ts'
import { findFamily, findPerson, membersOf } from './load.ts'
import {
  countFamilies,
  selectCases,
  selectFamilies,
  selectFamily,
  selectFound,
  selectLines,
  selectOfCase,
  selectPerson,
  selectRecords,
  selectRegions,
  selectTwice,
} from './queries.ts'
import { revealNumbers } from './reveal.ts'

/** Whoever pages further looks for somebody by name. */
const mostCounted = 2_000

/** The doors through which people and families are read. */
export function registryRoutesOf(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  const { pool } = ledger
  const regions = regionsOf(pool)
  return [
    ...listRoutes(parts),
    route(registryRoutes.family, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, async (client, reader, own) => {
        const family = await findFamily(client, reader, district, id, own)
        const [line] = family ? await selectLines(client, reader, district, [id]) : []
        if (!family || !line) return no({ code: 'not-found' })
        const members = await membersOf(client, reader, family, own)
        const digests = digestsOf(family.kk, members, own)
        const cases = await selectCases(client, reader, district, digests)
        const twice = await selectTwice(client, reader, district, digests)
        const drawing = { ...(await drawingOf(client, reference, regions, family)), twice }
        return ok(familyCardOf({ family, line: lineOf(line, own), members, cases }, drawing, reader))
      }),
    ),
    route(registryRoutes.person, ({ query: { district, id }, actor }) =>
      within(parts, actor(), district, async (client, reader, own) => {
        const person = await findPerson(client, reader, district, id, own)
        if (!person) return no({ code: 'not-found' })
        const twice = await selectTwice(client, reader, district, digestsOf(null, [person], own))
        return ok(personCardOf(person, { ...(await drawingOf(client, reference, regions, person)), twice }))
      }),
    ),
    route(registryRoutes.history, ({ query: { page, ...of }, actor }) =>
      // Loads, and what they found as it stood, are read by who holds their ledger.
      inScope(pool, scopeOf(actor(), of.district), async (client) => {
        const rows = await selectRecords(client, actor(), of, { limit: pageSize, offset: (page - 1) * pageSize })
        const items = rows.map((row) => recordLineOf(row, reference))
        return ok({
          items,
          total: rows[0]?.n ?? 0,
          page,
          size: pageSize,
          heard: [...(await heardIn(client, actor(), of))],
        })
      }),
    ),
    route(registryRoutes.choices, ({ query: { district } }) => Promise.resolve(ok(choicesIn(reference, district)))),
    route(registryRoutes.reveal, ({ body, actor }) =>
      within(parts, actor(), body.district, (client, reader, own) => revealNumbers(client, reader, body, own)),
    ),
  ]
}

/** Families in lists: of a place, and of a case. */
function listRoutes(parts: CaseParts): readonly Route[] {
  const { pool, keys } = parts.ledger
  return [
    route(registryRoutes.families, ({ query: { page, ...filter }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const rows = await selectFamilies(client, reader, filter, { limit: pageSize, offset: (page - 1) * pageSize })
        const counted = await countFamilies(client, reader, filter, mostCounted + 1)
        const items = await Promise.all(
          rows.map(async (row) => lineOf(row, await keys.forDistrict(String(row['district'])))),
        )
        return ok({ items, total: Math.min(counted, mostCounted), more: counted > mostCounted, page, size: pageSize })
      })
    }),
    route(registryRoutes.ofCase, ({ query, actor }) =>
      within(parts, actor(), query.district, async (client, reader, own) => {
        const ids = await selectOfCase(client, reader, query.district, query.case)
        const rows = await selectLines(client, reader, query.district, ids)
        return ok({ items: rows.map((row) => lineOf(row, own)) })
      }),
    ),
  ]
}

interface Asked {
  readonly district: string
  readonly of: Holder
  readonly id: string
  readonly variable?: string | undefined
}

/** REGISTRY-9 The days for which extracts found a value as it stood, of somebody whom the reader sees. */
async function heardIn(client: PoolClient, reader: StaffActor, { district, of, id, variable }: Asked) {
  if (variable === undefined) return []
  const select = of === 'person' ? selectPerson : selectFamily
  const seen = await select(client, reader, district, id)
  return seen ? daysHeard(await selectFound(client, id), variable) : []
}

/** Answers about one district's people, as far as the reader sees them. */
const within = async <T>(
  { ledger }: CaseParts,
  reader: StaffActor,
  district: string,
  run: (client: PoolClient, reader: StaffActor, keys: DistrictKeys) => Promise<T>,
): Promise<T> => {
  const own = await ledger.keys.forDistrict(district)
  return inScope(ledger.pool, scopeOf(reader, null), (client) => run(client, reader, own))
}

/** The sub-districts of the country, read once: codes are added with a release. */
function regionsOf(pool: Pool): () => Promise<ReadonlySet<string>> {
  let read: Promise<ReadonlySet<string>> | null = null
  return () => {
    read ??= selectRegions(pool).catch((error: unknown) => {
      read = null
      throw error
    })
    return read
  }
}

const digestsOf = (kk: string | null, people: readonly PersonRow[], keys: DistrictKeys) => ({
  kk: kk === null ? null : keys.index('kk', kk),
  niks: people.flatMap(({ nik }) => (nik === null ? [] : [keys.index('nik', nik)])),
})

const drawingOf = async (
  client: PoolClient,
  reference: Reference,
  regions: () => Promise<ReadonlySet<string>>,
  { district, place }: Pick<PersonRow, 'district' | 'place'>,
): Promise<Omit<Drawing, 'twice'>> => ({
  day: dayIn(reference.zoneOf(district), Date.now()),
  regions: await regions(),
  // Of every village, of one that no office serves too.
  placeName: (await placeNames(client, [place])).get(place) ?? place,
})

/** REGISTRY-7, REGISTRY-8 What may be chosen in a district today, and what it asks beside. */
function choicesIn(reference: Reference, district: string) {
  const day = dayIn(reference.zoneOf(district), Date.now())
  const listed = codeLists.map((list) => [
    list,
    reference.list(list, district, day).map(({ code, names }) => ({ code, names })),
  ])
  const local = reference.list(indicatorList, district, day).flatMap(({ code, names, data }) => {
    const read = indicatorData.safeParse(data)
    return read.success ? [{ name: localName(code), names, ...read.data }] : []
  })
  return { lists: Object.fromEntries(listed), local }
}
