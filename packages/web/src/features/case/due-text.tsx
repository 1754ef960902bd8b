import { endedStatuses } from '@openslrt/core/case/moves.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import './case-rows.css'

/** When the office where a case lies has to act, as people say it; for an ended case how it ended. */
export function DueText({ line }: { line: CaseLine }) {
  const t = useText()
  const when = useWhen()
  if (line.closure) return t(`closure.${line.closure}`)
  if (endedStatuses.includes(line.status)) return <Moment at={line.changedAt} />
  if (line.hopDueAt === null) return t('case.due.stands')
  const due = line.hopDueAt
  const near = due - when.now < dayMs ? 'case-due--near' : ''
  return (
    <time className={due < when.now ? 'case-due--late' : near} dateTime={when.iso(due)} title={when.exact(due)}>
      {when.due(due)}
    </time>
  )
}

/** A case that was joined to another or cancelled is due no more: since when. */
function Moment({ at }: { at: number }) {
  const when = useWhen()
  return (
    <time dateTime={when.iso(at)} title={when.exact(at)}>
      {when.moment(at)}
    </time>
  )
}
