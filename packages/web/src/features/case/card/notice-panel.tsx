import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { lazy, Suspense } from 'react'

// Asked for after the card itself: it is about the citizen, not about the work.
const ToldPanel = lazy(async () => ({ default: (await import('../telling/told-panel.tsx')).ToldPanel }))

/** What the citizen was told, for those who see the case whole. */
export function NoticePanel({ card }: { card: CaseCard }) {
  if (card.sees !== 'all') return null
  return (
    <Suspense fallback={null}>
      <ToldPanel card={card} />
    </Suspense>
  )
}
