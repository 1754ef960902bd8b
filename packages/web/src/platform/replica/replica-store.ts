import type { ReplicaPage } from '@openslrt/core/contract/replica.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import type { Cursor } from '@openslrt/core/replica/round.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import type { Seal } from '../outbox/seal.ts'
import type { PhoneDb, PhoneState, RowBox } from './phone-db.ts'
import { censusOf, emptyView, putRows, type Shown, type View, viewOf } from './view.ts'

/** The rows of somebody's places on a phone: sealed in its store, open in memory while the person is there. */
export interface Replica {
  readonly state: () => PhoneState
  readonly view: () => Shown
  readonly census: () => Census
  /** Reads the store anew where another window has written to it. */
  reload(): Promise<void>
  /** SYNC-20 Keeps a page and how far it brought, both or neither. */
  keepPage(page: ReplicaPage): Promise<void>
  /** Rows that are not this phone's any more leave it. */
  drop(table: ReplicaTable, ids: readonly string[]): Promise<void>
  note(part: Partial<Omit<PhoneState, 'rev'>>): Promise<void>
  /** Forgets every row, and how far it had come. What waits, and what was accepted, stays. */
  empty(): Promise<void>
  watch(hear: () => void): () => void
}

const nothing: PhoneState = {
  rev: 0,
  epoch: null,
  backedUp: 0,
  cursor: null,
  villages: [],
  there: null,
  checked: null,
}

/** Opens what lies there under the key of the person's vault. */
export async function openReplica(db: PhoneDb, seal: Seal): Promise<Replica> {
  const held = { state: nothing, view: emptyView() }
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const hear of listeners) hear()
  }
  const reload = async (): Promise<void> => {
    const state = (await db.state.get('state')) ?? nothing
    if (state.rev === held.state.rev) return
    held.view = await openRows(db, seal)
    held.state = state
    tell()
  }
  /** Writes rows and state in one transaction; only then is memory changed, and the screens are told. */
  const write = async (next: Omit<PhoneState, 'rev'>, rows: () => Promise<unknown>, view: () => void) => {
    const state = { ...next, rev: held.state.rev + 1 }
    await db.db.transaction('rw', [db.rows, db.state], async () => {
      await rows()
      await db.state.put({ ...state, id: 'state' })
    })
    view()
    held.state = state
    tell()
  }
  await reload()
  return {
    state: () => held.state,
    view: () => held.view,
    census: () => censusOf(held.view),
    reload,
    async keepPage(page) {
      // Sealed before the transaction: the browser ends one that waits for anything else.
      const boxes = await sealRows(page, seal)
      await write(
        afterPage(held.state, page),
        () => db.rows.bulkPut(boxes),
        () => putRows(held.view, page.rows),
      )
    },
    drop: (table, ids) =>
      write(
        held.state,
        () => db.rows.bulkDelete(ids.map((id): [string, string] => [table, id])),
        () => {
          for (const id of ids) held.view[table].delete(id)
        },
      ),
    note: (part) =>
      write(
        { ...held.state, ...part },
        async () => undefined,
        () => undefined,
      ),
    empty: () =>
      write(
        nothing,
        () => db.rows.clear(),
        () => {
          held.view = emptyView()
        },
      ),
    watch(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** Names a point of a cursor between rounds. */
export const stampOf = ({ epoch, reach, since }: Cursor): string => `${epoch} ${reach} ${since}`

const afterPage = (state: PhoneState, { epoch, backedUp, cursor, villages, census }: ReplicaPage): PhoneState => ({
  ...state,
  epoch,
  backedUp,
  cursor,
  villages,
  there: census ? { stamp: stampOf(cursor), census } : state.there,
})

/** A row is bound to its place: boxes can't be swapped. */
const placeOf = (table: ReplicaTable, id: string): string => `${table}:${id}`

async function sealRows({ rows }: ReplicaPage, seal: Seal): Promise<RowBox[]> {
  const all = replicaTables.flatMap((table) => rows[table].map((row) => ({ table, id: row.id, row })))
  return Promise.all(
    all.map(async ({ table, id, row }) => ({ table, id, ...(await seal.close(placeOf(table, id), row)) })),
  )
}

/** What can't be opened is not held: the count tells, and it is pulled anew. */
async function openRows(db: PhoneDb, seal: Seal): Promise<View> {
  const boxes = await db.rows.toArray()
  const rows = await Promise.all(
    boxes.map(async (box) => ({ table: box.table, value: await seal.open(placeOf(box.table, box.id), box) })),
  )
  const byTable = tableOf(replicaTables, (): unknown[] => [])
  for (const { table, value } of rows) byTable[table]?.push(value)
  return viewOf(byTable)
}
