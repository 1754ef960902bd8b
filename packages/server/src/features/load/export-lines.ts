import type { ExportLine } from '@openslrt/core/contract/load-export.ts'
import type { ExportState } from '@openslrt/core/load/export.ts'
import type { ExportShown } from './queries-export.ts'

/** LOAD-19 One export as the log tells it. */
export const exportLineOf = (row: ExportShown, reader: { readonly staff: string }): ExportLine => ({
  id: row.id,
  mark: row.mark,
  subject: row.subject,
  form: row.form,
  place: row.place,
  placeName: row.place_name ?? row.place,
  desils: [...row.desils],
  programme: row.programme,
  programmeName: row.programme_name,
  complete: row.complete,
  numbers: row.numbers,
  reason: row.reason,
  byName: row.by_name,
  officeName: row.office_name,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  state: stateOf(row),
  total: row.total,
  rows: row.rows,
  size: row.size,
  fetched: row.fetched,
  own: row.staff === reader.staff,
})

function stateOf({ ended_at, fault, forgotten }: ExportShown): ExportState {
  if (ended_at === null) return 'waiting'
  if (fault !== null) return 'failed'
  return forgotten ? 'forgotten' : 'ready'
}
