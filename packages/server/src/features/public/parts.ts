import type { PublicAssets, RenderPublic } from '@openslrt/core/contract/public-pages.ts'
import type { Pools } from '../../platform/db/pools.ts'
import type { FileStore } from '../../platform/files/store.ts'
import type { Handler } from '../../platform/http/order.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import type { Reference } from '../reference/index.ts'

/** The built public face: its one function and the hashed names of its files. */
export interface Renderer {
  readonly render: RenderPublic
  readonly assets: PublicAssets
}

/** What the public face works with. */
export interface PublicParts {
  readonly renderer: Renderer
  readonly pools: Pick<Pools, 'api' | 'door'>
  readonly ledger: Ledger
  readonly reference: Reference
  /** Answers commands about cases; a citizen's acts are ordinary commands. */
  readonly handle: Handler
  /** Answers commands about referrals: what an office does through its reply link. */
  readonly answer: Handler
  readonly files: FileStore
  readonly isDemo: () => boolean
  readonly secure: boolean
  /** The address that links and QR codes carry; null where none is configured. */
  readonly publicUrl: string | null
  /** How many forms one source may post a minute: a village may sit behind one address. */
  readonly formsPerMinute: number
}
