import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Ledger } from '../../platform/ledger/execute.ts'
import type { Reference } from '../reference/index.ts'
import type { OpenWays } from './ways/way.ts'

/** What telling people works with. `pool` is the worker's own. */
export interface NoticeParts {
  readonly pool: Pool
  readonly ledger: Ledger
  readonly reference: Reference
  /** The ways out that this installation has. */
  readonly ways: OpenWays
  /** The address that people type; links in messages begin with it. Null: messages carry none. */
  readonly home: string | null
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>
}
