import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useMe } from '../../../platform/session/use-session.ts'

/** Whom this person stands in for at this office, until when, and the cases that they have in hand. */
export function StandingIn({ path }: { path: string }) {
  const t = useText()
  const when = useWhen()
  const { staff } = useMe()
  const { data } = useAsk(referenceRoutes.colleagues)
  return data?.items.map(({ id, name, open, away }) =>
    away?.standIn === staff ? (
      <InlineMessage key={id} status="info" className="standing-in">
        {t('case.queue.standing-in', { name, until: when.date(away.until - 1) })}{' '}
        <Link href={`${path}?assignee=${id}`}>{t('case.queue.standing-in.cases', { count: open })}</Link>
      </InlineMessage>
    ) : null,
  )
}
