import './texts.ts'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { type GrantField, grantFields } from '@openslrt/core/case/case.ts'
import type { Field } from '../act/use-form.ts'
import { useText } from '../i18n/use-text.ts'

/** What an office mostly needs to help: whom, and what about. Numbers, phone and the whole way only when named. */
export const usualFields: readonly GrantField[] = ['story', 'client', 'files']

/** Which parts of a case another office may see. */
export function GrantFields({ id, value, onChange, error, hint }: Field<readonly GrantField[]> & { hint: string }) {
  const t = useText()
  return (
    <CheckboxGroup
      id={id}
      legend={t('referral.form.fields')}
      description={hint}
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      {grantFields.map((field) => (
        <Checkbox key={field} value={field}>
          {t(`grant-field.${field}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
