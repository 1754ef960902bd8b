import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { hoursOn, weekOf, weekText } from '../../platform/hours/hours-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { WeekFields } from '../../platform/hours/week-fields.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { BasisField } from './basis-field.tsx'
import { useRuledPlace } from './use-ruled-place.ts'

interface HoursDialogProps {
  readonly hours: readonly HoursLine[]
  readonly today: string
  readonly onClose: (done: string | null) => void
}

/** Sets the opening hours of a place's offices from a day on. */
export function HoursDialog({ hours, today, onClose }: HoursDialogProps) {
  const t = useText()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  // What the form was filled on, until it is refused for that: then the table as it is now.
  const [first] = useState(hours)
  const now = weekText(hoursOn(hours, today)?.week ?? [])
  const form = useForm('calendar hours', { week: now, from: today, basis: '' }, ({ week, from }) => ({
    ...(weekOf(week) === null && { week: t('calendar.hours.wrong') }),
    ...(from < today && { from: t('lists.form.from.missing') }),
  }))
  const { week, from, basis } = form.values
  const save = async (): Promise<void> => {
    const read = weekOf(week)
    if (!form.passes() || !read) return
    const base = ownVersion(act.problem?.code === 'stale' ? hours : first, district, from)
    const acted = await act.send('hours.set', { district, subject, base, data: { week: read, from, basis } })
    if (acted.state === 'refused') return
    form.clear()
    onClose(t('calendar.hours.done', { day: sayDay(from) }))
  }
  return (
    <ActDialog
      title={t('calendar.hours.change')}
      sendText={t('lists.form.send')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <WeekFields {...form.field('week')} />
      <DayField
        {...form.field('from')}
        label={t('lists.form.from')}
        description={t('lists.form.from.hint')}
        min={today}
      />
      <BasisField {...form.field('basis')} />
    </ActDialog>
  )
}

/** The version of what a place itself has set for one very day; 0 where it has set nothing. */
const ownVersion = (hours: readonly HoursLine[], place: string, day: string): number =>
  Math.max(0, ...hours.filter((line) => line.place === place && line.from === day).map(({ version }) => version))
