import { Select } from '@navikt/ds-react/Select'
import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { LineField } from '../../platform/act/fields.tsx'
import type { Field } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'

type Asked = PsksCard['asks'][number]

interface KindFieldsProps extends Field<Readonly<Record<string, string>>> {
  readonly asks: readonly Asked[]
}

/** What a kind is asked for, field by field: all of it may stay empty. */
export function KindFields({ asks, id, value, onChange }: KindFieldsProps) {
  return asks.map((asked) => (
    <OneField
      key={asked.code}
      asked={asked}
      id={`${id}-${asked.code}`}
      value={value[asked.code] ?? ''}
      error={undefined}
      onChange={(said) => onChange({ ...value, [asked.code]: said })}
    />
  ))
}

function OneField({ asked, ...field }: { readonly asked: Asked } & Field<string>) {
  const [t, lang] = [useText(), useLanguage()]
  const label = t('act.optional', { label: asked[lang] })
  switch (asked.kind) {
    case 'day':
      return <DayField label={label} {...field} />
    case 'count':
      return (
        <LineField
          label={label}
          inputMode="numeric"
          maxLength={7}
          {...field}
          onChange={(said) => field.onChange(said.replace(/\D/g, ''))}
        />
      )
    case 'sex':
      return (
        <Few
          label={label}
          options={[
            ['L', t('psks.sex.L')],
            ['P', t('psks.sex.P')],
          ]}
          {...field}
        />
      )
    case 'yes-no':
      return (
        <Few
          label={label}
          options={[
            ['yes', t('psks.yes')],
            ['no', t('psks.no')],
          ]}
          {...field}
        />
      )
    case 'text':
      return <LineField label={label} maxLength={300} {...field} />
  }
}

interface FewProps extends Field<string> {
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Few({ label, options, id, value, onChange }: FewProps) {
  const t = useText()
  return (
    <Select id={id} label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}

/** What a field says, as people read it. */
export function useSaid() {
  const t = useText()
  return ({ kind }: Asked, said: string): string => {
    if (kind === 'sex') return said === 'L' ? t('psks.sex.L') : t('psks.sex.P')
    if (kind === 'yes-no') return said === 'yes' ? t('psks.yes') : t('psks.no')
    return kind === 'day' ? said.split('-').toReversed().join('/') : said
  }
}
