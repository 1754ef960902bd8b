import { Button } from '@navikt/ds-react/Button'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { proposalRule, straightWay } from '@openslrt/core/proposal/moves.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { NoteField } from '../../platform/act/fields.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { Facts } from '../screens/facts.tsx'
import { FieldForm } from '../screens/form.tsx'
import { PendingMark } from '../screens/rows.tsx'
import { useKeep } from '../screens/use-keep.ts'
import { useMayAsk } from '../use-may-ask.ts'
import { type LaidProposal, laidProposals } from './laid.ts'

/** One proposal: how far it is, why it came back, and that it may be taken back. */
export function ProposalScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view, pending, lists } = usePhone()
  const mayAsk = useMayAsk()
  const [withdrawing, setWithdrawing] = useState(false)
  const found = laidProposals(view, pending).find(({ row }) => row.id === id)
  if (!found) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  if (withdrawing) return <WithdrawForm row={found.row} />
  const { row } = found
  const nameOf = (code: string | null): string =>
    ['proposal-return', 'proposal-answer'].map((list) => lists[list]?.find((item) => item.code === code)).find(Boolean)
      ?.names.id ?? ''
  return (
    <>
      <h1 className="field__title">
        {t(`proposal-kind.${row.kind}`)} · {row.name}
      </h1>
      <p>
        <PendingMark state={found.pending} />
      </p>
      <Facts
        facts={[
          [t('field.case.status'), t(`proposal-status.${row.status}`)],
          [t('proposal.reason'), nameOf(row.why)],
          [t('proposal.note'), row.words ?? ''],
        ]}
      />
      <Way status={row.status} />
      {mayAsk && proposalRule('withdraw').from.includes(row.status) && (
        <p className="field__act">
          <Button variant="secondary" onClick={() => setWithdrawing(true)}>
            {t('proposal-act.withdraw')}
          </Button>
        </p>
      )}
      {row.family !== null && (
        <Link href={`/keluarga/${row.family}`} className="field__link">
          {t('field.visit.family')}
        </Link>
      )}
    </>
  )
}

/** The way that is behind it, and the one to come; one that left the way shows none. */
function Way({ status }: Pick<LaidProposal['row'], 'status'>) {
  const t = useText()
  const here = straightWay.indexOf(status)
  if (here < 0) return null
  return (
    <ol className="field__way">
      {straightWay.map((step, nth) => (
        <li key={step} aria-current={nth === here ? 'step' : undefined}>
          {t(`proposal-status.${step}`)}
        </li>
      ))}
    </ol>
  )
}

function WithdrawForm({ row }: Pick<LaidProposal, 'row'>) {
  const t = useText()
  const form = useForm(`withdraw:${row.id}`, { note: '' }, ({ note }) =>
    note.trim() === '' ? { note: t('proposal.note.missing') } : {},
  )
  const make = () =>
    commandOf('proposal.withdraw', {
      district: ledgerOf(placeCode.parse(row.place)),
      subject: row.id,
      base: row.version,
      data: { note: form.values.note.trim() },
    })
  const { save, busy, problem } = useKeep(form, make, '/usulan')
  return (
    <FieldForm
      title={t('proposal-act.withdraw')}
      saveText={t('proposal-act.withdraw')}
      restored={form.restored}
      busy={busy}
      problem={problem}
      onSave={save}
    >
      <p>{t('proposal.withdraw.hint')}</p>
      <NoteField {...form.field('note')} label={t('proposal.note')} />
    </FieldForm>
  )
}
