import type { ReferralMoveData } from '@openslrt/core/contract/referral.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { ReactNode } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import type { Kept } from '../../platform/act/restored-note.tsx'
import type { Act } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'

interface StepDialogProps {
  readonly action: Exclude<keyof ReferralMoveData, 'remind' | 'overdue'>
  readonly step: { readonly act: Act; readonly form: Kept; readonly send: () => void }
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

const harmful: ReadonlySet<string> = new Set(['reject', 'fail', 'cancel', 'mark-error'])

/** The dialog of a referral's move: its name, what it does, its fields, and its button, which says the same verb. */
export function StepDialog({ action, step, wide = false, onClose, children }: StepDialogProps) {
  const t = useText()
  const hint = `referral.form.${action}.hint`
  const name = t(`referral-move.${action}`)
  return (
    <ActDialog
      title={name}
      hint={isMessageKey(hint) ? t(hint) : undefined}
      sendText={name}
      act={step.act}
      form={step.form}
      harmful={harmful.has(action)}
      wide={wide}
      onSend={step.send}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  )
}
