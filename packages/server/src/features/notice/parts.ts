import type { Pool } from 'pg'
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
}
