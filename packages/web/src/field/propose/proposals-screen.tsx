import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { inOrder, laidProposals } from './laid.ts'
import { ProposalRow } from './proposal-rows.tsx'

/** Every proposal of this person's villages. */
export function ProposalsScreen() {
  const t = useText()
  const { view, pending } = usePhone()
  const all = inOrder(laidProposals(view, pending))
  return (
    <>
      <h1 className="field__title">{t('work.propose.title')}</h1>
      {all.length === 0 && <EmptyState title={t('work.propose.none.title')} text={t('work.propose.none.text')} />}
      <ul className="field__rows">
        {all.map((one) => (
          <ProposalRow key={one.row.id} {...one} />
        ))}
      </ul>
    </>
  )
}
