import { helpedWord, helpedWords } from '@openslrt/core/challenge/challenge.ts'
import type { ChallengeStepName } from '@openslrt/core/challenge/moves.ts'
import type { ChallengeCard } from '@openslrt/core/contract/challenge-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { holdsNumber } from '@openslrt/core/person/numbers-in.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Errors, useForm } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { wordsFault } from './report-values.ts'

interface StepFormProps {
  readonly card: ChallengeCard
  readonly step: ChallengeStepName
  readonly onClose: () => void
}
interface Values {
  readonly note: string
  readonly on: string
  readonly helped: string
}

/** The form of one step of a challenge. */
export function StepForm({ card, step, onClose }: StepFormProps) {
  const t = useText()
  const { form, act, send } = useStep({ card, step, onClose })
  const whither = (step === 'pass-up' ? card.up : card.down) ?? ''
  return (
    <ActDialog
      title={t(`challenge-act.${step}`)}
      hint={t(`challenge.hint.${step}`, { office: whither })}
      sendText={t(`challenge-act.${step}`)}
      act={act}
      form={form}
      harmful={step === 'withdraw'}
      onSend={() => void send()}
      onClose={onClose}
    >
      {step === 'close' && (
        <RadioField
          {...form.field('helped')}
          label={t('challenge.form.helped')}
          options={helpedWords.map((value) => ({ value, label: t(`challenge-helped.${value}`) }))}
        />
      )}
      {step !== 'take' && <NoteField label={noteLabel(step, t)} {...form.field('note')} />}
      {step === 'answer' && <DayField label={t('challenge.form.on')} {...form.field('on')} />}
    </ActDialog>
  )
}

function noteLabel(step: ChallengeStepName, t: Say): string {
  if (step === 'answer') return t('challenge.form.answer')
  return step === 'close' ? t('act.optional', { label: t('challenge.form.note') }) : t('challenge.form.reason')
}

/** What is wrong with what was typed for a step. */
export function stepFaults(step: ChallengeStepName, { note, on, helped }: Values, t: Say): Errors<Values> {
  if (step === 'take') return {}
  if (step === 'close')
    return {
      ...(helped === '' && { helped: t('challenge.form.missing') }),
      ...(holdsNumber(note) && { note: t('challenge.form.names') }),
    }
  const wrong = wordsFault(note, step === 'answer' ? 10 : 3, t)
  return {
    ...(wrong && { note: wrong }),
    ...(step === 'answer' && on === '' && { on: t('challenge.form.missing') }),
  }
}

function useStep({ card: { district, id, version, today }, step, onClose }: StepFormProps) {
  const t = useText()
  const act = useAct()
  const [initial] = useState<Values>({ note: '', on: today, helped: '' })
  const form = useForm(`challenge ${id} ${version} ${step}`, initial, (values) => stepFaults(step, values, t))
  const post = () => {
    const target = { district, subject: id, base: version }
    const note = form.values.note.trim()
    switch (step) {
      case 'take':
        return act.send('challenge.take', { ...target, data: {} })
      case 'answer':
        return act.send('challenge.answer', { ...target, data: { note, on: form.values.on } })
      case 'close':
        return act.send('challenge.close', {
          ...target,
          data: { note, helped: helpedWord.safeParse(form.values.helped).data ?? 'no' },
        })
      default:
        return act.send(`challenge.${step}`, { ...target, data: { note } })
    }
  }
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    if ((await post()).state === 'refused') return
    form.clear()
    onClose()
  }
  return { form, act, send }
}
