import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { Reference } from '../reference/index.ts'

/** A referral as inboxes and case cards show it. */
export function referralLineOf(
  row: ReferralRow,
  kase: Pick<CaseRow, 'number' | 'version' | 'summary'>,
  reference: Reference,
): ReferralLine {
  const nameOf = (office: OfficeId): string => reference.offices().get(office)?.name ?? ''
  const { fromOffice, toOffice } = row
  return {
    ...row,
    consent: row.consent && { basis: row.consent, words: row.consentWords ?? '' },
    caseVersion: kase.version,
    caseNumber: kase.number,
    summary: kase.summary,
    fromOfficeName: nameOf(fromOffice),
    toOfficeName: nameOf(toOffice),
  }
}
