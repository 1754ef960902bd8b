import { erasureBases } from '@openslrt/core/case/case.ts'
import { NoteField, RadioField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Why the data of a case should go; whether they do, somebody else decides. */
export function AskErasureForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.ask-erasure', {
    initial: { basis: '', note: '' },
    check: ({ basis, note }) => ({
      ...(basis === '' && { basis: t('case.form.ask-erasure.basis.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
    }),
    data: ({ basis, note }) => ({
      basis: basis === 'request' ? ('request' as const) : ('retention' as const),
      note: note.trim(),
    }),
  })
  return (
    <MoveDialog action="ask-erasure" move={move} onClose={props.onClose}>
      <RadioField
        label={t('case.form.ask-erasure.basis')}
        options={erasureBases.map((value) => ({ value, label: t(`erasure-basis.${value}`) }))}
        {...move.field('basis')}
      />
      <NoteField label={t('case.form.ask-erasure.note')} {...move.field('note')} />
    </MoveDialog>
  )
}
