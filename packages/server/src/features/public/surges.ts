import type { PublicSurge, PublicSurgeLine } from '@openslrt/core/contract/public-surge.ts'
import { countedSurge, publicSurgeLine } from '@openslrt/core/contract/public-surge.ts'
import { surgeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { cellLimitData, cellLimitList, usualLeast } from '@openslrt/core/ppks/types.ts'
import { publicPicture } from '@openslrt/core/surge/public-counts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { findPublicSurge, findPublicSurges } from './queries.ts'

const named = z.object({ district: ledgerCode, id: surgeId })

/** SURGE-13 The lists that are told to everybody. */
export async function showSurges(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendPage(parts, reply, 'surges', { shell: shellOf(parts, request), lists: await publicSurges(parts) })
}

/** SURGE-13 One of them in numbers: how many, how far, by place and by day. Never who. */
export async function showSurge(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const key = named.safeParse(request.params).data
  const district = key?.district ?? ledgerCode.parse('00')
  const zone = parts.reference.zoneOf(district)
  const now = Date.now()
  const least = leastIn(parts, district, now)
  const surge = key ? await countsOf(parts, key, zone, now, least) : null
  const props = { shell: shellOf(parts, request), surge, zone, now, least }
  return sendPage(parts, reply, 'surge', props, { status: surge ? 200 : 404 })
}

/** The list of limits that the nation keeps: what is withheld is withheld everywhere alike. */
function leastIn({ reference }: PublicParts, district: LedgerCode, now: number): number {
  const said = reference.list(cellLimitList, district, dayIn(reference.zoneOf(district), now))
  const leasts = said.flatMap(({ data }) => cellLimitData.safeParse(data).data?.least ?? [])
  return Math.max(usualLeast, ...leasts)
}

/** Many look at once while people wait: what was counted just now is counted for all of them. */
const freshMs = 10_000
const mostKept = 200
interface Kept<Value> {
  readonly at: number
  readonly value: Promise<Value>
}
const counted = new WeakMap<PublicParts, Map<string, Kept<unknown>>>()

function justNow(parts: PublicParts, key: string, now: number, find: () => Promise<unknown>): Promise<unknown> {
  const kept = counted.get(parts) ?? new Map<string, Kept<unknown>>()
  counted.set(parts, kept)
  const known = kept.get(key)
  if (known && now - known.at < freshMs) return known.value
  // Addresses are anybody's to make up: what was asked for first goes first.
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
  kept.delete(key)
  const value = find()
  kept.set(key, { at: now, value })
  // What failed is asked for anew.
  value.catch(() => kept.delete(key))
  return value
}

async function countsOf(
  parts: PublicParts,
  { district, id }: z.infer<typeof named>,
  zone: string,
  now: number,
  least: number,
): Promise<PublicSurge | null> {
  const said = await justNow(parts, `${district} ${id}`, now, () =>
    findPublicSurge(parts.pools.door, district, id, zone),
  )
  if (said === null) return null
  const { name, placeName, day, open, counts, places, days } = countedSurge.parse(said)
  return { district, name, placeName, day, open, ...publicPicture(counts, places, days, least) }
}

/** SURGE-13 Which lists are told to everybody. */
export async function publicSurges(parts: PublicParts): Promise<readonly PublicSurgeLine[]> {
  const said = await justNow(parts, 'all', Date.now(), () => findPublicSurges(parts.pools.door))
  return z.array(publicSurgeLine).parse(said)
}
