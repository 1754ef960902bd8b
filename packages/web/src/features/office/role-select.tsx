import { Select } from '@navikt/ds-react/Select'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { rolesFor } from './post-form.ts'
import { useRoleName } from './use-role-name.ts'

/** One of the roles that this person may give at a kind of office. */
export function RoleSelect({ kind, id, value, onChange, error }: Field<string> & { kind: string }) {
  const t = useText()
  const roleName = useRoleName()
  const { post } = useActing()
  const { data, problem } = useAsk(referenceRoutes.roles, {}, { staleTime: 600_000 })
  return (
    <Select
      id={id}
      label={t('staff.form.role')}
      value={value}
      error={error ?? (data ? undefined : problem?.message)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('act.choose')}</option>
      {rolesFor(data?.items ?? [], kind, post?.level ?? 'village').map(({ code }) => (
        <option key={code} value={code}>
          {roleName(code)}
        </option>
      ))}
    </Select>
  )
}
