import type { Day } from '../kernel/instant.ts'
import type { Change, Table } from '../ledger/entry.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import type { SaidRow } from './check-row.ts'
import { heardOn, linesHeard } from './heard.ts'
import type { Known } from './plan-chunk.ts'

/**
 * LOAD-24 What is known of those whom a chunk names, once the chunk before it is written: so the one is planned while the
 * other is still on its way, and comes to the same as if it had waited. It does not matter whether what was read held the
 * changes already.
 */
export function knownAfter(known: Known, rows: readonly SaidRow[], changes: readonly Change[], snapshot: Day): Known {
  const [people, families] = [changesOf('person', changes), changesOf('family', changes)]
  const isSaid = saidBy(changes)
  return {
    ...known,
    people: after(known.people, people, numbersIn(rows.map(({ person }) => person?.nik))),
    families: after(known.families, families, numbersIn(rows.map(({ family }) => family?.kk))),
    saidOn: (holder, variable) => (isSaid(holder.id, variable) ? snapshot : known.saidOn(holder, variable)),
  }
}

const numbersIn = (said: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(said.filter((number) => number !== undefined))

type ChangeOf<T extends Table> = Extract<Change, { readonly table: T }>
const changesOf = <T extends Table>(table: T, changes: readonly Change[]): readonly ChangeOf<T>[] =>
  changes.filter((change): change is ChangeOf<T> => change.table === table)

/** Rows by number: those that were changed as they are now, and who is new where the chunk names them. */
function after<Row extends PersonRow | FamilyRow>(
  known: ReadonlyMap<string, Row>,
  changes: readonly Change[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, Row> {
  if (changes.length === 0) return known
  const changed = new Map(changes.filter(({ base }) => base > 0).map((change) => [change.id, change]))
  const rows = new Map<string, Row>()
  for (const [number, row] of known) {
    const change = changed.get(row.id)
    rows.set(number, change?.base === row.version ? rowAfter(row, change) : row)
  }
  for (const change of changes) {
    const number = change.base === 0 ? numberIn(change) : undefined
    if (number && asked.has(number) && !rows.has(number)) rows.set(number, rowAfter<Row>(null, change))
  }
  return rows
}

/** The number by which somebody or a family is found. */
function numberIn(change: Change): string | null | undefined {
  if (change.table === 'person') return change.set.nik
  return change.table === 'family' ? change.set.kk : null
}

const rowAfter = <Row extends PersonRow | FamilyRow>(row: Row | null, { id, base, set }: Change): Row =>
  ({ ...row, ...set, id, version: base + 1 }) as object as Row

/** Whether changes say a value, or find it as it stands: who is new is said whole. */
function saidBy(changes: readonly Change[]): (holder: string, variable: string) => boolean {
  const made = new Set(changes.flatMap(({ id, base }) => (base === 0 ? [id] : [])))
  const given = new Map<string | undefined, object>(
    changesOf('registryRecord', changes).map(({ set: { holder, values } }) => [holder, values ?? {}]),
  )
  const heard = heardOn(
    changesOf('loadHeard', changes).flatMap(({ set: { holders = [], sets = [], which = [], snapshot = '' } }) =>
      linesHeard({ holders, sets, which, snapshot }),
    ),
  )
  return (holder, variable) =>
    made.has(holder) || variable in (given.get(holder) ?? {}) || heard(holder, variable) !== null
}
