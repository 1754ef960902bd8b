import type { TaskLine } from '@openslrt/core/contract/meeting-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

const words = { 'task-done': 'done', 'task-fail': 'fail', 'task-reopen': 'reopen' } as const

interface SettleFormProps {
  readonly task: TaskLine
  readonly action: TaskLine['acts'][number]
  readonly onClose: () => void
}

/** What became of a task. */
export function SettleForm({ task, action, onClose }: SettleFormProps) {
  const t = useText()
  const word = words[action]
  const needed = action !== 'task-done'
  const options = {
    kind: `meeting.${action}`,
    key: `${task.id}:${action}`,
    target: { district: task.district, subject: task.meeting, base: null },
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (needed && note.trim() === '' ? { note: t('task.note.missing') } : {}),
    data: ({ note }) => ({ task: task.id, note: note.trim() }),
  })
  const label = t('task.note')
  return (
    <ActDialog
      title={t(`task.${word}.title`)}
      hint={
        <>
          <p>{task.text}</p>
          {t(`task.${word}.hint`)}
        </>
      }
      sendText={t(`task.${word}`)}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={needed ? label : t('act.optional', { label })} />
    </ActDialog>
  )
}
