import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface FormProps {
  readonly page: AssessmentPage
  readonly onClose: () => void
}

const targetOf = ({ district, id, version }: AssessmentPage) => ({ district, subject: id, base: version })

/** INDEP-3 Acts that need no word: the button says it, the hint what comes of it. */
export function StepForm({ act, page, onClose }: FormProps & { readonly act: 'submit' | 'verify' | 'sign' }) {
  const t = useText()
  const step = useActForm(
    { kind: `independence.${act}`, key: `independence ${page.id} ${act}`, target: targetOf(page), onDone: onClose },
    { initial: {}, check: () => ({}), data: () => ({}) },
  )
  return (
    <ActDialog
      title={t(`assessment-act.${act}`)}
      hint={t(`independence.hint.${act}`)}
      sendText={t(`assessment-act.${act}`)}
      act={step.act}
      onSend={step.send}
      onClose={onClose}
    />
  )
}

/** Acts that need a word: what is missing, or why it is taken back. */
export function NoteForm({ act, page, onClose }: FormProps & { readonly act: 'return' | 'withdraw' }) {
  const t = useText()
  const step = useActForm(
    { kind: `independence.${act}`, key: `independence ${page.id} ${act}`, target: targetOf(page), onDone: onClose },
    {
      initial: { note: '' },
      check: ({ note }) => (note.trim().length < 3 ? { note: t('independence.note.missing') } : {}),
      data: ({ note }) => ({ note: note.trim() }),
    },
  )
  return (
    <ActDialog
      title={t(`assessment-act.${act}`)}
      hint={t(`independence.hint.${act}`)}
      sendText={t(`assessment-act.${act}`)}
      act={step.act}
      form={step.form}
      harmful={act === 'withdraw'}
      onSend={step.send}
      onClose={onClose}
    >
      <NoteField label={t(act === 'return' ? 'independence.note' : 'independence.note.why')} {...step.field('note')} />
    </ActDialog>
  )
}
