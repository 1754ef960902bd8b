import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { useZone } from '../../platform/session/use-session.ts'
import { type FormProps, targetOf } from './form-props.ts'

export function AcceptForm(props: FormProps) {
  return <AnswerForm {...props} rejected={false} />
}
export function RejectForm(props: FormProps) {
  return <AnswerForm {...props} rejected />
}

/** What the centre answered, and when; the citizen of the case is told. */
function AnswerForm({ card, onClose, rejected }: FormProps & { readonly rejected: boolean }) {
  const t = useText()
  const today = dayIn(useZone(), useWhen().now)
  const plan = {
    initial: { answeredOn: today, reason: '', note: '' },
    check: ({ answeredOn, reason }: { answeredOn: string; reason: string }) => ({
      ...(answeredOn === '' && { answeredOn: t('proposal.answered-on.missing') }),
      ...(rejected && reason === '' && { reason: t('proposal.reason.missing') }),
    }),
  }
  const own = { target: targetOf(card), onDone: onClose }
  const accepting = useActForm(
    { kind: 'proposal.accept', key: `${card.id}:accept`, ...own },
    { ...plan, data: ({ answeredOn, note }) => ({ answeredOn, note: note.trim() }) },
  )
  const rejecting = useActForm(
    { kind: 'proposal.reject', key: `${card.id}:reject`, ...own },
    { ...plan, data: ({ answeredOn, reason, note }) => ({ answeredOn, reason, note: note.trim() }) },
  )
  const { act, form, field, send } = rejected ? rejecting : accepting
  const title = t(rejected ? 'proposal-act.reject' : 'proposal-act.accept')
  return (
    <ActDialog
      title={title}
      hint={t('proposal.answer.hint')}
      sendText={title}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <DayField {...field('answeredOn')} label={t('proposal.answered-on')} />
      {rejected && (
        <ListField
          {...field('reason')}
          district={card.district}
          list="proposal-answer"
          label={t('proposal.answer.reason')}
        />
      )}
      <NoteField {...field('note')} label={t('act.optional', { label: t('proposal.note') })} />
    </ActDialog>
  )
}
