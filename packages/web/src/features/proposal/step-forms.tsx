import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { type FormProps, targetOf } from './form-props.ts'

const optionsOf = <Kind extends string>(kind: Kind, { card, onClose }: FormProps) => ({
  kind,
  key: `${card.id}:${kind}`,
  target: targetOf(card),
  onDone: onClose,
})

/** Somebody else has looked at it; where the device's time cannot be, they say which one counts. */
export function VerifyForm(props: FormProps) {
  const t = useText()
  const when = useWhen()
  const { card, onClose } = props
  const { act, form, field, send } = useActForm(optionsOf('proposal.verify', props), {
    initial: { note: '', capture: '' },
    check: ({ capture }) => (card.flagged && capture === '' ? { capture: t('proposal.capture.missing') } : {}),
    data: ({ note, capture }) => ({
      note: note.trim(),
      capture: capture === 'trusted' || capture === 'received' ? capture : null,
    }),
  })
  return (
    <ActDialog
      title={t('proposal-act.verify')}
      hint={t('proposal.verify.hint')}
      sendText={t('proposal-act.verify')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      {card.flagged && (
        <RadioField
          {...field('capture')}
          label={t('proposal.capture')}
          options={[
            { value: 'trusted', label: t('proposal.capture.trusted', { at: when.exact(card.capturedAt) }) },
            { value: 'received', label: t('proposal.capture.received', { at: when.exact(card.receivedAt) }) },
          ]}
        />
      )}
      <NoteField {...field('note')} label={t('act.optional', { label: t('proposal.note') })} />
    </ActDialog>
  )
}

export function ApproveForm(props: FormProps) {
  return <NotedForm {...props} act="approve" />
}
export function ResendForm(props: FormProps) {
  return <NotedForm {...props} act="resend" />
}
export function WithdrawForm(props: FormProps) {
  return <NotedForm {...props} act="withdraw" />
}
export function ReturnForm(props: FormProps) {
  return <ReasonedForm {...props} act="return" />
}
export function SendBackForm(props: FormProps) {
  return <ReasonedForm {...props} act="send-back" />
}

/** A step that takes some words, which withdrawing cannot do without. */
function NotedForm({ act: step, ...props }: FormProps & { readonly act: 'approve' | 'resend' | 'withdraw' }) {
  const t = useText()
  const needed = step === 'withdraw'
  const { act, form, field, send } = useActForm(optionsOf(`proposal.${step}`, props), {
    initial: { note: '' },
    check: ({ note }) => (needed && note.trim() === '' ? { note: t('proposal.note.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  const label = t('proposal.note')
  return (
    <ActDialog
      title={t(`proposal-act.${step}`)}
      hint={t(`proposal.${step}.hint`)}
      sendText={t(`proposal-act.${step}`)}
      act={act}
      form={form}
      harmful={needed}
      onSend={send}
      onClose={props.onClose}
    >
      <NoteField {...field('note')} label={needed ? label : t('act.optional', { label })} />
    </ActDialog>
  )
}

/** It goes back to whoever drafted it, who reads why. */
function ReasonedForm({ act: step, ...props }: FormProps & { readonly act: 'return' | 'send-back' }) {
  const t = useText()
  const { act, form, field, send } = useActForm(optionsOf(`proposal.${step}`, props), {
    initial: { reason: '', note: '' },
    check: ({ reason, note }) => ({
      ...(reason === '' && { reason: t('proposal.reason.missing') }),
      ...(note.trim() === '' && { note: t('proposal.note.missing') }),
    }),
    data: ({ reason, note }) => ({ reason, note: note.trim() }),
  })
  return (
    <ActDialog
      title={t(`proposal-act.${step}`)}
      hint={t('proposal.return.hint')}
      sendText={t(`proposal-act.${step}`)}
      act={act}
      form={form}
      onSend={send}
      onClose={props.onClose}
    >
      <ListField
        {...field('reason')}
        district={props.card.district}
        list="proposal-return"
        label={t('proposal.reason')}
      />
      <NoteField {...field('note')} label={t('proposal.return.note')} />
    </ActDialog>
  )
}
