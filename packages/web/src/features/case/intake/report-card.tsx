import { Button } from '@navikt/ds-react/Button'
import { Link } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { cardHref } from '../case-rows.tsx'
import type { Pasted } from './pasted.ts'
import { type LookedUp, useLookedUp } from './use-looked-up.ts'
import type { Sent } from './use-pasted.ts'

interface ReportCardProps {
  readonly pasted: Pasted
  readonly sent: Sent | undefined
  readonly tell: (key: string, found: LookedUp) => void
  readonly onCheck: () => void
  readonly onReceipt: () => void
}

/** One report at a glance: who, where, what, and what is still open about it. */
export function ReportCard({ pasted, sent, tell, ...acts }: ReportCardProps) {
  const t = useText()
  const found = useLookedUp(pasted, tell)
  const lists = useLists(useActing().post?.district ?? null)
  const { draft } = pasted
  const place = found?.values.place?.label ?? draft.village
  const about = lists.name('category', draft.category)
  const name = draft.name || t('intake.nameless')
  return (
    <article className="intake__report">
      <div className="intake__report-head">
        <h2>{name}</h2>
        <CardTag sent={sent} found={found} />
      </div>
      <p>{[place, about].filter(Boolean).join(' · ')}</p>
      {sent?.state === 'refused' && <p>{sent.why}</p>}
      {!sent && found && <Open pasted={pasted} found={found} />}
      <Acts {...acts} sent={sent} ready={found !== null} name={name} />
    </article>
  )
}

interface ActsProps extends Pick<ReportCardProps, 'sent' | 'onCheck' | 'onReceipt'> {
  readonly ready: boolean
  readonly name: string
}

function Acts({ sent, ready, name, onCheck, onReceipt }: ActsProps) {
  const t = useText()
  if (sent?.state === 'kept') return null
  if (sent?.state !== 'done')
    return (
      <Button size="small" variant="secondary" disabled={!ready} onClick={onCheck}>
        {t('intake.check', { name })}
      </Button>
    )
  return (
    <div className="intake__acts">
      <span className="numbers">{sent.receipt.number}</span>
      <Button size="small" variant="secondary" onClick={onReceipt}>
        {t('intake.receipt')}
      </Button>
      <Button as={Link} size="small" variant="tertiary" href={cardHref(sent.receipt)}>
        {t('case.receipt.open')}
      </Button>
    </div>
  )
}

function CardTag({ sent, found }: { sent: Sent | undefined; found: LookedUp | null }) {
  const t = useText()
  if (sent?.state === 'done') return <StatusTag tone="done" label={t('intake.state.done')} />
  if (sent?.state === 'kept') return <StatusTag tone="waiting" label={t('intake.state.kept')} />
  if (sent?.state === 'refused') return <StatusTag tone="urgent" label={t('intake.state.refused')} />
  if (!found) return <StatusTag tone="waiting" label={t('shell.loading')} />
  return found.clear ? (
    <StatusTag tone="done" label={t('intake.state.clear')} />
  ) : (
    <StatusTag tone="attention" label={t('intake.state.look')} />
  )
}

/** What keeps it from going as it is. */
function Open({ pasted: { draft, report }, found }: { pasted: Pasted; found: LookedUp }) {
  const t = useText()
  const named = (fields: readonly (typeof draft.missing)[number][]) =>
    fields.map((one) => t(`intake.field.${one}`)).join(', ')
  const doubtful = [...draft.doubtful, ...(found.villageDoubtful ? (['village'] as const) : [])]
  return (
    <ul className="intake__open">
      {draft.missing.length > 0 && <li>{t('intake.missing', { fields: named(draft.missing) })}</li>}
      {doubtful.length > 0 && <li>{t('intake.doubtful', { fields: named([...new Set(doubtful)]) })}</li>}
      {report.unread.length > 0 && <li>{t('intake.unread', { count: report.unread.length })}</li>}
      {found.similar > 0 && <li>{t('intake.similar', { count: found.similar })}</li>}
    </ul>
  )
}
