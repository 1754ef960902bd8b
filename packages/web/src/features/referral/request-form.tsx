import { newId } from '../../platform/outbox/uuid.ts'
import { AskFields, askedOf, emptyAsk, useAskCheck } from './ask-fields.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** Asking another office for its part: which, for what, and what it may see of the case meanwhile. */
export function RequestForm(props: StepProps) {
  const step = useStep(props, 'referral.request', {
    initial: emptyAsk,
    check: useAskCheck(),
    data: (values) => ({ referral: newId(), grant: newId(), link: newId(), ...askedOf(values) }),
  })
  return (
    <StepDialog action="request" step={step} wide onClose={props.onClose}>
      <AskFields card={props.card} step={step} />
    </StepDialog>
  )
}
