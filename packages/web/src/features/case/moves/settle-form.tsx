import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Answered at the desk, while the citizen waits. */
export function SettleForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.settle', {
    initial: { outcome: '', note: '' },
    check: ({ outcome }) => (outcome === '' ? { outcome: t('case.form.outcome.missing') } : {}),
    data: ({ outcome, note }) => ({ outcome, note: note.trim() }),
  })
  return (
    <MoveDialog action="settle" move={move} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list="outcome"
        kind={props.card.line.kind}
        label={t('case.form.outcome')}
        {...move.field('outcome')}
      />
      <NoteField label={t('act.optional', { label: t('case.form.settle.note') })} {...move.field('note')} />
    </MoveDialog>
  )
}
