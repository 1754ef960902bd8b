import type { PointLine } from '@openslrt/core/contract/meeting-queries.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'

/** A case by its number; a way there for whoever may open it. */
export function CaseName({ of }: { of: NonNullable<PointLine['case']> }) {
  const t = useText()
  const name = t('meeting.case', { number: of.number })
  return of.opens ? <Link href={`/kasus/${of.district}/${of.id}`}>{name}</Link> : <span>{name}</span>
}
