import type { ReplicaPage, replicaRoutes } from '@openslrt/core/contract/replica.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import type { z } from 'zod'
import type { Problem } from '../api/problem.ts'
import type { Ports as OutboxPorts } from '../outbox/outbox.ts'
import type { Shelf } from '../outbox/shelf.ts'
import type { Journal } from './journal.ts'
import type { Replica } from './replica-store.ts'

export type PullAsked = z.input<(typeof replicaRoutes)['pull']['body']>
export type Marks = z.output<(typeof replicaRoutes)['marks']['reply']>

/** The line to the server, as a phone uses it. */
export interface Line {
  /** Whose session this is: two people on one phone share its cookies. */
  readonly who: () => Promise<Result<string, Problem>>
  readonly pull: (asked: PullAsked) => Promise<Result<ReplicaPage, Problem>>
  readonly marks: (table: ReplicaTable, after: string | null) => Promise<Result<Marks, Problem>>
  readonly post: OutboxPorts['post']
}

/** Whose phone it is, and what it says of itself. */
export interface Bearer {
  readonly staff: string
  readonly district: string
  readonly device: string
  readonly app: string
  readonly name: string
}

export interface SyncPorts {
  readonly bearer: Bearer
  readonly line: Line
  readonly replica: Replica
  readonly journal: Journal
  /** What waits: accepted entries leave it for the journal. */
  readonly shelf: Shelf
  readonly now: () => number
  /** One sync at a time, over all windows of this person. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

/** Reasons of the phone's own, beside those of the server and of the line. */
export const ownProblem = (
  code: 'of-another' | 'wiped' | 'not-kept' | 'unsettled',
  details: Problem['details'] = {},
): Problem => ({ code, message: '', requestId: null, details })
