import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { LetterDialogProps, SeenLetter } from './letter-dialog.tsx'

type StepProps = Omit<LetterDialogProps, 'doing'> & { readonly letter: SeenLetter }

// A letter names its own version (`seen`): the case may move meanwhile, the letter that was read may not.
const targetOf = ({ district, subject }: StepProps) => ({ district, subject, base: null })
const doneOf =
  ({ onClose, onDone }: StepProps) =>
  (): void => {
    onClose()
    onDone?.()
  }

/** Signing one letter. */
export function SignForm(props: StepProps) {
  const t = useText()
  const { letter } = props
  const options = {
    kind: 'letter.sign',
    key: `${letter.id}:sign`,
    target: targetOf(props),
    onDone: doneOf(props),
  } as const
  const { act, send } = useActForm(options, {
    initial: {},
    check: () => ({}),
    data: () => ({ letter: letter.id, seen: letter.version }),
  })
  return (
    <ActDialog
      title={t('letter.act.sign')}
      hint={t('letter.form.sign.hint')}
      sendText={t('letter.act.sign')}
      act={act}
      onSend={send}
      onClose={props.onClose}
    />
  )
}

/** Who received a letter. */
export function HandOverForm(props: StepProps) {
  const t = useText()
  const { letter } = props
  const options = {
    kind: 'letter.hand-over',
    key: `${letter.id}:hand-over`,
    target: targetOf(props),
    onDone: doneOf(props),
  } as const
  const { act, send, field } = useActForm(options, {
    initial: { to: '', note: '' },
    check: ({ to }) => (to.trim() === '' ? { to: t('letter.form.to.missing') } : {}),
    data: ({ to, note }) => ({ letter: letter.id, to: to.trim(), note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('letter.act.hand-over')}
      hint={t('letter.form.hand-over.hint')}
      sendText={t('letter.act.hand-over')}
      act={act}
      onSend={send}
      onClose={props.onClose}
    >
      <LineField {...field('to')} label={t('letter.form.to')} maxLength={200} />
      <NoteField {...field('note')} label={t('act.optional', { label: t('letter.form.note') })} />
    </ActDialog>
  )
}

/** Steps that carry words: an initial may do without. */
export function NoteForm(props: StepProps & { readonly action: 'initial' | 'return' | 'revoke' }) {
  const t = useText()
  const { action, letter } = props
  const needed = action !== 'initial'
  const options = {
    kind: `letter.${action}`,
    key: `${letter.id}:${action}`,
    target: targetOf(props),
    onDone: doneOf(props),
  } as const
  const { act, send, field } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (needed && note.trim() === '' ? { note: t('letter.form.note.missing') } : {}),
    data: ({ note }) =>
      action === 'revoke'
        ? { letter: letter.id, note: note.trim() }
        : { letter: letter.id, seen: letter.version, note: note.trim() },
  })
  const label = t('letter.form.note')
  return (
    <ActDialog
      title={t(`letter.act.${action}`)}
      hint={t(`letter.form.${action}.hint`)}
      sendText={t(`letter.act.${action}`)}
      act={act}
      harmful={action === 'revoke'}
      onSend={send}
      onClose={props.onClose}
    >
      <NoteField {...field('note')} label={needed ? label : t('act.optional', { label })} />
    </ActDialog>
  )
}
