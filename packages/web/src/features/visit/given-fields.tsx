import { Select } from '@navikt/ds-react/Select'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface GivenFieldsProps {
  readonly village: PlaceCode | string
  readonly office: Field<string>
  readonly assignee: Field<string>
  /** Another office has other people. */
  readonly onOffice: (office: string) => void
}

/** Which office goes, and who of it. */
export function GivenFields({ village, office, assignee, onOffice }: GivenFieldsProps) {
  const t = useText()
  const { data } = useAsk(visitRoutes.choices, { query: { village } }, { enabled: village !== '' })
  const offices = data?.offices ?? []
  const people = offices.find(({ id }) => id === office.value)?.people ?? []
  return (
    <div className="visit__pair">
      <Choice
        {...office}
        onChange={onOffice}
        label={t('visit.form.office')}
        options={[['', t('act.choose')], ...offices.map(({ id, name }) => [id, name] as const)]}
      />
      <Choice
        {...assignee}
        label={t('visit.form.assignee')}
        options={[['', t('visit.form.assignee.none')], ...people.map(({ id, name }) => [id, name] as const)]}
      />
    </div>
  )
}

interface ChoiceProps extends Field<string> {
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of several, in a list that opens. */
export function Choice({ id, label, value, error, onChange, options }: ChoiceProps) {
  return (
    <Select id={id} label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
