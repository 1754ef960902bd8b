import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { familyId, pairId } from '@openslrt/core/kernel/id.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { maskNumber, maskPhone } from '@openslrt/core/person/mask.ts'
import { ledgerCode, ledgerOf } from '@openslrt/core/place/code.ts'
import { comparePersons } from '@openslrt/core/registry/double-score.ts'
import type { FamilyAlike, FamilyReason } from '@openslrt/core/registry/family-double.ts'
import { compareFamilies, isHead } from '@openslrt/core/registry/family-double.ts'
import type { HolderRow } from '@openslrt/core/registry/merge-fields.ts'
import { compareFields } from '@openslrt/core/registry/merge-fields.ts'
import type { Two } from '@openslrt/core/registry/merge-parts.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { candidatesFor } from './doubles.ts'
import { linkRoutesOf } from './link-routes.ts'
import type { Desk } from './merge.ts'
import { namedBy, twoOf } from './merge.ts'
import { selectMembers } from './queries.ts'
import { countMerged, countPairs, selectMerged, selectPairs } from './queries-doubles.ts'
import type { FamilyShort } from './queries-family-doubles.ts'
import { selectFamilyShorts } from './queries-family-doubles.ts'
import { selectCalled } from './queries-merge.ts'
import { selectPeople } from './queries-search.ts'
import { elsewhereOf } from './search-elsewhere.ts'
import type { FindParts } from './search-routes.ts'
import { lineOf } from './search-routes.ts'

/** The doors to people who may stand in the registry twice. */
export const doubleRoutesOf = ({ ledger, reference }: FindParts): readonly Route[] => [
  ...candidateRoutesOf({ ledger, reference }),
  familyRouteOf(ledger),
  ...mergeRoutesOf(ledger),
  ...linkRoutesOf({ ledger, reference }),
]

const candidateRoutesOf = ({ ledger: { pool, keys }, reference }: FindParts): readonly Route[] => [
  route(doubleRoutes.candidates, async ({ body, actor }) => {
    const reader = actor()
    const districtKeys = await keys.forDistrict(ledgerOf(body.place))
    const { found, beyond } = await inScope(pool, scopeOf(reader, null), async (client) => {
      const candidates = await candidatesFor(client, reader, body, districtKeys)
      const known = candidates.some(({ reasons }) => reasons.includes('same-nik'))
      const told =
        body.nik === null || known
          ? { elsewhere: [], limited: false }
          : await elsewhereOf(client, reader, reference, districtKeys.index('nik', body.nik))
      return { found: candidates, beyond: told }
    })
    const items = await Promise.all(
      found.map(async ({ person, score, reasons }) => ({
        person: await lineOf(person, keys),
        score,
        reasons: [...reasons],
      })),
    )
    return ok({ items, ...beyond })
  }),
  route(doubleRoutes.list, async ({ query: { page }, actor }) => {
    const reader = actor()
    const { pairs, people, total } = await inScope(pool, scopeOf(reader, null), async (client) => {
      const listed = await selectPairs(client, 'person', reader, pageSize, (page - 1) * pageSize)
      const ids = listed.flatMap(({ first, second }) => [first, second])
      const named = await selectPeople(client, reader, ledgerOf(reader.place), ids)
      return { pairs: listed, people: named, total: await countPairs(client, 'person', reader) }
    })
    const lines = new Map(
      await Promise.all(people.map(async (one) => [String(one.id), await lineOf(one, keys)] as const)),
    )
    const items = pairs.flatMap(({ id, first, second, score, reasons }) => {
      const [one, other] = [lines.get(first), lines.get(second)]
      return one && other ? [{ id, first: one, second: other, score, reasons }] : []
    })
    return ok({ items, total, page, size: pageSize })
  }),
]

/** DOUBLE-14 Families that are likely one. */
const familyRouteOf = ({ pool }: Pick<Ledger, 'pool'>): Route =>
  route(doubleRoutes.families, async ({ query: { page }, actor }) => {
    const reader = actor()
    return inScope(pool, scopeOf(reader, null), async (client) => {
      const pairs = await selectPairs<FamilyReason>(client, 'family', reader, pageSize, (page - 1) * pageSize)
      const ids = pairs.flatMap(({ first, second }) => [first, second])
      const shorts = await selectFamilyShorts(client, ledgerOf(reader.place), ids)
      const lines = new Map(shorts.map((short) => [short.id, familyShortOf(short)]))
      const items = pairs.flatMap(({ first, second, district, ...pair }) => {
        const [one, other] = [lines.get(first), lines.get(second)]
        return one && other ? [{ ...pair, district: ledgerCode.parse(district), first: one, second: other }] : []
      })
      return ok({ items, total: await countPairs(client, 'family', reader), page, size: pageSize })
    })
  })

const familyShortOf = ({ id, name, address, place_name: placeName, members }: FamilyShort) => ({
  id: familyId.parse(id),
  name: name ?? '',
  address,
  placeName,
  members,
})

/** What was made one, and what two say before they are. */
const mergeRoutesOf = ({ pool, keys }: Pick<Ledger, 'pool' | 'keys'>): readonly Route[] => [
  route(doubleRoutes.merged, async ({ query: { page }, actor }) => {
    const reader = actor()
    return inScope(pool, scopeOf(reader, null), async (client) => {
      const rows = await selectMerged(client, reader, pageSize, (page - 1) * pageSize)
      const items = rows.map(({ id, district, version, of, at, ...row }) => ({
        id: pairId.parse(id),
        district: ledgerCode.parse(district),
        version,
        of,
        at,
        keptName: row.kept_name,
        goneName: row.gone_name,
        placeName: row.place_name,
        byName: row.by_name,
      }))
      return ok({ items, total: await countMerged(client, reader), page, size: pageSize })
    })
  }),
  route(doubleRoutes.preview, async ({ query: { district, of, kept, gone }, actor }) => {
    const reader = actor()
    const districtKeys = await keys.forDistrict(district)
    return inScope(pool, scopeOf(reader, null), async (client) => {
      const desk = { client, actor: reader, district, keys: districtKeys }
      const two = await twoOf(desk, of, kept, gone)
      if (!two || kept === gone) return no({ code: 'not-found' })
      await logAccess(client, reader, { district, action: 'open', subject: kept, reason: '' })
      await logAccess(client, reader, { district, action: 'open', subject: gone, reason: '' })
      return ok(await previewOf(desk, two))
    })
  }),
]

/** DOUBLE-6 What two say, before they become one. Names of places and families stand for their codes. */
async function previewOf(desk: Desk, two: Two) {
  const { of, kept, gone } = two
  const [one, other] = [await headOf(desk, kept), await headOf(desk, gone)]
  const shown = { place: [one.placeName, other.placeName], family: [one.family, other.family] }
  const fields = compareFields(of, kept, gone).map(({ field, kept: left, gone: right, same, take }) => {
    const [a, b] = Reflect.get(shown, field) ?? [shownIn(field, left), shownIn(field, right)]
    return { field, kept: a, gone: b, same, take }
  })
  const named = await namedBy(desk, two)
  const tables = [...new Set(named.map(({ table }) => table))]
  const follows = tables.map((table) => ({ table, n: named.filter((row) => row.table === table).length }))
  const why =
    of === 'person'
      ? comparePersons(sideOf(kept), sideOf(gone))
      : compareFamilies(await familySideOf(desk, kept), await familySideOf(desk, gone))
  return {
    district: kept.district,
    of,
    kept: one.head,
    gone: other.head,
    fields,
    follows,
    score: why.score,
    reasons: [...why.reasons],
  }
}

async function headOf({ client, actor, district }: Desk, row: HolderRow) {
  const called = await selectCalled(client, district, row.place, 'family' in row ? row.family : null)
  const isPerson = 'name' in row
  const members = isPerson ? [] : (await selectMembers(client, actor, row)).map(({ name }) => String(name))
  const name = isPerson ? row.name : (members[0] ?? row.address)
  const head = { id: row.id, version: row.version, name, placeName: called.place, members }
  return { head, placeName: called.place, family: called.family }
}

const sideOf = (row: HolderRow) => {
  if (!('nik' in row)) throw new Error('a family has no side')
  return { ...row, kk: null }
}

async function familySideOf({ client, actor, keys }: Desk, row: HolderRow): Promise<FamilyAlike> {
  if (!('kk' in row)) throw new Error('a person is no family')
  const members = (await selectMembers(client, actor, row)).map((member) => rowOf('person', member, keys))
  return { ...row, members: members.map((one) => ({ ...one, kk: null, isHead: isHead(one) })) }
}

function shownIn(field: string, value: Json): string | number | boolean | null | string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  if (typeof value !== 'string') return value
  if (field === 'nik' || field === 'kk') return maskNumber(value)
  return field === 'phone' ? maskPhone(value) : value
}
