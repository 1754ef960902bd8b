import { familyStatuses, marks, personStatuses } from '@openslrt/core/registry/registry.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Held } from './holder.ts'
import { originOf } from './origin-fields.tsx'

interface MarkFormProps {
  readonly held: Held
  readonly status: string
  readonly onClose: () => void
}

/** REGISTRY-16 Where somebody stands from a day on: marked, never deleted. */
export function MarkForm({ held, status, onClose }: MarkFormProps) {
  const t = useText()
  const act = useAct()
  const form = useForm(`family mark ${held.id}`, { status: '', on: held.today, source: '' }, (values) => ({
    ...((values.status === '' || values.status === status) && { status: t('person.mark.same') }),
    ...((values.on === '' || values.on > held.today) && { on: t('person.mark.day.missing') }),
    ...(values.source.trim().length < 3 && { source: t('family.source.missing') }),
  }))
  const send = async (): Promise<void> => {
    const marked = marks.find((one) => one === form.values.status)
    if (!form.passes() || !marked) return
    const { on, source } = form.values
    const data = { of: held.of, status: marked, on, ...originOf({ way: 'desk', source }) }
    const acted = await act.send('registry.mark', {
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
      title={t(held.of === 'person' ? 'person.mark' : 'family.mark')}
      hint={t('person.mark.hint')}
      sendText={t('family.edit.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField label={t('person.mark.status')} options={optionsFor(held.of, t)} {...form.field('status')} />
      <DayField label={t('person.mark.day')} {...form.field('on')} />
      <LineField label={t('family.source')} description={t('family.source.missing')} {...form.field('source')} />
    </ActDialog>
  )
}

const optionsFor = (of: Held['of'], t: ReturnType<typeof useText>) =>
  of === 'person'
    ? personStatuses
        .filter((one) => marks.some((mark) => mark === one))
        .map((value) => ({ value, label: t(`person-status.${value}`) }))
    : familyStatuses
        .filter((one) => marks.some((mark) => mark === one))
        .map((value) => ({ value, label: t(`family-status.${value}`) }))
