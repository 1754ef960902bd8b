import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'

/** What happened, in the words in which it was told. */
export function Story({ card }: { card: CaseCard }) {
  const t = useText()
  if (!card.story) return null
  return (
    <Panel title={t('case.story')}>
      <p className="card-words">{card.story}</p>
    </Panel>
  )
}
