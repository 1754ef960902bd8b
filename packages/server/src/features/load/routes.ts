import { loadRoutes } from '@openslrt/core/contract/load.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { sayRowProblem } from '@openslrt/core/i18n/say-load.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { mayLoad } from '@openslrt/core/load/decide.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { exportRoutesOf } from './export-routes.ts'
import type { LoadShown } from './queries.ts'
import { selectFileOf, selectLoadShown, selectLoads } from './queries.ts'
import { selectWork } from './queries-work.ts'

/** LOAD-6 The doors through which the loads of a district are read. */
export function loadRoutesOf(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(loadRoutes.list, ({ query: { page }, actor }) => {
      const reader = actor()
      const district = ledgerOf(reader.place)
      const may = mayLoad(reader, district)
      if (!may.ok) return Promise.resolve(may)
      return inScope(pool, scopeOf(reader, district), async (client) => {
        const rows = await selectLoads(client, district, { limit: pageSize, offset: (page - 1) * pageSize })
        return ok({ items: rows.map(lineOf), total: rows[0]?.total ?? 0, page, size: pageSize })
      })
    }),
    route(loadRoutes.one, ({ query: { id }, actor, request }) => {
      const reader = actor()
      const district = ledgerOf(reader.place)
      const may = mayLoad(reader, district)
      if (!may.ok) return Promise.resolve(may)
      return inScope(pool, scopeOf(reader, district), async (client) => {
        const row = await selectLoadShown(client, district, id)
        if (!row) return no({ code: 'not-found' })
        const load = rowOf('load', row, null)
        const file = await selectFileOf(client, district, load.fileDigest)
        const work = await selectWork(client, district, id)
        const head = [...(file?.head ?? [])]
        const wrong = (work?.wrong ?? []).map(({ line, column, code }) => ({
          line,
          column: column === null ? null : (head[column] ?? null),
          reason: sayRowProblem(code, languageOf(request)),
        }))
        const { place, handOver, mapping } = load
        const about = { place, handOver, mapping, head, size: file?.size ?? null, kept: file !== null }
        return ok({ ...lineOf(row), ...about, wrong, fault: (work?.fault ?? null) !== null })
      })
    }),
    ...exportRoutesOf(parts),
  ]
}

function lineOf(row: LoadShown) {
  const { id, district, version, source, snapshot, fileName, status, checked, counts, openedAt, endedAt } = rowOf(
    'load',
    row,
    null,
  )
  const about = { id, district, version, source, snapshot, fileName, status, checked, counts, openedAt, endedAt }
  return { ...about, progress: row.progress, openedBy: row.opened_by_name }
}
