import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { BasisField } from './basis-field.tsx'
import { useRuledPlace } from './use-ruled-place.ts'

interface CloseDayProps {
  readonly today: string
  readonly onClose: (done: string | null) => void
}

/** Adds a day on which the offices of a place are closed. */
export function CloseDay({ today, onClose }: CloseDayProps) {
  const t = useText()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  const form = useForm('calendar close', { day: '', name: '', basis: '' }, ({ day, name }) => ({
    ...(day < today && { day: t('calendar.day.missing') }),
    ...(name.trim().length < 3 && { name: t('calendar.name.missing') }),
  }))
  const save = async (): Promise<void> => {
    if (!form.passes()) return
    const acted = await act.send('calendar.close', { district, subject, base: null, data: form.values })
    if (acted.state === 'refused') return
    const done = t('calendar.done.closed', { day: sayDay(form.values.day) })
    form.clear()
    onClose(done)
  }
  return (
    <ActDialog
      title={t('calendar.close')}
      sendText={t('lists.form.send')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <DayField {...form.field('day')} label={t('calendar.day')} min={today} />
      <LineField {...form.field('name')} label={t('calendar.name')} maxLength={200} />
      <BasisField {...form.field('basis')} />
    </ActDialog>
  )
}
