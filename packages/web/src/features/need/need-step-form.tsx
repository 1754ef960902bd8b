import type { NeedLine } from '@openslrt/core/contract/need-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { ListField } from '../../platform/reference/list-field.tsx'

interface StepProps {
  readonly step: 'meet' | 'fail' | 'reopen'
  readonly need: NeedLine
  readonly onClose: () => void
}

/** A need is met, is told not to be, or is opened again. */
export function NeedStepForm({ step, need, onClose }: StepProps) {
  const t = useText()
  const { act, form, send } = useStep(step, need, onClose)
  return (
    <ActDialog
      title={t(`need-act.${step}`)}
      sendText={t(`need-act.${step}`)}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      {step === 'fail' && (
        <ListField district={need.district} list="need-unmet" label={t('need.form.reason')} {...form.field('reason')} />
      )}
      <NoteField label={t(`need.form.note.${step}`)} {...form.field('note')} />
    </ActDialog>
  )
}

function useStep(step: StepProps['step'], { id, district, version }: NeedLine, onClose: () => void) {
  const t = useText()
  const act = useAct()
  const missing = t('need.form.missing')
  const form = useForm(`need ${id} ${version} ${step}`, { reason: '', note: '' }, ({ reason, note }) => ({
    ...(step === 'fail' && reason === '' && { reason: missing }),
    ...(step !== 'fail' && note.trim() === '' && { note: missing }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const target = { district, subject: id, base: version }
    const note = form.values.note.trim()
    const acted =
      step === 'fail'
        ? await act.send('need.fail', { ...target, data: { reason: form.values.reason, note } })
        : await act.send(`need.${step}`, { ...target, data: { note } })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
  }
  return { act, form, send }
}
