import './queue/texts.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { CaseTag } from './case-tag.tsx'

/** SUPER-7 Where a case stands; while it is looked at, whose turn that is. */
export function StandingTag({
  line: { status, review },
  small = true,
}: {
  readonly line: Pick<CaseLine, 'status' | 'review'>
  readonly small?: boolean
}) {
  const t = useText()
  if (review === null) return <CaseTag status={status} small={small} />
  const label = t(review === 'waiting' ? 'case.queue.review' : 'case.review.returned')
  return <StatusTag tone={review === 'waiting' ? 'waiting' : 'attention'} label={label} small={small} />
}
