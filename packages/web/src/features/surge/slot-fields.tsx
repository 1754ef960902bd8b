import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { LineField } from '../../platform/act/fields.tsx'
import type { Form } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import type { SlotValues } from './slot-values.ts'

interface SlotFieldsProps {
  readonly field: Form<SlotValues>['field']
  readonly offices: readonly { readonly id: string; readonly name: string }[]
}

/** Where and when people are received, and who may read the numbers. */
export function SlotFields({ field, offices: choices }: SlotFieldsProps) {
  const t = useText()
  const [offices, isPublic] = [field('offices'), field('isPublic')]
  return (
    <>
      <CheckboxGroup
        id={offices.id}
        legend={t('surge.form.offices')}
        value={[...offices.value]}
        error={offices.error}
        onChange={offices.onChange}
      >
        {choices.map(({ id, name }) => (
          <Checkbox key={id} value={id}>
            {name}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <div className="surge__pair">
        <DayField {...field('first')} label={t('surge.form.first')} />
        <LineField {...field('count')} label={t('surge.form.count')} inputMode="numeric" htmlSize={6} maxLength={4} />
        <LineField
          {...field('perDay')}
          label={t('surge.form.per-day')}
          inputMode="numeric"
          htmlSize={6}
          maxLength={4}
        />
      </div>
      <Checkbox
        id={isPublic.id}
        checked={isPublic.value}
        description={t('surge.form.public.hint')}
        onChange={(event) => isPublic.onChange(event.target.checked)}
      >
        {t('surge.form.public')}
      </Checkbox>
    </>
  )
}
