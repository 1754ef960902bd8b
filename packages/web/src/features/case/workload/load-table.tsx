import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useState } from 'react'
import { useLanguage, useText } from '../../../platform/i18n/use-text.ts'
import { BarTable } from '../../../ui/bar-cell.tsx'
import { casesOf, type LoadFilter, type LoadPart } from './workload-address.ts'

export interface LoadRow {
  readonly key: string
  readonly name: string
  readonly href?: string
  readonly load: Readonly<Partial<Record<LoadPart, number>>>
  readonly filter: LoadFilter
}

const parts: readonly LoadPart[] = ['open', 'late', 'today', 'week', 'later', 'none']

/** Who has how much, by when it is due; what there is none of stays out. */
export function LoadTable({
  caption,
  nameLabel,
  rows,
}: {
  caption: string
  nameLabel: string
  rows: readonly LoadRow[]
}) {
  const t = useText()
  const lang = useLanguage()
  const [orderBy, setOrderBy] = useState('open')
  const shown: readonly LoadPart[] = rows.some(({ load }) => load.nobody !== undefined) ? [...parts, 'nobody'] : parts
  const by = shown.find((part) => part === orderBy)
  const byName = (one: LoadRow, other: LoadRow): number => one.name.localeCompare(other.name, 'id')
  const sorted = rows.toSorted((one, other) =>
    by ? (other.load[by] ?? 0) - (one.load[by] ?? 0) || byName(one, other) : byName(one, other),
  )
  const labelOf = (part: LoadPart): string =>
    part === 'open' || part === 'nobody' ? t(`workload.${part}`) : t(`due.${part}`)
  return (
    <BarTable
      caption={caption}
      nameLabel={nameLabel}
      shownLabel={t('workload.shown')}
      columns={shown.map((part) => ({ key: part, label: labelOf(part) }))}
      rows={sorted.map(({ key, name, href, load, filter }) => ({
        key,
        name,
        href,
        cells: Object.fromEntries(
          shown.map((part) => {
            const value = load[part] ?? 0
            return [part, { value, text: sayNumber(value, lang), href: value ? casesOf(part, filter) : undefined }]
          }),
        ),
      }))}
      sort={{ orderBy, direction: by ? 'descending' : 'ascending' }}
      onSort={setOrderBy}
    />
  )
}
