import { NoteField } from '../../platform/act/fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** Steps that carry words and nothing else; some may do without. */
export const noteSteps = ['accept', 'start', 'hold', 'supply', 'mark-error', 'revoke-link'] as const
type NoteStep = (typeof noteSteps)[number]
const wordless: ReadonlySet<NoteStep> = new Set<NoteStep>(['accept', 'start', 'revoke-link'])

export function NoteStepForm({ action, ...props }: StepProps & { action: NoteStep }) {
  const t = useText()
  const required = !wordless.has(action)
  const step = useStep(props, `referral.${action}`, {
    initial: { note: '' },
    check: ({ note }) => (required && note.trim() === '' ? { note: t('referral.form.note.missing') } : {}),
    data: ({ note }) => ({ referral: props.referral, note: note.trim() }),
  })
  const label = t(`referral.form.${action}.note`)
  return (
    <StepDialog action={action} step={step} onClose={props.onClose}>
      <NoteField label={required ? label : t('act.optional', { label })} {...step.field('note')} />
    </StepDialog>
  )
}
