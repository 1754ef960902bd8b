import { dutyRoutes, type Roster } from '@openslrt/core/contract/duty-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { type Asked, useAsk } from '../../platform/api/use-ask.ts'
import { useActing } from '../../platform/session/use-session.ts'

/** The office whose roster an address asks for; none is the acting one. */
export const officeIn = (search: string) =>
  officeId.safeParse(new URLSearchParams(search).get('kantor') ?? '').data ?? null

/** The roster that an address asks for, and whether this person makes it. An office elsewhere is an administrator's to see. */
export function useRoster(search: string): { readonly asked: Asked<Roster>; readonly makes: boolean } {
  const { can, post } = useActing()
  const own = officeId.safeParse(post?.office).data ?? null
  const wanted = officeIn(search) ?? own
  const isOwn = can('case.read') && (wanted === own || !can('staff.manage'))
  const mine = useAsk(dutyRoutes.own, {}, { enabled: isOwn })
  const other = useAsk(dutyRoutes.of, { query: { office: wanted ?? '' } }, { enabled: !isOwn && wanted !== null })
  return { asked: isOwn ? mine : other, makes: can('staff.manage') || can('case.assign') }
}
