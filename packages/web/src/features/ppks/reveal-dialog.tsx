import { type PpksCard, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'

export interface Known {
  readonly name: string
  readonly nik: string | null
}

interface RevealProps {
  readonly card: PpksCard
  readonly known: Known | null
  readonly onKnown: (known: Known) => void
  readonly onClose: () => void
}

const none = { reason: '' }

/** Name and NIK whole; who looks says why. */
export function RevealDialog({ card: { district, id }, known, onKnown, onClose }: RevealProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`ppks ${id} reveal`, none, ({ reason }) => ({
    ...(reason.trim().length < 5 && { reason: t('ppks.reveal.short') }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    const said = await ask(ppksRoutes.reveal, { body: { district, id, reason: form.values.reason.trim() } })
    act.setBusy(false)
    act.tell(said.ok ? null : said.error)
    if (!said.ok) return
    form.clear()
    onKnown(said.value)
  }
  return (
    <ActDialog
      title={t('ppks.reveal')}
      hint={known ? undefined : t('ppks.reveal.hint')}
      sendText={t('ppks.reveal')}
      act={act}
      locked={known !== null}
      onSend={() => void send()}
      onClose={onClose}
    >
      {known ? (
        <FieldRows>
          <FieldRow label={t('ppks.form.name')}>{known.name}</FieldRow>
          <FieldRow label={t('ppks.form.nik')}>{known.nik ?? t('ppks.reveal.none')}</FieldRow>
        </FieldRows>
      ) : (
        <LineField label={t('ppks.reveal.reason')} maxLength={200} {...form.field('reason')} />
      )}
    </ActDialog>
  )
}
