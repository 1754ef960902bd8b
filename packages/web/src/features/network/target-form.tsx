import type { NetworkGrowth } from '@openslrt/core/contract/network-growth.ts'
import { targetOf } from '@openslrt/core/network/kinds.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { isYear, yearOf } from './fact-values.ts'

interface TargetFormProps {
  readonly growth: NetworkGrowth
  readonly onClose: () => void
}

const isCount = (typed: string): boolean => /^[1-9]\d{0,5}$/.test(digitsOf(typed)) && Number(digitsOf(typed)) <= 100_000
const digitsOf = (typed: string): string => typed.replace(/[.\s]/g, '')

/** NETWORK-10 A target of a year; where there is one already, it is told, and a reason is asked. */
export function TargetForm({ growth: { place, today, targets }, onClose }: TargetFormProps) {
  const t = useText()
  const [subject] = useState(newId)
  const lastOf = (of: string, year: string) =>
    targets.find((one) => one.own && one.last && one.of === of && one.year === yearOf(year))
  const step = useActForm(
    {
      kind: 'network.target',
      key: `network target ${place}`,
      target: { district: ledgerOf(place), subject, base: null },
      onDone: onClose,
    },
    {
      initial: { of: 'puskesos', year: today.slice(0, 4), count: '', reason: '', from: today },
      check: ({ of, year, count, reason, from }) => ({
        ...(!isYear(year, true) && { year: t('network.form.wrong-year') }),
        ...(!isCount(count) && { count: t('network.target.wrong-count') }),
        ...(from === '' && { from: t('network.form.missing') }),
        ...(lastOf(of, year) && reason.trim().length < 3 && { reason: t('network.form.missing') }),
      }),
      data: ({ of, year, count, reason, from }) => ({
        of: targetOf.find((one) => one === of) ?? 'puskesos',
        year: yearOf(year) ?? 0,
        count: Number(digitsOf(count)),
        reason: reason.trim(),
        from,
        turn: (lastOf(of, year)?.turn ?? -1) + 1,
      }),
    },
  )
  const { of, year } = step.form.values
  const last = lastOf(of, year)
  const label = t('network.form.reason')
  return (
    <ActDialog
      title={t('network.target.set')}
      hint={t('network.target.hint')}
      sendText={t('network.form.save')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      <RadioField
        label={t('network.target.of')}
        options={targetOf.map((value) => ({ value, label: t(`network-of.${value}`) }))}
        {...step.field('of')}
      />
      <LineField
        label={t('network.growth.year')}
        inputMode="numeric"
        maxLength={4}
        htmlSize={6}
        {...step.field('year')}
      />
      <LineField
        label={t('network.target.count')}
        inputMode="numeric"
        maxLength={8}
        htmlSize={10}
        {...(last && { description: t('network.target.now', { n: last.count }) })}
        {...step.field('count')}
      />
      <DayField label={t('network.target.from')} {...step.field('from')} />
      <NoteField label={last ? label : t('act.optional', { label })} {...step.field('reason')} />
    </ActDialog>
  )
}
