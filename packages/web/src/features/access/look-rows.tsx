import type { AccessLine } from '@openslrt/core/contract/access-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'

interface LookRowsProps {
  readonly rows: readonly AccessLine[]
  readonly hrefOf: (row: AccessLine) => string
  /** All of them at one case, which need not be named on each line. */
  readonly ofOneCase?: boolean
}

/** Looks at personal data: who, what, when, at which case, and why. */
export function LookRows({ rows, hrefOf, ofOneCase = false }: LookRowsProps) {
  const t = useText()
  const when = useWhen()
  return (
    <DataRows
      caption={t('access.caption')}
      columns={columnsIn(t, when).filter(({ key }) => !ofOneCase || key !== 'case')}
      rows={rows}
      keyOf={(row) => row.id}
      hrefOf={hrefOf}
    />
  )
}

const columnsIn = (t: Say, when: When): readonly Column<AccessLine>[] => [
  {
    key: 'what',
    header: t('access.column.what'),
    place: 'title',
    width: 'minmax(0, 2fr)',
    cell: (row) => t(`look.${row.look}`),
    detail: (row) => (row.reason === '' ? null : t('access.reason', { reason: row.reason })),
  },
  {
    key: 'who',
    header: t('access.column.who'),
    place: 'text',
    width: 'minmax(0, 1.4fr)',
    cell: (row) => row.staffName,
    detail: (row) => row.officeName,
  },
  {
    key: 'case',
    header: t('access.column.case'),
    place: 'lead',
    width: '148px',
    cell: (row) => row.case?.number ?? '–',
  },
  {
    key: 'when',
    header: t('access.column.when'),
    place: 'aside',
    width: '180px',
    cell: (row) => (
      <time dateTime={when.iso(row.at)} title={when.exact(row.at)}>
        {when.moment(row.at)}
      </time>
    ),
  },
]
