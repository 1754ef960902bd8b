import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import type { Problem } from '../api/problem.ts'
import type { Checked } from './phone-db.ts'
import { pullOn } from './pull.ts'
import { stampOf } from './replica-store.ts'
import { ownProblem, type SyncPorts } from './sync-ports.ts'
import { censusOf, countOf, emptyView } from './view.ts'

/** How often a count is asked for, while others go on writing. */
const mostLooks = 3

/**
 * SYNC-21, SYNC-22 Compares both sides once a round is over. Rows that should not be here leave; where rows are missing or
 * old, everything is pulled anew, once. What comes of it is written down, agreement or not.
 */
export async function compare(ports: SyncPorts): Promise<Result<Checked, Problem>> {
  let there = await countThere(ports)
  if (there.ok && unlike(ports.replica.census(), there.value).length > 0) {
    const mended = await mend(ports, there.value)
    if (!mended.ok) return mended
    there = await countThere(ports)
    // What the marks of a second look do not know is let go; nothing is pulled a second time.
    if (there.ok && mended.value === 'anew') {
      const dropped = await dropStrangers(ports, unlike(ports.replica.census(), there.value))
      if (!dropped.ok) return dropped
    }
  }
  if (!there.ok) return there
  const held = ports.replica.census()
  const checked = {
    at: ports.now(),
    held: countOf(held),
    there: countOf(there.value),
    unlike: unlike(held, there.value),
  }
  await ports.replica.note({ checked })
  return ok(checked)
}

/** What the phone should hold where its cursor stands. A round during which others wrote brings no count: one step back asks for it. */
async function countThere(ports: SyncPorts): Promise<Result<Census, Problem>> {
  const { replica } = ports
  for (let look = 0; look < mostLooks; look += 1) {
    const { cursor, there } = replica.state()
    if (cursor && there?.stamp === stampOf(cursor)) return ok(there.census)
    // An empty ledger has no rows to count.
    if (!cursor || cursor.since === 0) return ok(censusOf(emptyView()))
    await replica.note({ cursor: { ...cursor, since: cursor.since - 1, at: null } })
    const page = await pullOn(ports)
    if (!page.ok) return page
  }
  // Not looked at is not agreed: the next sync asks again.
  return no(ownProblem('unsettled'))
}

async function mend(ports: SyncPorts, there: Census): Promise<Result<'dropped' | 'anew', Problem>> {
  const missing = await dropStrangers(ports, unlike(ports.replica.census(), there))
  if (!missing.ok) return missing
  if (!missing.value) return ok('dropped')
  await ports.replica.note({ cursor: null })
  const page = await pullOn(ports)
  return page.ok ? ok('anew') : page
}

/** Drops the rows that the server does not name, and tells whether any that it names is missing here, or old. */
async function dropStrangers(ports: SyncPorts, tables: readonly ReplicaTable[]): Promise<Result<boolean, Problem>> {
  let missing = false
  for (const table of tables) {
    const marks = await marksOf(ports, table)
    if (!marks.ok) return marks
    const held = ports.replica.view()[table]
    const strangers = [...held.keys()].filter((id) => !marks.value.has(id))
    if (strangers.length > 0) await ports.replica.drop(table, strangers)
    missing ||= [...marks.value].some(([id, seq]) => held.get(id)?.seq !== seq)
  }
  return ok(missing)
}

async function marksOf({ line }: SyncPorts, table: ReplicaTable): Promise<Result<Map<string, number>, Problem>> {
  const marks = new Map<string, number>()
  let after: string | null = null
  for (;;) {
    const said = await line.marks(table, after)
    if (!said.ok) return said
    for (const [id, seq] of said.value.marks) marks.set(id, seq)
    after = said.value.marks.at(-1)?.[0] ?? null
    if (!said.value.more || after === null) return ok(marks)
  }
}
