import './texts.ts'
import { type ComponentType, lazy, Suspense } from 'react'
import { AnswerForm } from './answer-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { NoteMoveForm, noteMoves } from './note-move-form.tsx'
import { ReasonForm, reasonMoves } from './reason-form.tsx'
import { SettleForm } from './settle-form.tsx'
import type { MoveProps } from './use-move.ts'

type Form = ComponentType<MoveProps>
const later = (load: () => Promise<Form>): Form => lazy(async () => ({ default: await load() }))

// What few cases ever need is fetched when it is opened: a card should not wait for it.
const own: Readonly<Record<string, Form | undefined>> = {
  answer: AnswerForm,
  'ask-erasure': later(async () => (await import('./ask-erasure-form.tsx')).AskErasureForm),
  erase: later(async () => (await import('./erase-form.tsx')).EraseForm),
  assign: AssignForm,
  confirm: ConfirmForm,
  'hand-down': later(async () => (await import('./hand-down-form.tsx')).HandDownForm),
  merge: later(async () => (await import('./merge-form.tsx')).MergeForm),
  restrict: later(async () => (await import('./restrict-form.tsx')).RestrictForm),
  'set-red': later(async () => (await import('./red-form.tsx')).RedForm),
  'renew-secret': later(async () => (await import('../telling/renew-form.tsx')).RenewForm),
  'set-contact': later(async () => (await import('../telling/contact-form.tsx')).ContactForm),
  'review-mend': later(async () => (await import('./mend-form.tsx')).MendForm),
  'review-hand': later(async () => (await import('./hand-review-form.tsx')).HandReviewForm),
  settle: SettleForm,
  visit: later(async () => (await import('./visit-form.tsx')).VisitForm),
  share: later(async () => (await import('./share-form.tsx')).ShareForm),
}

/** The form of a move of the case, whichever it is. */
export function MoveForm({ action, ...props }: MoveProps & { action: string }) {
  const Own = own[action]
  if (Own)
    return (
      <Suspense fallback={null}>
        <Own {...props} />
      </Suspense>
    )
  const reasoned = reasonMoves.find((one) => one === action)
  if (reasoned) return <ReasonForm {...props} action={reasoned} />
  const noted = noteMoves.find((one) => one === action)
  return noted ? <NoteMoveForm {...props} action={noted} /> : null
}
