import type { ApplicationLine } from '@openslrt/core/contract/need-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'

/** Whom an application is for; whoever looks says why. */
export function RevealDialog({ line, onClose }: { readonly line: ApplicationLine; readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const [name, setName] = useState<string | null>(null)
  const form = useForm(`application ${line.id} reveal`, { reason: '' }, ({ reason }) => ({
    ...(reason.trim().length < 5 && { reason: t('need.form.missing') }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    const { district, id } = line
    const said = await ask(needRoutes.reveal, { body: { district, id, reason: form.values.reason.trim() } })
    act.setBusy(false)
    act.tell(said.ok ? null : said.error)
    if (!said.ok) return
    form.clear()
    setName(said.value.name)
  }
  return (
    <ActDialog
      title={t('application.reveal')}
      hint={name === null ? t('application.reveal.hint') : undefined}
      sendText={t('application.reveal')}
      act={act}
      locked={name !== null}
      onSend={() => void send()}
      onClose={onClose}
    >
      {name === null ? (
        <LineField label={t('application.reveal.reason')} maxLength={200} {...form.field('reason')} />
      ) : (
        <FieldRows>
          <FieldRow label={t('application.name')}>{name}</FieldRow>
        </FieldRows>
      )}
    </ActDialog>
  )
}
