import assert from 'node:assert/strict'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { serversOf, within } from '../platform/db/embedded/processes.ts'
import { ask, inFolder, killServers, runBeside } from '../platform/db/embedded/testing/test-kit.ts'
import { master } from '../testing/cluster.ts'
import { withDatabase } from './open-database.ts'

async function configOf(folder: string): Promise<Config> {
  await writeFile(join(folder, 'master.key'), master.toString('base64'))
  const answer = readConfig({ OPENSLRT_DATA: folder }, folder)
  assert.ok(answer.ok)
  return answer.config
}
const silent = (): void => undefined
const nameIn = (config: Config) =>
  withDatabase(config, silent, ({ ownerUrl }) => ask(ownerUrl, 'select current_database() as name'))

test('CLI-7 a verb works on the database of a running start, starts its own where none runs, and after a crash too', () =>
  inFolder(async (folder) => {
    const config = await configOf(folder)
    const dataDir = join(folder, 'postgres')
    const cluster = join(dataDir, 'cluster')
    const program = runBeside('keep-inserting.ts', dataDir)
    assert.ok(await within(30_000, () => program.lines.length > 5 || program.hasEnded()))
    const [pid] = await serversOf(cluster)
    assert.ok(pid, 'a database runs beside')
    // The program made no database of that name: the verb finds the server, and says what is not there.
    await assert.rejects(nameIn(config), /there is no database openslrt at 127\.0\.0\.1/)
    assert.ok((await serversOf(cluster)).includes(pid), 'it still runs')
    await Promise.all([killServers(cluster), program.killed()])
    await access(join(cluster, 'postmaster.pid'))
    await assert.rejects(nameIn(config), /there is no database openslrt at 127\.0\.0\.1/)
    assert.deepEqual(await serversOf(cluster), [], 'what the verb started, it stopped')
  }))

test('CLI-6 a folder without a key is no installation: nothing is made in it', () =>
  inFolder(async (folder) => {
    const answer = readConfig({ OPENSLRT_DATA: join(folder, 'baru') }, folder)
    assert.ok(answer.ok)
    await assert.rejects(nameIn(answer.config), /there is no installation in .*baru: .*master\.key is missing/)
    await assert.rejects(access(join(folder, 'baru')), { code: 'ENOENT' })
    await mkdir(join(folder, 'baru'))
    await assert.rejects(nameIn(answer.config), /there is no installation/)
  }))
