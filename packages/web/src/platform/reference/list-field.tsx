import { Select } from '@navikt/ds-react/Select'
import type { CaseKind } from '@openslrt/core/case/case.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { ReactNode } from 'react'
import { RadioField } from '../act/fields.tsx'
import type { Field } from '../act/use-form.ts'
import { useText } from '../i18n/use-text.ts'
import { fitsKind, useLists } from './use-lists.ts'

interface ListFieldProps extends Field<string> {
  readonly district: LedgerCode
  readonly list: string
  /** Only what is for cases of this kind. */
  readonly kind?: CaseKind
  readonly label: string
  readonly description?: ReactNode
  readonly size?: 'small' | 'medium'
}

/** Up to this many a list stands open; a longer one folds into a select. */
const mostInSight = 7

/** One item of a named list of the district. */
export function ListField({ district, list, kind, ...props }: ListFieldProps) {
  const t = useText()
  const lists = useLists(district)
  const options = lists
    .items(list)
    .filter((item) => kind === undefined || fitsKind(item, kind))
    .map((item) => ({ value: item.code, label: lists.nameOf(item) }))
  if (options.length <= mostInSight) return <RadioField {...props} options={options} />
  const { value, onChange, ...rest } = props
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}
