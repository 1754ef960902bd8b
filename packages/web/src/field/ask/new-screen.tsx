import './ask.css'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { LineField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { FieldForm } from '../screens/form.tsx'
import { useKeepAll } from '../use-keep-all.ts'
import { AnswerField } from './answer-field.tsx'
import { commandsOfNew, faultsOfNew, type NewFamily } from './new-family.ts'
import { useWords } from './use-words.ts'

const nobody = { address: '', nama: '', nik: '', sex: '', birth: '' }

/** FIELD-7 A family that was found nowhere, with its first member. */
export function NewFamilyScreen() {
  const { villages } = usePhone().state
  const [ids] = useState(() => ({ family: newId(), person: newId() }))
  const place = villages.length === 1 ? (villages[0]?.code ?? '') : ''
  return <NewForm draft="ask:new-family" first={{ ...ids, ...nobody, place }} isNew />
}

/** One more member of a family that is known. */
export function NewPersonScreen({ family }: { readonly family: string }) {
  const t = useText()
  const { view } = usePhone()
  const [person] = useState(newId)
  const row = view.family.get(family)
  if (!row) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  const first = { ...nobody, family, person, place: row.place }
  return <NewForm draft={`ask:new-person:${family}`} first={first} isNew={false} />
}

interface NewFormProps {
  readonly draft: string
  readonly first: NewFamily
  readonly isNew: boolean
}

function NewForm({ draft, first, isNew }: NewFormProps) {
  const t = useText()
  const words = useWords()?.words
  const { villages } = usePhone().state
  const form = useForm<NewFamily>(draft, first, (typed) =>
    Object.fromEntries(Object.entries(faultsOfNew(typed)).map(([name, fault]) => [name, t(fault)])),
  )
  const { field, restored } = form
  const [, go] = useLocation()
  const { family, person } = form.values
  const { save, busy, problem } = useKeepAll(
    form,
    () => commandsOfNew(form.values, isNew, t('ask.source')),
    () => go(isNew ? `/keluarga/${family}` : `/tanya/warga/${person}`),
  )
  const sex = variableOf('person', 'jenis_kelamin')
  return (
    <FieldForm
      title={t(isNew ? 'ask.new.family' : 'ask.new.person')}
      saveText={t('ask.new.save')}
      restored={restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      {isNew && <p>{t('ask.new.family.why')}</p>}
      {isNew && villages.length > 1 && (
        <fieldset className="ask__choices">
          <legend>{t('ask.new.village')}</legend>
          {villages.map(({ code, name }) => (
            <label key={code} className="ask__choice">
              <input
                type="radio"
                name="place"
                checked={form.values.place === code}
                onChange={() => field('place').onChange(code)}
              />
              {name}
            </label>
          ))}
          {form.errors.place && <p role="alert">{form.errors.place}</p>}
        </fieldset>
      )}
      <LineField {...field('nama')} label={t(isNew ? 'ask.new.head' : 'ask.new.name')} maxLength={200} />
      {isNew && <LineField {...field('address')} label={t('ask.new.address')} maxLength={300} />}
      <LineField {...field('nik')} label={t('ask.new.nik')} inputMode="numeric" maxLength={24} />
      {words && sex && (
        <AnswerField
          variable={sex}
          words={words}
          value={form.values.sex}
          onChange={field('sex').onChange}
          error={undefined}
        />
      )}
      {words && <DayField {...field('birth')} label={words.label('tanggal_lahir')} />}
    </FieldForm>
  )
}
