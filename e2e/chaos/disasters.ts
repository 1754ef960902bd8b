import assert from 'node:assert/strict'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { verbs } from '../../packages/server/src/cli/verbs.ts'
import { readConfig } from '../../packages/server/src/config.ts'
import { afterRequests } from './flaky-line.ts'
import type { World } from './world.ts'

/** kill -9 of the server, or of its database with it, while requests are under way; it is started again. */
export async function killServer({ installation, dice, air }: World, playing: Promise<void>): Promise<void> {
  await Promise.race([afterRequests(air, dice.between(1, 20)), playing])
  if (dice.chance(0.3)) await installation.killPostgres()
  await installation.killServer()
  await installation.revive()
}

/** A backup while people go on working; gives what puts it in the place of what there is by then. */
export async function takeBackup(world: World): Promise<() => Promise<void>> {
  const config = configOf(world)
  const place = `${config.dataFolder}-${Date.now()}`
  await run('backup', config, join(place, 'backup'))
  return async () => {
    await world.installation.stop()
    // All of it but the master key, which lies elsewhere in an installation that is run with care.
    const gone = join(place, 'gone')
    await mkdir(gone, { recursive: true })
    for (const name of await readdir(config.dataFolder))
      if (name !== 'master.key') await rename(join(config.dataFolder, name), join(gone, name))
    await run('restore', config, join(place, 'backup'))
    await world.installation.revive()
    await world.signInAll()
  }
}

/** LEDGER-5 The ledgers add up to the rows that phones were given. */
export async function proveLedgers(world: World): Promise<void> {
  await world.installation.stop()
  await run('verify', configOf(world))
}

type Settings = Parameters<NonNullable<(typeof verbs)[string]>['run']>[0]

function configOf({ installation }: World): Settings {
  const answer = readConfig(installation.env, process.cwd())
  assert.ok(answer.ok)
  return answer.config
}

async function run(verb: 'backup' | 'restore' | 'verify', config: Settings, ...rest: readonly string[]): Promise<void> {
  const said: string[] = []
  const well = await verbs[verb]?.run(config, rest, (line) => said.push(line))
  assert.ok(well, said.join('\n'))
}
