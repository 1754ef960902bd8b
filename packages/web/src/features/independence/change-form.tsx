import { Button } from '@navikt/ds-react/Button'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { Instrument } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { type FormEvent, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Field } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import {
  type ChangeValues,
  changeDataOf,
  changeValuesOf,
  limitKey,
  numberIn,
  weightKey,
  wrongLimits,
} from './change-values.ts'

interface ChangeFormProps {
  readonly instrument: Instrument
  readonly earliest: string
  readonly onClose: () => void
}

/** INDEP-2 A new version: other weights and limits from a day on; indicators and their levels stay as they are. */
export function ChangeForm({ instrument, earliest, onClose }: ChangeFormProps) {
  const [t, day] = [useText(), useDay()]
  const [id] = useState(newId)
  const step = useActForm(
    {
      kind: 'independence.change',
      key: `independence-instrument ${instrument.from}`,
      target: { district: '00', subject: id, base: null },
      onDone: onClose,
    },
    {
      initial: changeValuesOf(instrument, earliest),
      check: (values) => wrongIn(values, instrument, earliest, t, day),
      data: (values) => changeDataOf(values, instrument),
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!step.act.busy) step.send()
  }
  return (
    <form className="independence__form" noValidate onSubmit={submit}>
      <RestoredNote {...step.form} />
      <p>{t('independence.instrument.change.hint')}</p>
      <DayField label={t('independence.instrument.change.from')} {...step.field('from')} />
      <LineField label={t('independence.instrument.change.basis')} maxLength={200} {...step.field('basis')} />
      <LineField label={t('independence.instrument.change.least')} {...digits} {...step.field('least')} />
      <Limits instrument={instrument} field={step.field} />
      <Weights instrument={instrument} field={step.field} />
      <ActProblem problem={step.act.problem} />
      <div className="independence__acts">
        <Button loading={step.act.busy}>{t('independence.instrument.change.send')}</Button>
        <Button type="button" variant="secondary" data-color="neutral" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

const digits = { inputMode: 'numeric', maxLength: 3, htmlSize: 4, size: 'small' } as const

interface NumbersProps {
  readonly instrument: Instrument
  readonly field: (name: string) => Field<string>
}

/** From where on each class begins; the first begins at nothing. */
function Limits({ instrument, field }: NumbersProps) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <>
      <h2>{t('independence.instrument.categories')}</h2>
      <div className="independence__numbers">
        {instrument.categories.slice(1).map(({ names }, nth) => (
          <LineField
            key={names.id}
            label={t('independence.instrument.change.limit', { name: names[lang] })}
            {...digits}
            {...field(limitKey(nth + 1))}
          />
        ))}
      </div>
    </>
  )
}

function Weights({ instrument, field }: NumbersProps) {
  const [t, lang] = [useText(), useLanguage()]
  return (
    <>
      {dimensions.map((part) => (
        <section key={part} aria-label={t(`independence.dimension.${part}`)}>
          <h2>{t(`independence.dimension.${part}`)}</h2>
          <div className="independence__numbers">
            {instrument.indicators
              .filter(({ dimension }) => dimension === part)
              .map(({ code, names }) => (
                <LineField
                  key={code}
                  label={t('independence.instrument.change.weight', { name: names[lang] })}
                  {...digits}
                  {...field(weightKey(code))}
                />
              ))}
          </div>
        </section>
      ))}
    </>
  )
}

/** What is wrong with what was typed, by its field. */
function wrongIn(
  values: ChangeValues,
  instrument: Instrument,
  earliest: string,
  t: Say,
  day: (day: string) => string,
): Partial<Record<string, string>> {
  return {
    ...((values['from'] ?? '') < earliest && {
      from: t('independence.instrument.change.early', { day: day(earliest) }),
    }),
    ...((values['basis'] ?? '').trim().length < 3 && { basis: t('independence.instrument.change.basis.missing') }),
    ...(numberIn(values['least'], 1, 100) === null && { least: t('independence.instrument.change.least.wrong') }),
    ...Object.fromEntries(
      wrongLimits(values, instrument).map((nth) => [limitKey(nth), t('independence.instrument.change.limit.wrong')]),
    ),
    ...Object.fromEntries(
      instrument.indicators
        .filter(({ code }) => numberIn(values[weightKey(code)], 1, 10) === null)
        .map(({ code }) => [weightKey(code), t('independence.instrument.change.weight.wrong')]),
    ),
  }
}
