import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { showLink } from './link.ts'
import type { InboxRow } from './queries.ts'
import { countInbox, selectInbox } from './queries.ts'

/** The doors through which referrals are read: the inbox and the outbox of an office. */
export function referralRoutesOf({ ledger, reference }: CaseParts): readonly Route[] {
  const nameOf = (office: OfficeId): string => reference.offices().get(office)?.name ?? ''
  return [
    route(replyRoutes.link, ({ body, actor }) => showLink({ ledger, reference }, actor(), body)),
    route(caseRoutes.inbox, async ({ query, actor }) => {
      const reader: StaffActor = actor()
      return ok(
        await inScope(ledger.pool, scopeOf(reader, null), async (client) => {
          const rows = await selectInbox(client, reader, query)
          const { total, open } = await countInbox(client, reader, query)
          return { items: rows.map((row) => lineOf(row, nameOf)), total, open, page: query.page, size: pageSize }
        }),
      )
    }),
  ]
}

function lineOf(row: InboxRow, nameOf: (office: OfficeId) => string): ReferralLine {
  const { id, case_id, district, version, case_version, number, summary, status, asked, reason, outcome, result } = row
  const times = {
    requestedAt: row.requested_at.getTime(),
    dueAt: row.due_at?.getTime() ?? null,
    changedAt: row.changed_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    linkUntil: row.link_until?.getTime() ?? null,
  }
  const offices = {
    fromOffice: row.from_office,
    fromOfficeName: nameOf(row.from_office),
    toOffice: row.to_office,
    toOfficeName: nameOf(row.to_office),
  }
  // A provider whose grant has ended still has its own referral, but no longer the case's number and summary.
  return {
    id,
    district,
    version,
    status,
    asked,
    reason,
    outcome,
    result,
    consent: row.consent && { basis: row.consent, words: row.consent_words ?? '' },
    partOf: row.part_of,
    ...times,
    ...offices,
    caseId: case_id,
    caseVersion: case_version ?? 0,
    caseNumber: number ?? '',
    summary: summary ?? '',
  }
}
