import type { Actor } from '../access/actor.ts'
import type { AccessRefusal } from '../access/can.ts'
import type { Policy } from '../case/policy.ts'
import type { ForgetData } from '../contract/retention.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision, Jobs } from '../ledger/entry.ts'
import type { LedgerCode } from '../place/code.ts'
import type { Readable, RowAbout } from '../registry/forgotten.ts'
import { forgetRows, remnantsAbout } from '../registry/forgotten.ts'
import type { RegistryRefusal } from '../registry/refusal.ts'
import type { Aging } from './over.ts'
import { forgetsAt, keptOf } from './over.ts'

/** A row whose years may be over, and since when it stands on the list of those. */
export type OverRow = Aging & RowAbout & { readonly listedAt: number }

/** What is to be forgotten, with the ledger held still. */
export interface OverFile {
  readonly district: LedgerCode
  readonly rows: readonly OverRow[]
  /** Rows that hang on them: pictures, services, reports, trainings, tasks. */
  readonly below: readonly RowAbout[]
  readonly entries: readonly Readable[]
  readonly files: readonly string[]
}

/** PRIVACY-10, PRIVACY-11 The clock forgets what has outlived its years and was told for long enough; it alone, and whole. */
export function decideForget(
  { of }: ForgetData,
  file: OverFile,
  actor: Actor,
  { now, day, retention }: Pick<Policy, 'now' | 'day' | 'retention'>,
): Result<Decision, RegistryRefusal | AccessRefusal> {
  if (actor.kind !== 'clock') return no({ code: 'not-permitted', needs: ['clock'] })
  if (file.rows.length === 0) return no({ code: 'already-so' })
  for (const row of file.rows) {
    const until = keptOf(row, retention)
    if (until === null) return no({ code: 'still-going' })
    if (now < forgetsAt(until, row.listedAt)) return no({ code: 'too-early', until: forgetsAt(until, row.listedAt) })
  }
  const all = [...file.rows, ...file.below]
  const files = [...new Set(file.files)]
  const jobs: Jobs =
    files.length === 0 ? [] : [{ task: 'erase-files', runAt: now, data: { district: file.district, files } }]
  return ok({
    action: 'retention-forget',
    note: '',
    say: { of, n: file.rows.length },
    day,
    changes: forgetRows(all),
    jobs,
    erases: remnantsAbout(file.entries, new Set(all.map(({ id }) => id))),
  })
}
