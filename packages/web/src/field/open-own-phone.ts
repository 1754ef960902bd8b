import { httpLine } from '../platform/replica/http-line.ts'
import { openPhone, type Phone } from '../platform/replica/open-phone.ts'
import { actAt } from '../platform/session/session-store.ts'
import type { Keys } from '../platform/vault/vault.ts'

declare const __RELEASE__: string

export interface OwnPhone {
  readonly phone: Phone
  readonly district: string
}

/** The phone of somebody who makes visits, acting from the post that lets them. */
export async function openOwnPhone({ me, dataKey, device }: Keys): Promise<OwnPhone | 'no-post'> {
  const post = me.posts.find(({ permissions }) => permissions.includes('visit.do'))
  if (!post) return 'no-post'
  actAt(post.office)
  const { district } = post
  const bearer = { staff: me.staff, district, device, app: __RELEASE__, name: nameOfPhone() }
  const world = { bearer, line: httpLine, now: Date.now, alone: aloneIn }
  return { phone: await openPhone({ dataKey, outboxKey: me.outboxKey }, world), district }
}

/** What its supervisor knows it by: the system in brackets, as browsers tell it. */
const nameOfPhone = (): string => (/\(([^)]*)\)/.exec(navigator.userAgent)?.[1] ?? 'HP').slice(0, 60)

/** Two windows of one person must not sync at once. */
const aloneIn =
  (name: string) =>
  async (work: () => Promise<void>): Promise<void> =>
    navigator.locks.request(name, work)
