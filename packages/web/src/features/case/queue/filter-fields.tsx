import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { caseKinds, caseStatuses } from '@openslrt/core/case/case.ts'
import { dueWindows } from '@openslrt/core/case/due.ts'
import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { FormEvent } from 'react'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { ChooseBox } from '../../../ui/choose-box.tsx'
import { useCategoryGroups } from '../use-categories.ts'
import { PlaceFilter } from './place-filter.tsx'
import type { QueueFilter } from './queue-address.ts'

export interface FilterProps {
  readonly filter: QueueFilter
  readonly change: (changes: Record<string, string | undefined>) => void
}

/** Everything that can make the list shorter. */
export function FilterFields({ filter, change }: FilterProps) {
  const t = useText()
  const { post } = useActing()
  const lists = useLists(post?.district ?? null)
  const categories = useCategoryGroups(post?.district ?? null, null)
  return (
    <>
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
        options={lists.items('priority').map((item) => [item.code, lists.nameOf(item)])}
      />
      <PlaceFilter value={filter.place} onChange={(place) => change({ place })} />
      <Choice
        label={t('case.filter.sector')}
        value={filter.sector}
        onChange={(sector) => change({ sector })}
        options={lists.items('sector').map((item) => [item.code, lists.nameOf(item)])}
      />
      <ChooseBox
        size="small"
        label={t('case.filter.category')}
        groups={categories}
        value={filter.category ?? ''}
        onChange={(category) => change({ category })}
        placeholder={t('case.filter.any')}
        emptyText={t('case.category.none')}
      />
      <OfficerFilter value={filter.assignee} onChange={(assignee) => change({ assignee })} />
      <Choice
        label={t('case.filter.due')}
        value={filter.due}
        onChange={(due) => change({ due })}
        options={dueWindows.map((one) => [one, t(`due.${one}`)])}
      />
      <Choice
        label={t('case.filter.attention')}
        value={filter.measure}
        onChange={(measure) => change({ measure })}
        options={attention.map((one) => [one, t(`measure.${one}`)])}
      />
      <NumberFilter value={filter.number} onChange={(number) => change({ number })} />
    </>
  )
}

/** What is true of a case now and wants somebody's eye. */
const attention = ['late', 'at-risk', 'stale'] as const satisfies readonly CaseMeasure[]

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

/** Whoever works at the acting office, and nobody. */
function OfficerFilter({ value, onChange }: Pick<ChoiceProps, 'value' | 'onChange'>) {
  const t = useText()
  const { data } = useAsk(referenceRoutes.colleagues)
  const people = (data?.items ?? []).map(({ id, name }) => [id, name] as const)
  return (
    <Choice
      label={t('case.filter.assignee')}
      value={value}
      onChange={onChange}
      options={[['nobody', t('assignee.nobody')], ...people]}
    />
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
