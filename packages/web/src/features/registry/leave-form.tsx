import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Held } from './holder.ts'
import { originOf } from './origin-fields.tsx'

/** REGISTRY-15 Takes somebody out of their family, before they come to another. */
export function LeaveForm({ held, onClose }: { readonly held: Held; readonly onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm(`family leave ${held.id}`, { source: '' }, ({ source }) =>
    source.trim().length < 3 ? { source: t('family.source.missing') } : {},
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const data = originOf({ way: 'desk', source: form.values.source })
    const acted = await act.send('registry.leave-family', {
      district: held.district,
      subject: held.id,
      base: held.version,
      data,
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      harmful
      title={t('person.leave')}
      hint={t('person.leave.hint')}
      sendText={t('person.leave')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <LineField label={t('family.source')} {...form.field('source')} />
    </ActDialog>
  )
}
