import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { FileStore } from '../../platform/files/store.ts'
import type { CaseParts } from '../case/index.ts'

/** What the server works on loads and exports with. */
export interface LoadParts extends CaseParts {
  /** The worker's own. */
  readonly worker: Pool
  readonly store: FileStore
  /** Somebody at an office with what they may do there now; null where they may nothing there any more. */
  readonly actorAt: (staff: string, office: string) => Promise<StaffActor | null>
  readonly log: Pick<Logger, 'error'>
}
