import { awaitingCitizen } from '@openslrt/core/case/moves.ts'
import type { OpenedLine } from '@openslrt/core/contract/opened.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../../platform/i18n/use-when.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { type Column, DataRows } from '../../../ui/data-rows.tsx'
import { CaseTag } from '../case-tag.tsx'

/** Cases that this office opened. They open no card: what is in them belongs to those who handle them. */
export function OpenedRows({ rows }: { rows: readonly OpenedLine[] }) {
  const t = useText()
  const when = useWhen()
  return (
    <DataRows
      caption={t('opened.title')}
      columns={columnsIn(t, when)}
      rows={rows}
      keyOf={(row) => row.number}
      edgeOf={({ outlook }) => (outlook === 'late' ? 'attention' : undefined)}
    />
  )
}

const columnsIn = (t: Say, when: When): readonly Column<OpenedLine>[] => [
  { key: 'number', header: t('opened.column.case'), place: 'lead', width: '148px', cell: numberCell },
  {
    key: 'about',
    header: t('opened.column.about'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: (row) => about(t, row),
    detail: (row) =>
      row.restricted ? t('opened.restricted.why') : [row.clientMasked, row.placeName].filter(Boolean).join(' · '),
  },
  {
    key: 'office',
    header: t('opened.column.office'),
    place: 'text',
    width: 'minmax(0, 1.2fr)',
    cell: (row) => row.officeName,
    detail: (row) => t('opened.at', { when: when.moment(row.openedAt) }),
  },
  { key: 'next', header: t('opened.column.next'), place: 'text', width: 'minmax(0, 1.2fr)', cell: nextCell },
  { key: 'status', header: t('opened.column.status'), place: 'aside', width: '160px', cell: statusCell },
]

const numberCell = (row: OpenedLine) => <span className="numbers">{row.number}</span>
const nextCell = (row: OpenedLine) => <Next row={row} />
const statusCell = (row: OpenedLine) => <CaseTag status={row.status} />

function about(t: Say, { restricted, summary }: OpenedLine): string {
  if (restricted) return t('opened.restricted')
  return summary || t('opened.forgotten')
}

/** While it is under way when something is due, and how it looks; after that what came of it. */
function Next({ row }: { row: OpenedLine }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(row.district)
  if (row.outcome !== null || row.closure !== null)
    return [row.outcome && lists.name('outcome', row.outcome), row.closure && t(`closure.${row.closure}`)]
      .filter(Boolean)
      .join(' · ')
  if (awaitingCitizen.includes(row.status)) return t('opened.waits-citizen')
  if (row.dueAt === null || row.outlook === null) return null
  return (
    <>
      <time dateTime={when.iso(row.dueAt)} title={when.exact(row.dueAt)}>
        {when.due(row.dueAt)}
      </time>
      <span className="rows__detail">{t(`opened.outlook.${row.outlook}`)}</span>
    </>
  )
}
