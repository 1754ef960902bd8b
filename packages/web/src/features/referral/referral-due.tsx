import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import './referral.css'

const dueKeys: Readonly<Partial<Record<ReferralLine['status'], MessageKey>>> = {
  requested: 'referral.due.requested',
  accepted: 'referral.due.accepted',
  'in-progress': 'referral.due.in-progress',
}

/** Until when the asked office has to take, begin or complete a referral; otherwise since when it stands as it does. */
export function ReferralDue({ referral }: { referral: ReferralLine }) {
  const t = useText()
  const when = useWhen()
  const { dueAt, endedAt, changedAt, status } = referral
  if (dueAt === null) {
    const at = endedAt ?? changedAt
    return (
      <time dateTime={when.iso(at)} title={when.exact(at)}>
        {t('referral.since', { when: when.moment(at) })}
      </time>
    )
  }
  const near = dueAt - when.now < dayMs ? 'referral-due--near' : ''
  return (
    <time
      className={dueAt < when.now ? 'referral-due--late' : near}
      dateTime={when.iso(dueAt)}
      title={when.exact(dueAt)}
    >
      {t(dueKeys[status] ?? 'referral.due.requested')}: {when.due(dueAt)}
    </time>
  )
}
