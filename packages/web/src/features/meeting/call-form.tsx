import { Button } from '@navikt/ds-react/Button'
import { type MeetingPage, meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { type CallValues, callFaults, sittingOf, usualLengths } from './call-values.ts'
import { Choice } from './decide-form.tsx'
import { InvitedFields } from './invited-fields.tsx'
import { PointFields } from './point-fields.tsx'

interface CallFormProps {
  readonly draft: string
  readonly initial: CallValues
  /** The meeting that is changed, or that this one follows. */
  readonly before: { readonly meeting: MeetingPage; readonly follows: boolean } | null
}

/** Who is invited when and where to talk about what. */
export function CallForm({ draft, initial, before }: CallFormProps) {
  const t = useText()
  const form = useForm(draft, initial, (values) => callFaults(values, t))
  const { act, send } = useCall(form, before)
  const own = useZone()
  // The hour was filled in as the clock of the meeting tells it.
  const zone = before?.meeting.zone ?? own
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void send(zone)
  }
  return (
    <form className="call" noValidate onSubmit={submit}>
      <RestoredNote {...form} />
      <Panel title={t('meeting.when')}>
        {before === null && <KindField form={form} />}
        <div className="call__row">
          <DayField {...form.field('day')} label={t('meeting.form.day')} />
          <LineField
            {...form.field('time')}
            label={t('meeting.form.time')}
            description={t('meeting.form.time.hint')}
            htmlSize={8}
            maxLength={5}
          />
          <Choice
            {...form.field('lasts')}
            label={t('meeting.form.lasts')}
            options={lengths(form.values.lasts).map((count) => [String(count), t('meeting.form.minutes', { count })])}
          />
        </div>
        <LineField {...form.field('place')} label={t('meeting.form.place')} maxLength={200} />
        <LineField
          {...form.field('link')}
          label={t('act.optional', { label: t('meeting.form.link') })}
          maxLength={500}
        />
      </Panel>
      <Panel title={t('meeting.offices')}>
        <InvitedFields {...form.field('offices')} known={before?.meeting.offices ?? []} />
      </Panel>
      <Panel title={t('meeting.agenda')}>
        <PointFields {...form.field('points')} />
      </Panel>
      <ActProblem problem={act.problem} />
      <div>
        <Button loading={act.busy}>
          {t(before === null || before.follows ? 'meeting.form.send' : 'meeting.form.save')}
        </Button>
      </div>
    </form>
  )
}

/** A length that was set elsewhere stays one of the choices. */
const lengths = (own: string): readonly number[] =>
  [...new Set([...usualLengths, Number(own)])].filter((count) => count > 0).toSorted((one, other) => one - other)

function KindField({ form }: { form: Form<CallValues> }) {
  const t = useText()
  const lang = useLanguage()
  const { data } = useAsk(meetingRoutes.choices)
  const often = (months: number): string => {
    if (months === 0) return t('meeting.form.once')
    return months === 1 ? t('meeting.form.month') : t('meeting.form.months', { count: months })
  }
  const options = (data?.kinds ?? []).map(({ code, names, months }) => ({
    value: code,
    label: names[lang],
    hint: often(months),
  }))
  return <RadioField {...form.field('kind')} label={t('meeting.form.kind')} options={options} />
}

/** Sends the invitation, and goes to the meeting that it is to. */
function useCall(form: Form<CallValues>, before: CallFormProps['before']) {
  const act = useAct()
  const [, go] = useLocation()
  const { post } = useActing()
  const [fresh] = useState(newId)
  const changed = before && !before.follows ? before.meeting : null
  const subject = changed?.id ?? fresh
  const district = before?.meeting.district ?? post?.district ?? ''
  const send = async (zone: string): Promise<void> => {
    if (!form.passes()) return
    const { kind } = form.values
    const data = sittingOf(form.values, zone)
    const follows = before?.follows ? before.meeting.id : null
    const acted = changed
      ? await act.send('meeting.change', { district, subject, base: changed.version, data })
      : await act.send('meeting.call', { district, subject, base: null, data: { ...data, kind, follows } })
    if (acted.state === 'refused') return
    form.clear()
    go(acted.state === 'waiting' ? '/rapat' : `/rapat/${district}/${subject}`)
  }
  return { act, send }
}
