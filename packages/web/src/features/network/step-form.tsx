import type { NetworkCard } from '@openslrt/core/contract/network-queries.ts'
import { networkFactId } from '@openslrt/core/kernel/id.ts'
import { type NetworkAct, networkRule } from '@openslrt/core/network/moves.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

interface StepFormProps {
  readonly card: NetworkCard
  readonly act: NetworkAct
  readonly onClose: () => void
}

/** NETWORK-3 Where an office stands from a day on, and why. */
export function StepForm({ card: { district, id, version, today }, act, onClose }: StepFormProps) {
  const t = useText()
  const [fact] = useState(newId)
  const { says } = networkRule(act)
  const step = useActForm(
    {
      kind: `network.${act}` as const,
      key: `network ${id} ${act}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { from: today, reason: '' },
      check: ({ from, reason }) => ({
        ...(from === '' && { from: t('network.form.missing') }),
        ...(says && reason.trim().length < 3 && { reason: t('network.form.missing') }),
      }),
      data: ({ from, reason }) => ({ fact: networkFactId.parse(fact), from, reason: reason.trim() }),
    },
  )
  const label = t('network.form.reason')
  return (
    <ActDialog
      title={t(`network-act.${act}`)}
      hint={t(`network-hint.${act}`)}
      sendText={t(`network-act.${act}`)}
      harmful={act === 'lapse'}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <DayField label={t('network.form.from')} {...step.field('from')} />
      <NoteField label={says ? label : t('act.optional', { label })} {...step.field('reason')} />
    </ActDialog>
  )
}
