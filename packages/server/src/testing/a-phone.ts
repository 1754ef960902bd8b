import { randomUUID } from 'node:crypto'
import type { ReplicaPage } from '@openslrt/core/contract/replica.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import { tallyOf } from '@openslrt/core/replica/census.ts'
import type { Cursor } from '@openslrt/core/replica/round.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import type { Client } from './client.ts'
import type { Answer } from './door.ts'

export type HeldRow = { readonly id: string; readonly seq: number; readonly version: number }

/** A field phone as far as the doors know it: what it holds, and how far it came. Its app has its own tests. */
export interface Phone {
  readonly device: string
  readonly held: Readonly<Record<ReplicaTable, Map<string, HeldRow>>>
  cursor: Cursor | null
  /** One page, whatever the answer. */
  ask(own?: object): Promise<Answer>
  /** One page, kept. */
  pull(): Promise<ReplicaPage>
  /** Page after page until the round is over; gives the last. */
  sync(): Promise<ReplicaPage>
  census(): Census
}

export function aPhone(by: Client, device: string = randomUUID()): Phone {
  const held = tableOf(replicaTables, () => new Map<string, HeldRow>())
  const count = (): number => replicaTables.reduce((sum, table) => sum + held[table].size, 0)
  const phone: Phone = {
    device,
    held,
    cursor: null,
    ask: (own = {}) =>
      by.ask(replicaRoutes.pull, {
        body: { device, app: '0.1.0', name: 'HP uji', cursor: phone.cursor, waiting: 0, held: count(), ...own },
      }),
    async pull() {
      const answer = await phone.ask()
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
      const page = replicaRoutes.pull.reply.parse(answer.body)
      for (const table of replicaTables) for (const row of page.rows[table]) held[table].set(row.id, row)
      phone.cursor = page.cursor
      return page
    },
    async sync() {
      let page = await phone.pull()
      while (!page.done) page = await phone.pull()
      return page
    },
    census: () => tableOf(replicaTables, (table) => tallyOf(held[table].values())),
  }
  return phone
}
