import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { ApplicationRow } from '@openslrt/core/need/need.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { programmesAt } from '../programme/index.ts'
import { applicationLineOf, needLineOf, participationLineOf, quotaLineOf, tellingOf } from './lines.ts'
import { findApplication, findNeed } from './load.ts'
import { quotaOf } from './load-quota.ts'
import { selectQuota } from './queries.ts'
import {
  countAsked,
  countQuotasAt,
  countToDecide,
  countWaiting,
  selectApplicationsOf,
  selectAsked,
  selectNeedsOf,
  selectParticipationOf,
  selectQuotasAt,
  selectToDecide,
  selectWaiting,
} from './queries-lists.ts'
import { tableRoutesOf } from './table-routes.ts'

/** The doors through which needs and what becomes of them are read. */
export const needRoutesOf = (parts: CaseParts): readonly Route[] => [
  ...ofSomebody(parts),
  ...applicationRoutes(parts),
  ...quotaRoutes(parts),
  ...tableRoutesOf(parts),
]

/** Answers in one transaction that sees what the reader may see. */
export const asReader = <T>({ ledger }: CaseParts, reader: StaffActor, run: (client: PoolClient) => Promise<T>) =>
  inScope(ledger.pool, scopeOf(reader, null), run)

const shown = (page: number) => ({ limit: pageSize, offset: (page - 1) * pageSize })

function ofSomebody(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  return [
    route(needRoutes.of, ({ query: { district, ...of }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        if (of.case && !(await seesCase(client, reader, district, of.case))) return no({ code: 'not-found' })
        const keys = await ledger.keys.forDistrict(district)
        const found = await selectNeedsOf(client, reader, district, of)
        const said = await selectParticipationOf(client, reader, district, of)
        const asked = await selectApplicationsOf(
          client,
          district,
          found.map(({ id }) => id),
        )
        const applications = asked.map((row) => rowOf('application', row, keys))
        const needs = found.map((row) => ({ row: rowOf('need', row, keys), name: row.name }))
        const telling = await tellingOf(
          client,
          reader,
          reference,
          needs.map(({ row }) => row),
          applications,
        )
        return ok({
          needs: needs.map(({ row, name }) => ({
            ...needLineOf(row, name, telling),
            applications: applications
              .filter(({ need }) => need === row.id)
              .map((application) => applicationLineOf(application, telling)),
          })),
          participation: said.map((row) => participationLineOf(rowOf('participation', row, null))),
          mayRecord: reader.permissions.has('registry.edit'),
          today: dayIn(reference.zoneOf(district), Date.now()),
        })
      })
    }),
    route(needRoutes.programmes, ({ query: { district }, actor }) => {
      const reader = actor()
      const day = dayIn(reference.zoneOf(district), Date.now())
      const place = levelOf(reader.place) === 'nation' ? placeCode.parse(district) : reader.place
      return asReader(parts, reader, async (client) => {
        const items = (await programmesAt(client, place, day)).map(({ id, name, office, papers }) => ({
          id,
          name,
          papers: [...papers],
          officeName: office === null ? '' : (reference.offices().get(office)?.name ?? ''),
        }))
        return ok({ items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'id')) })
      })
    }),
  ]
}

async function seesCase(client: PoolClient, reader: StaffActor, district: string, id: string): Promise<boolean> {
  const kase = await findCase(client, reader, district, id, null)
  return kase !== null && seesWhole(kase, reader, await grantsOf(client, district, id, null))
}

function applicationRoutes(parts: CaseParts): readonly Route[] {
  const { ledger, reference } = parts
  return [
    route(needRoutes.applications, ({ query: { show, page }, actor }) => {
      const reader = actor()
      const now = new Date()
      return asReader(parts, reader, async (client) => {
        const total = await countToDecide(client, reader, show, now)
        const late = await countToDecide(client, reader, 'late', now)
        const rows = await selectToDecide(client, reader, show, now, shown(page))
        return ok({ items: await linesOf(parts, client, reader, rows), total, page, size: pageSize, late })
      })
    }),
    route(needRoutes.asked, ({ query: { page }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        const total = await countAsked(client, reader)
        const rows = await selectAsked(client, reader, shown(page))
        return ok({ items: await linesOf(parts, client, reader, rows), total, page, size: pageSize })
      })
    }),
    route(needRoutes.application, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        const keys = await ledger.keys.forDistrict(district)
        const row = await findApplication(client, district, id, keys)
        if (!row || !isDecidedBy(row, reader)) return no({ code: 'not-found' })
        const need = await findNeed(client, district, row.need, keys)
        const { quota, owed } = await quotaOf(client, row, dayIn(reference.zoneOf(district), Date.now()))
        const telling = await tellingOf(client, reader, reference, [row, ...(quota ? [quota] : [])], [row])
        return ok({
          ...applicationLineOf(row, telling),
          need: { kind: row.kind, text: need?.text ?? '' },
          quota: quota && quotaLineOf(quota, telling),
          owed,
        })
      })
    }),
    route(needRoutes.reveal, ({ body: { district, id, reason }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        const row = await findApplication(client, district, id, await ledger.keys.forDistrict(district))
        if (!row || !isDecidedBy(row, reader)) return no({ code: 'not-found' })
        await logAccess(client, reader, { district, action: 'reveal', subject: row.caseId ?? row.id, reason })
        return ok({ name: row.name })
      })
    }),
  ]
}

/** Applications of several districts, each opened with its own keys. */
async function linesOf(
  { ledger, reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  rows: readonly DbRow[],
) {
  const applications: ApplicationRow[] = []
  for (const row of rows)
    applications.push(rowOf('application', row, await ledger.keys.forDistrict(String(row['district']))))
  const telling = await tellingOf(client, reader, reference, applications, applications)
  return applications.map((application) => applicationLineOf(application, telling))
}

function quotaRoutes(parts: CaseParts): readonly Route[] {
  return [
    route(needRoutes.quotas, ({ query: { programme, page }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        const total = await countQuotasAt(client, reader.place, programme)
        const rows = (await selectQuotasAt(client, reader.place, programme, shown(page))).map((row) =>
          rowOf('quota', row, null),
        )
        const telling = await tellingOf(client, reader, parts.reference, rows)
        return ok({ items: rows.map((row) => quotaLineOf(row, telling)), total, page, size: pageSize })
      })
    }),
    route(needRoutes.line, ({ query: { district, id, page }, actor }) => {
      const reader = actor()
      return asReader(parts, reader, async (client) => {
        if (!(await selectQuota(client, district, id))) return no({ code: 'not-found' })
        const total = await countWaiting(client, reader, district, id)
        const rows = await selectWaiting(client, reader, { district, quota: id }, shown(page))
        return ok({ items: await linesOf(parts, client, reader, rows), total, page, size: pageSize })
      })
    }),
  ]
}

/** NEED-10 The deciding office is told what was sent to it, and nothing of what is still being written. */
const isDecidedBy = ({ office, sentAt }: ApplicationRow, reader: StaffActor): boolean =>
  office === reader.office && sentAt !== null
