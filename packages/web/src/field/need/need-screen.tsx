import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { NoteField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { useProgrammes } from '../match/use-programmes.ts'
import { usePhone } from '../phone-context.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { useKeepAll } from '../use-keep-all.ts'
import { commandsOfNeed, type NeedValues } from './need-values.ts'
import { backOf, type Who, whoAt } from './who.ts'
import { WhoField } from './who-field.tsx'

/** FIELD-23 What somebody needs, as they say it at the door; with the programme that was found for it. */
export function NeedScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view } = usePhone()
  const found = whoAt(view, id, t('work.who.family'))
  const place = (found?.household.family ?? found?.household.members[0])?.place
  if (!found || !place)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  return <NeedForm key={id} id={id} who={found.who} place={place} />
}

interface NeedFormProps {
  readonly id: string
  readonly who: readonly Who[]
  readonly place: string
}

function NeedForm({ id, who, place }: NeedFormProps) {
  const t = useText()
  const { view } = usePhone()
  const [, go] = useLocation()
  const programme = new URLSearchParams(useSearch()).get('program') ?? ''
  const name = useProgrammes()?.carried.programmes.find((one) => one.id === programme)?.name ?? ''
  const kinds = useChoices('need')
  const [first] = useState<NeedValues>(() => ({ id: newId(), who: id, kind: '', text: '', programme }))
  const form = useForm(`need:${id}:${programme}`, first, ({ kind }) =>
    kind === '' ? { kind: t('need.form.missing') } : {},
  )
  const { save, busy, problem } = useKeepAll(
    form,
    () => commandsOfNeed(view, place, form.values),
    () => go(`/keluarga/${backOf(view, id)}`),
  )
  return (
    <FieldForm
      title={t('need.record')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={kinds.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      {name !== '' && <p>{t('work.need.for', { name })}</p>}
      <WhoField {...form.field('who')} who={who} />
      <ChoiceField {...form.field('kind')} label={t('need.form.kind')} options={kinds} />
      <NoteField {...form.field('text')} label={t('need.form.text')} description={t('work.need.why')} />
    </FieldForm>
  )
}
