import './texts.ts'
import { Select } from '@navikt/ds-react/Select'
import { nikText } from '@openslrt/core/contract/case.ts'
import type { PpksCard } from '@openslrt/core/contract/ppks-queries.ts'
import type { CaseId, FamilyId } from '@openslrt/core/kernel/id.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { levelOf, villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Errors, Field, Form } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { type ChosenPerson, PersonField } from '../../platform/people/person-field.tsx'
import { type ChosenPlace, PlacePicker } from '../../platform/places/place-picker.tsx'
import type { Choices } from './filters.tsx'
import { cardPath } from './ppks-address.ts'

/** The case from which somebody is taken down, and where its citizen lives. */
export interface OfCase {
  readonly id: CaseId
  readonly district: LedgerCode
  readonly place: string
  readonly placeName: string
}

/** The family from whose card somebody is taken down, and who belongs to it. */
export interface OfFamily {
  readonly id: FamilyId
  readonly members: readonly ChosenPerson[]
}

interface ReceiveProps {
  readonly choices: Choices
  readonly kase: OfCase | null
  readonly family?: OfFamily
  readonly onClose: () => void
  /** Where the new one is; null while it waits for a signal. */
  readonly onDone: (address: string | null) => void
}

interface Values {
  /** Who was picked out of the registry: their name and NIK stand there. */
  readonly person: ChosenPerson | null
  readonly type: string
  readonly since: string
  readonly village: ChosenPlace | null
  readonly name: string
  readonly nik: string
  /** Why something is put right. */
  readonly note: string
}

/** Somebody who needs help is taken down: picked out of the registry, by name, or as the citizen of a case. */
export function ReceiveForm({ choices, kase, family, onClose, onDone }: ReceiveProps) {
  const t = useText()
  const [subject] = useState(newId)
  const district = kase?.district ?? choices.district
  const check = useCheck(kase !== null)
  const step = useActForm<'ppks.receive', Values>(
    {
      kind: 'ppks.receive',
      key: `ppks receive ${kase?.id ?? family?.id ?? ''}`,
      target: { district, subject, base: null },
      onDone: (waiting) => onDone(waiting ? null : cardPath({ district, id: subject })),
    },
    {
      initial: { ...blank, since: choices.today, village: ownVillage(choices, kase) },
      check,
      data: (values) => ({
        ...dataOf(values),
        ...(values.person && { name: '', nik: null }),
        person: values.person?.id ?? null,
        family: family?.id ?? null,
        case: kase?.id ?? null,
      }),
    },
  )
  return (
    <ActDialog
      wide
      title={t('ppks-act.receive')}
      hint={t(kase ? 'ppks.form.case.hint' : 'ppks.form.hint')}
      sendText={t('ppks-act.receive')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      {!kase && <WhoField form={step.form} family={family} />}
      <PersonFields form={step.form} choices={choices} optional={kase !== null} />
    </ActDialog>
  )
}

const blank: Values = { person: null, type: '', since: '', village: null, name: '', nik: '', note: '' }

/** Who it is: of the family from whose card it is done, or found as people are found elsewhere. */
function WhoField({ form, family }: { readonly form: Form<Values>; readonly family: OfFamily | undefined }) {
  const t = useText()
  const { id, value } = form.field('person')
  const choose = (person: ChosenPerson | null): void =>
    form.change({ person, ...(person && { village: { code: person.place, label: person.placeName } }) })
  if (!family)
    return (
      <PersonField
        id={id}
        label={t('act.optional', { label: t('ppks.form.person') })}
        description={t('ppks.form.person.hint')}
        value={value}
        onChange={choose}
      />
    )
  return (
    <Select
      id={id}
      label={t('ppks.form.member')}
      value={value?.id ?? ''}
      onChange={(event) => choose(family.members.find((one) => one.id === event.target.value) ?? null)}
    >
      <option value="">{t('act.choose')}</option>
      {family.members.map((member) => (
        <option key={member.id} value={member.id}>
          {member.label}
        </option>
      ))}
    </Select>
  )
}

interface CorrectProps {
  readonly choices: Choices
  readonly card: PpksCard
  readonly known: { readonly name: string; readonly nik: string | null }
  readonly onClose: () => void
}

/** What was taken down wrongly is put right, with the reason. */
export function CorrectForm({ choices, card, known, onClose }: CorrectProps) {
  const t = useText()
  const check = useCheck(false)
  const { district, id, version, type, since, place, placeName } = card
  const village = { code: place, label: placeName }
  const step = useActForm<'ppks.correct', Values>(
    {
      kind: 'ppks.correct',
      key: `ppks correct ${id} ${version}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: { person: null, type, since, village, name: known.name, nik: known.nik ?? '', note: '' },
      check: (values) => ({ ...check(values), ...(values.note.trim() === '' && { note: t('ppks.form.missing') }) }),
      data: (values) => ({ ...dataOf(values), note: values.note.trim() }),
    },
  )
  return (
    <ActDialog
      wide
      title={t('ppks-act.correct')}
      sendText={t('ppks-act.correct')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <PersonFields form={step.form} choices={choices} optional={false} />
      <NoteField label={t('ppks.form.reason')} {...step.field('note')} />
    </ActDialog>
  )
}

interface PersonProps {
  readonly form: Form<Values>
  readonly choices: Choices
  readonly optional: boolean
}

function PersonFields({ form, choices, optional }: PersonProps) {
  const t = useText()
  const { values, errors, change, field } = form
  const name = t('ppks.form.name')
  return (
    <>
      {values.person === null && (
        <>
          <LineField
            label={optional ? t('act.optional', { label: name }) : name}
            maxLength={200}
            autoComplete="off"
            {...field('name')}
          />
          <LineField
            label={t('act.optional', { label: t('ppks.form.nik') })}
            inputMode="numeric"
            maxLength={40}
            autoComplete="off"
            {...field('nik')}
          />
        </>
      )}
      <TypeField choices={choices} {...field('type')} />
      <PlacePicker
        label={t('ppks.form.village')}
        level="village"
        under={choices.place}
        error={errors.village}
        value={values.village}
        onChange={(village) => change({ village })}
      />
      <DayField label={t('ppks.form.since')} {...field('since')} />
    </>
  )
}

function TypeField({ choices, id, value, error, onChange }: { readonly choices: Choices } & Field<string>) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <Select
      id={id}
      label={t('ppks.column.type')}
      description={t('ppks.form.type.hint')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('act.choose')}</option>
      {choices.types
        .filter(({ open }) => open)
        .map(({ code, names, number }) => (
          <option key={code} value={code}>
            {`${number}. ${names[lang]}`}
          </option>
        ))}
    </Select>
  )
}

function useCheck(nameless: boolean) {
  const t = useText()
  return ({ person, type, since, village, name, nik }: Values): Errors<Values> => ({
    ...(type === '' && { type: t('ppks.form.missing') }),
    ...(since === '' && { since: t('ppks.form.missing') }),
    ...(!village && { village: t('ppks.form.missing') }),
    ...(!nameless && person === null && name.trim() === '' && { name: t('ppks.form.missing') }),
    ...(person === null &&
      nik.trim() !== '' &&
      !nikText.safeParse(digitsOf(nik)).success && { nik: t('ppks.form.nik.wrong') }),
  })
}

/** People write a NIK in groups. */
const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '')

const dataOf = ({ type, since, village, name, nik }: Values) => ({
  type,
  since,
  village: villageCode.parse(village?.code),
  name: name.trim(),
  nik: digitsOf(nik) || null,
})

function ownVillage({ place, placeName }: Choices, kase: OfCase | null): ChosenPlace | null {
  if (kase) return { code: kase.place, label: kase.placeName }
  return levelOf(place) === 'village' ? { code: place, label: placeName } : null
}
