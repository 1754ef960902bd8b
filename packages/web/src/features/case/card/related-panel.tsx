import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { cardHref } from '../case-rows.tsx'

/** Cases that were found to be about the same need. */
export function RelatedPanel({ card }: { card: CaseCard }) {
  const t = useText()
  const { district } = card.line
  if (!card.duplicateOf && card.merged.length === 0) return null
  return (
    <Panel title={t('case.related')}>
      <ul className="card-list">
        {card.duplicateOf && (
          <li>
            {t('case.related.into')}{' '}
            <Link href={cardHref({ district, id: card.duplicateOf.id })}>{card.duplicateOf.number}</Link>
          </li>
        )}
        {card.merged.map(({ id, number }) => (
          <li key={id}>
            {t('case.related.merged')} <Link href={cardHref({ district, id })}>{number}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
