import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { ReferralDue } from './referral-due.tsx'
import { ReferralTag } from './referral-tag.tsx'

export interface ReferralPage {
  readonly items: readonly ReferralLine[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly open: number
}

/** The card of the case, opened at the referral. */
const hrefOf = ({ district, caseId, id }: ReferralLine): string => `/kasus/${district}/${caseId}?rujukan=${id}`

/** Referrals in a list, told from the side of the reader's office. */
export function ReferralRows({ side, rows }: { side: 'in' | 'out'; rows: readonly ReferralLine[] }) {
  const t = useText()
  const when = useWhen()
  const columns: readonly Column<ReferralLine>[] = [
    {
      key: 'number',
      header: t('referral.column.case'),
      place: 'lead',
      width: '132px',
      cell: (row) => <span className="numbers">{row.caseNumber}</span>,
    },
    {
      key: 'asked',
      header: t('referral.column.asked'),
      place: 'title',
      width: 'minmax(0, 2.4fr)',
      cell: (row) => row.asked,
      detail: (row) => row.summary,
    },
    {
      key: 'office',
      header: t(side === 'in' ? 'referral.column.from' : 'referral.column.to'),
      place: 'text',
      width: 'minmax(0, 1.2fr)',
      cell: (row) => (side === 'in' ? row.fromOfficeName : row.toOfficeName),
      detail: (row) => t('referral.asked-at', { when: when.moment(row.requestedAt) }),
    },
    {
      key: 'due',
      header: t('referral.column.due'),
      place: 'text',
      width: 'minmax(0, 1.2fr)',
      cell: (row) => <ReferralDue referral={row} />,
    },
    {
      key: 'status',
      header: t('referral.column.status'),
      place: 'aside',
      width: '160px',
      cell: (row) => <ReferralTag status={row.status} />,
    },
  ]
  return (
    <DataRows
      caption={t('referral.inbox.title')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      hrefOf={hrefOf}
      edgeOf={(row) => (isLate(row, when.now) ? 'attention' : undefined)}
    />
  )
}

const isLate = ({ dueAt }: ReferralLine, now: number): boolean => dueAt !== null && dueAt < now
