import { Chips } from '@navikt/ds-react/Chips'
import { Select } from '@navikt/ds-react/Select'
import { caseFilter, type Grouping } from '@openslrt/core/contract/case-queries.ts'
import { useLocation } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { FilterFold } from '../../../ui/filter-fold.tsx'
import { FilterFields, type FilterProps } from './filter-fields.tsx'
import { type FilterNames, useFilterNames } from './filter-names.ts'
import { GroupSelect } from './group-bar.tsx'
import { narrowedBy, type QueueFilter } from './queue-address.ts'
import './queue-filters.css'

interface QueueFiltersProps {
  readonly filter: QueueFilter
  readonly href: (changes: Record<string, string | undefined>) => string
  /** What the address names by its id only. */
  readonly names: FilterNames
  readonly by: Grouping | null
}

/** What makes the list shorter: folded away until wanted, and always told by chips while it holds. */
export function QueueFilters({ filter, href, names, by }: QueueFiltersProps) {
  const t = useText()
  const [, go] = useLocation()
  const set = narrowedBy(filter)
  const change = (changes: Record<string, string | undefined>) => go(href(changes), { replace: true })
  return (
    <div className="queue-filters not-on-paper">
      <FilterFold label={set.length > 0 ? t('case.filter.open-some', { count: set.length }) : t('case.filter.open')}>
        <FilterFields filter={filter} change={change} />
      </FilterFold>
      <SetFilters filter={filter} names={names} change={change} />
      <div className="queue-filters__order">
        <GroupSelect by={by} href={href} />
        <OrderSelect filter={filter} change={change} />
      </div>
    </div>
  )
}

function SetFilters({ filter, names, change }: FilterProps & { readonly names: FilterNames }) {
  const t = useText()
  const nameOf = useFilterNames(filter, names)
  const set = narrowedBy(filter)
  if (set.length === 0) return null
  return (
    <Chips aria-label={t('case.filter.set')} size="small">
      {set.map((name) => (
        <Chips.Removable key={name} onDelete={() => change({ [name]: undefined })}>
          {nameOf(name)}
        </Chips.Removable>
      ))}
    </Chips>
  )
}

const orders = caseFilter.shape.sort.unwrap().options

function OrderSelect({ filter, change }: FilterProps) {
  const t = useText()
  return (
    <Select
      size="small"
      hideLabel
      label={t('case.order')}
      value={filter.sort ?? 'due'}
      onChange={(event) => change({ sort: event.target.value === 'due' ? undefined : event.target.value })}
    >
      {orders.map((order) => (
        <option key={order} value={order}>
          {t(`case.order.${order}`)}
        </option>
      ))}
    </Select>
  )
}
