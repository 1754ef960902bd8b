import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import { compareCases, worthShowing } from '@openslrt/core/case/likeness.ts'
import type { CaseFilter, CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { caseRoutes, queues } from '@openslrt/core/contract/case-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import { sql } from '../../platform/db/sql.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Fields } from './card.ts'
import { fieldsFor, findCard } from './card.ts'
import type { CaseParts } from './commands.ts'
import { filterConditions, orders, queueConditions } from './filters.ts'
import { lineOf } from './lines.ts'
import { findCase, grantsOf } from './load.ts'
import { countLines, selectCandidates, selectLines } from './queries.ts'

/** The doors through which cases are read. */
export function caseRoutesOf(parts: CaseParts): readonly Route[] {
  const { pool, keys } = parts.ledger
  const { reference } = parts
  return [
    route(caseRoutes.queue, async ({ query, actor }) => {
      const reader = actor()
      return ok(
        await inScope(pool, scopeOf(reader, null), (client) =>
          queuePage(client, reader, query, reference.zoneOf(ledgerOf(reader.place))),
        ),
      )
    }),
    route(caseRoutes.card, async ({ query, actor, request }) => {
      const reader = actor()
      const districtKeys = await keys.forDistrict(query.district)
      // The ledger's own scope lets the card read which office was granted what.
      const card = await inScope(pool, scopeOf(reader, query.district), (client) =>
        findCard(
          { client, actor: reader, keys: districtKeys, reference, lang: languageOf(request), now: Date.now() },
          query.district,
          query.id,
        ),
      )
      return card ? ok(card) : no({ code: 'not-found' })
    }),
    route(caseRoutes.search, async ({ body, actor }) => {
      const reader = actor()
      const district = ledgerOf(reader.place)
      const districtKeys = await keys.forDistrict(district)
      const found = await inScope(pool, scopeOf(reader, district), async (client) => {
        await logAccess(client, {
          district,
          id: randomUUID(),
          actor: actorName(reader),
          office: reader.office,
          action: 'search',
          subject: null,
          reason: '',
        })
        return searchPage(client, reader, body.text, body.page, districtKeys)
      })
      return ok(found)
    }),
    route(caseRoutes.similar, async ({ body, actor }) => {
      const reader = actor()
      const district = ledgerOf(body.place ?? reader.place)
      const districtKeys = await keys.forDistrict(district)
      const items = await inScope(pool, scopeOf(reader, district), (client) =>
        similarTo(client, reader, district, body, districtKeys),
      )
      return ok({ items })
    }),
    route(caseRoutes.reveal, async ({ body, actor }) => {
      const reader = actor()
      const districtKeys = await keys.forDistrict(body.district)
      const shown = await inScope(pool, scopeOf(reader, body.district), async (client) => {
        const found = await findCase(client, reader, body.district, body.id, districtKeys)
        if (!found) return null
        await logAccess(client, {
          district: body.district,
          id: randomUUID(),
          actor: actorName(reader),
          office: reader.office,
          action: 'reveal',
          subject: body.id,
          reason: body.reason,
        })
        const grants = await grantsOf(client, body.district, body.id, districtKeys)
        return numbersOf(found, fieldsFor(found, reader, grants, Date.now()))
      })
      return shown ? ok(shown) : no({ code: 'not-found' })
    }),
  ]
}

/** ACCESS-7 The right to reveal reaches no further than what this office may see: a grant of the story opens no number. */
function numbersOf(kase: CaseRow, fields: Fields) {
  const [identity, contact] = [fields.has('identity'), fields.has('contact')]
  return {
    nik: identity ? kase.clientNik : null,
    kk: identity ? kase.clientKk : null,
    phone: contact ? kase.clientPhone : null,
    reporterPhone: fields.all ? kase.reporterPhone : null,
  }
}

async function queuePage(client: PoolClient, actor: StaffActor, filter: CaseFilter, zone: string) {
  const now = Date.now()
  const where = filterConditions(filter, actor, zone, now)
  const rows = await selectLines(client, actor, {
    where,
    order: orders[filter.sort],
    limit: pageSize,
    offset: (filter.page - 1) * pageSize,
  })
  const [total] = await countLines(client, actor, where, [sql`true`])
  const tabs = queueConditions(actor, now)
  const counted = await countLines(
    client,
    actor,
    [sql`(${tabs.office}) or (${tabs.citizen}) or (${tabs.referred})`],
    queues.map((queue) => tabs[queue]),
  )
  const counts = Object.fromEntries(queues.map((queue, at) => [queue, counted[at] ?? 0])) as Record<
    CaseFilter['queue'],
    number
  >
  return { items: rows.map(lineOf), total: total ?? 0, page: filter.page, size: pageSize, counts }
}

/** One box for everything: a number of ours, sixteen digits, a phone, or a name. */
async function searchPage(client: PoolClient, actor: StaffActor, text: string, page: number, keys: DistrictKeys) {
  const where = [searchCondition(text, keys)]
  const rows = await selectLines(client, actor, {
    where,
    order: orders.newest,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  const [total] = await countLines(client, actor, where, [sql`true`])
  return { items: rows.map(lineOf), total: total ?? 0, page, size: pageSize }
}

function searchCondition(text: string, keys: DistrictKeys): Fragment {
  const digits = text.replace(/[^0-9]/g, '')
  if (/^\d{4}-\d{2}-/.test(text)) return sql`c.number like ${`${text.replace(/[%_\\]/g, '')}%`}`
  if (digits.length === 16)
    return sql`(c.client_nik_index = ${keys.index('nik', digits)} or c.client_kk_index = ${keys.index('kk', digits)})`
  if (/^[+0-9 ()-]{8,}$/.test(text)) return sql`c.client_phone_index = ${keys.index('phone', phoneKey(text))}`
  return sql`c.client_name_key like ${`${nameKey(text)}%`} and c.client_name_key <> ''`
}

interface Typed {
  readonly place: string | null
  readonly category: string | null
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
}

async function similarTo(client: PoolClient, actor: StaffActor, district: string, typed: Typed, keys: DistrictKeys) {
  const index = (purpose: string, value: string | null): Buffer | null =>
    value === null ? null : keys.index(purpose, value)
  const digests = {
    nik: index('nik', typed.nik),
    kk: index('kk', typed.kk),
    phone: index('phone', typed.phone === null ? null : phoneKey(typed.phone)),
  }
  const by = candidateConditions(typed, digests)
  if (by.length === 0) return []
  const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
  const mine = {
    nik: hex(digests.nik),
    kk: hex(digests.kk),
    phone: hex(digests.phone),
    name: typed.name,
    category: typed.category,
    place: typed.place,
  }
  const candidates = await selectCandidates(client, actor, district, by)
  return candidates
    .map((row) => {
      const there = {
        nik: hex(row.client_nik_index),
        kk: hex(row.client_kk_index),
        phone: hex(row.client_phone_index),
        name: row.client_name,
        category: row.category,
        place: row.place,
        registeredAt: row.registered_at.getTime(),
      }
      return { line: lineOf(row) satisfies CaseLine, ...compareCases(mine, there, Date.now()) }
    })
    .filter(({ score }) => score >= worthShowing)
    .sort((left, right) => right.score - left.score)
    .slice(0, 10)
    .map((item) => ({ ...item, reasons: [...item.reasons] }))
}

function candidateConditions(
  typed: Typed,
  digests: { nik: Buffer | null; kk: Buffer | null; phone: Buffer | null },
): readonly Fragment[] {
  const start = nameKey(typed.name).slice(0, 3)
  return [
    ...(digests.nik ? [sql`c.client_nik_index = ${digests.nik}`] : []),
    ...(digests.kk ? [sql`c.client_kk_index = ${digests.kk}`] : []),
    ...(digests.phone ? [sql`c.client_phone_index = ${digests.phone}`] : []),
    ...(start.length === 3 && typed.place
      ? [sql`(c.place = ${typed.place} and c.client_name_key like ${`${start}%`})`]
      : []),
  ]
}
