import { NoteField } from '../../platform/act/fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** What the asked office did for the citizen. */
export function CompleteForm(props: StepProps) {
  const t = useText()
  const step = useStep(props, 'referral.complete', {
    initial: { outcome: '', note: '' },
    check: ({ outcome, note }) => ({
      ...(outcome === '' && { outcome: t('referral.form.outcome.missing') }),
      ...(note.trim() === '' && { note: t('referral.form.note.missing') }),
    }),
    data: ({ outcome, note }) => ({ referral: props.referral, outcome, note: note.trim() }),
  })
  return (
    <StepDialog action="complete" step={step} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list="outcome"
        kind={props.card.line.kind}
        label={t('referral.form.outcome')}
        {...step.field('outcome')}
      />
      <NoteField label={t('referral.form.complete.note')} rows={4} {...step.field('note')} />
    </StepDialog>
  )
}
