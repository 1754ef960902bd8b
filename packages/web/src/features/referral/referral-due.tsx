import type { ReferralLine } from '@openslrt/core/contract/case-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import './referral.css'

/** Until when somebody has to take a referral; afterwards since when it stands as it does. */
export function ReferralDue({ referral }: { referral: ReferralLine }) {
  const t = useText()
  const when = useWhen()
  const { dueAt, endedAt, changedAt } = referral
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
      {when.due(dueAt)}
    </time>
  )
}
