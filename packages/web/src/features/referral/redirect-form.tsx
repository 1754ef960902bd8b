import { newId } from '../../platform/outbox/uuid.ts'
import { AskFields, askedOf, emptyAsk, useAskCheck } from './ask-fields.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** Asking another office instead of the one that was asked. */
export function RedirectForm(props: StepProps) {
  const asked = props.card.referrals.find(({ id }) => id === props.referral)
  const step = useStep(props, 'referral.redirect', {
    initial: { ...emptyAsk, note: asked?.asked ?? '', ...asked?.consent },
    check: useAskCheck(false),
    data: (values) => ({ referral: props.referral, next: newId(), grant: newId(), link: newId(), ...askedOf(values) }),
  })
  return (
    <StepDialog action="redirect" step={step} wide onClose={props.onClose}>
      <AskFields card={props.card} step={step} not={asked?.toOffice} />
    </StepDialog>
  )
}
