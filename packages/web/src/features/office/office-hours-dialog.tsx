import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayOpen } from '@openslrt/core/i18n/say-open.ts'
import type { Week } from '@openslrt/core/lists/rows.ts'
import { versionOn, weekOn } from '@openslrt/core/office/hours.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { weekOf, weekText } from '../../platform/hours/hours-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { WeekFields } from '../../platform/hours/week-fields.tsx'
import { WeekRows } from '../../platform/hours/week-rows.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import type { Done } from './done-note.tsx'

interface OfficeHoursProps {
  readonly office: OfficeLine
  readonly onClose: (done: Done | null) => void
}

type Shown = z.output<typeof referenceRoutes.officeHours.reply>

/** The hours of one office: those that hold, and others from a day on. */
export function OfficeHoursDialog({ office, onClose }: OfficeHoursProps) {
  const { data } = useAsk(referenceRoutes.officeHours, { query: { office: office.id } })
  return data ? <HoursForm office={office} shown={data} onClose={onClose} /> : null
}

function HoursForm({ office, shown, onClose }: OfficeHoursProps & { shown: Shown }) {
  const t = useText()
  const { act, form, isStale, save } = useHoursForm(office, shown, onClose)
  const own = form.values.whose === 'own'
  return (
    <ActDialog
      title={t('office.hours.title', { name: office.name })}
      sendText={t('office.form.saved')}
      act={act}
      form={form}
      onSend={() => void save()}
      onClose={() => onClose(null)}
    >
      <HoursNow shown={shown} />
      <RadioGroup
        legend={t('office.hours.whose')}
        value={form.values.whose}
        onChange={(whose: string) => form.change({ whose })}
      >
        <Radio value="district">{t('office.hours.district')}</Radio>
        <Radio value="own">{t('office.hours.own')}</Radio>
      </RadioGroup>
      {own ? <WeekFields {...form.field('week')} /> : <WeekRows week={shown.district} />}
      <DayField {...form.field('from')} label={t('lists.form.from')} min={shown.today} />
      {isStale && <SaidMeanwhile shown={shown} day={form.values.from} />}
    </ActDialog>
  )
}

/** Whether it is open now, and what was set for a later day. */
function HoursNow({ shown }: { shown: Shown }) {
  const t = useText()
  const lang = useLanguage()
  const sayDay = useDay()
  const { own, now, today, zone, open, at } = shown
  const state = open && at !== null ? { open, until: at } : { open: false as const, next: at }
  return (
    <>
      <p className="office-hours__now">{sayOpen(lang, state, now, zone)}</p>
      {own
        .filter(({ from }) => from > today)
        .map(({ from, week }) => (
          <p key={from} className="office-form__level">
            {t(week ? 'office.hours.later' : 'office.hours.later.district', { day: sayDay(from) })}
          </p>
        ))}
    </>
  )
}

const spread = (week: Week | null): Shown['district'] | null =>
  week && week.map((hours) => hours && [hours[0], hours[1]])

/** The hours that somebody else has set for the day meanwhile. */
function SaidMeanwhile({ shown, day }: { shown: Shown; day: string }) {
  const t = useText()
  const sayDay = useDay()
  return (
    <section className="office-form__level">
      <p>{t('office.hours.meanwhile', { day: sayDay(day) })}</p>
      <WeekRows week={spread(weekOn(shown.own, day)) ?? shown.district} />
    </section>
  )
}

function useHoursForm(office: OfficeLine, shown: Shown, onClose: OfficeHoursProps['onClose']) {
  const t = useText()
  const act = useAct()
  const [subject] = useState(newId)
  // What the form was filled on, until it is refused for that: then what is shown beside the refusal.
  const [first] = useState(shown.own)
  const isStale = act.problem?.code === 'stale'
  const now = weekOn(shown.own, shown.today)
  const initial = {
    whose: now ? 'own' : 'district',
    week: weekText(spread(now) ?? shown.district),
    from: shown.today,
  }
  const form = useForm(`office hours ${office.id}`, initial, ({ whose, week, from }) => ({
    ...(whose === 'own' && weekOf(week) === null && { week: t('calendar.hours.wrong') }),
    ...(from < shown.today && { from: t('lists.form.from.missing') }),
  }))
  const save = async (): Promise<void> => {
    const { whose, from } = form.values
    if (!form.passes()) return
    const week = whose === 'own' ? weekOf(form.values.week) : null
    const data = { office: office.id, from, week }
    const base = versionOn(isStale ? shown.own : first, from)
    const acted = await act.send('office.hours', { district: office.district, subject, base, data })
    if (acted.state === 'refused') return
    form.clear()
    const waiting = acted.state === 'waiting'
    onClose({ text: waiting ? t('outbox.kept') : t('office.hours.done', { name: office.name }), waiting })
  }
  return { act, form, isStale, save }
}
