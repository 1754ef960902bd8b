import { Select } from '@navikt/ds-react/Select'
import type { LetterPurpose } from '@openslrt/core/contract/letter-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { FieldLaw, LetterKind, TypedField } from '@openslrt/core/letter/kinds.ts'
import { kindLaws, reactivationReasons } from '@openslrt/core/letter/kinds.ts'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import type { Field, Form } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { type DraftValues, desilLimit } from './draft-values.ts'

interface LetterFieldsProps {
  readonly kind: LetterKind
  readonly purposes: readonly LetterPurpose[]
  readonly form: Form<DraftValues>
}

/** What a kind of letter asks for beside what the case knows. */
export function LetterFields({ kind, purposes, form }: LetterFieldsProps) {
  const t = useText()
  const law = kindLaws[kind]
  const most = desilLimit(form.values, purposes)
  return (
    <>
      {law.purpose && (
        <ChoiceField
          {...form.field('keperluan')}
          label={t('letter.form.purpose')}
          options={purposes.map(({ code, name }) => [code, name])}
        />
      )}
      {keysOf(law.fields).map((name) => {
        const own = law.fields[name]
        const hint = name === 'desil' && most !== null ? t('letter.desil.most', { most }) : undefined
        return own ? <OneField key={name} name={name} law={own} hint={hint} field={form.field(name)} /> : null
      })}
    </>
  )
}

interface OneFieldProps {
  readonly name: TypedField
  readonly law: FieldLaw
  readonly hint: string | undefined
  readonly field: Field<string>
}

function OneField({ name, law, hint, field }: OneFieldProps) {
  const t = useText()
  const said = t(`letter.field.${name}`)
  const label = law.needed ? said : t('act.optional', { label: said })
  switch (law.type) {
    case 'long':
      return <NoteField {...field} label={label} />
    case 'day':
      return <DayField {...field} label={label} min="1900-01-01" />
    case 'desil':
      return <LineField {...field} label={label} description={hint} inputMode="numeric" maxLength={2} htmlSize={4} />
    case 'reason':
      return (
        <ChoiceField
          {...field}
          label={label}
          options={reactivationReasons.map((reason) => [reason, t(`letter.reason.${reason}`)])}
        />
      )
    case 'text':
      return <LineField {...field} label={label} maxLength={200} />
  }
}

interface ChoiceFieldProps extends Field<string> {
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of a list that folds. */
export function ChoiceField({ options, onChange, ...rest }: ChoiceFieldProps) {
  const t = useText()
  return (
    <Select {...rest} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
