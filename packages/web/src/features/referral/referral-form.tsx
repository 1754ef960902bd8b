import { CompleteForm } from './complete-form.tsx'
import { GiveLinkForm } from './give-link-form.tsx'
import { NoteStepForm, noteSteps } from './note-step-form.tsx'
import { ReasonStepForm, reasonSteps } from './reason-step-form.tsx'
import { RedirectForm } from './redirect-form.tsx'
import { RequestForm } from './request-form.tsx'
import type { StepProps } from './use-step.ts'

/** The form of a referral's move, whichever it is. */
export function ReferralForm({ action, ...props }: StepProps & { action: string }) {
  if (action === 'request') return <RequestForm {...props} />
  if (action === 'redirect') return <RedirectForm {...props} />
  if (action === 'complete') return <CompleteForm {...props} />
  if (action === 'give-link') return <GiveLinkForm {...props} />
  const reasoned = reasonSteps.find((one) => one === action)
  if (reasoned) return <ReasonStepForm {...props} action={reasoned} />
  const noted = noteSteps.find((one) => one === action)
  return noted ? <NoteStepForm {...props} action={noted} /> : null
}
