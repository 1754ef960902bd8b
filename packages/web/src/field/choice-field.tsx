import './match/work-texts.ts'
import { Select } from '@navikt/ds-react/Select'
import type { Field } from '../platform/act/use-form.ts'
import { useText } from '../platform/i18n/use-text.ts'

interface ChoiceFieldProps extends Field<string> {
  readonly label: string
  readonly description?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of many: a list that the phone itself draws, as large as its screen. */
export function ChoiceField({ value, onChange, options, ...field }: ChoiceFieldProps) {
  const t = useText()
  return (
    <Select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('work.choose')}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </Select>
  )
}
