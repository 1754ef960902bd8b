import type { AccessLine } from '@openslrt/core/contract/access-queries.ts'
import { accessLine } from '@openslrt/core/contract/access-queries.ts'
import type { LookRow } from './queries.ts'

/** One look as lists show it. */
export const lookLine = (row: LookRow): AccessLine =>
  accessLine.parse({
    id: row.id,
    at: row.at.getTime(),
    look: row.action,
    staff: row.staff,
    staffName: row.staff_name ?? '',
    office: row.office,
    officeName: row.office_name ?? '',
    case: row.case_id === null ? null : { id: row.case_id, district: row.district, number: row.number ?? '' },
    reason: row.reason,
  })
