import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { HistoryStep } from '@openslrt/core/contract/case-queries.ts'
import type { ApplicationRow } from '@openslrt/core/need/need.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { selectApplicationsOf } from './queries-applications.ts'

/**
 * NEED-11 The history of a case with what was asked of programmes for its citizen, and how it was decided, for who sees the
 * case whole. They are entries of the applications' own: here they stand as they are now, in the order in which it happened.
 */
export async function withApplications(
  steps: readonly HistoryStep[],
  { district, id }: Pick<CaseRow, 'district' | 'id'>,
  { client, keys, reference }: Reading,
  whole: boolean,
): Promise<HistoryStep[]> {
  const rows = whole ? await selectApplicationsOf(client, district, id) : []
  const asked = rows.flatMap((row) => stepsOf(row, rowOf('application', row, keys), reference))
  return asked.length === 0 ? [...steps] : [...steps, ...asked].toSorted((a, b) => a.at - b.at)
}

interface Reading {
  readonly client: PoolClient
  readonly keys: DistrictKeys
  readonly reference: Reference
}

function stepsOf(row: DbRow, application: ApplicationRow, reference: Reference): readonly HistoryStep[] {
  const { status, programmeName, from, office, note, sentAt, decidedAt } = application
  const nameOf = (of: ApplicationRow['office']): string => reference.offices().get(of)?.name ?? ''
  const step = (action: string, at: number, officeName: string, words: string | null): HistoryStep => ({
    seq: Number(row['seq']),
    action: `application-${action}`,
    at,
    doneAt: at,
    actorName: '',
    officeName,
    note: [programmeName, words].filter(Boolean).join(': '),
    say: {},
  })
  return [
    ...(sentAt === null ? [] : [step('sent', sentAt, nameOf(from), null)]),
    ...(sentAt === null || decidedAt === null ? [] : [step(status, decidedAt, nameOf(office), note)]),
  ]
}
