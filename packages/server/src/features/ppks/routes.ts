import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import type { PpksRow } from '@openslrt/core/ppks/ppks.ts'
import type { PoolClient } from 'pg'
import { placeNames, staffNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess, logOpening } from '../../platform/ledger/access-log.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { findFamily } from '../registry/index.ts'
import { countsFor } from './counts.ts'
import { ppksCardOf, ppksLineOf, staffIn } from './lines.ts'
import { typesOn } from './lists.ts'
import { countList, selectList, selectOfCase, selectOfFamily, selectPpks, selectServices } from './queries.ts'

/** The doors through which PPKS are read. */
export const ppksRoutesOf = (parts: CaseParts): readonly Route[] => [...listRoutes(parts), ...ofOne(parts)]

function listRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(ppksRoutes.list, ({ query: { page, ...asked }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const rows = await selectList(client, reader, asked, pageSize, (page - 1) * pageSize)
        const total = await countList(client, reader, asked)
        return ok({ items: await linesOf(parts, client, reader, rows), total, page, size: pageSize })
      })
    }),
    route(ppksRoutes.ofCase, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const kase = await findCase(client, reader, district, id, null)
        if (!kase) return no({ code: 'not-found' })
        return ok({ items: await linesOf(parts, client, reader, await selectOfCase(client, reader, district, id)) })
      })
    }),
    route(ppksRoutes.ofFamily, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const keys = await parts.ledger.keys.forDistrict(district)
        if (!(await findFamily(client, reader, district, id, keys))) return no({ code: 'not-found' })
        return ok({ items: await linesOf(parts, client, reader, await selectOfFamily(client, reader, district, id)) })
      })
    }),
    route(ppksRoutes.choices, ({ actor }) => Promise.resolve(ok(choicesFor(parts, actor())))),
    route(ppksRoutes.counts, ({ query, actor }) => countsFor(parts, actor(), query)),
  ]
}

function ofOne(parts: CaseParts): readonly Route[] {
  return [
    route(ppksRoutes.one, ({ query: { district, id }, actor }) =>
      withOne(parts, actor(), district, id, async (client, ppks, reader) => {
        const keys = await parts.ledger.keys.forDistrict(district)
        const services = (await selectServices(client, district, id)).map((row) => rowOf('ppksService', row, keys))
        const kase = ppks.caseId && (await findCase(client, reader, district, ppks.caseId, null))
        const places = await placeNames(client, [ppks.place])
        const staff = await staffNames(client, staffIn(ppks))
        await logOpening(client, reader, { district, action: 'open', subject: id, now: Date.now() })
        const named = kase ? { id: kase.id, number: kase.number } : null
        return ok(ppksCardOf({ ppks, services, case: named, staff }, { reader, reference: parts.reference, places }))
      }),
    ),
    route(ppksRoutes.reveal, ({ body: { district, id, reason }, actor }) =>
      withOne(parts, actor(), district, id, async (client, ppks, reader) => {
        await logAccess(client, reader, { district, action: 'reveal', subject: id, reason })
        return ok({ name: ppks.name, nik: ppks.nik })
      }),
    ),
  ]
}

/** Answers about one PPKS that the reader sees; one that they do not is not told from one that does not exist. */
const withOne = <T>(
  { ledger }: CaseParts,
  reader: StaffActor,
  district: string,
  id: string,
  run: (client: PoolClient, ppks: PpksRow, reader: StaffActor) => Promise<T>,
) =>
  inScope(ledger.pool, scopeOf(reader, null), async (client) => {
    const row = await selectPpks(client, reader, district, id)
    if (!row) return no({ code: 'not-found' } as const)
    return run(client, rowOf('ppks', row, await ledger.keys.forDistrict(district)), reader)
  })

async function linesOf(parts: CaseParts, client: PoolClient, reader: StaffActor, rows: readonly DbRow[]) {
  const places = await placeNames(
    client,
    rows.map((row) => String(row['place'])),
  )
  const items = []
  for (const row of rows) {
    const ppks = rowOf('ppks', row, await parts.ledger.keys.forDistrict(String(row['district'])))
    items.push(ppksLineOf(ppks, { reader, reference: parts.reference, places }))
  }
  return items
}

function choicesFor({ reference }: CaseParts, reader: StaffActor) {
  const district = ledgerOf(reader.place)
  const today = todayIn(reference, district)
  const items = (list: string) =>
    reference.list(list, district, today).map(({ code, names }) => ({ code, names: { id: names.id, en: names.en } }))
  const offices = [...reference.offices().values()].filter(
    ({ active, place }) => active && (covers(place, reader.place) || ledgerOf(place) === district),
  )
  return {
    district,
    place: reader.place,
    placeName: reference.placeName(reader.place),
    today,
    types: typesOn(reference, district, today).map(({ code, names, number, restricted }) => ({
      code,
      names: { id: names.id, en: names.en },
      number,
      open: restricted === null || reader.restricted.has(restricted),
    })),
    risks: items('ppks-risk'),
    endings: items('ppks-ending'),
    offices: offices
      .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
      .map(({ id, name }) => ({ id, name })),
  }
}
