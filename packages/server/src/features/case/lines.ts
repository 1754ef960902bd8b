import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { caseLine } from '@openslrt/core/contract/case-queries.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import type { LineRow } from './queries.ts'

/** A case as lists show it. */
export function lineOf(row: LineRow): CaseLine {
  return caseLine.parse({
    id: row.id,
    district: row.district,
    version: row.version,
    number: row.number,
    kind: row.kind,
    category: row.category,
    status: row.status,
    priority: row.priority,
    summary: row.summary,
    clientMasked: maskName(row.client_name),
    place: row.place,
    placeName: row.place_name,
    office: row.office,
    officeName: row.office_name,
    assignee: row.assignee,
    assigneeName: row.assignee_name,
    waitingOfficeName: row.waiting_office_name,
    hopDueAt: row.hop_due_at?.getTime() ?? null,
    totalDueAt: row.total_due_at?.getTime() ?? null,
    registeredAt: row.registered_at.getTime(),
    changedAt: row.changed_at.getTime(),
    closure: row.closure,
    review: row.review,
  })
}
