import type { Pool } from 'pg'
import type { Provider } from '../../platform/auth/provider.ts'
import type { Keys } from '../../platform/ledger/keys.ts'
import type { Reference } from '../reference/index.ts'
import type { FirstAdmin } from './first-admin.ts'
import type { Sessions } from './sessions.ts'

/** What the doors to an account work with. */
export interface AccountParts {
  readonly pool: Pool
  readonly keys: Keys
  readonly reference: Reference
  readonly sessions: Sessions
  readonly firstAdmin: FirstAdmin
  readonly isDemo: () => boolean
  /** How long what happened at the door to an account is kept. */
  readonly logDays: number
  /** Whether cookies go over TLS only. */
  readonly secure: boolean
  /** By which people may sign in too; null where the installation names none. */
  readonly provider: Provider | null
  readonly onProviderFault: (error: unknown) => void
}
