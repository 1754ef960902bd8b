import type { ForgetData } from '@openslrt/core/contract/retention.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { RowAbout } from '@openslrt/core/registry/forgotten.ts'
import type { OverFile, OverRow } from '@openslrt/core/retention/decide.ts'
import type { KeptByClock } from '@openslrt/core/retention/over.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { Wish } from '../../platform/ledger/forget.ts'
import { selectCarriers } from '../../platform/ledger/forget.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { StoredEntry } from '../../platform/ledger/queries.ts'
import { readableOf, selectEntriesOf, selectSurgeEntries } from '../case/index.ts'
import type { FactRow } from './queries.ts'
import { belowOf, selectBelow, selectFacts } from './queries.ts'

/** What has outlived its years, with what hangs on it and every entry that speaks of it, with the ledger held still. */
export async function gatherOver(
  client: PoolClient,
  wish: Wish,
  { of, rows: ids }: ForgetData,
  keys: DistrictKeys,
): Promise<OverFile> {
  await holdLedger(client, wish.district)
  const rows = await selectFacts(client, of, { district: wish.district, subject: wish.id }, ids)
  const above = rows.map(({ id }) => id)
  const below: RowAbout[] = []
  const files: string[] = []
  for (const one of belowOf[of])
    for (const row of await selectBelow(client, one, wish.district, above)) {
      below.push({ table: one[0], id: String(row['id']), version: Number(row['version']), status: null })
      files.push(...fileOf(row))
    }
  const entries = await entriesAbout(client, wish, of, above)
  return {
    district: ledgerCode.parse(wish.district),
    rows: rows.map((row) => overRow(of, row)),
    below,
    entries: entries.flatMap((entry) => readableOf(entry, keys)),
    files,
  }
}

const fileOf = ({ sha256 }: DbRow): readonly string[] => (typeof sha256 === 'string' && sha256 !== '' ? [sha256] : [])

/** Of affected people the entries of their list, which speak of others too; what was left of one is with whoever carries it. */
async function entriesAbout(
  client: PoolClient,
  wish: Wish,
  of: KeptByClock,
  ids: readonly string[],
): Promise<readonly StoredEntry[]> {
  const said =
    of === 'affected' ? await selectSurgeEntries(client, wish, [wish.id]) : await selectEntriesOf(client, wish, ids)
  const gone = said.flatMap(({ seq, payload }) => (payload === null ? [seq] : []))
  return [...said, ...(await selectCarriers(client, wish, gone))]
}

const overRow = (of: KeptByClock, row: FactRow): OverRow => ({
  of,
  table: of,
  id: row.id,
  version: Number(row.version),
  status: row.status,
  changedAt: row.changed_at.getTime(),
  isNamed: row.named,
  hasCase: row.has_case,
  closedAt: row.closed_at?.getTime() ?? null,
  listedAt: row.listed_at.getTime(),
})
