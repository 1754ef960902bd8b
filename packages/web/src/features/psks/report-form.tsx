import { Select } from '@navikt/ds-react/Select'
import type { PsksCard, PsksReportLine } from '@openslrt/core/contract/psks-queries.ts'
import { psksReportId } from '@openslrt/core/kernel/id.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, NoteField } from '../../platform/act/fields.tsx'
import { useActForm } from '../../platform/act/use-act-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useMonth } from './use-month.ts'

interface ReportProps {
  readonly card: PsksCard
  /** The report that was sent back; null for a new one. */
  readonly report: PsksReportLine | null
  readonly onClose: () => void
}

interface Values {
  readonly month: string
  readonly activities: string
  readonly days: string
  readonly people: string
}

/** Months that somebody still reports. */
const mostMonths = 12

/** What a PSKS did in a month. */
export function ReportForm({ card, report, onClose }: ReportProps) {
  const t = useText()
  const sayMonth = useMonth()
  const step = useReport({ card, report, onClose })
  const { value, onChange, ...month } = step.field('month')
  return (
    <ActDialog
      wide
      title={t('psks-act.report')}
      hint={t('psks.report.hint')}
      sendText={t('psks.report.send')}
      act={step.act}
      form={step.form}
      onSend={step.send}
      onClose={onClose}
    >
      {report ? (
        <p>{sayMonth(report.month)}</p>
      ) : (
        <Select
          {...month}
          label={t('psks.report.month')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {monthsTo(card.today).map((one) => (
            <option key={one} value={one}>
              {sayMonth(one)}
            </option>
          ))}
        </Select>
      )}
      <NoteField label={t('psks.report.activities')} rows={5} {...step.field('activities')} />
      <LineField label={t('psks.report.days')} inputMode="numeric" maxLength={2} htmlSize={4} {...step.field('days')} />
      <LineField
        label={t('psks.report.people')}
        inputMode="numeric"
        maxLength={5}
        htmlSize={8}
        {...step.field('people')}
      />
    </ActDialog>
  )
}

function useReport({ card: { district, id, version, today }, report, onClose }: ReportProps) {
  const t = useText()
  const [fresh] = useState(newId)
  return useActForm<'psks.report', Values>(
    {
      kind: 'psks.report',
      key: `psks ${id} report ${report?.id ?? ''}`,
      target: { district, subject: id, base: version },
      onDone: onClose,
    },
    {
      initial: initialOf(report, today),
      check: ({ activities, days, people }) => ({
        ...(activities.trim() === '' && { activities: t('psks.form.missing') }),
        ...(!/^\d+$/.test(days.trim()) && { days: t('psks.form.number') }),
        ...(Number(days) > 31 && { days: t('psks.form.number') }),
        ...(!/^\d{1,5}$/.test(people.trim()) && { people: t('psks.form.number') }),
      }),
      data: ({ month, activities, days, people }) => ({
        report: psksReportId.parse(report?.id ?? fresh),
        month,
        activities: activities.trim(),
        days: Number(days),
        people: Number(people),
      }),
    },
  )
}

const initialOf = (report: PsksReportLine | null, today: string): Values =>
  report
    ? { ...report, days: String(report.days), people: String(report.people) }
    : { month: monthsTo(today)[0] ?? '', activities: '', days: '', people: '' }

/** This month and those before it. */
function monthsTo(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: mostMonths }, (_, nth) =>
    new Date(Date.UTC(year, month - 1 - nth, 1)).toISOString().slice(0, 7),
  )
}
