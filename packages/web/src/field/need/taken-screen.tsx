import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { answers, participationStatuses, sayers } from '@openslrt/core/need/need.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { holderOf } from '@openslrt/core/programme/place-facts.ts'
import { offeredAt } from '@openslrt/core/programme/programme.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { useProgrammes } from '../match/use-programmes.ts'
import { usePhone } from '../phone-context.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { useKeep } from '../screens/use-keep.ts'
import { laidTaken } from './laid.ts'
import { commandOfTaken, facts, firstOf, knownOf } from './taken-values.ts'
import { backOf, type Who, whoAt } from './who.ts'
import { WhoField } from './who-field.tsx'

/** FIELD-23 What somebody receives of a programme, as it is said at the door. */
export function TakenScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view } = usePhone()
  const kept = useProgrammes()
  const found = whoAt(view, id, t('work.who.family'))
  const place = (found?.household.family ?? found?.household.members[0])?.place
  if (kept === undefined) return null
  if (!found || !place)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  if (!kept) return <EmptyState level={1} title={t('need.participation.record')} text={t('field.lists.none')} />
  const names = new Map<string, string>(kept.carried.programmes.map((one) => [one.id, one.name]))
  return <TakenForm key={id} id={id} who={found.who} place={place} names={names} programmes={kept.carried.programmes} />
}

interface TakenFormProps {
  readonly id: string
  readonly who: readonly Who[]
  readonly place: string
  readonly names: ReadonlyMap<string, string>
  readonly programmes: Parameters<typeof offeredAt>[1]
}

function TakenForm({ id, who, place, names, programmes }: TakenFormProps) {
  const t = useText()
  const { form, known, save, busy, problem } = useTaken({ id, place, names, programmes })
  const { now } = useWhen()
  const offered = offeredAt(placeCode.parse(place), programmes, dayIn(useZone(), now))
  const stops = useChoices('need-stopped')
  const { field, values } = form
  const asks = values.status !== '' && values.status !== 'never'
  // One that is over, or of another village, is still what they have.
  const name = offered.some((one) => one.id === values.programme) ? undefined : names.get(values.programme)
  const others = name === undefined ? [] : [{ id: values.programme, name }]
  return (
    <FieldForm
      title={t('work.match.told')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      <WhoField {...field('who')} who={who} />
      <ChoiceField
        {...field('programme')}
        label={t('need.form.programme')}
        options={[...offered, ...others].map((one) => ({ value: one.id, label: one.name }))}
      />
      {known && (
        <p className="field__note">{t('work.taken.known', { status: t(`participation-status.${known.status}`) })}</p>
      )}
      <RadioField
        {...field('status')}
        label={t('need.form.status')}
        options={participationStatuses.map((value) => ({ value, label: t(`participation-status.${value}`) }))}
      />
      {asks && <DayField {...field('since')} label={t('need.form.since')} />}
      {values.status === 'stopped' && (
        <>
          <RadioField {...field('reason')} label={t('need.form.stopped')} options={stops} />
          <DayField {...field('until')} label={t('need.form.until')} />
        </>
      )}
      {asks &&
        facts.map((fact) => (
          <RadioField
            key={fact}
            {...field(fact)}
            label={t(`need.form.${fact}`)}
            options={answers.map((value) => ({ value, label: t(`need-answer.${value}`) }))}
          />
        ))}
      <RadioField
        {...field('saidBy')}
        label={t('need.form.said-by')}
        options={sayers.map((value) => ({ value, label: t(`need-sayer.${value}`) }))}
      />
    </FieldForm>
  )
}

function useTaken({ id, place, names, programmes }: Omit<TakenFormProps, 'who'>) {
  const t = useText()
  const { view, pending } = usePhone()
  const { now } = useWhen()
  const today = dayIn(useZone(), now)
  const asked = new URLSearchParams(useSearch()).get('program') ?? ''
  const rows = laidTaken(view, pending, (one) => names.get(one) ?? '').map(({ row }) => row)
  const [made] = useState(newId)
  const [first] = useState(() => firstOf(knownOf(rows, id, asked), id, asked))
  const missing = t('need.form.missing')
  // What is given to somebody by themselves is theirs: said of the whole family, no rule would ever hear of it.
  const needsPerson = (programme: string): boolean =>
    programmes.some((one) => one.id === programme && holderOf(one) === 'person')
  const form = useForm(`taken:${id}:${asked}`, first, ({ who, programme, status, reason }) => ({
    ...(needsPerson(programme) && view.family.has(who) ? { who: t('work.taken.person') } : {}),
    ...(programme === '' ? { programme: missing } : {}),
    ...(status === '' ? { status: missing } : {}),
    ...(status === 'stopped' && reason === '' ? { reason: missing } : {}),
  }))
  const known = knownOf(rows, form.values.who, form.values.programme)
  const make = () => commandOfTaken(view, form.values, { id: made, known, place, today })
  return { form, known, ...useKeep(form, make, `/keluarga/${backOf(view, id)}`) }
}
