import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { useColleagueHint } from '../colleague-hint.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Who of this office is to have the case; how much each has already stands beside the name. */
export function AssignForm(props: MoveProps) {
  const t = useText()
  const hint = useColleagueHint()
  const { data } = useAsk(referenceRoutes.colleagues)
  const move = useMove(props, 'case.assign', {
    initial: { assignee: '', note: '' },
    check: ({ assignee }) => (assignee === '' ? { assignee: t('case.form.assign.missing') } : {}),
    data: ({ assignee, note }) => ({ assignee, note: note.trim() }),
  })
  const options = data?.items
    .filter(({ id }) => id !== props.card.line.assignee)
    .map((one) => ({ value: one.id, label: one.name, hint: hint(one) }))
  return (
    <MoveDialog action="assign" move={move} onClose={props.onClose}>
      {options ? (
        <RadioField label={t('case.form.assign.who')} options={options} {...move.field('assignee')} />
      ) : (
        <Loading label={t('shell.loading')} />
      )}
      <NoteField label={t('act.optional', { label: t('case.form.assign.note') })} rows={2} {...move.field('note')} />
    </MoveDialog>
  )
}
