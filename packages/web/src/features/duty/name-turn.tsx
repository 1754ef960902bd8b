import { Select } from '@navikt/ds-react/Select'
import type { Roster } from '@openslrt/core/contract/duty-queries.ts'
import { dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { turnFaults } from './turn-form.ts'
import { useDays } from './use-days.ts'

interface NameTurnProps {
  readonly roster: Roster
  /** The days that are to be filled; null for any. */
  readonly days: Span | null
  readonly onClose: (done: string | null) => void
}

/** Names somebody who answers for the red cards of some days. */
export function NameTurn(props: NameTurnProps) {
  const { roster, onClose } = props
  const t = useText()
  const { act, form, field, send, today } = useTurnForm(props)
  const { value, onChange, ...who } = field('staff')
  return (
    <ActDialog
      title={t('duty.add')}
      sendText={t('duty.save')}
      act={act}
      form={form}
      onSend={send}
      onClose={() => onClose(null)}
    >
      <Select
        {...who}
        label={t('duty.who')}
        description={t('duty.who.hint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('duty.who.choose')}</option>
        {roster.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <DayField {...field('from')} label={t('duty.from')} min={today} />
      <DayField {...field('until')} label={t('duty.until')} min={today} />
    </ActDialog>
  )
}

function useTurnForm({ roster, days, onClose }: NameTurnProps) {
  const t = useText()
  const zone = useZone()
  const sayDays = useDays()
  // One id for as long as the form is open: pressed twice, it still is one turn.
  const [subject] = useState(newId)
  const { office, district, people, now } = roster
  const today = dayIn(zone, now)
  const initial = {
    staff: '',
    from: days ? dayIn(zone, days.from) : '',
    until: days ? dayIn(zone, days.until - 1) : '',
  }
  const made = useActForm(
    {
      kind: 'duty.name',
      key: `duty ${office} ${initial.from}`,
      target: { district, subject, base: null },
      onDone: () => onClose(doneText()),
    },
    {
      initial,
      check: (values) => {
        const faults = Object.entries(turnFaults(values, today)).map(([name, key]) => [name, t(key)])
        return Object.fromEntries(faults)
      },
      data: (values) => ({ office, ...values }),
    },
  )
  // As it was sent: the form itself is empty by now.
  function doneText(): string {
    const { staff, from, until } = made.form.values
    const span = { from: startOfDay(zone, from), until: startOfDay(zone, until) + dayMs }
    const name = people.find(({ id }) => id === staff)?.name ?? ''
    return t('duty.done.named', { name, days: sayDays(span) })
  }
  return { ...made, today }
}
