import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import type { DoubtCode } from '@openslrt/core/registry/doubts.ts'
import { saidNone } from '@openslrt/core/registry/typed.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Choices } from './use-choices.ts'

interface ValueFieldProps extends Field<string> {
  readonly variable: Variable
  readonly choices: Choices
  /** What stands there masked. */
  readonly masked: string | undefined
  readonly doubts: readonly DoubtCode[]
}

/** One question, with why it is asked above and what is odd about the answer below. */
export function ValueField({ variable, choices, masked, doubts, ...field }: ValueFieldProps) {
  const t = useText()
  const { name, unit } = variable
  const why = [masked && t('family.edit.masked', { value: masked }), choices.why(name)].filter(Boolean).join(' ')
  const label = unit ? `${choices.label(name)} (${unit})` : choices.label(name)
  return (
    <div className="family__field">
      <Answer variable={variable} choices={choices} label={label} {...(why && { description: why })} {...field} />
      {doubts.map((code) => (
        <InlineMessage key={code} status="warning" size="small">
          {t(`doubt.${code}`)}
        </InlineMessage>
      ))}
    </div>
  )
}

interface AnswerProps extends Field<string> {
  readonly variable: Variable
  readonly choices: Choices
  readonly label: string
  readonly description?: string
}

function Answer({ variable, choices, ...field }: AnswerProps) {
  const t = useText()
  switch (variable.kind) {
    case 'code':
      return <ChoiceField {...field} options={choices.options(variable.list ?? '')} />
    case 'codes':
      return <ManyField {...field} options={choices.options(variable.list ?? '')} />
    case 'yes-no':
      return (
        <RadioField
          {...field}
          options={[
            { value: 'ya', label: t('family.value.yes') },
            { value: 'tidak', label: t('family.value.no') },
          ]}
        />
      )
    case 'day':
      return <DayField {...field} />
    case 'count':
    case 'quantity':
      return <LineField {...field} inputMode="numeric" maxLength={12} htmlSize={10} />
    default:
      return (
        <LineField {...field} maxLength={300} {...(isNumber(variable.name) && { inputMode: 'numeric' as const })} />
      )
  }
}

const isNumber = (name: string): boolean => name.startsWith('nomor_') && name !== 'nomor_telepon'

type Offered = Omit<AnswerProps, 'variable' | 'choices'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function ChoiceField({ options, value, onChange, ...rest }: Offered) {
  const t = useText()
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      <option value={saidNone}>{t('family.edit.lost')}</option>
    </Select>
  )
}

function ManyField({ id, label, description, error, options, value, onChange }: Offered) {
  const t = useText()
  const chosen = value.split(' ').filter(Boolean)
  const choose = (next: readonly string[]): void => {
    const last = next.find((code) => !chosen.includes(code))
    onChange(last === saidNone ? saidNone : next.filter((code) => code !== saidNone).join(' '))
  }
  return (
    <CheckboxGroup id={id} legend={label} description={description} error={error} value={chosen} onChange={choose}>
      {options.map((option) => (
        <Checkbox key={option.value} value={option.value}>
          {option.label}
        </Checkbox>
      ))}
      <Checkbox value={saidNone}>{t('family.value.none')}</Checkbox>
    </CheckboxGroup>
  )
}
