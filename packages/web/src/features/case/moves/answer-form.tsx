import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** What the citizen is told: what came of it, in words they read. With a referral still open it needs a reason. */
export function AnswerForm(props: MoveProps) {
  const t = useText()
  const waits = props.card.referrals.some(({ endedAt }) => endedAt === null)
  const move = useMove(props, 'case.answer', {
    initial: { outcome: '', note: '', openReferrals: '' },
    check: ({ outcome, note, openReferrals }) => ({
      ...(outcome === '' && { outcome: t('case.form.outcome.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
      ...(waits && openReferrals.trim() === '' && { openReferrals: t('case.form.note.missing') }),
    }),
    data: ({ outcome, note, openReferrals }) => ({
      outcome,
      note: note.trim(),
      openReferrals: waits ? openReferrals.trim() : '',
    }),
  })
  return (
    <MoveDialog action="answer" move={move} wide onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list="outcome"
        kind={props.card.line.kind}
        label={t('case.form.outcome')}
        {...move.field('outcome')}
      />
      <NoteField
        label={t('case.form.answer.note')}
        description={t('case.form.answer.note.hint')}
        rows={5}
        {...move.field('note')}
      />
      {waits && (
        <NoteField
          label={t('case.form.answer.open')}
          description={t('case.form.answer.open.hint')}
          {...move.field('openReferrals')}
        />
      )}
    </MoveDialog>
  )
}
