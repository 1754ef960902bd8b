import { Fieldset } from '@navikt/ds-react/Fieldset'
import { TextField } from '@navikt/ds-react/TextField'
import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { DayField } from './day-field.tsx'
import { hoursOn, timesOf, weekdays, weekOf, weekText, withTime } from './hours-form.ts'
import { useDay } from './use-day.ts'
import { useRuledPlace } from './use-ruled-place.ts'

interface HoursDialogProps {
  readonly hours: readonly HoursLine[]
  readonly today: string
  readonly onClose: (done: string | null) => void
}

/** Sets the opening hours of a place's offices from a day on. */
export function HoursDialog({ hours, today, onClose }: HoursDialogProps) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const act = useAct()
  const { district } = useRuledPlace()
  const [subject] = useState(newId)
  const now = weekText(hoursOn(hours, today)?.week ?? [])
  const form = useForm('calendar hours', { week: now, from: today, basis: '' }, ({ week, from }) => ({
    ...(weekOf(week) === null && { week: t('calendar.hours.wrong') }),
    ...(from < today && { from: t('lists.form.from.missing') }),
  }))
  const { week, from, basis } = form.values
  const save = async (): Promise<void> => {
    const read = weekOf(week)
    if (!form.passes() || !read) return
    const acted = await act.send('hours.set', { district, subject, base: null, data: { week: read, from, basis } })
    if (acted.state === 'refused') return
    form.clear()
    onClose(t('calendar.hours.done', { day: sayDay(from) }))
  }
  const times = timesOf(week)
  const timeField = (day: number, end: 0 | 1) => (
    <TextField
      key={`${day} ${end}`}
      type="time"
      size="small"
      label={t(end === 0 ? 'calendar.hours.opens' : 'calendar.hours.closes', {
        day: calendarNames[lang].weekdays[day] ?? '',
      })}
      value={times[day]?.[end] ?? ''}
      onChange={(event) => form.change({ week: withTime(week, day, end, event.target.value) })}
    />
  )
  return (
    <ActDialog
      title={t('calendar.hours.change')}
      sendText={t('lists.form.send')}
      act={act}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <Fieldset
        id={form.field('week').id}
        legend={t('calendar.hours')}
        description={t('calendar.hours.hint')}
        error={form.errors.week}
      >
        <div className="lists__week">{weekdays.flatMap((day) => [timeField(day, 0), timeField(day, 1)])}</div>
      </Fieldset>
      <DayField
        {...form.field('from')}
        label={t('lists.form.from')}
        description={t('lists.form.from.hint')}
        min={today}
      />
      <LineField
        {...form.field('basis')}
        label={t('lists.form.basis')}
        description={t('lists.form.basis.hint')}
        maxLength={300}
      />
    </ActDialog>
  )
}
