import './texts.ts'
import './challenge.css'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { z } from 'zod'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField, NoteField, RadioField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { newId } from '../../platform/outbox/uuid.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { cardPath, listPath } from './challenge-address.ts'
import { emptyReport, type ReportValues, reportFaults, reportOf } from './report-values.ts'

type Choices = z.output<typeof challengeRoutes.choices.reply>

/** What hinders this office, and of whom it asks help. */
export function Screen() {
  const t = useText()
  const asked = useAsk(challengeRoutes.choices)
  return (
    <>
      <PageHead title={t('challenge-act.report')} back={<Link href={listPath}>{t('challenge.back')}</Link>} />
      {asked.data ? (
        <ReportForm choices={asked.data} />
      ) : (
        <UnreadPart asked={asked} title={t('challenge.failed')} rows={8} />
      )}
    </>
  )
}

function ReportForm({ choices }: { readonly choices: Choices }) {
  const [t, lang] = [useText(), useLanguage()]
  const form = useForm('challenge:new', emptyReport, (values) => reportFaults(values, t))
  const { act, send } = useReporting(form, choices)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void send()
  }
  if (choices.asks.length === 0) return <InlineMessage status="warning">{t('challenge.form.nobody')}</InlineMessage>
  return (
    <form className="challenge__form" noValidate onSubmit={submit}>
      <RestoredNote {...form} />
      <Panel>
        <RadioField
          {...form.field('kind')}
          label={t('challenge.form.kind')}
          options={choices.kinds.map(({ code, names }) => ({ value: code, label: names[lang] }))}
        />
        <NoteField
          {...form.field('words')}
          label={t('challenge.form.words')}
          description={t('challenge.form.words.hint')}
          rows={4}
        />
        <DayField {...form.field('since')} label={t('challenge.form.since')} />
      </Panel>
      <Hurts form={form} />
      <Panel>
        <RadioField
          {...form.field('asks')}
          label={t('challenge.form.asks')}
          options={choices.asks.map(({ asks, officeName, days }) => ({
            value: asks,
            label: t(`challenge-asks.${asks}`),
            hint: t('challenge.form.asks.days', { office: officeName, n: days }),
          }))}
        />
      </Panel>
      <ActProblem problem={act.problem} />
      <div>
        <Button loading={act.busy}>{t('challenge.form.send')}</Button>
      </div>
    </form>
  )
}

/** How it hurts, as far as somebody can say. */
function Hurts({ form }: { readonly form: Form<ReportValues> }) {
  const t = useText()
  const optional = (label: string): string => t('act.optional', { label })
  return (
    <Panel>
      <LineField
        {...form.field('villages')}
        label={optional(t('challenge.form.villages'))}
        inputMode="numeric"
        htmlSize={10}
      />
      <LineField
        {...form.field('citizens')}
        label={optional(t('challenge.form.citizens'))}
        inputMode="numeric"
        htmlSize={10}
      />
    </Panel>
  )
}

function useReporting(form: Form<ReportValues>, { district }: Choices) {
  const act = useAct()
  const [, go] = useLocation()
  const [subject] = useState(newId)
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const acted = await act.send('challenge.report', { district, subject, base: null, data: reportOf(form.values) })
    if (acted.state === 'refused') return
    form.clear()
    go(acted.state === 'accepted' ? cardPath({ district, id: subject }) : listPath)
  }
  return { act, send }
}
