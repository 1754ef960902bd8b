import type { PersonCard } from '@openslrt/core/contract/registry-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'

/** DOUBLE-12 Asks the district that knows the NIK whether it is the same person. Nothing of the person there is shown. */
export function AskLinkForm({ person, onClose }: { readonly person: PersonCard; readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  // One id for as long as the form is open: pressed twice, it is asked once.
  const [subject] = useState(newId)
  const form = useForm(`person link ${person.id}`, { note: '' }, ({ note }) =>
    note.trim().length < 3 ? { note: t('link.ask.note.missing') } : {},
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const data = { person: person.id, note: form.values.note.trim() }
    const acted = await act.send('registry.ask-link', { district: person.district, subject, base: 0, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t('link.ask')}
      hint={t('link.ask.hint')}
      sendText={t('link.ask.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <LineField
        label={t('link.ask.note')}
        description={t('link.ask.note.missing')}
        maxLength={200}
        {...form.field('note')}
      />
    </ActDialog>
  )
}
