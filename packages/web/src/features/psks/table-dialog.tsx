import { psksRoutes, tableForms } from '@openslrt/core/contract/psks-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { bytesOf } from '../../platform/files/base64-of.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'

const initial = { form: 'xlsx', reason: '' }

/** All PSKS of the office's places as a file; who takes it says why. */
export function TableDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm('psks table', initial, ({ reason }) => ({
    ...(reason.trim().length < 5 && { reason: t('psks.reason.short') }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const kind = tableForms.find((one) => one === form.values.form) ?? 'xlsx'
    act.setBusy(true)
    const said = await ask(psksRoutes.table, { body: { form: kind, reason: form.values.reason.trim() } })
    act.setBusy(false)
    act.tell(said.ok ? null : said.error)
    if (!said.ok) return
    saveFile(said.value.name, new Blob([bytesOf(said.value.content)], { type: said.value.type }))
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t('psks.table')}
      hint={t('psks.table.hint')}
      sendText={t('psks.table')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        label={t('psks.table.form')}
        options={tableForms.map((value) => ({ value, label: t(`psks.table.${value}`) }))}
        {...form.field('form')}
      />
      <LineField label={t('psks.reason')} maxLength={200} {...form.field('reason')} />
    </ActDialog>
  )
}
