import { Select } from '@navikt/ds-react/Select'
import type { ProgrammeChoice } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** What people of this place can have now. */
export function useProgrammes(district: LedgerCode): readonly ProgrammeChoice[] {
  return useAsk(needRoutes.programmes, { query: { district } }, { staleTime: 60_000 }).data?.items ?? []
}

/** One programme of those that serve this place. */
export function ProgrammeField({ items, ...props }: Field<string> & { readonly items: readonly ProgrammeChoice[] }) {
  const t = useText()
  const { value, onChange, ...rest } = props
  return (
    <Select {...rest} label={t('need.form.programme')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}
