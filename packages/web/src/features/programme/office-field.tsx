import type { OfficeKind } from '@openslrt/core/office/office.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ChooseBox } from '../../ui/choose-box.tsx'
import type { Choices } from './vocabulary.tsx'

interface OfficeFieldProps extends Field<string> {
  readonly offices: Choices['offices']
  /** What the office is called that decides now, whether or not it could be chosen today. */
  readonly named: string
}

const receiving: readonly OfficeKind[] = ['puskesos', 'subdistrict-post', 'secretariat']

/** PROG-9 The office here that decides on applications; none where that is done outside. */
export function OfficeField({ offices, named, ...field }: OfficeFieldProps) {
  const t = useText()
  const known = offices.some(({ id }) => id === field.value) || field.value === ''
  const optionsOf = (kept: (kind: OfficeKind) => boolean) =>
    offices.filter(({ kind }) => kept(kind)).map(({ id, name }) => ({ value: id, label: name }))
  const outside = [
    { value: '', label: t('programme.form.office.outside') },
    ...(known ? [] : [{ value: field.value, label: named }]),
  ]
  return (
    <ChooseBox
      label={t('programme.form.office')}
      description={t('programme.form.office.hint')}
      groups={[
        { name: '', options: outside },
        { name: t('programme.form.office.agencies'), options: optionsOf((kind) => !receiving.includes(kind)) },
        { name: t('programme.form.office.receiving'), options: optionsOf((kind) => receiving.includes(kind)) },
      ].filter(({ options }) => options.length > 0)}
      placeholder={t('programme.form.office.outside')}
      emptyText={t('programme.form.office.none')}
      {...field}
    />
  )
}
