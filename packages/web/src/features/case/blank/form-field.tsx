import { LineField } from '../../../platform/act/fields.tsx'
import type { Field } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import './texts.ts'

/** BLANK-3 The number of the paper form that a case is typed from. */
export function FormField(field: Field<string>) {
  const t = useText()
  return (
    <LineField
      label={t('act.optional', { label: t('blank.field') })}
      description={t('blank.field.hint')}
      autoComplete="off"
      maxLength={30}
      {...field}
    />
  )
}
