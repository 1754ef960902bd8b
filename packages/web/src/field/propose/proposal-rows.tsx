import './texts.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { usePhone } from '../phone-context.ts'
import { Row } from '../screens/rows.tsx'
import { useMayAsk } from '../use-may-ask.ts'
import { type LaidProposal, laidProposals } from './laid.ts'

/** Where a proposal stands, in a list. */
export function ProposalRow({ row, pending }: LaidProposal) {
  const t = useText()
  return (
    <Row
      href={`/usulan/${row.id}`}
      title={`${t(`proposal-kind.${row.kind}`)} · ${row.name}`}
      text={t(`proposal-status.${row.status}`)}
      note={row.words ?? undefined}
      pending={pending}
    />
  )
}

interface ProposalPartProps {
  readonly id: string
  readonly about: (row: { readonly family: string | null; readonly person: string | null }) => boolean
}

/** FIELD-24 What is proposed of a family, and how far it is; and the way to propose more. */
export function ProposalPart({ id, about }: ProposalPartProps) {
  const t = useText()
  const { view, pending } = usePhone()
  const mayAsk = useMayAsk()
  const theirs = laidProposals(view, pending).filter(({ row }) => about(row))
  return (
    <section>
      <h2 className="field__heading">{t('work.propose.title')}</h2>
      <ul className="field__rows">
        {theirs.map((one) => (
          <ProposalRow key={one.row.id} {...one} />
        ))}
      </ul>
      {mayAsk && (
        <Link href={`/usulan/baru/${id}`} className="field__link">
          {t('work.propose.new')}
        </Link>
      )}
    </section>
  )
}
