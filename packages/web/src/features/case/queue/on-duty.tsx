import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { dutyRoutes } from '@openslrt/core/contract/duty-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'

/** How early a turn is told. */
const soonMs = 7 * dayMs

/** DUTY-8 That this person is on duty for red cards here, or is soon. */
export function OnDuty() {
  const t = useText()
  const when = useWhen()
  const { data } = useAsk(dutyRoutes.mine, {}, { refetchInterval: 10 * 60_000 })
  const next = data?.next && data.next.from < when.now + soonMs ? data.next : null
  if (!data || (data.until === null && !next)) return null
  const text =
    data.until === null
      ? t('case.queue.duty.next', { from: when.moment(next?.from ?? 0) })
      : t('case.queue.duty', { until: when.moment(data.until - 1) })
  return (
    <InlineMessage status="info" className="standing-in">
      {text} <Link href="/piket">{t('duty.title')}</Link>
    </InlineMessage>
  )
}
