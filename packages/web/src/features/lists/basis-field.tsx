import { LineField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** On what a change rests (a decree, a letter): asked for everywhere alike, and never demanded. */
export function BasisField(props: Field<string>) {
  const t = useText()
  return <LineField {...props} label={t('lists.form.basis')} description={t('lists.form.basis.hint')} maxLength={300} />
}
