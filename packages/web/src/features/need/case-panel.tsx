import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import { NeedPanel } from './need-panel.tsx'

/** What the client of a case needs, has asked for, and has. */
export function Panel({ card }: { readonly card: CaseCard }) {
  const { district, id } = card.line
  return <NeedPanel district={district} of={{ case: id }} />
}

/** The same of a family and its people. */
export function FamilyPanel({ card }: { readonly card: FamilyCard }) {
  const { district, id } = card.line
  return <NeedPanel district={district} of={{ family: id }} />
}
