import type { StaffActor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { Policy } from '../case/policy.ts'
import type { LoadCommandData } from '../contract/load.ts'
import type { LoadId } from '../kernel/id.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { LedgerCode } from '../place/code.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import type { Locals } from './columns.ts'
import { mappingProblem } from './columns.ts'
import type { LoadCounts, LoadRefusal, LoadRow } from './load.ts'
import { noCounts } from './load.ts'
import type { LoadMove } from './moves.ts'
import { loadRule } from './moves.ts'

type Refusal =
  | LoadRefusal
  | { readonly code: 'not-permitted'; readonly needs: readonly ['registry.load'] }
  | { readonly code: 'wrong-place' }

/** A file as it was read. */
export interface LoadFile {
  readonly name: string
  readonly digest: string
  readonly headDigest: string
}

/** What the law looks up to open a load: beside the rest, what the district asks itself. */
export type Opening = Pick<Policy, 'now' | 'day'> & { readonly locals?: Locals }

/** LOAD-6 Who loads for a district: at an office of the district itself, with the right to. */
export function mayLoad(actor: StaffActor, district: LedgerCode): Result<null, Refusal> {
  if (!holds(actor, 'registry.load')) return no({ code: 'not-permitted', needs: ['registry.load'] })
  return levelOf(actor.place) === 'district' && ledgerOf(actor.place) === district
    ? ok(null)
    : no({ code: 'wrong-place' })
}

/** LOAD-6 Opens a load of a file: which extract of what day, what its columns mean, how it was handed over. */
export function openLoad(
  id: LoadId,
  file: LoadFile,
  data: LoadCommandData['load.open'],
  actor: StaffActor,
  policy: Opening,
): Result<Decision, Refusal> {
  const district = ledgerOf(actor.place)
  const may = mayLoad(actor, district)
  if (!may.ok) return may
  const problem = mappingProblem(data.mapping, policy.locals)
  if (problem) return no({ code: 'load-mapping', problem })
  if (data.snapshot > policy.day) return no({ code: 'load-snapshot' })
  if (data.place !== null && !covers(actor.place, data.place)) return no({ code: 'load-place' })
  const { source, snapshot, mapping, place } = data
  const set = {
    district,
    office: actor.office,
    openedBy: actor.staff,
    source,
    snapshot,
    mapping,
    place,
    fileName: file.name,
    fileDigest: file.digest,
    headDigest: file.headDigest,
    handOver: data.handOver,
    status: 'read' as const,
    line: 0,
    offset: 0,
    checked: noCounts,
    counts: noCounts,
    openedAt: policy.now,
    changedAt: policy.now,
    endedAt: null,
  }
  return ok(entryOf('open', { file: file.name, source, snapshot }, policy, [{ table: 'load', id, base: 0, set }]))
}

type Set = Extract<Change, { table: 'load' }>['set']

/** LOAD-7 One step of a load. What else the step changes (people, families) goes with it. */
export function stepLoad(
  load: LoadRow,
  move: LoadMove,
  set: Set,
  policy: Pick<Policy, 'now' | 'day'>,
  beside: readonly Change[] = [],
): Result<Decision, LoadRefusal> {
  const rule = loadRule(move)
  if (!rule.from.includes(load.status)) return no({ code: 'wrong-load-status', status: load.status })
  const status = rule.to === 'same' ? load.status : rule.to
  const isEnd = status !== load.status && (loadRule('finish').to === status || loadRule('cancel').to === status)
  const own: Change = {
    table: 'load',
    id: load.id,
    base: load.version,
    set: { ...set, status, changedAt: policy.now, ...(isEnd ? { endedAt: policy.now } : {}) },
  }
  return ok(entryOf(move, { source: load.source, snapshot: load.snapshot }, policy, [...beside, own]))
}

/** What came of more rows. */
export const addCounts = (one: LoadCounts, other: LoadCounts): LoadCounts => ({
  rows: one.rows + other.rows,
  newPeople: one.newPeople + other.newPeople,
  changedPeople: one.changedPeople + other.changedPeople,
  samePeople: one.samePeople + other.samePeople,
  newFamilies: one.newFamilies + other.newFamilies,
  changedFamilies: one.changedFamilies + other.changedFamilies,
  sameFamilies: one.sameFamilies + other.sameFamilies,
  kept: one.kept + other.kept,
  wrong: one.wrong + other.wrong,
})

const entryOf = (
  action: string,
  say: JsonObject,
  { day }: Pick<Policy, 'day'>,
  changes: readonly Change[],
): Decision => ({ action, note: '', say, day, changes, jobs: [] })
