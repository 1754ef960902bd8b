import { Select } from '@navikt/ds-react/Select'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type MoveProps, useMove } from './use-move.ts'

/** Who may see the case at all: everyone of the place, or only those whose role names this kind. */
export function RestrictForm(props: MoveProps) {
  const t = useText()
  const move = useMove(props, 'case.restrict', {
    initial: { restricted: props.card.restricted ?? '', note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('case.form.note.missing') } : {}),
    data: ({ restricted, note }) => ({
      restricted: restrictedKinds.find((kind) => kind === restricted) ?? null,
      note: note.trim(),
    }),
  })
  const { id, value, onChange } = move.field('restricted')
  return (
    <MoveDialog action="restrict" move={move} onClose={props.onClose}>
      <Select
        id={id}
        label={t('case.form.restrict.kind')}
        description={t('case.register.restricted.hint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('case.register.restricted.none')}</option>
        {restrictedKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`restricted.${kind}`)}
          </option>
        ))}
      </Select>
      <NoteField label={t('case.form.restrict.note')} {...move.field('note')} />
    </MoveDialog>
  )
}
