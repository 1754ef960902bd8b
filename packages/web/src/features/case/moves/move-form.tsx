import type { ComponentType } from 'react'
import { AnswerForm } from './answer-form.tsx'
import { AskErasureForm } from './ask-erasure-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { HandDownForm } from './hand-down-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { NoteMoveForm, noteMoves } from './note-move-form.tsx'
import { ReasonForm, reasonMoves } from './reason-form.tsx'
import { RestrictForm } from './restrict-form.tsx'
import { SettleForm } from './settle-form.tsx'
import { ShareForm } from './share-form.tsx'
import type { MoveProps } from './use-move.ts'

const own: Readonly<Record<string, ComponentType<MoveProps> | undefined>> = {
  answer: AnswerForm,
  'ask-erasure': AskErasureForm,
  erase: EraseForm,
  assign: AssignForm,
  confirm: ConfirmForm,
  'hand-down': HandDownForm,
  merge: MergeForm,
  restrict: RestrictForm,
  settle: SettleForm,
  share: ShareForm,
}

/** The form of a move of the case, whichever it is. */
export function MoveForm({ action, ...props }: MoveProps & { action: string }) {
  const Own = own[action]
  if (Own) return <Own {...props} />
  const reasoned = reasonMoves.find((one) => one === action)
  if (reasoned) return <ReasonForm {...props} action={reasoned} />
  const noted = noteMoves.find((one) => one === action)
  return noted ? <NoteMoveForm {...props} action={noted} /> : null
}
