import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { dueEdges, dueWindows } from '@openslrt/core/case/due.ts'
import { staleBefore } from '@openslrt/core/case/pressing.ts'
import type { CaseFilter, Grouping } from '@openslrt/core/contract/case-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Reference } from '../reference/index.ts'
import { countLines } from './queries.ts'
import type { FilterLook } from './queries-filter.ts'
import { dueConditions, everyRow, filterConditions } from './queries-filter.ts'
import { selectGroups } from './queries-groups.ts'

/** Of which bidang each category is, as the reader's district has it: today's list first, then what was on it before. */
export type Sectors = ReadonlyMap<string, string>

/** What the filters of a reader's lists are read by. */
export function filterLook(reference: Reference, actor: StaffActor, now: number): FilterLook {
  const zone = reference.zoneOf(ledgerOf(actor.place))
  const categoriesOf = (sector: string): readonly string[] =>
    [...sectorsOf(reference, { actor, zone, now })].filter(([, of]) => of === sector).map(([category]) => category)
  const stale = staleBefore(reference.policyFor(ledgerOf(actor.place), now, now))
  return { actor, zone, now, stale, categoriesOf }
}

export function sectorsOf(
  reference: Reference,
  { actor, zone, now }: Omit<FilterLook, 'categoriesOf' | 'stale'>,
): Sectors {
  const [district, day] = [ledgerOf(actor.place), dayIn(zone, now)]
  const said = [...reference.past('category', district, day), ...reference.list('category', district, day)]
  return new Map(
    said.flatMap(({ code, data: { sector } }): [string, string][] =>
      typeof sector === 'string' ? [[code, sector]] : [],
    ),
  )
}

export interface Group {
  readonly key: string | null
  readonly name: string | null
  readonly count: number
  readonly late: number
}

/** QUEUE-10 The cases of a list by what they have in common; the groups together are the list. */
export async function groupsOf(
  client: PoolClient,
  by: Grouping,
  filter: CaseFilter,
  look: FilterLook,
  sectors: Sectors,
): Promise<Group[]> {
  const where = filterConditions(filter, look)
  if (by === 'due') return dueGroups(client, look, where)
  const rows = await selectGroups(client, look.actor, by, where, dueConditions(dueEdges(look.zone, look.now)).late)
  return by === 'assignee' ? [...rows] : bySector(rows, sectors)
}

async function dueGroups(
  client: PoolClient,
  { actor, zone, now }: FilterLook,
  where: ReturnType<typeof filterConditions>,
): Promise<Group[]> {
  const windows = dueConditions(dueEdges(zone, now))
  const counts = await countLines(client, actor, where, [everyRow, ...dueWindows.map((window) => windows[window])])
  return dueWindows.flatMap((key, at) => {
    const count = counts[at + 1] ?? 0
    return count > 0 ? [{ key, name: null, count, late: key === 'late' ? count : 0 }] : []
  })
}

/** Categories under their bidang, the fullest first. A category that no list knows any more is of none. */
function bySector(rows: readonly Group[], sectors: Sectors): Group[] {
  const groups = new Map<string | null, Group>()
  for (const { key: category, count, late } of rows) {
    const key = (category !== null && sectors.get(category)) || null
    const before = groups.get(key) ?? { key, name: null, count: 0, late: 0 }
    groups.set(key, { ...before, count: before.count + count, late: before.late + late })
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count)
}
