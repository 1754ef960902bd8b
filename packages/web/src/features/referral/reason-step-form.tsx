import { NoteField } from '../../platform/act/fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** Steps that end a referral without its result, each with the list that its reason is on. */
const lists = { reject: 'decline', fail: 'unmet', cancel: 'cancel' } as const
export const reasonSteps = ['reject', 'fail', 'cancel'] as const
type ReasonStep = (typeof reasonSteps)[number]

export function ReasonStepForm({ action, ...props }: StepProps & { action: ReasonStep }) {
  const t = useText()
  const step = useStep(props, `referral.${action}`, {
    initial: { reason: '', note: '' },
    check: ({ reason, note }) => ({
      ...(reason === '' && { reason: t('referral.form.reason.missing') }),
      ...(note.trim() === '' && { note: t('referral.form.note.missing') }),
    }),
    data: ({ reason, note }) => ({ referral: props.referral, reason, note: note.trim() }),
  })
  return (
    <StepDialog action={action} step={step} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list={lists[action]}
        label={t('referral.form.reason')}
        {...step.field('reason')}
      />
      <NoteField label={t(`referral.form.${action}.note`)} {...step.field('note')} />
    </StepDialog>
  )
}
