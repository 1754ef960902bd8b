import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Which office below, nearer to the citizen, is to handle it. */
export function HandDownForm(props: MoveProps) {
  const t = useText()
  const { district, place } = props.card.line
  const { data } = useAsk(referenceRoutes.targets, { query: { district, place } })
  const move = useMove(props, 'case.hand-down', {
    initial: { office: '', note: '' },
    check: ({ office, note }) => ({
      ...(office === '' && { office: t('case.form.office.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
    }),
    data: ({ office, note }) => ({ office, note: note.trim() }),
  })
  const options = data?.below.map(({ id, name, placeName }) => ({ value: id, label: name, hint: placeName }))
  return (
    <MoveDialog action="hand-down" move={move} onClose={props.onClose}>
      {options ? (
        <RadioField
          label={t('case.form.hand-down.office')}
          description={options.length === 0 ? t('case.form.hand-down.none') : undefined}
          options={options}
          {...move.field('office')}
        />
      ) : (
        <Loading label={t('shell.loading')} />
      )}
      <NoteField label={t('case.form.hand-down.note')} {...move.field('note')} />
    </MoveDialog>
  )
}
