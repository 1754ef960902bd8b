import type { BlankRow } from '../blank/blank.ts'
import { batchId, blankId } from '../kernel/id.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'

/** A paper form of the village's Puskesos that nobody has typed in yet, unless told otherwise. */
export const aBlank = (own: Partial<BlankRow> = {}): BlankRow => ({
  id: blankId.parse('b0000000-0000-4000-8000-000000000001'),
  district: offices.village.district,
  version: 1,
  batch: batchId.parse('a0000000-0000-4000-8000-000000000001'),
  sheet: 1,
  office: offices.village.id,
  status: 'issued',
  caseId: null,
  note: '',
  changedAt: monday,
  doorShort: '1a'.repeat(32),
  doorLong: '1b'.repeat(32),
  ...own,
})
