import { Select } from '@navikt/ds-react/Select'
import type { MinutesPage } from '@openslrt/core/contract/proposal-queries.ts'
import { countNames } from '@openslrt/core/proposal/proposal.ts'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { attendingOf, countsOf, type MinuteValues, minuteValues, talkedOf, type Verdict } from './minute-values.ts'

export interface MinutesFormProps {
  readonly minutes: MinutesPage
  readonly onClose: () => void
}

export const targetOf = ({ district, id, version }: MinutesPage) => ({ district, subject: id, base: version })

/** What was counted and said, and who came: written bit by bit. */
export function MinuteForm({ minutes, onClose }: MinutesFormProps) {
  const t = useText()
  const options = {
    kind: 'proposal.minute',
    key: `${minutes.id}:minute`,
    target: targetOf(minutes),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: minuteValues(minutes),
    check: ({ venue }: MinuteValues) => (venue.trim().length < 3 ? { venue: t('proposal.meet.venue.missing') } : {}),
    data: (values: MinuteValues) => ({
      venue: values.venue.trim(),
      leader: values.leader.trim(),
      attendance: [...attendingOf(values.attendance)],
      counts: countsOf(values.counts),
      decisions: values.decisions.trim(),
      verdicts: talkedOf(minutes, values.verdicts).flatMap(({ proposal, said, note }) =>
        said === '' ? [] : [{ proposal, agreed: said === 'agreed', note: note.trim() }],
      ),
    }),
  })
  return (
    <ActDialog
      title={t('minutes-act.minute')}
      hint={t('proposal.minute.hint')}
      sendText={t('proposal.form.save')}
      act={act}
      form={form}
      wide
      onSend={send}
      onClose={onClose}
    >
      <LineField {...field('venue')} label={t('proposal.meet.venue')} maxLength={200} />
      <LineField {...field('leader')} label={t('proposal.minutes.leader')} maxLength={200} />
      <VerdictFields minutes={minutes} {...field('verdicts')} />
      <CountFields {...field('counts')} />
      <NoteField
        {...field('attendance')}
        label={t('proposal.minutes.attendance')}
        description={t('proposal.minutes.attendance.hint')}
        rows={4}
      />
      <NoteField {...field('decisions')} label={t('act.optional', { label: t('proposal.minutes.decisions') })} />
    </ActDialog>
  )
}

interface CountFieldsProps {
  readonly id: string
  readonly value: MinuteValues['counts']
  readonly onChange: (counts: MinuteValues['counts']) => void
}

function CountFields({ id, value, onChange }: CountFieldsProps) {
  const t = useText()
  return (
    <fieldset className="proposal__days">
      <legend>{t('proposal.minutes.counts')}</legend>
      {countNames.map((name) => (
        <LineField
          key={name}
          id={`${id}-${name}`}
          size="small"
          label={t(`minutes-count.${name}`)}
          inputMode="numeric"
          maxLength={6}
          value={value[name]}
          onChange={(typed) => onChange({ ...value, [name]: typed })}
          error={undefined}
        />
      ))}
    </fieldset>
  )
}

interface VerdictFieldsProps {
  readonly minutes: MinutesPage
  readonly id: string
  readonly value: MinuteValues['verdicts']
  readonly onChange: (verdicts: MinuteValues['verdicts']) => void
}

/** What the meeting said of each draft of the village; what it did not talk about waits for the next. */
function VerdictFields({ minutes, id, value, onChange }: VerdictFieldsProps) {
  const t = useText()
  const nameOf = new Map(
    [...minutes.verdicts.map(({ proposal }) => proposal), ...minutes.waiting].map((line) => [
      String(line.id),
      `${line.name} (${t(`proposal-kind.${line.kind}`)})`,
    ]),
  )
  const talked = talkedOf(minutes, value)
  const put = (proposal: string, one: Verdict): void => onChange({ ...value, [proposal]: one })
  if (talked.length === 0) return <p className="proposal__aside">{t('proposal.minutes.nothing')}</p>
  return (
    <fieldset className="proposal__form">
      <legend>{t('proposal.minutes.verdicts')}</legend>
      {talked.map(({ proposal, said, note }, nth) => (
        <div key={proposal} className="proposal__value">
          <Select
            id={`${id}-${nth}`}
            size="small"
            label={nameOf.get(proposal) ?? ''}
            value={said}
            onChange={(event) => put(proposal, { said: event.target.value, note })}
          >
            <option value="">{t('proposal.minutes.not-yet')}</option>
            <option value="agreed">{t('proposal.minutes.agreed')}</option>
            <option value="refused">{t('proposal.minutes.refused')}</option>
          </Select>
          {said === 'refused' && (
            <LineField
              id={`${id}-${nth}-note`}
              size="small"
              label={t('proposal.minutes.why')}
              maxLength={200}
              value={note}
              onChange={(typed) => put(proposal, { said, note: typed })}
              error={undefined}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

export function CallOffForm({ minutes, onClose }: MinutesFormProps) {
  const t = useText()
  const options = {
    kind: 'proposal.call-off',
    key: `${minutes.id}:off`,
    target: targetOf(minutes),
    onDone: onClose,
  } as const
  const { act, form, field, send } = useActForm(options, {
    initial: { note: '' },
    check: ({ note }) => (note.trim() === '' ? { note: t('proposal.note.missing') } : {}),
    data: ({ note }) => ({ note: note.trim() }),
  })
  return (
    <ActDialog
      title={t('minutes-act.call-off')}
      sendText={t('minutes-act.call-off')}
      act={act}
      form={form}
      harmful
      onSend={send}
      onClose={onClose}
    >
      <NoteField {...field('note')} label={t('proposal.note')} />
    </ActDialog>
  )
}
