import { Select } from '@navikt/ds-react/Select'
import { nikText, phoneText } from '@openslrt/core/contract/case.ts'
import { type PsksCard, psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Errors, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { KindFields } from './kind-fields.tsx'
import { cardPath } from './psks-address.ts'
import { ServesField } from './serves-field.tsx'

type Choices = z.output<typeof psksRoutes.choices.reply>
type Kind = Choices['kinds'][number]

interface RegisterProps {
  /** Whom it changes; null for somebody new. */
  readonly card: PsksCard | null
  readonly onClose: () => void
  /** Where the new one is; null while it waits for a signal. */
  readonly onDone: (address: string | null) => void
}

interface Values {
  readonly kind: string
  readonly name: string
  readonly nik: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly place: ChosenPlace | null
  readonly serves: readonly ChosenPlace[]
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody who helps, or a body that does: kind, name, how to reach them, whom they serve, and what their kind is asked for. */
export function RegisterForm(props: RegisterProps) {
  const { data: choices } = useAsk(psksRoutes.choices)
  return choices ? <Open {...props} choices={choices} /> : null
}

function Open({ card, choices, onClose, onDone }: RegisterProps & { readonly choices: Choices }) {
  const t = useText()
  const { form, act, send, kind } = useRegister({ card, choices, onClose, onDone })
  const { field, values, errors, change } = form
  const optional = (label: string): string => t('act.optional', { label })
  const title = t(card ? 'psks-act.change' : 'psks-act.register')
  return (
    <ActDialog
      wide
      title={title}
      hint={t(card ? 'psks.change.hint' : 'psks.register.hint')}
      sendText={title}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <KindChoice kinds={choices.kinds} {...field('kind')} />
      <LineField
        label={t(kind?.who === 'institution' ? 'psks.form.body' : 'psks.column.name')}
        maxLength={200}
        autoComplete="off"
        {...field('name')}
      />
      {kind?.who === 'person' && (
        <LineField
          label={optional(t('psks.form.nik'))}
          description={card?.nik ? t('psks.form.nik.kept', { nik: card.nik }) : undefined}
          inputMode="numeric"
          maxLength={40}
          autoComplete="off"
          {...field('nik')}
        />
      )}
      <LineField label={optional(t('psks.form.phone'))} inputMode="tel" maxLength={20} {...field('phone')} />
      <LineField label={optional(t('psks.form.email'))} maxLength={200} {...field('email')} />
      <LineField label={optional(t('psks.form.address'))} maxLength={300} {...field('address')} />
      <PlacePicker
        label={t('psks.form.place')}
        under={choices.place}
        error={errors.place}
        value={values.place}
        onChange={(place) => change({ place })}
      />
      <ServesField under={choices.place} {...field('serves')} />
      {kind && <KindFields asks={kind.fields} {...field('fields')} />}
    </ActDialog>
  )
}

interface KindChoiceProps {
  readonly kinds: readonly Kind[]
  readonly value: string
  readonly onChange: (kind: string) => void
}

function KindChoice({ kinds, value, onChange, ...told }: KindChoiceProps) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <Select {...told} label={t('psks.column.kind')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('act.choose')}</option>
      {kinds.map(({ code, names, number }) => (
        <option key={code} value={code}>
          {`${number}. ${names[lang]}`}
        </option>
      ))}
    </Select>
  )
}

function useRegister({ card, choices, onDone }: RegisterProps & { readonly choices: Choices }) {
  const t = useText()
  const act = useAct()
  const [subject] = useState(newId)
  const [initial] = useState<Values>(() => valuesOf(card))
  const form = useForm(
    `psks ${card?.id ?? 'new'} ${card?.version ?? ''}`,
    initial,
    (values): Errors<Values> => ({
      ...(values.kind === '' && { kind: t('psks.form.missing') }),
      ...(values.name.trim().length < 3 && { name: t('psks.form.missing') }),
      ...(!values.place && { place: t('psks.form.missing') }),
      ...(!fits(digitsOf(values.nik), nikText) && { nik: t('psks.form.nik.wrong') }),
      ...(!fits(values.phone, phoneText) && { phone: t('psks.form.phone.wrong') }),
      ...(values.email.trim() !== '' && !values.email.includes('@') && { email: t('psks.form.email.wrong') }),
    }),
  )
  const kind = choices.kinds.find(({ code }) => code === form.values.kind)
  const send = async (): Promise<void> => {
    if (!form.passes() || !kind || !form.values.place) return
    const place = placeCode.parse(form.values.place.code)
    const data = dataOf(form.values, kind, place)
    const district = card?.district ?? choices.district
    const acted = card
      ? await act.send('psks.change', { district, subject: card.id, base: card.version, data })
      : await act.send('psks.register', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting' || card ? null : cardPath({ district, id: subject }))
  }
  return { form, act, send, kind }
}

const blank: Values = {
  kind: '',
  name: '',
  nik: '',
  phone: '',
  email: '',
  address: '',
  place: null,
  serves: [],
  fields: {},
}

const valuesOf = (card: PsksCard | null): Values =>
  card
    ? {
        ...blank,
        kind: card.kind,
        name: card.name,
        phone: card.phone ?? '',
        email: card.email ?? '',
        address: card.address ?? '',
        place: { code: card.place, label: card.placeName },
        serves: card.served.map(({ code, name }) => ({ code, label: name })),
        fields: card.fields,
      }
    : blank

function dataOf({ name, nik, phone, email, address, serves, fields }: Values, kind: Kind, place: PlaceCode) {
  const asked = new Set(kind.fields.map(({ code }) => code))
  return {
    kind: kind.code,
    place,
    // Whoever names no place serves where they sit.
    serves: serves.length > 0 ? serves.map(({ code }) => placeCode.parse(code)) : [place],
    name: name.trim(),
    nik: kind.who === 'person' ? digitsOf(nik) || null : null,
    phone: phone.trim() || null,
    email: email.trim() || null,
    address: address.trim(),
    fields: Object.fromEntries(Object.entries(fields).filter(([code, said]) => asked.has(code) && said.trim() !== '')),
  }
}

/** People write a NIK in groups. */
const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '')
const fits = (typed: string, schema: { safeParse: (text: string) => { success: boolean } }): boolean =>
  typed.trim() === '' || schema.safeParse(typed.trim()).success
