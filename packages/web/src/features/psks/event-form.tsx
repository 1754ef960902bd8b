import type { PsksCard } from '@openslrt/core/contract/psks-queries.ts'
import { psksEventId } from '@openslrt/core/kernel/id.ts'
import { eventKinds } from '@openslrt/core/psks/psks.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

interface EventProps {
  readonly card: PsksCard
  readonly onClose: () => void
}

/** A mentoring or a training. */
export function EventForm({ card: { district, id, version, today }, onClose }: EventProps) {
  const t = useText()
  const [event] = useState(newId)
  const step = useActForm<'psks.add-event', Record<'what' | 'title' | 'onDay' | 'hours' | 'result', string>>(
    {
      kind: 'psks.add-event',
      key: `psks ${id} event`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { what: 'training', title: '', onDay: today, hours: '', result: '' },
      check: ({ title, onDay, hours }) => ({
        ...(title.trim().length < 3 && { title: t('psks.form.missing') }),
        ...(onDay === '' && { onDay: t('psks.form.missing') }),
        ...(!/^[1-9]\d{0,2}$/.test(hours.trim()) && { hours: t('psks.form.number') }),
      }),
      data: ({ what, title, onDay, hours, result }) => ({
        event: psksEventId.parse(event),
        what: eventKinds.find((one) => one === what) ?? 'training',
        title: title.trim(),
        onDay,
        hours: Number(hours),
        result: result.trim(),
      }),
    },
  )
  return (
    <ActDialog
      title={t('psks-act.add-event')}
      sendText={t('psks.event.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <RadioField
        label={t('psks.event.what')}
        options={eventKinds.map((value) => ({ value, label: t(`psks-event.${value}`) }))}
        {...step.field('what')}
      />
      <LineField label={t('psks.event.title')} maxLength={200} {...step.field('title')} />
      <DayField label={t('psks.event.day')} {...step.field('onDay')} />
      <LineField
        label={t('psks.event.hours')}
        inputMode="numeric"
        maxLength={3}
        htmlSize={5}
        {...step.field('hours')}
      />
      <LineField label={t('act.optional', { label: t('psks.result') })} maxLength={200} {...step.field('result')} />
    </ActDialog>
  )
}
