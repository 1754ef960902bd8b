import type { CaseRow } from '@openslrt/core/case/case.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Notice, Standing } from '@openslrt/core/notice/tell.ts'
import { noticesOf, nowhere, standingAfter } from '@openslrt/core/notice/tell.ts'
import type { PoolClient } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import {
  districtsToTell,
  forgetNotices,
  holdCursor,
  moveCursor,
  selectCases,
  selectEntries,
  selectHistories,
} from './queries-dispatch.ts'
import { tellOfApplications } from './tell-applications.ts'
import { tellOfChallenges } from './tell-challenges.ts'
import { tellOfMeetings } from './tell-meetings.ts'
import { tellOfProposals } from './tell-proposals.ts'
import { tellOfPsks } from './tell-psks.ts'
import { tellOfVisits } from './tell-visits.ts'
import { openEntry as open, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

/** How many entries are told of in one transaction. */
const most = 200

/**
 * NOTICE-7 Tells everybody of everything that the ledgers hold beyond their cursors. Gives how many entries it read. A ledger
 * that can not be told of keeps no other back; why is said at the end.
 */
export async function dispatchAll(parts: NoticeParts, now: number): Promise<number> {
  const faults: Faults = []
  let read = 0
  await each(await districtsToTell(parts.pool), 1, faults, async (district) => {
    for (let last = most; last === most; read += last) last = await dispatchSome(parts, district, now)
    return true
  })
  throwAll(faults)
  return read
}

/** The next entries of a district: notices and cursor are written together or not at all. */
async function dispatchSome(parts: NoticeParts, district: string, now: number): Promise<number> {
  const keys = await parts.ledger.keys.forDistrict(district)
  return inScope(parts.pool, {}, async (client) => {
    const entries = await selectEntries(client, district, await holdCursor(client, district), most)
    const last = entries.at(-1)
    if (!last) return 0
    const toTell = entries.filter(({ kind }) => /^(case|referral)\./.test(kind))
    const subjects = [...new Set(toTell.map(({ subject }) => subject))]
    const before = await standings(client, district, subjects, last.seq, keys)
    const cases = await casesOf(client, district, subjects, keys)
    for (const entry of toTell)
      await tellOf(parts, client, { entry, kase: cases.get(entry.subject), before, keys, now })
    await tellOfMeetings(parts, client, { district, entries, keys, now })
    await tellOfProposals(parts, client, { district, entries, keys, now })
    await tellOfApplications(parts, client, { district, entries, keys, now })
    await tellOfPsks(parts, client, { district, entries, keys, now })
    await tellOfChallenges(parts, client, { district, entries, keys, now })
    await tellOfVisits(parts, client, { district, entries, keys, now })
    await moveCursor(client, district, last.seq)
    return entries.length
  })
}

interface Scene {
  readonly entry: EntryRow
  readonly kase: CaseRow | undefined
  readonly before: ReadonlyMap<number, Standing>
  readonly keys: DistrictKeys
  readonly now: number
}

async function tellOf(
  parts: NoticeParts,
  client: PoolClient,
  { entry, kase, before, keys, now }: Scene,
): Promise<void> {
  if (!kase) return
  if (entry.kind === 'case.erase') {
    await forgetNotices(client, kase.district, kase.id)
    return
  }
  const said = open(entry, keys)
  if (!said || now - entry.received_at.getTime() > staleDays * dayMs) return
  const at = entry.received_at.getTime()
  const { windows } = parts.reference.policyFor(kase.district, at, at)
  const notices: readonly Notice[] = noticesOf(toldOf(entry, said), before.get(entry.seq) ?? nowhere, windows)
  await writeNotices(parts, client, { kase, contact: kase, notices, mark: entry.seq, actor: entry.actor, now })
}

/** How each case stood before each of its entries, by the entry's number. */
async function standings(
  client: PoolClient,
  district: string,
  cases: readonly string[],
  until: number,
  keys: DistrictKeys,
): Promise<ReadonlyMap<number, Standing>> {
  const now = new Map<string, Standing>()
  const before = new Map<number, Standing>()
  for (const entry of await selectHistories(client, district, cases, until)) {
    const standing = now.get(entry.subject) ?? nowhere
    before.set(entry.seq, standing)
    const said = open(entry, keys)
    if (said) now.set(entry.subject, standingAfter(standing, said))
  }
  return before
}

/** The cases as they are now: whether somebody may be told is asked of today, not of the day of the entry. */
async function casesOf(
  client: PoolClient,
  district: string,
  cases: readonly string[],
  keys: DistrictKeys,
): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = await selectCases(client, district, cases)
  return new Map(rows.map((row) => [caseId.parse(row.id), rowOf('case', row, keys)]))
}
