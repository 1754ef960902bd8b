import { randomUUID } from 'node:crypto'
import type { OutWay, PushSubscriptionData } from '@openslrt/core/contract/notice-ways.ts'
import { noticeWayRoutes, outWays, ownWays } from '@openslrt/core/contract/notice-ways.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Pool } from 'pg'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { pushKeysOf } from './open-ways.ts'
import type { NoticeParts } from './parts.ts'
import { addPushWay, countBrowsers, endBrowsers, saveBrowser, saveSettings } from './queries-own.ts'
import type { Waiting, WayRow } from './queries-send.ts'
import { dropHeld, endPause, heldWhy, noteReleased, selectSettings, selectWaiting, selectWays } from './queries-send.ts'
import { tellNow } from './tell-soon.ts'
import { isPushService } from './ways/push.ts'

export interface OwnParts extends NoticeParts {
  /** What the application itself reads and writes with. */
  readonly api: Pool
  readonly pushHosts: readonly string[]
}

/** NOTICE-14 How somebody wants to be told: each for themselves. */
export function ownNoticeRoutesOf(parts: OwnParts): readonly Route[] {
  const { api, ways, ledger } = parts
  const open = ownWays.filter((way) => ways[way] !== undefined)
  return [
    route(noticeWayRoutes.own, async ({ person }) => {
      const { staff } = person()
      const browsers = await countBrowsers(api, staff)
      const pushKey = open.includes('push') ? pushKeysOf(ledger.keys).publicKey : null
      return ok({ ...(await settingsOf(parts, staff)), open, pushKey, browsers })
    }),
    route(noticeWayRoutes.save, async ({ body: { lang, email, ways: wanted }, person }) => {
      const { staff } = person()
      const keys = await ledger.keys.forDistrict('00')
      const sealed = email === null ? null : keys.seal(Buffer.from(email), `staff_notice ${staff}`)
      await saveSettings(api, staff, { lang, email: sealed, ways: wanted })
      return ok(await settingsOf(parts, staff))
    }),
    route(noticeWayRoutes.subscribe, async ({ body, person }) => {
      const { staff } = person()
      if (!isPushService(body.endpoint, parts.pushHosts)) return no({ code: 'invalid', fields: ['endpoint'] })
      await keepBrowser(parts, staff, body)
      await addPushWay(api, staff)
      return ok({ browsers: await countBrowsers(api, staff) })
    }),
    route(noticeWayRoutes.unsubscribe, async ({ body: { endpoint }, person }) => {
      const { staff } = person()
      await endBrowsers(api, staff, endpoint === null ? null : sha256(endpoint))
      return ok({ browsers: await countBrowsers(api, staff) })
    }),
  ]
}

async function settingsOf({ api, ledger }: OwnParts, staff: string) {
  const kept = await selectSettings(api, staff)
  if (!kept) return { lang: 'id' as const, email: null, ways: [] }
  const keys = await ledger.keys.forDistrict('00')
  const email = kept.email && keys.open(kept.email, `staff_notice ${staff}`).toString()
  return { lang: kept.lang, email, ways: ownWays.filter((way) => kept.ways.includes(way)) }
}

async function keepBrowser(
  { api, ledger }: OwnParts,
  staff: string,
  subscription: PushSubscriptionData,
): Promise<void> {
  const keys = await ledger.keys.forDistrict('00')
  const id = randomUUID()
  const sealed = keys.seal(Buffer.from(JSON.stringify(subscription)), `push_subscription ${id}`)
  await saveBrowser(api, { id, staff, digest: sha256(subscription.endpoint), sealed, now: new Date() })
}

/** What else goes out on the ways, and is left unsent with what waited there. */
type DropMore = (pool: NoticeParts['pool'], way: OutWay, now: Date) => Promise<unknown>

/** NOTICE-11 How the ways out stand, for whoever looks after the installation. */
export function noticeWayRoutesOf({ pool, ways }: NoticeParts, dropMore: DropMore): readonly Route[] {
  return [
    route(noticeWayRoutes.ways, async () => {
      const standing = new Map((await selectWays(pool)).map((row) => [row.way, row]))
      const waiting = new Map((await selectWaiting(pool)).map((row) => [row.way, row]))
      const items = outWays.map((way) => ({
        way,
        open: ways[way] !== undefined,
        ...standingOf(standing.get(way) ?? sound),
        ...loadOf(waiting.get(way) ?? nothing),
      }))
      return ok({ items, toTell: waiting.get('tell')?.waiting ?? 0 })
    }),
    route(noticeWayRoutes.release, async ({ body: { way, drop } }) => {
      const now = new Date()
      if (drop) {
        await dropHeld(pool, way, now)
        await dropMore(pool, way, now)
      }
      await noteReleased(pool, way)
      await tellNow(pool)
      return ok({})
    }),
    route(noticeWayRoutes.tryNow, async ({ body: { way } }) => {
      await endPause(pool, way, new Date())
      await tellNow(pool)
      return ok({})
    }),
  ]
}

const sound = { failing_since: null, why: null, paused_until: null, worked_at: null } as const
const nothing = { waiting: 0, oldest: null, refused: 0 } as const

const standingOf = ({ failing_since, why, paused_until, worked_at }: Omit<WayRow, 'way' | 'failures'>) => ({
  failingSince: failing_since,
  why,
  held: why === heldWhy,
  nextTry: failing_since === null || why === heldWhy ? null : paused_until,
  workedAt: worked_at,
})
const loadOf = ({ waiting, oldest, refused }: Omit<Waiting, 'way'>) => ({ waiting, oldest, refused })
