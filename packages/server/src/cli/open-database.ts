import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { databaseName } from '../house.ts'
import { findRunning } from '../platform/db/embedded/find-running.ts'
import { startEmbedded } from '../platform/db/embedded/start-embedded.ts'
import { faultOf } from '../platform/db/faults.ts'
import type { Pools } from '../platform/db/pools.ts'
import { openPools, withOwner } from '../platform/db/pools.ts'
import type { Keys } from '../platform/ledger/keys.ts'
import { openKeys } from '../platform/ledger/keys.ts'
import { assertMasterFits } from '../platform/ledger/master.ts'
import { keptSecret } from '../platform/secrets.ts'
import { rolePasswords } from '../prepare-database.ts'
import { explainDatabase } from '../start-fault.ts'

/** A database opened for the command line. */
export interface Opened {
  readonly ownerUrl: string
  readonly master: Buffer
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
  return withAddress(config, say, (ownerUrl) => runOn(ownerUrl, master, say, run))
}

/** Runs with the address of the installation's database, whatever key it fits. */
export async function withAddress<T>(
  config: Config,
  say: (line: string) => void,
  run: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const running = config.databaseUrl ?? (await findAnswering(join(config.dataFolder, 'postgres')))
  const dataDir = join(config.dataFolder, 'postgres')
  const started = running ? null : await startEmbedded({ dataDir, say, walArchive: config.walArchive })
  const ownerUrl = running ?? started?.urlFor(databaseName) ?? ''
  try {
    return await run(ownerUrl)
  } finally {
    await started?.stop()
  }
}

async function runOn<T>(
  ownerUrl: string,
  master: Buffer,
  say: (line: string) => void,
  run: (opened: Opened) => Promise<T>,
): Promise<T> {
  await assertUsable(ownerUrl, master)
  const pools = openPools(ownerUrl, rolePasswords(master), (error) =>
    say(`A database connection was lost: ${error.message}`),
  )
  try {
    return await run({ ownerUrl, master, pools, keys: await openKeys(master, pools.api) })
  } finally {
    await pools.close()
  }
}

/** The embedded database of a running `npm start`. One that was killed leaves its file behind, and answers nobody. */
async function findAnswering(dataDir: string): Promise<string | null> {
  const found = await findRunning(dataDir, databaseName)
  if (found === null) return null
  return withOwner(found, async () => found).catch((error: unknown) => {
    if (faultOf(error) === 'away') return null
    throw explainDatabase(error, found)
  })
}

/** Says in a sentence what would else come as a fault of some later query: no database there, or another key's. */
async function assertUsable(ownerUrl: string, master: Buffer): Promise<void> {
  try {
    await withOwner(ownerUrl, (owner) => assertMasterFits(master, owner))
  } catch (error) {
    throw explainDatabase(error, ownerUrl)
  }
}

/** A command works on an installation that is there: a mistyped folder must not become a new one. */
export async function existingKey(config: Config): Promise<Buffer> {
  await access(config.masterKeyFile).catch((error: unknown) => {
    throw new Error(`there is no installation in ${config.dataFolder}: ${config.masterKeyFile} is missing`, {
      cause: error,
    })
  })
  return keptSecret(config.masterKeyFile)
}
