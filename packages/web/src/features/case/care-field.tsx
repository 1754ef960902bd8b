import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { type ContactCare, contactCares } from '@openslrt/core/notice/contact.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** What must be minded when the citizen is reached. */
export function CareField({ id, value, onChange }: Field<readonly ContactCare[]>) {
  const t = useText()
  return (
    <CheckboxGroup id={id} size="small" legend={t('care.title')} value={[...value]} onChange={onChange}>
      {contactCares.map((care) => (
        <Checkbox key={care} value={care}>
          {t(`care.${care}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
