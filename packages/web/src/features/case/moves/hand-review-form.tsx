import { workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** SUPER-6 Who of the office where the case lies answers for it from now on. */
export function HandReviewForm(props: MoveProps) {
  const t = useText()
  const { line, sentBy } = props.card
  const { data } = useAsk(workloadRoutes.officers, { query: { office: line.office } })
  const move = useMove(props, 'case.review-hand', {
    initial: { assignee: '', note: '' },
    check: ({ assignee }) => (assignee === '' ? { assignee: t('case.form.review-hand.missing') } : {}),
    data: ({ assignee, note }) => ({ assignee: staffId.parse(assignee), note: note.trim() }),
  })
  const options = data?.items.flatMap(({ staff, name, here }) =>
    staff !== null && here && staff !== sentBy?.id ? [{ value: staff, label: name ?? '' }] : [],
  )
  return (
    <MoveDialog action="review-hand" move={move} onClose={props.onClose}>
      {options ? (
        <RadioField label={t('case.form.review-hand.who')} options={options} {...move.field('assignee')} />
      ) : (
        <Loading label={t('shell.loading')} />
      )}
      <NoteField
        label={t('act.optional', { label: t('case.form.review-hand.note') })}
        rows={2}
        {...move.field('note')}
      />
    </MoveDialog>
  )
}
