import { RadioField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Who } from './who.ts'

/** Whom it is about; not asked where there is only one. */
export function WhoField({ who, ...field }: Field<string> & { readonly who: readonly Who[] }) {
  const t = useText()
  if (who.length < 2) return null
  const options = who.map(({ id, name }) => ({ value: id, label: name }))
  return <RadioField {...field} label={t('work.who')} options={options} />
}
