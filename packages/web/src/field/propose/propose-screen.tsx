import '../ask/ask.css'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { kindLaw, proposalKinds } from '@openslrt/core/proposal/kinds.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { useProgrammes } from '../match/use-programmes.ts'
import { backOf, type Who, whoAt } from '../need/who.ts'
import { WhoField } from '../need/who-field.tsx'
import { usePhone } from '../phone-context.ts'
import { FieldForm, useChoices } from '../screens/form.tsx'
import { SpotNote } from '../spot-note.tsx'
import { useKeepAll } from '../use-keep-all.ts'
import { useSpot } from '../use-spot.ts'
import { AskedFields } from './asked-fields.tsx'
import { commandsOfProposal, faultsOf, kindOf, type ProposeValues, withKind } from './propose-values.ts'

/** FIELD-24 What the national registry is to know of somebody, written down at the door. */
export function ProposeScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view } = usePhone()
  const people = whoAt(view, id, '')?.who.filter((one) => view.person.has(one.id)) ?? []
  const kept = useProgrammes()
  if (kept === undefined) return null
  if (people.length === 0)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  const given = new Set(kept?.carried.programmes.map(({ code, name }) => `${code || slug(name)}|${name}`))
  return <ProposeForm key={id} id={id} people={people} programmes={[...given].map(optionOf)} />
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
const optionOf = (both: string) => {
  const [value = '', label = ''] = both.split('|')
  return { value, label }
}

interface ProposeFormProps {
  readonly id: string
  readonly people: readonly Who[]
  readonly programmes: readonly { readonly value: string; readonly label: string }[]
}

function ProposeForm({ id, people, programmes }: ProposeFormProps) {
  const t = useText()
  const { form, reasons, law, spot, save, busy, problem } = usePropose(id, people, programmes.length > 0)
  const { field, values } = form
  const kind = kindOf(values.kind)
  return (
    <FieldForm
      title={t('work.propose.new')}
      saveText={t('field.visit.save')}
      restored={form.restored}
      busy={busy}
      problem={reasons.length === 0 ? t('field.lists.none') : problem}
      onSave={save}
    >
      <WhoField {...field('who')} who={people} />
      <RadioField
        {...field('kind')}
        label={t('proposal.kind')}
        options={proposalKinds.map((one) => ({
          value: one,
          label: t(`proposal-kind.${one}`),
          hint: t(`work.propose.kind.${one}`),
        }))}
        onChange={(chosen) =>
          form.change(
            withKind(
              chosen,
              reasons.map(({ value }) => value),
            ),
          )
        }
      />
      {kind && law && (
        <>
          {law.programme && (
            <ChoiceField {...field('programme')} label={t('proposal.programme')} options={programmes} />
          )}
          <AskedFields form={form} kind={kind} />
          {law.needs.map((number) => (
            <LineField
              key={number}
              {...field(number)}
              label={t(`work.propose.${number}`)}
              description={t('work.propose.number.why')}
              inputMode="numeric"
              maxLength={24}
            />
          ))}
          <ChoiceField {...field('reason')} label={t('proposal.reason')} options={reasons} />
          <NoteField {...field('note')} label={t('field.visit.note')} rows={2} />
          {law.evidence && (
            <>
              <SpotNote found={spot} />
              <p className="field__note">{t('work.propose.photos')}</p>
            </>
          )}
        </>
      )}
    </FieldForm>
  )
}

function usePropose(id: string, people: readonly Who[], hasProgrammes: boolean) {
  const t = useText()
  const { view } = usePhone()
  const [, go] = useLocation()
  const reasons = useChoices('proposal-reason')
  const spot = useSpot()
  const [first] = useState<ProposeValues>(() => ({
    ...nothingYet,
    id: newId(),
    at: wireOf(Date.now()),
    who: firstOf(id, people),
  }))
  const form = useForm(`propose:${id}`, first, (values) =>
    Object.fromEntries(Object.entries(faultsOf(values, hasProgrammes)).map(([name, fault]) => [name, t(fault)])),
  )
  const person = view.person.get(form.values.who)
  const family = view.family.get(person?.family ?? '') ?? null
  const make = () =>
    person ? commandsOfProposal(form.values, { person, family, spot: spot?.ok ? spot.value : null }) : []
  const kind = kindOf(form.values.kind)
  const law = kind && kindLaw(kind)
  return { form, reasons, law, spot, ...useKeepAll(form, make, () => go(`/keluarga/${backOf(view, id)}`)) }
}

const nothingYet = { kind: '', reason: '', nik: '', kk: '', programme: '', asked: {}, note: '' }
const firstOf = (id: string, people: readonly Who[]): string =>
  (people.find((one) => one.id === id) ?? people[0])?.id ?? ''
