import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** OUTCOME-2 What became of a family some weeks after its case: a result, and what was seen and heard. */
export function VisitForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.visit', {
    initial: { became: '', note: '' },
    check: ({ became, note }) => ({
      ...(became === '' && { became: t('case.form.outcome.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
    }),
    data: ({ became, note }) => ({ became, note: note.trim() }),
  })
  return (
    <MoveDialog action="visit" move={move} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list="became"
        label={t('case.form.visit.became')}
        {...move.field('became')}
      />
      <NoteField label={t('case.form.visit.note')} {...move.field('note')} />
    </MoveDialog>
  )
}
