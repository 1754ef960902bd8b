import type { OfficeLine } from '@openslrt/core/contract/reference-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { staffPath } from './office-address.ts'

interface OfficeRowsProps {
  readonly rows: readonly OfficeLine[]
  readonly hrefOf: (id: string) => string
  /** The list comes in the order of the tree: each level stands a step further in. */
  readonly nested: boolean
}

/** Offices, one line each. */
export function OfficeRows({ rows, hrefOf, nested }: OfficeRowsProps) {
  const t = useText()
  const columns = useColumns()
  const highest = Math.max(...rows.map(({ level }) => officeLevels.indexOf(level)))
  return (
    <div className={nested ? 'offices offices--nested' : 'offices'}>
      <DataRows
        caption={t('office.caption')}
        columns={columns(highest)}
        rows={rows}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefOf(id)}
      />
    </div>
  )
}

function useColumns(): (highest: number) => readonly Column<OfficeLine>[] {
  const t = useText()
  const lang = useLanguage()
  return (highest) => [
    {
      key: 'name',
      header: t('office.column.name'),
      place: 'title',
      width: 'minmax(0, 2fr)',
      cell: ({ name, level }) => (
        <span className="offices__name" data-depth={highest - officeLevels.indexOf(level)}>
          {name}
        </span>
      ),
    },
    {
      key: 'kind',
      header: t('office.column.kind'),
      place: 'lead',
      cell: ({ kind }) => t(`office-kind.${kind}`),
    },
    {
      key: 'place',
      header: t('office.column.place'),
      place: 'text',
      cell: ({ placeName }) => placeName,
      detail: ({ level }) => t(`level.${level}`),
    },
    {
      key: 'staff',
      header: t('office.column.staff'),
      place: 'text',
      width: '120px',
      cell: ({ id, staff }) => (
        <Link className="offices__staff" href={addressWith(staffPath, '', { kantor: id })}>
          {t('office.staff', { count: sayNumber(staff, lang) })}
        </Link>
      ),
    },
    {
      key: 'state',
      header: t('office.column.state'),
      place: 'aside',
      width: '120px',
      cell: ({ active }) => (
        <StatusTag small tone={active ? 'done' : 'stopped'} label={t(active ? 'office.active' : 'office.inactive')} />
      ),
    },
  ]
}
