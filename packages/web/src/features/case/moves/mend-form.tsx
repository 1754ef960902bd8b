import { LineField, NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** SUPER-4 What was wrong is put right here, and told: whoever looks again need not search for it. */
export function MendForm(props: MoveProps) {
  const t = useText()
  const { summary } = props.card.line
  const story = props.card.story ?? ''
  const move = useMove(props, 'case.review-mend', {
    initial: { summary, story, note: '' },
    check: (values) => ({
      ...(values.summary.trim().length < 3 ? { summary: t('case.form.note.missing') } : {}),
      ...(values.note.trim() === '' ? { note: t('case.form.note.missing') } : {}),
    }),
    data: (values) => ({
      note: values.note.trim(),
      ...(values.summary.trim() === summary ? {} : { summary: values.summary.trim() }),
      ...(values.story.trim() === story ? {} : { story: values.story.trim() }),
    }),
  })
  return (
    <MoveDialog action="review-mend" move={move} onClose={props.onClose}>
      {props.card.missing && <p className="card-words">{props.card.missing}</p>}
      <LineField label={t('case.form.review-mend.summary')} maxLength={200} {...move.field('summary')} />
      <NoteField label={t('case.form.review-mend.story')} rows={5} {...move.field('story')} />
      <NoteField label={t('case.form.review-mend.note')} rows={3} {...move.field('note')} />
    </MoveDialog>
  )
}
