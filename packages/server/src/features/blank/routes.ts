import { blankNumber, blankSeed } from '@openslrt/core/blank/blank.ts'
import { blankLine, blankRoutes } from '@openslrt/core/contract/blank.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { batchId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import { type CaseParts, doorOf } from '../case/index.ts'
import { type BlankListRow, countBlanks, selectBatches, selectBlanks, selectSheets } from './queries.ts'

/** BLANK-5 The doors through which an office's paper forms are read and printed. */
export function blankRoutesOf({ ledger: { pool, keys }, reference }: CaseParts): readonly Route[] {
  return [
    route(blankRoutes.list, ({ query: { show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, { ...scopeOf(reader, null), office: reader.office }, async (client) => {
        const rows = await selectBlanks(client, reader.office, show, { limit: pageSize, offset: (page - 1) * pageSize })
        const counts = await countBlanks(client, reader.office)
        const batches = (await selectBatches(client, reader.office)).map(({ issued_at, district: _, ...batch }) => ({
          ...batch,
          issuedAt: issued_at.getTime(),
        }))
        const items = await Promise.all(rows.map((row) => lineOf(row, keys)))
        return ok({ items, total: counts[show], counts, batches, page, size: pageSize })
      })
    }),
    route(blankRoutes.print, ({ query, actor }) => {
      const reader = actor()
      return inScope(pool, { ...scopeOf(reader, null), office: reader.office }, async (client) => {
        const sheets = await selectSheets(client, reader.office, query.batch)
        const [first] = sheets
        if (!first) return no({ code: 'not-found' })
        const batch = batchId.parse(query.batch)
        const officeName = reference.offices().get(reader.office)?.name ?? ''
        const printed = sheets.map(({ district, number, sheet }) => ({
          number: blankNumber(number, sheet),
          ...doorOf(keys, district, blankSeed({ batch, sheet })).receipt,
        }))
        return ok({ number: first.number, officeName, sheets: printed })
      })
    }),
  ]
}

async function lineOf(row: BlankListRow, keys: Keys) {
  const own = await keys.forDistrict(row.district)
  const { id, version, batch, number, sheet, status, case_id, case_number } = row
  return blankLine.parse({
    id,
    district: row.district,
    version,
    batch,
    number: blankNumber(number, sheet),
    status,
    note: own.open(row.note, fieldAbout).toString(),
    issuedAt: row.issued_at.getTime(),
    changedAt: row.changed_at.getTime(),
    case: case_id === null || case_number === null ? null : { id: case_id, number: case_number },
  })
}
