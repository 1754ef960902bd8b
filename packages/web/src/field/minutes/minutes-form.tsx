import './minutes.css'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { meetingKinds } from '@openslrt/core/proposal/proposal.ts'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { usePhone } from '../phone-context.ts'
import { attachmentsOf, takenIn } from '../photos/form-files.ts'
import { laidProposals } from '../propose/laid.ts'
import { FieldForm } from '../screens/form.tsx'
import { useKeepAll } from '../use-keep-all.ts'
import { forgetForAgain, keepForAgain, type Refused } from './again.ts'
import { CountFields } from './count-fields.tsx'
import { commandsOfMinutes, faultsOf, type MinutesValues, talkedOf } from './minutes-values.ts'
import { PresentField } from './present-field.tsx'
import { SheetPart } from './sheet-part.tsx'
import { VerdictFields } from './verdict-fields.tsx'

interface MinutesFormProps {
  readonly formKey: string
  readonly first: MinutesValues
  /** What was refused of the same minutes, and goes once they are kept anew. */
  readonly refused: readonly Refused[]
}

/** FIELD-30 A village meeting as it is written down there: as a paper has it, from the head to the signed sheet. */
export function MinutesForm(props: MinutesFormProps) {
  const t = useText()
  const { formKey } = props
  const { form, talked, village, save, busy, problem } = useMinutes(props)
  const { field, values } = form
  return (
    <FieldForm
      title={t('work.minutes.title')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      <p>{t('work.minutes.of', { village })}</p>
      <RadioField
        {...field('kind')}
        label={t('proposal.meet.kind')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`minutes-kind.${kind}`) }))}
      />
      <DayField {...field('day')} label={t('proposal.meet.day')} description={t('work.minutes.day.why')} />
      <LineField
        {...field('venue')}
        label={t('proposal.meet.venue')}
        description={t('work.minutes.venue.why')}
        maxLength={200}
      />
      <LineField
        {...field('leader')}
        label={t('proposal.minutes.leader')}
        description={t('work.minutes.leader.why')}
        maxLength={200}
      />
      <PresentField form={form} />
      <VerdictFields form={form} talked={talked} />
      <NoteField
        {...field('decisions')}
        label={t('act.optional', { label: t('proposal.minutes.decisions') })}
        description={t('work.minutes.decisions.why')}
      />
      <CountFields value={values.counts} onChange={(counts) => form.change({ counts })} />
      <SheetPart form={formKey} />
    </FieldForm>
  )
}

function useMinutes({ formKey, first, refused }: MinutesFormProps) {
  const t = useText()
  const [, go] = useLocation()
  const { view, pending, files, phone, state } = usePhone()
  const today = dayIn(useZone(), useWhen().now)
  const talked = useMemo(() => talkedOf(laidProposals(view, pending), first.place), [view, pending, first.place])
  const form = useForm<MinutesValues>(formKey, first, (values) =>
    Object.fromEntries(Object.entries(faultsOf(values, talked, today)).map(([name, fault]) => [name, t(fault)])),
  )
  const taken = takenIn(files, formKey)
  const make = () =>
    commandsOfMinutes(
      form.values,
      talked,
      attachmentsOf(taken, () => t('proposal.minutes.title')),
    )
  const done = (): void => {
    // Kept anew: what was refused of them has been seen.
    for (const { command } of refused) {
      void phone.seen(command.id)
      // Under the same number they are kept once more below: the two must not overtake each other.
      if (command.subject !== form.values.id) void forgetForAgain(command.subject)
    }
    void keepForAgain(form.values)
    go(`/desa/${first.place}`)
  }
  const village = state.villages.find(({ code }) => code === first.place)?.name ?? first.place
  return { form, talked, village, ...useKeepAll(form, make, done) }
}
