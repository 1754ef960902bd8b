import { Select } from '@navikt/ds-react/Select'
import { meetingTaskId, officeId, staffId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import type { ActFormProps } from './meeting-acts.tsx'

/** Most tasks are given a week. */
const usualDays = '5'

/** A decision: what is done, by which office or person, until which working day. */
export function DecideForm({ meeting, onClose }: ActFormProps) {
  const t = useText()
  const day = useDay()
  const [task] = useState(newId)
  const options = {
    kind: 'meeting.decide',
    key: `${meeting.id}:decide`,
    // Several write at once, each something of their own.
    target: { district: meeting.district, subject: meeting.id, base: null },
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { text: '', point: meeting.points[0]?.id ?? '', office: '', person: '', days: usualDays },
    check: ({ text, office }) => ({
      ...(text.trim().length < 3 ? { text: t('task.form.text.missing') } : {}),
      ...(office === '' ? { office: t('task.form.office.missing') } : {}),
    }),
    data: ({ text, point, office, person, days }) => ({
      task: meetingTaskId.parse(task),
      point: point === '' ? null : point,
      office: officeId.parse(office),
      person: person === '' ? null : staffId.parse(person),
      text: text.trim(),
      days: Number(days),
    }),
  })
  const office = field('office')
  const people = meeting.people.filter((one) => one.office === office.value)
  return (
    <ActDialog
      title={t('meeting.act.decide')}
      sendText={t('meeting.act.decide')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('text')} label={t('task.form.text')} description={t('task.form.text.hint')} />
      <Choice
        {...field('point')}
        label={t('task.form.point')}
        options={[
          ...meeting.points.map((point) => [point.id, pointName(point, t)] as const),
          ['', t('task.form.point.none')],
        ]}
      />
      <Choice
        {...office}
        onChange={(chosen) => form.change({ office: chosen, person: '' })}
        label={t('task.form.office')}
        options={[['', ''], ...meeting.offices.map(({ id, name }) => [id, name] as const)]}
      />
      <Choice
        {...field('person')}
        label={t('task.form.person')}
        options={[['', t('task.form.person.none')], ...people.map(({ staff, name }) => [staff, name] as const)]}
      />
      <Choice
        {...field('days')}
        label={t('task.form.due')}
        options={meeting.dueDays.map(
          (due) => [String(due.days), t('task.form.due.day', { count: due.days, day: day(due.day) })] as const,
        )}
      />
    </ActDialog>
  )
}

const pointName = (
  { case: of, title }: ActFormProps['meeting']['points'][number],
  t: ReturnType<typeof useText>,
): string => [of && t('meeting.case', { number: of.number }), title].filter(Boolean).join(': ')

interface ChoiceProps extends Field<string> {
  readonly label: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of several, in a list that opens. */
export function Choice({ id, label, value, error, onChange, options }: ChoiceProps) {
  return (
    <Select id={id} label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
