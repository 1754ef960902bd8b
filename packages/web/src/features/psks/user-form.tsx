import { Select } from '@navikt/ds-react/Select'
import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface UserProps {
  readonly card: PsksCard
  readonly onClose: () => void
}

/** Which account of the acting office is this PSKS's own: they then hear of their tasks themselves. */
export function UserForm({ card: { district, id, version, user }, onClose }: UserProps) {
  const t = useText()
  const { data } = useAsk(referenceRoutes.colleagues)
  const step = useActForm<'psks.set-user', { staff: string }>(
    {
      kind: 'psks.set-user',
      key: `psks ${id} ${version} user`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { staff: user?.id ?? '' },
      check: ({ staff }) => (staff === (user?.id ?? '') ? { staff: t('psks.user.same') } : {}),
      data: ({ staff }) => ({ staff: staff === '' ? null : staffId.parse(staff) }),
    },
  )
  const { value, onChange, ...staff } = step.field('staff')
  // Whoever is theirs now may work elsewhere meanwhile.
  const others = (data?.items ?? []).filter((one) => one.id !== user?.id)
  return (
    <ActDialog
      title={t('psks-act.set-user')}
      hint={t('psks.user.hint')}
      sendText={t('psks.user.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <Select {...staff} label={t('psks.user')} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('psks.user.none')}</option>
        {user && <option value={user.id}>{user.name}</option>}
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </ActDialog>
  )
}
