import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { ListField } from '../../../platform/reference/list-field.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

const marks = [5, 4, 3, 2, 1] as const

/** The citizen's word, passed on by an officer, who says how it was given. */
export function ConfirmForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.confirm', {
    initial: { how: '', satisfaction: 'none', note: '' },
    check: ({ how }) => (how === '' ? { how: t('case.form.confirm.how.missing') } : {}),
    data: ({ how, satisfaction, note }) => ({ how, satisfaction: Number(satisfaction) || null, note: note.trim() }),
  })
  const options = [
    ...marks.map((mark) => ({ value: String(mark), label: t(`case.satisfaction.${mark}`) })),
    { value: 'none', label: t('case.satisfaction.none') },
  ]
  return (
    <MoveDialog action="confirm" move={move} onClose={props.onClose}>
      <ListField
        district={props.card.line.district}
        list="how"
        label={t('case.form.confirm.how')}
        {...move.field('how')}
      />
      <RadioField
        label={t('case.form.confirm.satisfaction')}
        options={options}
        size="small"
        {...move.field('satisfaction')}
      />
      <NoteField label={t('act.optional', { label: t('case.form.confirm.note') })} rows={2} {...move.field('note')} />
    </MoveDialog>
  )
}
