import type { AffectedLine, SurgePage } from '@openslrt/core/contract/surge-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** Nothing more happens on a list. */
export function CloseForm({ surge, onClose }: { surge: SurgePage; onClose: () => void }) {
  const t = useText()
  const target = { district: surge.district, subject: surge.id, base: null }
  const options = { kind: 'surge.close', key: `${surge.id}:close`, target, onDone: onClose } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('surge.close.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('surge.close')}
      hint={t('surge.close.hint')}
      sendText={t('surge.close')}
      act={act}
      form={form}
      harmful
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={t('surge.close.note')} />
    </ActDialog>
  )
}

interface DropFormProps {
  readonly surge: SurgePage
  readonly row: AffectedLine
  readonly onClose: () => void
}

/** Somebody does not belong on the list, for a reason. */
export function DropForm({ surge, row, onClose }: DropFormProps) {
  const t = useText()
  const target = { district: surge.district, subject: surge.id, base: null }
  const options = { kind: 'surge.drop', key: `${row.id}:drop`, target, onDone: onClose } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('surge.drop.missing') } : {}),
    data: ({ note }) => ({ row: row.id, note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('surge.act.drop')}
      hint={t('surge.drop.hint')}
      sendText={t('surge.act.drop')}
      act={act}
      form={form}
      harmful
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={t('surge.drop.note')} />
    </ActDialog>
  )
}
