import { caseRule } from '@openslrt/core/case/moves.ts'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Moves that carry words and nothing else. */
export const noteMoves = [
  'approve',
  'recommend',
  'complete',
  'send-back',
  'dispute',
  'appeal',
  'reopen',
  'unmerge',
  'take-back',
  'review-pass',
  'review-return',
  'decline-erasure',
] as const
type NoteMove = (typeof noteMoves)[number]

/** One field: why, or what was said. Whether it may stay empty is the law's word. */
export function NoteMoveForm({ action, ...props }: MoveProps & { action: NoteMove }) {
  const t = useText()
  const required = caseRule(action).note === 'required'
  const move = useMove(props, `case.${action}`, {
    initial: { note: '' },
    check: ({ note }) => (required && note.trim() === '' ? { note: t('case.form.note.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  const label = t(`case.form.${action}.note`)
  return (
    <MoveDialog action={action} move={move} onClose={props.onClose}>
      <NoteField label={required ? label : t('act.optional', { label })} rows={4} {...move.field('note')} />
    </MoveDialog>
  )
}
