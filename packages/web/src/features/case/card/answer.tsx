import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { Panel } from '../../../ui/field-row.tsx'

/** What the citizen was told, or asked for: it stands above everything, because it is what they will call about. */
export function Answer({ card }: { card: CaseCard }) {
  const t = useText()
  const lists = useLists(card.line.district)
  if (card.missing)
    return (
      <Panel title={t('case.missing')}>
        <p className="card-words">{card.missing}</p>
      </Panel>
    )
  if (!card.outcome) return null
  return (
    <Panel title={t('case.answer')}>
      <p className="card-words">
        <strong>{lists.name('outcome', card.outcome)}</strong>
        {card.result && `\n${card.result}`}
      </p>
      {card.satisfaction !== null && (
        <p className="card-aside">{t('case.satisfaction', { marks: card.satisfaction })}</p>
      )}
    </Panel>
  )
}
