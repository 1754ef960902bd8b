import type { ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

/** Ends a programme from a day on, with the reason. */
export function EndForm({ card, onClose }: { readonly card: ProgrammeCard; readonly onClose: () => void }) {
  const t = useText()
  const { district, id, version, today } = card
  const step = useActForm<'programme.end', { from: string; note: string }>(
    {
      kind: 'programme.end',
      key: `programme-end ${id} ${version}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { from: today, note: '' },
      check: ({ from, note }) => ({
        ...(from === '' && { from: t('programme.form.missing') }),
        ...(note.trim() === '' && { note: t('programme.form.missing') }),
      }),
      data: ({ from, note }) => ({ from, note: note.trim() }),
    },
  )
  return (
    <ActDialog
      harmful
      title={t('programme.end')}
      hint={t('programme.end.hint')}
      sendText={t('programme.end')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <DayField label={t('programme.end.from')} min={today} {...step.field('from')} />
      <NoteField label={t('programme.end.note')} {...step.field('note')} />
    </ActDialog>
  )
}
