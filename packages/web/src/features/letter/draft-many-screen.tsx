import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import { letterKind, letterKinds } from '@openslrt/core/letter/kinds.ts'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { z } from 'zod'
import { useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { draftFaults, draftValues, typedOf } from './draft-values.ts'
import { ChoiceField, LetterFields } from './letter-fields.tsx'
import { useStartRun } from './use-letter-runs.ts'
import './letter.css'

const carried = z.object({
  cases: z.array(z.object({ district: z.string(), id: z.string(), number: z.string() })).min(1),
})
type Cases = z.infer<typeof carried>['cases']

/** One letter for each of many cases that were picked in the queue, with the same words. */
export function Screen() {
  const t = useText()
  const said = carried.safeParse(useHistoryState())
  if (said.success) return <DraftMany cases={said.data.cases} />
  return (
    <EmptyState
      level={1}
      title={t('letter.massal.none')}
      text={t('letter.massal.none.text')}
      action={
        <Button as={Link} href="/antrean" variant="secondary">
          {t('letter.massal.to-queue')}
        </Button>
      }
    />
  )
}

function DraftMany({ cases }: { cases: Cases }) {
  const t = useText()
  const [kind, setKind] = useState<LetterKind>('registered')
  return (
    <>
      <PageHead title={t('letters.massal')} />
      <p>{t('letter.massal.count', { count: cases.length })}</p>
      <div className="letter-rules__form">
        <ChoiceField
          id="massal-kind"
          label={t('letter.massal.kind')}
          value={kind}
          error={undefined}
          onChange={(chosen) => setKind(letterKind.safeParse(chosen).data ?? 'registered')}
          options={letterKinds.map((one) => [one, t(`letter-kind.${one}`)])}
        />
        <SameWords key={kind} kind={kind} cases={cases} />
      </div>
    </>
  )
}

function SameWords({ kind, cases }: { kind: LetterKind; cases: Cases }) {
  const t = useText()
  const [, go] = useLocation()
  const { start, busy, problem } = useStartRun()
  const [first] = cases
  const around = useAsk(letterRoutes.ofCase, { query: { district: first?.district ?? '', id: first?.id ?? '' } })
  const purposes = around.data?.purposes ?? []
  const form = useForm(`massal:${kind}`, draftValues(kind, null), (values) =>
    Object.fromEntries(draftFaults(kind, values, purposes).map((field) => [field, t('letter.form.missing')])),
  )
  // The same letters when it is pressed again: none is drafted twice.
  const [letters] = useState(() => cases.map(() => newId()))
  const begin = async (): Promise<void> => {
    const items = cases.map(({ district, id, number }, at) => ({
      district,
      caseId: id,
      caseNumber: number,
      letter: letters[at] ?? newId(),
      seen: 0,
    }))
    if (!(await start({ kind: 'draft', letter: kind, ...typedOf(kind, form.values) }, items))) return
    form.clear()
    go('/surat?lihat=waiting')
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy && form.passes()) void begin()
  }
  return (
    <form className="letter-rules__form" noValidate onSubmit={send}>
      <p className="letter__aside">{t('letter.massal.hint')}</p>
      <LetterFields kind={kind} purposes={purposes} form={form} />
      {problem && <p role="alert">{t('letter.run.failed', { why: problem.message })}</p>}
      <div>
        <Button loading={busy}>{t('letter.massal.send', { count: cases.length })}</Button>
      </div>
    </form>
  )
}
