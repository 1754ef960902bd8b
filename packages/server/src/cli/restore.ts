import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { databaseName } from '../house.ts'
import { missingHeads } from '../platform/db/backup/installation.ts'
import type { Manifest } from '../platform/db/backup/manifest.ts'
import { assertWhole, keyName, readManifest } from '../platform/db/backup/manifest.ts'
import { putCluster } from '../platform/db/backup/put-cluster.ts'
import { assertEmptyDatabase, putTables } from '../platform/db/backup/put-tables.ts'
import { ensureDatabase } from '../platform/db/create-database.ts'
import { restoreCluster } from '../platform/db/embedded/restore-cluster.ts'
import { startEmbedded } from '../platform/db/embedded/start-embedded.ts'
import { readMigrations } from '../platform/db/migrate.ts'
import { withOwner } from '../platform/db/pools.ts'
import { fitsMark } from '../platform/ledger/master.ts'
import { keptSecret, syncFolder } from '../platform/secrets.ts'
import { prepareSchema } from '../prepare-database.ts'
import { explainDatabase } from '../start-fault.ts'
import { putBeside, tellFaultyFiles } from './case-files.ts'
import type { Ended } from './end-doors.ts'
import { aftermath, endDoors } from './end-doors.ts'
import { withDatabase } from './open-database.ts'
import type { Say, Verb } from './words.ts'
import { wordsOf } from './words.ts'

export const restore: Verb = {
  what: 'folder      makes an installation of a backup, where none is',
  more: [
    '',
    'npm run slrt -- restore /backups/2026-11-22',
    '',
    'Writes over nothing: the data folder (OPENSLRT_DATA) must hold no database, or the database that DATABASE_URL names',
    'must be empty. Every file is compared with its digest before anything is written. The master key must lie in its',
    'place, unless it is in the backup. All sessions, open links and keys of programs are ended.',
    '',
    '--until 2026-11-22T14:30:00+07:00   stops at that moment; takes a backup of the embedded database and the archive',
    '--archive folder                    where the log of changes was laid (OPENSLRT_WAL_ARCHIVE, if not said)',
    '--leave-bucket                      puts no files into the bucket, and only looks whether each is there',
  ],
  run: runRestore,
}

async function runRestore(config: Config, rest: readonly string[], say: Say): Promise<boolean> {
  const { words, options, switches } = wordsOf(rest, { options: ['until', 'archive'], switches: ['leave-bucket'] })
  const [named] = words
  if (named === undefined) {
    say('Name the folder of a backup: npm run slrt -- restore /backups/2026-11-22')
    return false
  }
  const folder = resolve(named)
  const manifest = await readManifest(folder)
  const until = momentOf(options['until'], manifest)
  const archive = options['archive'] === undefined ? config.walArchive : resolve(options['archive'])
  await assertTarget(config, manifest)
  await assertWhole(folder, manifest, say)
  await placeKey(config, folder, manifest)
  await putBeside(folder, manifest, { config, leaveBucket: switches.has('leave-bucket'), say })
  const ended = await puts[manifest.kind]({ config, folder, manifest, until, archive, say })
  return withDatabase(config, say, async ({ ownerUrl }) => {
    const files = await withOwner(ownerUrl, (owner) => tellFaultyFiles(owner, config, say))
    const well = (await prove(ownerUrl, manifest, say)) && files
    for (const line of aftermath(ended, manifest.startedAt, config.masterKeyFile)) say(line)
    return well
  })
}

interface Putting {
  readonly config: Config
  readonly folder: string
  readonly manifest: Manifest
  readonly until: Date | null
  readonly archive: string | null
  readonly say: Say
}

const puts: Readonly<Record<Manifest['kind'], (putting: Putting) => Promise<Ended>>> = {
  async cluster({ config, folder, manifest, until, archive, say }) {
    const ended = Promise.withResolvers<Ended>()
    await restoreCluster({
      dataDir: embeddedFolder(config),
      say,
      until,
      fill: (cluster) => putCluster(folder, manifest, { cluster, archive, say }),
      database: databaseName,
      finish: async (url) => ended.resolve(await withOwner(url, endDoors)),
    })
    return ended.promise
  },
  tables: ({ config, folder, manifest, say }) =>
    withEmptyDatabase(config, say, (url) => fill(config, url, manifest, folder, say)),
}

const embeddedFolder = (config: Config): string => join(config.dataFolder, 'postgres')

/** Rows go into the schema that they came from; the next start brings it up to date as it does every older one. */
async function fill(config: Config, ownerUrl: string, manifest: Manifest, folder: string, say: Say): Promise<Ended> {
  await withOwner(ownerUrl, assertEmptyDatabase)
  await prepareSchema(ownerUrl, await keptSecret(config.masterKeyFile), manifest.migrations)
  return withOwner(ownerUrl, (owner) => putTables(owner, folder, say, () => endDoors(owner)))
}

async function withEmptyDatabase<T>(config: Config, say: Say, run: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { databaseUrl } = config
  if (databaseUrl !== null)
    return run(databaseUrl).catch((error: unknown) => {
      throw explainDatabase(error, databaseUrl)
    })
  const postgres = await startEmbedded({ dataDir: embeddedFolder(config), say })
  try {
    await ensureDatabase(postgres.adminUrl, databaseName)
    return await run(postgres.urlFor(databaseName))
  } finally {
    await postgres.stop()
  }
}

/** Says before anything is written what would end badly. */
async function assertTarget(config: Config, manifest: Manifest): Promise<void> {
  const known = new Set((await readMigrations()).map(({ name }) => name))
  const newer = manifest.migrations.find((name) => !known.has(name))
  if (newer !== undefined)
    throw new Error(`the backup is of a newer version (it has ${newer}): restore it with that version`)
  if (manifest.kind === 'cluster' && config.databaseUrl !== null)
    throw new Error(
      'this is a backup of the embedded database: leave DATABASE_URL out. To move to your own PostgreSQL, restore it so, and then make a backup with --as-rows',
    )
  if (config.databaseUrl !== null) return
  const cluster = join(embeddedFolder(config), 'cluster')
  if (await isThere(cluster))
    throw new Error(`there is a database in ${cluster} already: name another data folder with OPENSLRT_DATA`)
}

function momentOf(text: string | undefined, manifest: Manifest): Date | null {
  if (text === undefined) return null
  const until = new Date(text)
  // Without a zone the machine's own would count, which is rarely the one that is meant.
  if (Number.isNaN(until.getTime()) || !/(Z|[+-]\d\d:?\d\d)$/.test(text))
    throw new Error(`--until ${text} is no moment: write it like 2026-11-22T14:30:00+07:00`)
  if (manifest.kind === 'tables')
    throw new Error(
      'this backup holds rows as of one moment: --until needs a backup of the embedded database and its archive',
    )
  if (until < new Date(manifest.endedAt))
    throw new Error(
      `the backup was finished at ${manifest.endedAt}: --until can't be before that; take an older backup`,
    )
  return until
}

/** The key that the backup was sealed with lies in its place before anything else is written. */
async function placeKey(config: Config, folder: string, { key, startedAt }: Manifest): Promise<void> {
  const { masterKeyFile } = config
  if (await isThere(masterKeyFile)) {
    if (fitsMark(await keptSecret(masterKeyFile), key.mark)) return
    throw new Error(
      `${masterKeyFile} is not the key that this backup was sealed with. It takes the master key of the day it was made (${startedAt}); put that one there. Nothing was restored.`,
    )
  }
  if (!key.inside)
    throw new Error(
      `the master key is not in the backup: put your copy of it, as it was on the day of the backup (${startedAt}), at ${masterKeyFile}. Nothing was restored.`,
    )
  await putKey(folder, masterKeyFile)
}

async function putKey(folder: string, masterKeyFile: string): Promise<void> {
  await mkdir(dirname(masterKeyFile), { recursive: true })
  const key = await readFile(join(folder, keyName))
  await writeFile(masterKeyFile, key, { mode: 0o600, flag: 'wx', flush: true })
  await syncFolder(dirname(masterKeyFile))
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** BACKUP-5 What was acknowledged before the backup began is there, or the restore is told to have failed. */
async function prove(ownerUrl: string, manifest: Manifest, say: Say): Promise<boolean> {
  const missing = await withOwner(ownerUrl, (owner) => missingHeads(owner, manifest.heads))
  if (missing.length > 0) {
    say(`Not restored whole: entries are missing in ${missing.join(', ')}.`)
    return false
  }
  say(`Restored: ${manifest.heads.length} ledgers reach at least as far as when the backup began.`)
  say('Prove it with npm run slrt -- verify, start OpenSLRT, and make a new backup.')
  return true
}
