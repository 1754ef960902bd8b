import { type BlankMove, blankRule } from '@openslrt/core/blank/moves.ts'
import type { BlankLine } from '@openslrt/core/contract/blank.ts'
import { ActDialog } from '../../../platform/act/act-dialog.tsx'
import { NoteField } from '../../../platform/act/fields.tsx'
import { useActForm } from '../../../platform/act/use-act-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'

interface FormDialogProps {
  readonly line: BlankLine
  readonly move: Exclude<BlankMove, 'type'>
  readonly onClose: () => void
}

/** Voids a form, says that it is lost, or that it was found. */
export function FormDialog({ line, move, onClose }: FormDialogProps) {
  const t = useText()
  const needed = blankRule(move).note === 'required'
  const target = { district: line.district, subject: line.id, base: line.version }
  const form = useActForm(
    { kind: `blank.${move}` as const, key: `${line.id}:${move}`, target, onDone: onClose },
    {
      initial: { note: '' },
      check: ({ note }) => (needed && note.trim() === '' ? { note: t('blank.note.missing') } : {}),
      data: ({ note }) => ({ note: note.trim() }),
    },
  )
  const label = t('blank.note')
  return (
    <ActDialog
      title={t(`blank.${move}.of`, { number: line.number })}
      hint={t(`blank.${move}.hint`)}
      sendText={t(`blank.${move}`)}
      act={form.act}
      onSend={form.send}
      onClose={onClose}
    >
      <NoteField label={needed ? label : t('act.optional', { label })} rows={2} {...form.field('note')} />
    </ActDialog>
  )
}
