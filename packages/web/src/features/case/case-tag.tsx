import type { CaseStatus, Priority } from '@openslrt/core/case/case.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { caseTone, edgeOf } from './status-look.ts'

/** Where a case stands, by word, shape and colour. */
export function CaseTag({ status, small = true }: { status: CaseStatus; small?: boolean }) {
  const t = useText()
  return <StatusTag tone={caseTone[status]} label={t(`status.${status}`)} small={small} />
}

/** Says of a case that it comes before others; nothing for an ordinary one. */
export function PriorityTag({ priority, small = true }: { priority: Priority; small?: boolean }) {
  const t = useText()
  const edge = edgeOf(priority)
  return edge ? <StatusTag tone={edge} label={t(`priority.${priority}`)} small={small} /> : null
}
