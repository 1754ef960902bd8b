import { caseId } from '@openslrt/core/kernel/id.ts'
import type { TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import { z } from 'zod'
import { inScope } from '../../platform/db/scope.ts'
import type { Handler } from '../../platform/http/order.ts'
import { actAsClock } from './act-as-clock.ts'
import type { CaseParts } from './commands.ts'
import { selectNewestWait } from './queries.ts'
import { districtsWithCases, listDue } from './queries-erase.ts'
import { deleteUnnamedBlobs } from './queries-files.ts'
import type { Keeping } from './sweep.ts'
import { sweepFiles } from './sweep.ts'

const job = z.object({ district: z.string(), case: z.uuid(), action: z.enum(['expire', 'lapse']), since: z.int() })

const erased = z.object({ district: z.string(), files: z.array(z.string()) })

interface TaskParts extends CaseParts, Keeping {
  readonly log: Logger
  /** How long a file is kept that no case names. */
  readonly unattachedDays: number
}

/** What time does by itself to cases. `pool` is the worker's own. */
export function caseTasks(parts: TaskParts, handle: Handler): TaskList {
  return {
    'case-clock': (payload) => clockMoves(parts, handle, job.parse(payload)),
    'erase-files': (payload) => eraseFiles(parts, erased.parse(payload)),
    'list-retention': async () => {
      await listRetention(parts, Date.now())
    },
    'sweep-files': async () => {
      const swept = await sweepFiles(parts, new Date(Date.now() - parts.unattachedDays * 86_400_000))
      if (swept > 0) parts.log.info({ swept }, 'files were removed that no case names')
    },
  }
}

/** CASE-36 The files of an erased case go, but for those whose content another case has too. */
async function eraseFiles(
  { pool, files }: Keeping,
  { district, files: digests }: z.infer<typeof erased>,
): Promise<void> {
  // In one transaction: where the store fails, the rows are there again and the next try finds them.
  await inScope(pool, {}, async (client) => {
    for (const sha256 of await deleteUnnamedBlobs(client, district, digests)) await files.remove(district, sha256)
  })
}

/** CASE-33 Writes down which cases have outlived their years. People go through the list: nothing is erased by itself. */
export async function listRetention(
  { pool, reference }: Pick<Keeping, 'pool'> & Pick<CaseParts, 'reference'>,
  now: number,
): Promise<number> {
  let due = 0
  for (const district of await districtsWithCases(pool))
    due += await listDue(pool, district, reference.policyFor(district, now, now).retention, new Date(now))
  return due
}

/**
 * CASE-6, CASE-16 A returned case that nobody completed is closed; an answer without a word closes. Only when the wait
 * that set this clock is still the newest one: a case that was completed and returned again has a clock of its own.
 */
async function clockMoves({ ledger }: CaseParts, handle: Handler, due: z.infer<typeof job>): Promise<void> {
  const subject = caseId.parse(due.case)
  const newest = await inScope(ledger.pool, { ledger: due.district, case: subject }, (client) =>
    selectNewestWait(client, due.district, subject),
  )
  if (newest === null || newest.getTime() !== due.since) return
  await actAsClock(handle, { ...due, case: subject, data: { note: '' } }, Date.now())
}
