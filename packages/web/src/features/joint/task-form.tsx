import { Select } from '@navikt/ds-react/Select'
import type { JointCard } from '@openslrt/core/contract/joint-queries.ts'
import { jointPartnerId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

interface TaskFormProps {
  readonly card: JointCard
  readonly onClose: () => void
}

/** A task: what, by whom, until when. */
export function TaskForm({ card, onClose }: TaskFormProps) {
  const t = useText()
  const [subject] = useState(newId)
  const step = useActForm<'joint.add-task', { what: string; partner: string; dueOn: string }>(
    {
      kind: 'joint.add-task',
      key: `joint ${card.id} task`,
      target: { district: card.district, subject, base: null },
      onDone: onClose,
    },
    {
      initial: { what: '', partner: '', dueOn: '' },
      check: ({ what, dueOn }) => ({
        ...(what.trim().length < 3 && { what: t('joint.form.missing') }),
        ...(dueOn === '' && { dueOn: t('joint.form.missing') }),
      }),
      data: ({ what, partner, dueOn }) => ({
        joint: card.id,
        what: what.trim(),
        partner: partner === '' ? null : jointPartnerId.parse(partner),
        dueOn,
      }),
    },
  )
  return (
    <ActDialog
      title={t('joint.task.add')}
      sendText={t('joint.task.add')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <LineField label={t('joint.task.form.what')} maxLength={200} {...step.field('what')} />
      <WhoField label={t('joint.task.form.who')} card={card} {...step.field('partner')} />
      <DayField label={t('joint.task.form.due')} min={card.today} {...step.field('dueOn')} />
    </ActDialog>
  )
}

interface WhoFieldProps extends Field<string> {
  readonly label: string
  readonly card: JointCard
}

/** One of those who carry the programme; nothing chosen is the lead. */
export function WhoField({ label, card, id, value, onChange, error }: WhoFieldProps) {
  const t = useText()
  return (
    <Select id={id} label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      <option value="">{card.leadName}</option>
      {card.partners
        .filter(({ left }) => !left)
        .map((partner) => (
          <option key={partner.id} value={partner.id}>
            {partner.office === null ? `${partner.name} (${t('joint.partner.outside')})` : partner.name}
          </option>
        ))}
    </Select>
  )
}
