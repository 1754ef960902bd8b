import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { databaseName } from '../house.ts'
import { findRunning } from '../platform/db/embedded/find-running.ts'
import { startEmbedded } from '../platform/db/embedded/start-embedded.ts'
import type { Pools } from '../platform/db/pools.ts'
import { openPools } from '../platform/db/pools.ts'
import type { Keys } from '../platform/ledger/keys.ts'
import { openKeys } from '../platform/ledger/keys.ts'
import { keptSecret } from '../platform/secrets.ts'
import { rolePasswords } from '../prepare-database.ts'

/** A database opened for the command line. */
export interface Opened {
  readonly ownerUrl: string
  readonly pools: Pools
  readonly keys: Keys
}

/**
 * Runs with the installation's database: the one that is named, the embedded one of a running `npm start`, or the
 * embedded one started for this command and stopped after it.
 */
export async function withDatabase<T>(
  config: Config,
  say: (line: string) => void,
  run: (opened: Opened) => Promise<T>,
): Promise<T> {
  const master = await existingKey(config)
  const running = config.databaseUrl ?? (await findRunning(join(config.dataFolder, 'postgres'), databaseName))
  const started = running ? null : await startEmbedded({ dataDir: join(config.dataFolder, 'postgres'), say })
  const ownerUrl = running ?? started?.urlFor(databaseName) ?? ''
  const pools = openPools(ownerUrl, rolePasswords(master), (error) =>
    say(`A database connection was lost: ${error.message}`),
  )
  try {
    return await run({ ownerUrl, pools, keys: openKeys(master, pools.api) })
  } finally {
    await pools.close()
    await started?.stop()
  }
}

/** A command works on an installation that is there: a mistyped folder must not become a new one. */
async function existingKey(config: Config): Promise<Buffer> {
  await access(config.masterKeyFile).catch((error: unknown) => {
    throw new Error(`there is no installation in ${config.dataFolder}: ${config.masterKeyFile} is missing`, {
      cause: error,
    })
  })
  return keptSecret(config.masterKeyFile)
}
