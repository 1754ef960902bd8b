import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { ActFormProps } from './meeting-acts.tsx'

/** The meeting as it was seen when the form was sent. */
export const targetOf = ({ district, id, version }: MeetingPage) => ({ district, subject: id, base: version })

/** Why a meeting does not take place. */
export function CancelForm({ meeting, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'meeting.cancel',
    key: `${meeting.id}:cancel`,
    target: targetOf(meeting),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('meeting.form.note.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('meeting.act.cancel')}
      hint={t('meeting.form.cancel.hint')}
      sendText={t('meeting.act.cancel')}
      act={act}
      form={form}
      harmful
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={t('meeting.form.note')} />
    </ActDialog>
  )
}

/** Nothing is written any more; the tasks go on. */
export function CloseForm({ meeting, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'meeting.close',
    key: `${meeting.id}:close`,
    // Whatever was written last counts: it is closed with all of it.
    target: { ...targetOf(meeting), base: null },
    onDone: onClose,
  } as const
  const { act, send } = useActForm(options, { initial: {}, check: () => ({}), data: () => ({}) })
  return (
    <ActDialog
      title={t('meeting.act.close')}
      hint={t('meeting.form.close.hint')}
      sendText={t('meeting.act.close')}
      act={act}
      onSend={send}
      onClose={onClose}
    />
  )
}
