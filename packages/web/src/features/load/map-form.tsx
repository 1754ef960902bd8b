import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import type { LoadFileReply } from '@openslrt/core/contract/load.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { localTargets, targets } from '@openslrt/core/load/columns.ts'
import { noHandOver } from '@openslrt/core/load/load.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { type ChosenPlace, PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { loadAddress } from './load-address.ts'
import { mappingOf, meaningProblem, meaningsOf, namesVillages } from './map-values.ts'

/** What the columns of a file mean, which extract it is, and of what day. Then the server tries it. */
export function MapForm({ file }: { file: LoadFileReply }) {
  const t = useText()
  const { form, act, field, send, district } = useMapForm(file)
  const { meanings, place } = form.values
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) send()
  }
  return (
    <form className="load__map" noValidate onSubmit={submit}>
      <LineField label={t('load.source')} description={t('load.source.hint')} maxLength={100} {...field('source')} />
      <DayField label={t('load.snapshot')} description={t('load.snapshot.hint')} {...field('snapshot')} />
      <ol className="load__columns">
        {columnsOf(file).map(({ head, at, sample }) => (
          <ColumnField
            key={at}
            head={head}
            sample={sample}
            local={file.local}
            value={meanings[at] ?? ''}
            onChange={(value) => form.change({ meanings: meanings.with(at, value) })}
          />
        ))}
      </ol>
      {form.errors.meanings && <InlineMessage status="error">{form.errors.meanings}</InlineMessage>}
      {!namesVillages(meanings) && (
        <PlacePicker
          label={t('load.place')}
          description={t('load.place.hint')}
          error={form.errors.place}
          level="village"
          under={district}
          value={place}
          onChange={(chosen) => form.change({ place: chosen })}
        />
      )}
      <ActProblem problem={act.problem} />
      <Button loading={act.busy}>{t('load.check')}</Button>
    </form>
  )
}

/** What a variable is called; one of a later release by its own name. */
const labelOf = (t: Say, name: string): string => {
  const key = `variable.${name}`
  return isMessageKey(key) ? t(key) : name
}

/** A column is its place in the file: two may be called the same. */
const columnsOf = ({ head, sample }: LoadFileReply) =>
  head.map((name, at) => ({ head: name, at, sample: sample.map((row) => row[at] ?? '').filter((cell) => cell !== '') }))

interface ColumnFieldProps {
  readonly head: string
  readonly sample: readonly string[]
  readonly local: LoadFileReply['local']
  readonly value: string
  readonly onChange: (value: string) => void
}

function ColumnField({ head, sample, local, value, onChange }: ColumnFieldProps) {
  const [t, lang] = [useText(), useLanguage()]
  const called = new Map(local.map(({ name, names }) => [name, names[lang]]))
  return (
    <li className="load__column">
      <Select
        size="small"
        label={head === '' ? t('load.column.nameless') : head}
        description={sample.length > 0 ? t('load.column.such', { sample: sample.slice(0, 2).join(' · ') }) : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t('load.column.unread')}</option>
        {(['person', 'family'] as const).map((of) => (
          <optgroup key={of} label={t(`load.of.${of}`)}>
            {[...targets, ...localTargets(local)]
              .filter((target) => target.of === of)
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {called.get(name) ?? labelOf(t, name)}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </li>
  )
}

interface Values {
  readonly source: string
  readonly snapshot: string
  readonly meanings: readonly string[]
  readonly place: ChosenPlace | null
}

function useMapForm(file: LoadFileReply) {
  const t = useText()
  const { post } = useActing()
  const [, go] = useLocation()
  // One id for as long as the form is open: pressed twice, it still is one load.
  const [subject] = useState(newId)
  const district = ledgerOf(placeCode.parse(post?.place ?? '00'))
  const check = ({ source, snapshot, meanings, place }: Values) => ({
    ...(source.trim() === '' && { source: t('load.source.missing') }),
    ...(snapshot === '' && { snapshot: t('load.snapshot.missing') }),
    ...(meaningProblem(meanings, file.local) && { meanings: t('load.columns.missing') }),
    ...(!place && !namesVillages(meanings) && { place: t('load.place.missing') }),
  })
  const initial: Values = { source: 'DTSEN', snapshot: '', meanings: meaningsOf(file), place: null }
  const plan = {
    initial,
    check,
    data: ({ source, snapshot, meanings, place }: Values) => ({
      file: file.id,
      source: source.trim(),
      snapshot,
      mapping: mappingOf(meanings) ?? {},
      place: place && !namesVillages(meanings) ? place.code : null,
      handOver: noHandOver,
    }),
  }
  const made = useActForm<'load.open', Values>(
    {
      kind: 'load.open',
      key: `load ${file.id}`,
      target: { district, subject, base: 0 },
      onDone: () => go(loadAddress(subject)),
    },
    plan,
  )
  return { ...made, district }
}
