import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { staleBefore } from '@openslrt/core/case/pressing.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { periodBefore, periodOf } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers, ledgerOf, levelOf, nationPlace, parentOf } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import type { Reference } from '../reference/index.ts'
import { selectPlaces } from './queries.ts'

/** What is looked at, and from when to when: the part that all figures share. */
export interface Frame {
  readonly place: NamedPlace
  readonly above: NamedPlace | null
  readonly period: Period
  readonly before: Period
  readonly zone: string
  readonly at: number
  /** Before which moment a case must have changed last to be standing still. */
  readonly stale: number
}

export interface NamedPlace {
  readonly code: PlaceCode
  readonly name: string
  readonly level: ReturnType<typeof levelOf>
}

export interface FrameQuery {
  readonly place?: PlaceCode | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** FIG-4 Figures are read for one's own place or one below it, and for a period that can be drawn. */
export async function frameOf(
  pool: Pool,
  { zoneOf, policyFor }: Pick<Reference, 'zoneOf' | 'policyFor'>,
  reader: StaffActor,
  asked: FrameQuery,
  at: number,
): Promise<Result<Frame, Refusal>> {
  const place = asked.place ?? reader.place
  if (!covers(reader.place, place)) return no({ code: 'wrong-place' })
  const zone = zoneOf(ledgerOf(place))
  const period = periodOf(asked.from, asked.to, dayIn(zone, at))
  if (!period) return no({ code: 'invalid', fields: ['from', 'to'] })
  const up = aboveOf(place)
  const above = up !== null && covers(reader.place, up) ? up : null
  const names = await selectPlaces(pool, [place, ...(above === null ? [] : [above])])
  if (!names.has(place)) return no({ code: 'unknown-place' })
  const named = (code: PlaceCode): NamedPlace => ({ code, name: names.get(code) ?? code, level: levelOf(code) })
  return ok({
    place: named(place),
    above: above === null ? null : named(above),
    period,
    before: periodBefore(period),
    zone,
    at,
    stale: staleBefore(policyFor(ledgerOf(place), at, at)),
  })
}

const aboveOf = (place: PlaceCode): PlaceCode | null => (levelOf(place) === 'province' ? nationPlace : parentOf(place))
