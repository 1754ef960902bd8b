import type { CaseRow } from '@openslrt/core/case/case.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { ApplicationRow } from '@openslrt/core/need/need.ts'
import type { Notice, Told } from '@openslrt/core/notice/tell.ts'
import { applicationNoticesOf, applicationsIn, tellsOfApplications } from '@openslrt/core/notice/tell-application.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectApplications, selectCases } from './queries-dispatch.ts'
import { openEntry, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** NEED-11 Tells of applications: the office that decides, the one that asked, and the citizen of a case. */
export async function tellOfApplications(
  parts: NoticeParts,
  client: PoolClient,
  { district, entries, keys, now }: Batch,
): Promise<void> {
  const toTell = entries.filter(
    ({ kind, received_at: at }) => tellsOfApplications(kind) && now - at.getTime() <= staleDays * dayMs,
  )
  for (const entry of toTell) {
    const said = openEntry(entry, keys)
    const told = said && toldOf(entry, said)
    const ids = told ? applicationsIn(told) : []
    if (!told || ids.length === 0) continue
    const applications = (await selectApplications(client, district, ids)).map((row) => rowOf('application', row, null))
    const cases = await casesOf(
      client,
      district,
      applications.flatMap(({ caseId }) => caseId ?? []),
      keys,
    )
    for (const application of applications) await tell(parts, client, { entry, told, application, cases, now })
  }
}

interface Scene {
  readonly entry: EntryRow
  readonly told: Told
  readonly application: ApplicationRow
  readonly cases: ReadonlyMap<string, CaseRow>
  readonly now: number
}

/** Officers are told of the application; the citizen of their case, which has a number. */
async function tell(
  parts: NoticeParts,
  client: PoolClient,
  { entry, told, application, cases, now }: Scene,
): Promise<void> {
  const notices = applicationNoticesOf(told, application)
  const isForCitizen = ({ whom }: Notice): boolean => whom.kind === 'citizen'
  const own = { mark: entry.seq, actor: entry.actor, now }
  const { district, id, place, caseId } = application
  const subject = { kind: 'application' as const, id }
  const about = { district, id: null, about: subject, number: '', place, restricted: null }
  const toStaff = notices.filter((notice) => !isForCitizen(notice))
  await writeNotices(parts, client, { ...own, kase: about, contact: null, notices: toStaff })
  const kase = caseId && cases.get(caseId)
  if (kase) await writeNotices(parts, client, { ...own, kase, contact: kase, notices: notices.filter(isForCitizen) })
}

async function casesOf(
  client: PoolClient,
  district: string,
  ids: readonly string[],
  keys: DistrictKeys,
): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = ids.length > 0 ? await selectCases(client, district, ids) : []
  return new Map(rows.map((row) => [row.id, rowOf('case', row, keys)]))
}
