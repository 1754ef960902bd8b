import { shown } from '@openslrt/core/contract/registry-queries.ts'
import type { ReplicaRow, ReplicaRows } from '@openslrt/core/contract/replica.ts'
import type { Rows } from '@openslrt/core/ledger/entry.ts'
import { openPpks } from '@openslrt/core/ppks/moves.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import { masked, saidOfFamily, saidOfPerson } from '@openslrt/core/registry/said.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { whomOf } from '@openslrt/core/visit/visit.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'

/** Rows of the database as they were found, by the table that they are of. */
export type Found = { readonly [Table in ReplicaTable]?: readonly DbRow[] }

/** SYNC-10 A page of rows as the phone holds them; the reply's schema drops whatever it does not name. */
export const replicaRowsOf = (found: Found, keys: DistrictKeys): ReplicaRows => {
  const read = <Table extends ReplicaTable>(
    table: Table,
    shape: (row: Rows[Table], seq: number) => ReplicaRow[Table],
  ): ReplicaRow[Table][] => (found[table] ?? []).map((row) => shape(rowOf(table, row, keys), Number(row['seq'])))
  return {
    family: read('family', (row, seq) => ({ ...row, seq, said: openly(saidOfFamily(row)) })),
    person: read('person', (row, seq) => ({ ...row, seq, said: openly(saidOfPerson(row)) })),
    case: read('case', (row, seq) => ({ ...row, seq, dueAt: row.hop.dueAt, promised: promisedIn(row) })),
    visit: read('visit', (row, seq) => ({ ...row, ...addressOf(row), seq })),
    need: read('need', (row, seq) => ({ ...row, seq })),
    participation: read('participation', (row, seq) => ({ ...row, seq })),
    // What was said of them lies sealed, and stays so.
    ppks: (found.ppks ?? []).map((row) => welfareOf(rowOf('ppks', row, null), Number(row['seq']))),
    application: read('application', (row, seq) => ({ ...row, seq })),
    proposal: read('proposal', (row, seq) => ({ ...row, seq })),
  }
}

/** FIELD-32 No more of a closed case than whoever sees what became of it has to know. */
function promisedIn({ visitAt, visits, outcome, result, closedAt }: Rows['case']): ReplicaRow['case']['promised'] {
  if (visitAt === null || outcome === null || closedAt === null) return null
  return { outcome, words: result ?? '', closedAt, nth: (visits ?? 0) + 1 }
}

/** Numbers by which people could be found are masked: a phone is lost more easily than a desk. */
const openly = (said: Values) => shown.parse(masked(said))

const welfareOf = (row: Rows['ppks'], seq: number): ReplicaRow['ppks'] => ({
  ...row,
  seq,
  type: openPpks.includes(row.status) ? row.type : null,
})

function addressOf(row: Rows['visit']) {
  const { name, address, phone } = whomOf(row)
  return { name, address, phone }
}
