import { FunnelIcon } from '@navikt/aksel-icons'
import { Chips } from '@navikt/ds-react/Chips'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { caseKinds, caseStatuses, priorities } from '@openslrt/core/case/case.ts'
import { caseFilter } from '@openslrt/core/contract/case-queries.ts'
import type { FormEvent } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { ChooseBox } from '../../../ui/choose-box.tsx'
import { useCategoryGroups } from '../use-categories.ts'
import { useFilterNames } from './filter-names.ts'
import { PlaceFilter } from './place-filter.tsx'
import { narrowedBy, type QueueFilter } from './queue-address.ts'
import './queue-filters.css'

interface QueueFiltersProps {
  readonly filter: QueueFilter
  readonly href: (changes: Record<string, string | undefined>) => string
}

/** What makes the list shorter: folded away until wanted, and always told by chips while it holds. */
export function QueueFilters({ filter, href }: QueueFiltersProps) {
  const t = useText()
  const [, go] = useLocation()
  const set = narrowedBy(filter)
  const change = (changes: Record<string, string | undefined>) => go(href(changes), { replace: true })
  return (
    <div className="queue-filters not-on-paper">
      <details className="queue-filters__fold">
        <summary>
          <FunnelIcon aria-hidden />
          {set.length > 0 ? t('case.filter.open-some', { count: set.length }) : t('case.filter.open')}
        </summary>
        <FilterFields filter={filter} change={change} />
      </details>
      <SetFilters filter={filter} change={change} />
      <OrderSelect filter={filter} change={change} />
    </div>
  )
}

interface FilterProps {
  readonly filter: QueueFilter
  readonly change: (changes: Record<string, string | undefined>) => void
}

function FilterFields({ filter, change }: FilterProps) {
  const t = useText()
  const { post } = useActing()
  const categories = useCategoryGroups(post?.district ?? null, null)
  return (
    <div className="queue-filters__fields">
      <Choice
        label={t('case.filter.status')}
        value={filter.status}
        onChange={(status) => change({ status })}
        options={caseStatuses.map((one) => [one, t(`status.${one}`)])}
      />
      <Choice
        label={t('case.filter.kind')}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
        options={caseKinds.map((one) => [one, t(`kind.${one}`)])}
      />
      <Choice
        label={t('case.filter.priority')}
        value={filter.priority}
        onChange={(priority) => change({ priority })}
        options={priorities.map((one) => [one, t(`priority.${one}`)])}
      />
      <PlaceFilter value={filter.place} onChange={(place) => change({ place })} />
      <ChooseBox
        size="small"
        label={t('case.filter.category')}
        groups={categories}
        value={filter.category ?? ''}
        onChange={(category) => change({ category })}
        placeholder={t('case.filter.any')}
        emptyText={t('case.category.none')}
      />
      <NumberFilter value={filter.number} onChange={(number) => change({ number })} />
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const t = useText()
  return (
    <Select
      size="small"
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{t('case.filter.any')}</option>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}

function NumberFilter({
  value = '',
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const t = useText()
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('number')
    onChange(typeof typed === 'string' ? typed.trim() || undefined : undefined)
  }
  return (
    <form onSubmit={take}>
      <TextField
        key={value}
        size="small"
        name="number"
        label={t('case.filter.number')}
        defaultValue={value}
        placeholder={t('case.filter.number.hint')}
        autoComplete="off"
      />
    </form>
  )
}

function SetFilters({ filter, change }: FilterProps) {
  const t = useText()
  const nameOf = useFilterNames(filter)
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
      className="queue-filters__order"
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
