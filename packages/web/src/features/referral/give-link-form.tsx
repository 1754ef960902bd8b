import { NoteField } from '../../platform/act/fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** A link by which an office without an account answers; whatever link there was before is dead with it. */
export function GiveLinkForm(props: StepProps) {
  const t = useText()
  const step = useStep(props, 'referral.give-link', {
    initial: { note: '' },
    check: () => ({}),
    data: ({ note }) => ({ referral: props.referral, link: newId(), note: note.trim() }),
  })
  return (
    <StepDialog action="give-link" step={step} onClose={props.onClose}>
      <NoteField label={t('act.optional', { label: t('referral.form.give-link.note') })} {...step.field('note')} />
    </StepDialog>
  )
}
