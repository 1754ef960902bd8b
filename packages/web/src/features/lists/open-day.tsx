import type { DayLine } from '@openslrt/core/contract/list-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { BasisField } from './basis-field.tsx'
import { useRuledPlace } from './use-ruled-place.ts'

interface OpenDayProps {
  readonly line: DayLine
  readonly onClose: (done: string | null) => void
}

/** Opens the offices of a place on a day that was closed. */
export function OpenDay({ line, onClose }: OpenDayProps) {
  const t = useText()
  const day = useDay()(line.day)
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  const form = useForm(`calendar open ${line.day}`, { basis: '' }, () => ({}))
  const save = async (): Promise<void> => {
    const data = { day: line.day, basis: form.values.basis }
    if (!form.passes()) return
    const acted = await act.send('calendar.open', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    onClose(t('calendar.done.opened', { day }))
  }
  return (
    <ActDialog
      title={t('calendar.open.title', { day })}
      hint={t('calendar.open.text')}
      sendText={t('calendar.open')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <BasisField {...form.field('basis')} />
    </ActDialog>
  )
}
