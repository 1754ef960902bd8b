import type { CaseStatus } from '@openslrt/core/case/case.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { caseTone, edgeOf } from './status-look.ts'

/** Where a case stands, by word, shape and colour. */
export function CaseTag({ status, small = true }: { status: CaseStatus; small?: boolean }) {
  const t = useText()
  return <StatusTag tone={caseTone[status]} label={t(`status.${status}`)} small={small} />
}

/** Says of a case that it comes before others; nothing for an ordinary one. */
export function PriorityTag({
  line,
  small = true,
}: {
  line: Pick<CaseLine, 'priority' | 'district'>
  small?: boolean
}) {
  const lists = useLists(line.district)
  const edge = edgeOf(line.priority)
  return edge ? <StatusTag tone={edge} label={lists.name('priority', line.priority)} small={small} /> : null
}

/** The red card's shape; the word stands beside it in the line below. */
export function UrgentMark() {
  return (
    <svg className="case-urgent" viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
      <path fillRule="evenodd" d="M5 1h6l4 4v6l-4 4H5l-4-4V5Zm2 2.8v5h2v-5Zm0 6.2v2h2v-2Z" />
    </svg>
  )
}
