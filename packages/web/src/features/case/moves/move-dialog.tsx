import type { CaseAction } from '@openslrt/core/case/moves.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { ReactNode } from 'react'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import type { Kept } from '../../../platform/act/restored-note.tsx'
import type { Act } from '../../../platform/act/use-act.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { harmful } from './harmful.ts'

interface MoveDialogProps {
  readonly action: CaseAction
  readonly move: { readonly act: Act; readonly form: Kept; readonly send: () => void }
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The dialog of a case's move: its name, what it does, its fields, and its button, which says the same verb. */
export function MoveDialog({ action, move, wide = false, onClose, children }: MoveDialogProps) {
  const t = useText()
  const hint = `case.form.${action}.hint`
  return (
    <ActDialog
      title={t(`move.${action}`)}
      hint={isMessageKey(hint) ? t(hint) : undefined}
      sendText={t(`move.${action}`)}
      act={move.act}
      form={move.form}
      harmful={harmful.has(action)}
      wide={wide}
      onSend={move.send}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  )
}
