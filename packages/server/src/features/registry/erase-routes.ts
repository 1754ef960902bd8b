import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { erasureBasis } from '@openslrt/core/case/case.ts'
import type { ErasureLine } from '@openslrt/core/contract/erasure.ts'
import { erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { erasureId } from '@openslrt/core/kernel/id.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { placeNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import type { CaseParts } from '../case/index.ts'
import type { AskedRow } from './queries-erase.ts'
import { selectAsked } from './queries-erase.ts'

/** The door through which wishes to be forgotten are read. */
export const erasureRoutesOf = (parts: CaseParts): readonly Route[] => [
  route(erasureRoutes.erasures, async ({ query: { holder, page }, actor }) => {
    const reader = actor()
    const { rows, names } = await inScope(parts.ledger.pool, scopeOf(reader, null), async (client) => {
      const part = { limit: pageSize, offset: (page - 1) * pageSize }
      const rows = await selectAsked(client, reader, holder ?? null, part)
      return {
        rows,
        names: await placeNames(
          client,
          rows.map(({ place }) => place),
        ),
      }
    })
    const items = await Promise.all(rows.map((row) => lineOf(parts, row, reader, names)))
    return ok({ items, total: rows[0]?.n ?? 0, page, size: pageSize })
  }),
]

async function lineOf(
  { ledger }: CaseParts,
  row: AskedRow,
  reader: StaffActor,
  names: ReadonlyMap<string, string>,
): Promise<ErasureLine> {
  const { district, version, of, holder } = row
  const keys = await ledger.keys.forDistrict(district)
  return {
    id: erasureId.parse(row.id),
    district: ledgerCode.parse(district),
    version,
    of,
    holder,
    name: row.name ?? '',
    placeName: names.get(row.place) ?? row.place,
    basis: erasureBasis.parse(row.basis),
    words: keys.open(row.words, fieldAbout).toString(),
    byName: row.asked_name ?? '',
    own: row.asked_by === reader.staff,
    at: row.asked_at.getTime(),
  }
}
