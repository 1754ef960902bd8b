import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { lookLine } from './looks.ts'
import { exportPerson } from './person.ts'
import { countLooks, fromOffice, ofCase, selectLooks } from './queries.ts'

/** What fits on the paper that a citizen is given. */
const mostOnPaper = 500

/** The doors through which the record of who looked at personal data is read. */
export function accessRoutesOf(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  const { pool } = parts.ledger
  return [
    route(accessRoutes.trail, async ({ query, actor }) => {
      const reader = actor()
      const { district, id, page } = query
      return inScope(pool, scopeOf(reader, district), async (client) => {
        const kase = await wholeCase(client, reader, district, id)
        if (!kase) return no({ code: 'not-found' })
        return ok({ number: kase.number, ...(await looksPage(client, reader, [ofCase(district, id)], page)) })
      })
    }),
    route(accessRoutes.office, async ({ query, actor }) => {
      const reader = actor()
      const { page, ...filter } = query
      const where = fromOffice(reader.office, filter, reference.zoneOf(ledgerOf(reader.place)))
      return ok(await inScope(pool, scopeOf(reader, null), (client) => looksPage(client, reader, where, page)))
    }),
    route(accessRoutes.report, async ({ body, actor, person }) => {
      const reader = actor()
      const { district, id, reason } = body
      return inScope(pool, scopeOf(reader, district), async (client) => {
        const kase = await wholeCase(client, reader, district, id)
        if (!kase) return no({ code: 'not-found' })
        const where = [ofCase(district, id)]
        const total = await countLooks(client, where)
        const offset = Math.max(0, total - mostOnPaper)
        const rows = await selectLooks(client, reader, { where, newestFirst: false, limit: mostOnPaper, offset })
        await logAccess(client, reader, { district, action: 'report', subject: id, reason })
        return ok({
          number: kase.number,
          madeAt: Date.now(),
          madeBy: person().name,
          officeName: reference.offices().get(reader.office)?.name ?? '',
          zone: reference.zoneOf(district),
          since: kase.registeredAt,
          items: rows.map(lookLine),
          leftOut: offset,
        })
      })
    }),
    route(accessRoutes.person, async ({ body, actor, person }) =>
      ok(await exportPerson(parts, actor(), person().name, body)),
    ),
  ]
}

/** ACCESS-16 Who looked at a case is told to those who see the case whole: an office with a grant is a look itself. */
async function wholeCase(
  client: PoolClient,
  reader: StaffActor,
  district: string,
  id: string,
): Promise<CaseRow | null> {
  const kase = await findCase(client, reader, district, id, null)
  if (!kase) return null
  return seesWhole(kase, reader, await grantsOf(client, district, id, null)) ? kase : null
}

async function looksPage(client: PoolClient, reader: StaffActor, where: readonly Fragment[], page: number) {
  const offset = (page - 1) * pageSize
  const rows = await selectLooks(client, reader, { where, newestFirst: true, limit: pageSize, offset })
  return { items: rows.map(lookLine), total: await countLooks(client, where), page, size: pageSize }
}
