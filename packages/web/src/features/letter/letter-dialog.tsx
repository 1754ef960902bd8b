import type { LetterLine, LetterPurpose } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { DraftForm } from './draft-form.tsx'
import type { PanelAct } from './panel-acts.ts'
import { HandOverForm, NoteForm, SignForm } from './step-forms.tsx'

/** What somebody is about to do, with which letter. */
export type Doing =
  | { readonly action: 'draft'; readonly letter: null; readonly kind: LetterKind }
  | { readonly action: PanelAct; readonly letter: SeenLetter; readonly kind: LetterKind }

/** As much of a letter as its forms need. */
export type SeenLetter = Pick<LetterLine, 'id' | 'version' | 'kind' | 'purpose' | 'fields'>

export interface LetterDialogProps {
  readonly district: string
  /** The case. */
  readonly subject: string
  readonly purposes: readonly LetterPurpose[]
  readonly doing: Doing
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** The form of one act of a letter, whichever it is. */
export function LetterDialog(props: LetterDialogProps) {
  const { doing, ...rest } = props
  if (doing.action === 'draft' || doing.action === 'change' || doing.action === 'replace')
    return <DraftForm {...rest} action={doing.action} letter={doing.letter} kind={doing.kind} />
  if (doing.action === 'hand-over') return <HandOverForm {...rest} letter={doing.letter} />
  if (doing.action === 'sign') return <SignForm {...rest} letter={doing.letter} />
  return <NoteForm {...rest} action={doing.action} letter={doing.letter} />
}
