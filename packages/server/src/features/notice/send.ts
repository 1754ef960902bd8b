import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { OutWay } from '@openslrt/core/contract/notice-ways.ts'
import { outWays } from '@openslrt/core/contract/notice-ways.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { reachOf } from '@openslrt/core/notice/contact.ts'
import { inScope } from '../../platform/db/scope.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { citizenWords, staffMessage } from './message.ts'
import type { NoticeParts } from './parts.ts'
import { insertDelivery, voidTellings } from './queries-dispatch.ts'
import type { InHand } from './queries-send.ts'
import {
  deleteBrowser,
  noteBroken,
  noteOutcome,
  noteWorking,
  selectBrowsers,
  selectCaseOf,
  selectSettings,
  selectTriedWays,
  selectWay,
  takeInHand,
} from './queries-send.ts'
import type { Message, Send, Sent } from './ways/way.ts'
import { citizenWay, openPhoneWays } from './write.ts'

/** How many go out side by side on one way, and how many in one round of the worker. */
const atOnce = 8
const mostRounds = 125
/** Longer than the longest try: whoever has not written down by then what became of one is gone. */
const leaseMs = 5 * minuteMs
/** A recipient that refuses is tried again this often. */
const mostTries = 4

/** NOTICE-10 Sends what is due, on every way that is set up. Gives how many were taken. */
export async function sendDue(parts: NoticeParts, clock: () => number = Date.now): Promise<number> {
  const sent = await Promise.all(outWays.map((way) => sendOn(parts, way, clock)))
  return sent.reduce((sum, n) => sum + n, 0)
}

const sendOn = (parts: NoticeParts, way: OutWay, clock: () => number): Promise<number> =>
  drain(parts, way, noticeLine(parts, way), clock)

/** Messages that wait for one way: how they are taken in hand, sent, and what is written down of each. */
export interface Line<Held> {
  take(hold: { readonly now: Date; readonly lease: Date; readonly most: number }): Promise<readonly Held[]>
  send(send: Send, held: Held, now: number): Promise<Outcome>
  settle(held: Held, outcome: Outcome, when: { readonly now: number; readonly until: Date | null }): Promise<void>
}

const noticeLine = (parts: NoticeParts, way: OutWay): Line<InHand> => ({
  take: (hold) => takeInHand(parts.pool, way, hold),
  send: (send, held, now) => (held.whom === 'citizen' ? toCitizen : toStaff)(parts, send, held, now),
  settle: (held, outcome, when) => settle(parts, held, outcome, when),
})

/** Sends what waits in a line, as long as its way works. Gives how many were taken. */
export async function drain<Held>(
  parts: NoticeParts,
  way: OutWay,
  line: Line<Held>,
  clock: () => number,
): Promise<number> {
  const send = parts.ways[way]
  if (!send) return 0
  let sent = 0
  for (let round = 0; round < mostRounds; round++) {
    const now = clock()
    const standing = await selectWay(parts.pool, way)
    if ((standing?.paused_until ?? 0) > now) break
    // One knocks on a way that was broken; the others wait for what comes of it.
    const most = standing?.failing_since ? 1 : atOnce
    const held = await line.take({ now: new Date(now), lease: new Date(now + leaseMs), most })
    if (held.length === 0) break
    const came = await Promise.all(
      held.map(async (one) => ({ one, sent: await sendOne(parts, way, () => line.send(send, one, now)) })),
    )
    sent += came.filter((one) => one.sent.kind === 'taken').length
    const until = await noteWay(
      parts,
      way,
      came.map((one) => one.sent),
      now,
    )
    for (const { one, sent: outcome } of came) await line.settle(one, outcome, { now, until })
    if (until) break
  }
  return sent
}

/**
 * NOTICE-11 A way that fails is said once and paused, longer each time; the first message that it takes ends that.
 * Gives until when it is paused.
 */
async function noteWay(
  { pool, log }: NoticeParts,
  way: OutWay,
  came: readonly Outcome[],
  now: number,
): Promise<Date | null> {
  const before = await selectWay(pool, way)
  const broken = came.find((sent) => sent.kind === 'broken')
  if (broken?.kind === 'broken') {
    const until = new Date(now + pauseAfter(before?.failures ?? 0))
    await noteBroken(pool, way, broken.why, new Date(now), until)
    if (!before?.failing_since) log.error({ way, why: broken.why }, 'messages do not go out on this way and wait')
    return until
  }
  if (came.some(({ kind }) => kind === 'taken' || kind === 'refused')) {
    await noteWorking(pool, way, new Date(now))
    if (before?.failing_since) log.info({ way }, 'messages go out again')
  }
  return null
}

/** The pause after so many failures in a row: half a minute, doubled each time, a quarter of an hour at most. */
export const pauseAfter = (failures: number): number => Math.min(30_000 * 2 ** failures, 15 * minuteMs)

/** Writes down what became of a message. */
async function settle(
  parts: NoticeParts,
  held: InHand,
  sent: Outcome,
  { now, until }: { readonly now: number; readonly until: Date | null },
): Promise<void> {
  const note = (outcome: Parameters<typeof noteOutcome>[2]) => noteOutcome(parts.pool, held, outcome, new Date(now))
  switch (sent.kind) {
    case 'taken':
      await note({ state: 'sent', reference: sent.reference })
      break
    case 'broken':
      await note({ state: 'waiting', problem: sent.why, nextAt: until ?? new Date(now), untried: true })
      break
    case 'refused':
      await refused(parts, held, sent.why, now)
      break
    default:
      await note({ state: 'void' })
  }
}

/** A fault of ours is one message's: it must not hold back all others. */
async function sendOne({ log }: NoticeParts, way: OutWay, send: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await send()
  } catch (error) {
    log.error({ err: error, way }, 'a message could not be made')
    return { kind: 'refused', why: 'fault' }
  }
}

/** NOTICE-12 A recipient that can't be reached so is tried some more, and then told in another way. */
async function refused(parts: NoticeParts, held: InHand, why: string, now: number): Promise<void> {
  const at = new Date(now)
  if (held.tries < mostTries) {
    const nextAt = new Date(now + 5 * minuteMs * 4 ** held.tries)
    await noteOutcome(parts.pool, held, { state: 'waiting', problem: why, nextAt }, at)
    return
  }
  await tellOtherwise(parts, held, now)
  await noteOutcome(parts.pool, held, { state: 'failed', problem: why }, at)
}

/** Whoever a way does not reach is told on the next one that they agreed to, or by mouth. */
export async function tellOtherwise(parts: NoticeParts, held: InHand, now: number): Promise<void> {
  if (held.whom !== 'citizen') return
  const kase = await caseOf(parts, held)
  const tried = await selectTriedWays(parts.pool, held)
  const way = kase && citizenWay(kase, parts.ways, held.what, new Set(tried))
  if (!kase || !way) return
  await inScope(parts.pool, {}, async (client) => {
    if (way === 'tell') await voidTellings(client, held.district, kase.id, new Date(now))
    const notice = { id: held.notice, caseId: kase.id }
    await insertDelivery(client, held.district, notice, way, new Date(now))
  })
}

async function caseOf(parts: NoticeParts, held: InHand): Promise<CaseRow | null> {
  const row = await selectCaseOf(parts.pool, held)
  return row && rowOf('case', row, await parts.ledger.keys.forDistrict(held.district))
}

export type Outcome = Sent | { readonly kind: 'void' }

/** NOTICE-4 Asks once more whether and how the citizen may be told, for much may have changed while it waited. */
async function toCitizen(parts: NoticeParts, send: Send, held: InHand, now: number): Promise<Outcome> {
  const kase = await caseOf(parts, held)
  if (!kase) return { kind: 'void' }
  const reach = reachOf(kase, openPhoneWays(parts.ways))
  if (reach.kind !== 'phone' || !reach.ways.some((way) => way === held.way)) {
    await tellOtherwise(parts, held, now)
    return { kind: 'void' }
  }
  const words = citizenWords(parts.reference, parts.home, held, reach.wording, now)
  return send({ ...messageOf(held), ...words, to: reach.number })
}

const messageOf = ({ id, district, notice }: InHand): Pick<Message, 'id' | 'district' | 'notice'> => ({
  id,
  district,
  notice,
})

async function toStaff(parts: NoticeParts, send: Send, held: InHand, now: number): Promise<Outcome> {
  const staff = held.staff ?? ''
  const settings = await selectSettings(parts.pool, staff)
  if (!settings?.ways.includes(held.way)) return { kind: 'void' }
  const words = staffMessage(parts.reference, parts.home, held, settings.lang, now)
  const message = { ...messageOf(held), ...words }
  const keys = await parts.ledger.keys.forDistrict('00')
  if (held.way === 'push') return toBrowsers(parts, send, staff, message)
  if (settings.email === null) return { kind: 'void' }
  return send({ ...message, to: keys.open(settings.email, `staff_notice ${staff}`).toString() })
}

/** NOTICE-14 Tells every browser of somebody; one that is gone is forgotten. One that took it is enough. */
async function toBrowsers(
  parts: NoticeParts,
  send: Send,
  staff: string,
  message: Omit<Message, 'to'>,
): Promise<Outcome> {
  const keys = await parts.ledger.keys.forDistrict('00')
  const came: Sent[] = []
  for (const { id, sealed } of await selectBrowsers(parts.pool, staff)) {
    const sent = await send({ ...message, to: keys.open(sealed, `push_subscription ${id}`).toString() })
    if (sent.kind === 'gone') await deleteBrowser(parts.pool, id)
    came.push(sent)
  }
  const order = ['broken', 'taken', 'refused'] as const
  for (const kind of order) {
    const found = came.find((sent) => sent.kind === kind)
    if (found) return found
  }
  return { kind: 'void' }
}
