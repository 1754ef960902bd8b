import { Button } from '@navikt/ds-react/Button'
import { type ProposalCard, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { RestoredNote } from '../../platform/act/restored-note.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { type Field, useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Panel } from '../../ui/field-row.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { AskedPart } from './asked-part.tsx'
import { changedWords, draftFaults, draftOf } from './draft-values.ts'
import { targetOf } from './form-props.ts'
import { NoProposal } from './no-proposal.tsx'

/** A draft or a returned proposal is changed: whoever does so has drafted it, too. */
export function ChangeDraft({ of }: { of: string }) {
  const t = useText()
  const [district = '', id = ''] = of.split('/')
  const { data, problem } = useAsk(proposalRoutes.one, { query: { district, id } })
  if (problem) return <NoProposal />
  if (!data) return <Loading label={t('shell.loading')} rows={8} />
  return data.acts.includes('change') ? <Change card={data} /> : <NoProposal />
}

function Change({ card }: { card: ProposalCard }) {
  const t = useText()
  const act = useAct()
  const [, go] = useLocation()
  const href = `/usulan/${card.district}/${card.id}`
  const form = useForm(`${card.id}:change`, draftOf(card), (values) => draftFaults(values, t, false))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const data = changedWords(form.values, card)
    const acted = await act.send('proposal.change', { ...targetOf(card), data })
    if (acted.state === 'refused') return
    form.clear()
    go(href)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy) void send()
  }
  return (
    <>
      <PageHead title={t('proposal.change')} back={<Link href={href}>{t('proposal.back.one')}</Link>} />
      <form className="proposal__form" noValidate onSubmit={submit}>
        <RestoredNote {...form} />
        <Panel title={t('proposal.form.whom')}>
          <p className="proposal__aside">{t('proposal.change.numbers')}</p>
          <LineField {...form.field('name')} label={t('proposal.form.name')} maxLength={200} />
          <NumberField {...form.field('nik')} label={t('proposal.nik')} stands={card.nik} />
          <NumberField {...form.field('kk')} label={t('proposal.form.kk')} stands={card.kk} />
        </Panel>
        <AskedPart form={form} found={null} changing />
        <ActProblem problem={act.problem} />
        <div>
          <Button loading={act.busy}>{t('proposal.form.save')}</Button>
        </div>
      </form>
    </>
  )
}

interface NumberFieldProps extends Field<string> {
  readonly label: string
  /** What stands there, masked. */
  readonly stands: string | null
}

/** A number that is shown masked: left empty it stays. */
function NumberField({ stands, ...field }: NumberFieldProps) {
  const t = useText()
  const description = stands && t('proposal.form.number.kept', { number: stands })
  return <LineField {...field} {...(description && { description })} inputMode="numeric" maxLength={20} />
}
