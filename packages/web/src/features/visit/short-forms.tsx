import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { useZone } from '../../platform/session/use-session.ts'
import type { ActFormProps } from './act-form.ts'
import { targetOf } from './act-form.ts'
import { momentOf, seenAt, whenFaults } from './visit-values.ts'

/** Another day. */
export function ReplanForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'visit.replan',
    key: `${visit.id}:replan`,
    target: targetOf(visit),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { day: '', note: '' },
    check: ({ day }) => (day === '' ? { day: t('visit.form.day.missing') } : {}),
    data: ({ day, note }) => ({ day, note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('visit.act.replan')}
      sendText={t('visit.act.replan')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <DayField {...field('day')} label={t('visit.form.day')} />
      <NoteField {...field('note')} label={t('act.optional', { label: t('visit.form.note') })} />
    </ActDialog>
  )
}

/** Nobody was met. */
export function MissForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const zone = useZone()
  const [now] = useState(() => seenAt(zone, Date.now()))
  const options = { kind: 'visit.miss', key: `${visit.id}:miss`, target: targetOf(visit), onDone: onClose } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { reason: '', note: '', ...now },
    check: (values) => ({
      ...(values.reason === '' ? { reason: t('visit.form.reason.missing') } : {}),
      ...whenFaults(values, t),
    }),
    data: ({ reason, note, ...when }) => ({
      reason,
      note: note.trim(),
      spot: null,
      capturedAt: momentOf(zone, when),
    }),
  })
  return (
    <ActDialog
      title={t('visit.act.miss')}
      hint={t('visit.form.miss.hint')}
      sendText={t('visit.act.miss')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <ListField {...field('reason')} district={visit.district} list="visit-missed" label={t('visit.form.reason')} />
      <div className="visit__pair">
        <DayField {...field('day')} label={t('visit.form.day')} />
        <LineField {...field('time')} label={t('visit.form.when')} htmlSize={8} maxLength={5} />
      </div>
      <NoteField {...field('note')} label={t('act.optional', { label: t('visit.form.note') })} />
    </ActDialog>
  )
}

/** Nobody needs to go. */
export function CancelForm({ visit, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'visit.cancel',
    key: `${visit.id}:cancel`,
    target: targetOf(visit),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('visit.form.cancel.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('visit.act.cancel')}
      hint={t('visit.form.cancel.hint')}
      sendText={t('visit.act.cancel')}
      act={act}
      form={form}
      harmful
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={t('visit.form.note')} />
    </ActDialog>
  )
}
