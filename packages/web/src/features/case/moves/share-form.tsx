import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { AskedOfficeField } from '../../../platform/offices/asked-office-field.tsx'
import { GrantFields, usualFields } from '../../../platform/offices/grant-fields.tsx'
import { newId } from '../../../platform/outbox/uuid.ts'
import { MoveDialog } from './move-dialog.tsx'
import { leaveToRenew } from './renewal.ts'
import { type MoveProps, useMove } from './use-move.ts'

/** Shows the case to another office without asking it for anything; or anew to one whose leave to see it ran out. */
export function ShareForm(props: MoveProps) {
  const t = useText()
  const ended = leaveToRenew(props.card, useWhen().now)
  const move = useMove(props, 'case.share', {
    initial: { office: ended?.office ?? '', fields: ended?.fields ?? usualFields, note: '' },
    check: ({ office, fields, note }) => ({
      ...(office === '' && { office: t('case.form.office.missing') }),
      ...(fields.length === 0 && { fields: t('case.form.share.fields.missing') }),
      ...(note.trim() === '' && { note: t('case.form.note.missing') }),
    }),
    data: ({ office, fields, note }) => ({ grant: newId(), office, fields: [...fields], note: note.trim() }),
  })
  return (
    <MoveDialog action="share" move={move} wide onClose={props.onClose}>
      <AskedOfficeField label={t('case.form.share.office')} line={props.card.line} {...move.field('office')} />
      <GrantFields hint={t('case.form.share.fields.hint')} {...move.field('fields')} />
      <NoteField label={t('case.form.share.note')} rows={2} {...move.field('note')} />
    </MoveDialog>
  )
}
