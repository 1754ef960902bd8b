import { Checkbox } from '@navikt/ds-react/Checkbox'
import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { targetOf } from './end-forms.tsx'
import type { ActFormProps } from './meeting-acts.tsx'

type Seats = MeetingPage['seats']

/** Who came: the meeting begins. */
export function HoldForm({ meeting, onClose }: ActFormProps) {
  const t = useText()
  const options = {
    kind: 'meeting.hold',
    key: `${meeting.id}:hold`,
    target: targetOf(meeting),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { seats: seatsOf(meeting) },
    check: () => ({}),
    data: ({ seats }) => ({ seats: [...seats] }),
  })
  return (
    <ActDialog
      title={t('meeting.act.hold')}
      hint={t('meeting.form.hold.hint')}
      sendText={t('meeting.act.hold')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      <SeatFields meeting={meeting} {...field('seats')} />
    </ActDialog>
  )
}

/** What was said under each point, and who came. */
export function MinuteForm({ meeting, onClose }: ActFormProps) {
  const t = useText()
  // Whoever may not read of a case writes nothing under it either.
  const points = meeting.points.filter(({ minutes }) => minutes !== null)
  const options = {
    kind: 'meeting.minute',
    key: `${meeting.id}:minute`,
    target: targetOf(meeting),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: {
      seats: seatsOf(meeting),
      minutes: Object.fromEntries(points.map(({ id, minutes }) => [id, minutes ?? ''])),
    },
    check: () => ({}),
    data: ({ seats, minutes }) => ({
      seats: [...seats],
      minutes: points.map(({ id }) => ({ point: id, text: (minutes[id] ?? '').trim() })),
    }),
  })
  const written = field('minutes')
  return (
    <ActDialog
      title={t('meeting.act.minute')}
      hint={t('meeting.form.minute.hint')}
      sendText={t('meeting.form.save')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      {points.map(({ id, case: of, title }, nth) => (
        <NoteField
          key={id}
          id={`${written.id}-${nth}`}
          label={[of && t('meeting.case', { number: of.number }), title].filter(Boolean).join(': ')}
          value={written.value[id] ?? ''}
          onChange={(text) => written.onChange({ ...written.value, [id]: text })}
          error={undefined}
        />
      ))}
      <SeatFields meeting={meeting} {...field('seats')} />
    </ActDialog>
  )
}

/** What is known of who came; at first that everybody did. */
const seatsOf = ({ seats, offices }: MeetingPage): Seats =>
  offices.map(({ id }) => seats.find(({ office }) => office === id) ?? { office: id, present: true, names: '' })

interface SeatFieldsProps {
  readonly meeting: MeetingPage
  readonly id: string
  readonly value: Seats
  readonly onChange: (seats: Seats) => void
}

function SeatFields({ meeting, id, value, onChange }: SeatFieldsProps) {
  const t = useText()
  const put = (nth: number, own: Partial<Seats[number]>): void =>
    onChange(value.map((seat, at) => (at === nth ? { ...seat, ...own } : seat)))
  return (
    <fieldset className="seats">
      <legend>{t('meeting.seats')}</legend>
      {value.map(({ office, present, names }, nth) => (
        <div key={office} className="seats__one">
          <Checkbox checked={present} onChange={(event) => put(nth, { present: event.target.checked })}>
            {meeting.offices.find((one) => one.id === office)?.name}
          </Checkbox>
          {present && (
            <LineField
              id={`${id}-${nth}`}
              size="small"
              label={t('act.optional', { label: t('meeting.form.names') })}
              maxLength={500}
              value={names}
              onChange={(typed) => put(nth, { names: typed })}
              error={undefined}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}
