import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Makes a case a red card, or an ordinary one again: which of the two follows from how it stands. */
export function RedForm(props: MoveProps) {
  const t = useText()
  const red = props.card.line.priority !== 'red'
  const move = useMove(props, 'case.set-red', {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('case.form.note.missing') } : {}),
    data: ({ note }) => ({ red, note: note.trim() }),
  })
  return (
    <MoveDialog action="set-red" move={move} onClose={props.onClose}>
      <NoteField label={t(red ? 'case.form.set-red.note' : 'case.form.set-red.calm')} {...move.field('note')} />
    </MoveDialog>
  )
}
