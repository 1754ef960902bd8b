import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Client } from 'pg'
import type { Config } from '../config.ts'
import { keepBackedUp } from '../features/replica/index.ts'
import { copyCluster } from '../platform/db/backup/copy-cluster.ts'
import { copyTables, openSnapshot } from '../platform/db/backup/copy-tables.ts'
import { copyFiles } from '../platform/db/backup/copy-tree.ts'
import { copyHashed } from '../platform/db/backup/hashed-copy.ts'
import type { Facts } from '../platform/db/backup/installation.ts'
import { readFacts } from '../platform/db/backup/installation.ts'
import type { Manifest, ManifestFile } from '../platform/db/backup/manifest.ts'
import { keyName, spellBytes, writeManifest } from '../platform/db/backup/manifest.ts'
import { withOwner } from '../platform/db/pools.ts'
import { markOf } from '../platform/ledger/master.ts'
import type { BucketWish } from './case-files.ts'
import { copyCaseFiles, tellFaultyFiles } from './case-files.ts'
import type { Opened } from './open-database.ts'
import { withDatabase } from './open-database.ts'
import type { Say, Verb } from './words.ts'
import { wordsOf } from './words.ts'

export const backup: Verb = {
  what: 'folder      copies everything into a new folder, while people go on working',
  more: [
    '',
    'npm run slrt -- backup /backups/2026-11-22',
    '',
    'The folder must be new or empty. Nothing has to stop: what was acknowledged before the command began is in the',
    'backup. With the embedded database the data folder of PostgreSQL is copied; with DATABASE_URL the rows of every',
    'table, as of one moment, which needs no program of PostgreSQL. The files of cases and anchors.log come along, and',
    'manifest.json names every file with its digest. A folder without manifest.json is a backup that was broken off.',
    '',
    '--with-key    puts master.key into it too. Without it the backup can be read only with a copy kept elsewhere;',
    '              with it, whoever holds the backup can read everything.',
    '--as-rows     the rows of the embedded database too, to move to a PostgreSQL of your own.',
    '--leave-bucket  where files lie in a bucket: leaves them there, and only looks whether each is.',
  ],
  run: runBackup,
}

async function runBackup(config: Config, rest: readonly string[], say: Say): Promise<boolean> {
  const { words, switches } = wordsOf(rest, { switches: ['with-key', 'as-rows', 'leave-bucket'] })
  const [named] = words
  if (named === undefined) {
    say('Name a new folder: npm run slrt -- backup /backups/2026-11-22')
    return false
  }
  const folder = resolve(named)
  await assertPlace(folder, config.dataFolder)
  return withDatabase(config, say, async (opened) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      const kind = switches.has('as-rows') || config.databaseUrl !== null ? 'tables' : 'cluster'
      const leaveBucket = switches.has('leave-bucket')
      return await write({ config, opened, folder, kind, withKey: switches.has('with-key'), leaveBucket, say })
    } catch (error) {
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
      throw error
    }
  })
}

/** A backup writes over nothing, and does not lie where it would be lost together with what it is of. */
async function assertPlace(folder: string, dataFolder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Error(`${folder} can't be used for a backup: ${error.message}`, { cause: error })
  })
  if (found.length > 0) throw new Error(`${folder} is not empty: name a new folder`)
  const inner = relative(dataFolder, folder)
  if (inner === '' || !inner.startsWith('..'))
    throw new Error(
      `${folder} lies in the data folder and would be lost with it: name a folder elsewhere, best on another disk`,
    )
}

interface Writing extends BucketWish {
  readonly opened: Opened
  readonly folder: string
  readonly kind: Manifest['kind']
  readonly withKey: boolean
}

async function write(wish: Writing): Promise<boolean> {
  const { config, opened, folder, kind, withKey, say } = wish
  const startedAt = new Date().toISOString()
  // Before the database: a head that was written down must be in the ledger that the backup holds.
  const anchors = await copyFiles(config.dataFolder, { folder, prefix: '' }, ['anchors.log'], say)
  say('Copying the database ...')
  const { facts, files } = await withOwner(opened.ownerUrl, (owner) => copies[kind](owner, folder, say))
  // After the database: files are put before a case names them, so that each file that is named is there by now.
  const copied = await withOwner(opened.ownerUrl, (owner) => copyCaseFiles(owner, folder, wish))
  const key = withKey ? await copyKey(config.masterKeyFile, folder) : []
  const sentence = withKey ? keyInside : keyElsewhere(config.masterKeyFile)
  const all = [...anchors, ...files, ...copied, ...key]
  const manifest: Manifest = {
    format: 1,
    kind,
    startedAt,
    endedAt: new Date().toISOString(),
    ...facts,
    key: { inside: withKey, mark: markOf(opened.master), sentence },
    files: all,
  }
  await writeManifest(folder, manifest)
  const bytes = all.reduce((sum, { size }) => sum + size, 0)
  say(`Backed up: ${all.length} files, ${spellBytes(bytes)}, ${facts.heads.length} ledgers, in ${folder}.`)
  say(sentence)
  return withOwner(opened.ownerUrl, async (owner) => {
    await keepBackedUp(owner, facts.heads)
    return tellFaultyFiles(owner, config, say)
  })
}

type Copy = (owner: Client, folder: string, say: Say) => Promise<{ facts: Facts; files: readonly ManifestFile[] }>

const copies: Readonly<Record<Manifest['kind'], Copy>> = {
  async cluster(owner, folder, say) {
    const facts = await readFacts(owner)
    return { facts, files: await copyCluster(owner, folder, say) }
  },
  async tables(owner, folder, say) {
    await openSnapshot(owner)
    const facts = await readFacts(owner)
    const files = await copyTables(owner, folder, say)
    await owner.query('commit')
    return { facts, files }
  },
}

async function copyKey(file: string, folder: string): Promise<readonly ManifestFile[]> {
  const copied = await copyHashed(file, join(folder, keyName))
  return copied === null ? [] : [{ path: keyName, ...copied }]
}

const keyInside = 'The master key is in this backup: whoever holds the backup can read everything in it. Lock it away.'
const keyElsewhere = (file: string): string =>
  `The master key is not in this backup, and without it nobody can read the backup: see that a copy of ${file} lies somewhere else.`
