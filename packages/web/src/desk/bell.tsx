import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { Link } from 'wouter'
import { useAsk } from '../platform/api/use-ask.ts'
import { useText } from '../platform/i18n/use-text.ts'

const everyMs = 30_000
const most = 99

/** In the bar of every screen: how much news was not read, and the way to it. */
export function Bell() {
  const t = useText()
  const { data } = useAsk(noticeRoutes.count, {}, { staleTime: everyMs, refetchInterval: everyMs })
  const count = data?.unread ?? 0
  return (
    <Link className="shell__button bell" href="/kabar" aria-label={t(count > 0 ? 'bell.some' : 'bell.none', { count })}>
      <svg viewBox="0 0 24 24" width="22" height="22" fill="currentColor" aria-hidden="true">
        <path d="M12 2a7 7 0 0 0-7 7v4.600L3.200 17a1 1 0 0 0 .9 1.500h4.500a3.500 3.500 0 0 0 6.800 0h4.500a1 1 0 0 0 .9-1.500L19 13.600V9a7 7 0 0 0-7-7Zm-5 7a5 5 0 0 1 10 0v5.100l1.300 2.400H5.700L7 14.100Zm3.900 9.500h2.200a1.500 1.500 0 0 1-2.200 0Z" />
      </svg>
      {count > 0 && (
        <span className="bell__count" aria-hidden="true">
          {count > most ? `${most}+` : count}
        </span>
      )}
    </Link>
  )
}
