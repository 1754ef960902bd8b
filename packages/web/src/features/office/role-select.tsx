import { Select } from '@navikt/ds-react/Select'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { rolesFor } from './post-form.ts'

interface RoleSelectProps {
  readonly kind: string
  /** Whose roles there are; the acting office's own while no office is chosen. */
  readonly district: LedgerCode | null
}

/** One of the roles that this person may give at a kind of office. */
export function RoleSelect({ kind, district, id, value, onChange, error }: Field<string> & RoleSelectProps) {
  const t = useText()
  const lang = useLanguage()
  const { post, can } = useActing()
  const { data, problem } = useAsk(referenceRoutes.roles, district ? { query: { district } } : {}, {
    staleTime: 600_000,
  })
  return (
    <Select
      id={id}
      label={t('staff.form.role')}
      value={value}
      error={error ?? (data ? undefined : problem?.message)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('act.choose')}</option>
      {rolesFor(data?.items ?? [], kind, post?.level ?? 'village', can).map(({ code, names }) => (
        <option key={code} value={code}>
          {names[lang]}
        </option>
      ))}
    </Select>
  )
}
