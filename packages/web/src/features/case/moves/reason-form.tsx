import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Moves that name a reason from the list of the same name, and say more in words that the citizen reads. */
export const reasonMoves = ['return', 'reject', 'escalate', 'cancel'] as const
type ReasonMove = (typeof reasonMoves)[number]

export function ReasonForm({ action, ...props }: MoveProps & { action: ReasonMove }) {
  const t = useText()
  const move = useMove(props, `case.${action}`, {
    initial: { reason: '', note: '' },
    check: ({ reason, note }) => ({
      ...(reason === '' && { reason: t('case.form.reason.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
    }),
    data: ({ reason, note }) => ({ reason, note: note.trim() }),
  })
  return (
    <MoveDialog action={action} move={move} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list={action}
        label={t(`case.form.${action}.reason`)}
        {...move.field('reason')}
      />
      <NoteField label={t(`case.form.${action}.note`)} {...move.field('note')} />
    </MoveDialog>
  )
}
