import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { type Choosing, type Column, DataRows } from '../../ui/data-rows.tsx'
import { UrgentMark } from './case-tag.tsx'
import { DueText } from './due-text.tsx'
import { StandingTag } from './review-tag.tsx'
import { edgeOf, isUrgent } from './status-look.ts'
import './case-rows.css'

interface CaseRowsProps {
  readonly caption: string
  readonly rows: readonly CaseLine[]
  readonly choosing?: Choosing<CaseLine> | undefined
}

/** The address of a case's card. */
export const cardHref = ({ district, id }: { district: string; id: string }): string => `/kasus/${district}/${id}`

/** Cases in a list: enough to choose one, and no more of a person than a masked name. */
export function CaseRows({ caption, rows, choosing }: CaseRowsProps) {
  const t = useText()
  return (
    <DataRows
      caption={caption}
      columns={columnsIn(t)}
      rows={rows}
      keyOf={(row) => row.id}
      hrefOf={cardHref}
      edgeOf={(row) => edgeOf(row.priority)}
      choosing={choosing}
    />
  )
}

const columnsIn = (t: Say): readonly Column<CaseLine>[] => [
  { key: 'number', header: t('case.column.number'), place: 'lead', width: '148px', cell: numberCell },
  {
    key: 'summary',
    header: t('case.column.summary'),
    place: 'title',
    width: 'minmax(0, 2.4fr)',
    cell: (row) => row.summary,
    detail: subjectCell,
  },
  {
    key: 'client',
    header: t('case.column.client'),
    place: 'text',
    width: 'minmax(0, 1fr)',
    cell: (row) => row.clientMasked || t('case.client.unknown'),
    detail: (row) => row.placeName,
  },
  {
    key: 'due',
    header: t('case.column.due'),
    place: 'text',
    width: '212px',
    cell: dueCell,
    detail: (row) =>
      row.waitingOfficeName ? t('case.waits-for', { office: row.waitingOfficeName }) : row.assigneeName,
  },
  { key: 'status', header: t('case.column.status'), place: 'aside', width: '184px', cell: statusCell },
]

const numberCell = (row: CaseLine) => (
  <span className="case-number numbers">
    {isUrgent(row.priority) && <UrgentMark />}
    {row.number}
  </span>
)
const subjectCell = (row: CaseLine) => <Subject row={row} />
const dueCell = (row: CaseLine) => <DueText line={row} />
const statusCell = (row: CaseLine) => <StandingTag line={row} />

function Subject({ row }: { row: CaseLine }) {
  const lists = useLists(row.district)
  const edge = edgeOf(row.priority)
  const category = lists.name('category', row.category)
  // Who leaves the summary empty gets the category's name for it: it needs no saying twice.
  const about = category === row.summary ? '' : category
  return (
    <>
      {edge && <span className={`case-first case-first--${edge}`}>{lists.name('priority', row.priority)}</span>}
      {edge && about && ' · '}
      {about}
    </>
  )
}
