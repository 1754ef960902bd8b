import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { ReferralDue } from './referral-due.tsx'
import { ReferralTag } from './referral-tag.tsx'

interface ReferralRowsProps {
  readonly side: 'in' | 'out'
  readonly rows: readonly ReferralLine[]
}

/** Referrals in a list, told from the side of the reader's office. */
export function ReferralRows({ side, rows }: ReferralRowsProps) {
  const t = useText()
  const when = useWhen()
  return (
    <DataRows
      caption={t('referral.inbox.title')}
      columns={columnsIn(t, when, side)}
      rows={rows}
      keyOf={(row) => row.id}
      hrefOf={hrefOf}
      edgeOf={({ dueAt }) => (dueAt !== null && dueAt < when.now ? 'attention' : undefined)}
    />
  )
}

/** The card of the case, opened at the referral. */
const hrefOf = ({ district, caseId, id }: ReferralLine): string => `/kasus/${district}/${caseId}?rujukan=${id}`

const columnsIn = (t: Say, when: When, side: 'in' | 'out'): readonly Column<ReferralLine>[] => [
  { key: 'number', header: t('referral.column.case'), place: 'lead', width: '132px', cell: numberCell },
  {
    key: 'asked',
    header: t('referral.column.asked'),
    place: 'title',
    width: 'minmax(0, 2.4fr)',
    cell: (row) => row.asked,
    detail: (row) => row.summary || t('referral.no-leave.do', { office: row.fromOfficeName }),
  },
  {
    key: 'office',
    header: t(side === 'in' ? 'referral.column.from' : 'referral.column.to'),
    place: 'text',
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (side === 'in' ? row.fromOfficeName : row.toOfficeName),
    detail: (row) => t('referral.asked-at', { when: when.moment(row.requestedAt) }),
  },
  { key: 'due', header: t('referral.column.due'), place: 'text', width: 'minmax(0, 1.2fr)', cell: dueCell },
  { key: 'status', header: t('referral.column.status'), place: 'aside', width: '160px', cell: statusCell },
]

const numberCell = (row: ReferralLine) => <CaseNumber number={row.caseNumber} />
const dueCell = (row: ReferralLine) => <ReferralDue referral={row} />
const statusCell = (row: ReferralLine) => <ReferralTag status={row.status} />

/** A leave to see the case ends after a while even when nobody answered; the request itself stays on the list. */
function CaseNumber({ number }: { number: string }) {
  const t = useText()
  return <span className="numbers">{number || t('referral.no-leave')}</span>
}
