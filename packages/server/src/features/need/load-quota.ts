import type { Policy } from '@openslrt/core/case/policy.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Carrying } from '@openslrt/core/need/carry.ts'
import { mostCarried, placesInto } from '@openslrt/core/need/carry.ts'
import type { ApplicationRow, QuotaRow } from '@openslrt/core/need/need.ts'
import { endedFor, mostMovedUp, quotaFor, runsOn } from '@openslrt/core/need/quota.ts'
import type { InLine } from '@openslrt/core/need/scene.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { admitLine } from '../../platform/db/scope.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import {
  selectComers,
  selectLine,
  selectOwing,
  selectPlacesWaiting,
  selectQuota,
  selectQuotasAround,
  selectRunning,
} from './queries.ts'

const quotasOf = (rows: readonly Parameters<typeof rowOf>[1][]): readonly QuotaRow[] =>
  rows.map((row) => rowOf('quota', row, null))

/** Places are given on the day on which the ledger is written, whenever it was said. */
export const dayOfGiving = ({ calendar, now }: Pick<Policy, 'calendar' | 'now'>): Day => dayIn(calendar.zone, now)

/** A quota that a grant counts on, and whether whoever is granted waits whatever its numbers say. */
export interface Counting {
  readonly quota: QuotaRow | null
  readonly owed: boolean
}

/**
 * QUOTA-1, QUOTA-8 The quota that an application takes a place of: the one that it holds or waits for, else the one that
 * counts now, else one that ended while somebody still waits for it.
 */
export async function quotaOf(client: PoolClient, application: ApplicationRow, day: Day): Promise<Counting> {
  const { district, programme, place } = application
  if (application.quota !== null) {
    const row = await selectQuota(client, district, application.quota)
    return { quota: row && rowOf('quota', row, null), owed: false }
  }
  const running = quotasOf(await selectRunning(client, district, programme, day))
  const owing = quotasOf(await selectOwing(client, district, programme, day))
  const quota = quotaFor(running, place, day)
  if (!quota) {
    const ended = endedFor(owing, place, day)
    return { quota: ended, owed: ended !== null }
  }
  return { quota, owed: (await placesOwed(client, quota, running, owing, day)).length > 0 }
}

/** QUOTA-8 Where those live who wait from a period before and come into a quota. Opens the programme's lines. */
async function placesOwed(
  client: PoolClient,
  quota: QuotaRow,
  running: readonly QuotaRow[],
  owing: readonly QuotaRow[],
  day: Day,
): Promise<readonly PlaceCode[]> {
  if (owing.length === 0) return []
  await admitLine(client, quota.programme)
  const ids = owing.map(({ id }) => id)
  const places = (await selectPlacesWaiting(client, quota.district, ids)).map((place) => placeCode.parse(place))
  return placesInto(quota, running, places, day)
}

/**
 * QUOTA-4 Those who move up when places of a quota become free. The actor may not see them otherwise: the wall is opened for
 * the lines of this one programme, for the rest of this transaction. Nobody moves up into a period that is over, nor past
 * those who come from the one before: they are carried over first.
 */
export async function lineOf(
  client: PoolClient,
  quota: QuotaRow | null,
  { but, free, day }: { readonly but: string; readonly free: number; readonly day: Day },
): Promise<readonly InLine[]> {
  if (!quota || quota.waiting === 0 || !runsOn(quota, day)) return []
  await admitLine(client, quota.programme)
  const most = Math.min(mostMovedUp, free)
  if (most <= 0 || (await isOwed(client, quota, day))) return []
  return selectLine(client, quota.district, quota.id, but, most)
}

async function isOwed(client: PoolClient, quota: QuotaRow, day: Day): Promise<boolean> {
  const owing = quotasOf(await selectOwing(client, quota.district, quota.programme, day))
  if (owing.length === 0) return false
  const running = quotasOf(await selectRunning(client, quota.district, quota.programme, day))
  return (await placesOwed(client, quota, running, owing, day)).length > 0
}

/** QUOTA-7 The other quotas of a programme that have to do with a time. */
export const quotasAround = async (
  client: PoolClient,
  district: string,
  programme: string,
  span: { readonly from: Day; readonly until: Day },
): Promise<readonly QuotaRow[]> => quotasOf(await selectQuotasAround(client, district, programme, span))

/** QUOTA-8 What carrying over into a quota looks at; null where there is no such quota. */
export async function carryingOf(client: PoolClient, district: string, id: string, day: Day): Promise<Carrying | null> {
  const row = await selectQuota(client, district, id)
  if (!row) return null
  const quota = rowOf('quota', row, null)
  await admitLine(client, quota.programme)
  const running = quotasOf(await selectRunning(client, district, quota.programme, day))
  const owing = quotasOf(await selectOwing(client, district, quota.programme, day))
  const places = await placesOwed(client, quota, running, owing, day)
  const ids = owing.map((old) => old.id)
  const found = places.length === 0 ? [] : await selectComers(client, district, ids, places, mostCarried + 1)
  const line = await selectLine(client, district, quota.id, quota.id, mostMovedUp)
  return { quota, ended: owing, comers: found.slice(0, mostCarried), more: found.length > mostCarried, line }
}
