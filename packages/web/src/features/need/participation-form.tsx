import type { ParticipationLine } from '@openslrt/core/contract/need-queries.ts'
import { answers, participationStatuses, sayers } from '@openslrt/core/need/need.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { RadioField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { ListField } from '../../platform/reference/list-field.tsx'
import type { Whose } from './need-panel.tsx'
import { dataOf, facts, firstOf, type Values } from './participation-values.ts'
import { ProgrammeField, useProgrammes } from './programme-field.tsx'

interface ParticipationProps {
  readonly district: LedgerCode
  readonly of: Whose
  readonly line: ParticipationLine | null
  readonly today: string
  readonly onClose: () => void
}

/** What somebody has of a programme, as it is said now. */
export function ParticipationForm(props: ParticipationProps) {
  const { district, line, onClose } = props
  const t = useText()
  const items = useProgrammes(district)
  const { act, form, field, send } = useParticipation(props)
  const { status } = form.values
  return (
    <ActDialog
      wide
      title={line?.programmeName ?? t('need.participation.record')}
      sendText={t('need.form.save')}
      act={act}
      form={form}
      onSend={send}
      onClose={onClose}
    >
      {!line && <ProgrammeField items={items} {...field('programme')} />}
      <RadioField
        label={t('need.form.status')}
        options={participationStatuses.map((value) => ({ value, label: t(`participation-status.${value}`) }))}
        {...field('status')}
      />
      {status !== 'never' && <DayField label={t('need.form.since')} {...field('since')} />}
      {status === 'stopped' && (
        <>
          <ListField district={district} list="need-stopped" label={t('need.form.stopped')} {...field('reason')} />
          <DayField label={t('need.form.until')} {...field('until')} />
        </>
      )}
      {status !== 'never' &&
        facts.map((fact) => (
          <RadioField
            key={fact}
            label={t(`need.form.${fact}`)}
            options={answers.map((value) => ({ value, label: t(`need-answer.${value}`) }))}
            {...field(fact)}
          />
        ))}
      <RadioField
        label={t('need.form.said-by')}
        options={sayers.map((value) => ({ value, label: t(`need-sayer.${value}`) }))}
        {...field('saidBy')}
      />
    </ActDialog>
  )
}

function useParticipation({ district, of, line, today, onClose }: ParticipationProps) {
  const t = useText()
  const [subject] = useState(() => line?.id ?? newId())
  const [initial] = useState<Values>(() => firstOf(line, today))
  const missing = t('need.form.missing')
  return useActForm(
    {
      kind: 'participation.record',
      key: `participation ${subject} ${line?.version ?? 0}`,
      target: { district, subject, base: line?.version ?? null },
      onDone: onClose,
    },
    {
      initial,
      check: ({ programme, status, reason }): Errors<Values> => ({
        ...(programme === '' && { programme: missing }),
        ...(status === 'stopped' && reason === '' && { reason: missing }),
      }),
      data: (values) => dataOf(values, of, line),
    },
  )
}
