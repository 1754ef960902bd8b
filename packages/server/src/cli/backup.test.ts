import assert from 'node:assert/strict'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { diceOf } from '../demo/seeded.ts'
import { readManifest } from '../platform/db/backup/manifest.ts'
import { within } from '../platform/db/embedded/processes.ts'
import { openTemporaryFolder } from '../platform/db/embedded/start-temporary.ts'
import { withOwner } from '../platform/db/pools.ts'
import { emptyDatabase } from '../testing/cluster.ts'
import type { Installation } from '../testing/crash/installation.ts'
import { openInstallation } from '../testing/crash/installation.ts'
import type { Delivered } from '../testing/crash/outbox.ts'
import { settleIn } from '../testing/crash/people.ts'
import { work } from '../testing/crash/work.ts'
import { withDatabase } from './open-database.ts'
import { verbs } from './verbs.ts'

// One installation works while it is backed up; each test then restores into a place of its own.
let folder = ''
let installation: Installation
let config: Config
const ended = new AbortController()
const enough = new AbortController()
let days: Promise<readonly (readonly Delivered[])[]>
/** Every command that was acknowledged, as it comes. */
const acknowledged: string[] = []
let cluster: Taken
let rows: Taken
/** A moment between two backups and the end of work, as the database tells it. */
let moment: { readonly at: string; readonly before: readonly string[]; readonly after: readonly string[] }

before(async () => {
  folder = await openTemporaryFolder()
  const archive = join(folder, 'archive')
  installation = await openInstallation({ OPENSLRT_WAL_ARCHIVE: archive })
  config = configOf({ ...installation.env })
  const clients = await settleIn(installation.door, installation.adminToken, 2)
  await mkdir(join(config.dataFolder, 'files'))
  await writeFile(join(config.dataFolder, 'files', 'a-scan'), 'sealed bytes')
  const end = { enough: enough.signal, failed: ended.signal }
  const onDelivered = ({ letter, answer }: Delivered): void => {
    if (answer.status === 200) acknowledged.push(letter.id)
  }
  days = Promise.all(clients.map((client, nth) => work(client, diceOf(`backup ${nth}`), end, onDelivered)))
  days.catch(() => undefined)
  assert.ok(await within(20_000, () => acknowledged.length > 40))
  await openMoreDoors()
  cluster = await take('cluster')
  rows = await take('rows', '--as-rows', '--with-key')
  moment = await momentAmidst()
  enough.abort()
  await days
  await archived()
  await installation.stop()
})
after(async () => {
  ended.abort()
  await days.catch(() => undefined)
  await installation.remove()
  await rm(folder, { recursive: true, force: true })
})

/** A backup, and what had been acknowledged before it began. */
interface Taken {
  readonly folder: string
  readonly before: readonly string[]
  readonly said: string
}

async function take(name: string, ...more: readonly string[]): Promise<Taken> {
  const target = join(folder, name)
  const sofar = [...acknowledged]
  const { well, said } = await run('backup', config, target, ...more)
  assert.ok(well, said)
  assert.ok(acknowledged.length > sofar.length, 'people went on working meanwhile')
  return { folder: target, before: sofar, said }
}

async function momentAmidst(): Promise<typeof moment> {
  const sofar = [...acknowledged]
  const at = await now()
  const late = acknowledged.length
  // Two were perhaps on their way when the clock was read.
  assert.ok(await within(20_000, () => acknowledged.length > late + 12))
  return { at, before: sofar, after: acknowledged.slice(late + 2) }
}

function configOf(env: NodeJS.ProcessEnv): Config {
  const answer = readConfig(env, folder)
  assert.ok(answer.ok)
  return answer.config
}

async function run(verb: string, at: Config, ...rest: readonly string[]): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await verbs[verb]?.run(at, rest, (line) => said.push(line))
  return { well: well === true, said: said.join('\n') }
}

/** A data folder of its own with the key where it belongs. */
async function elsewhere(name: string, withKey = true): Promise<Config> {
  const data = join(folder, name)
  await mkdir(data)
  if (withKey) await cp(config.masterKeyFile, join(data, 'master.key'))
  return configOf({ OPENSLRT_DATA: data })
}

const commandsIn = (at: Config): Promise<ReadonlySet<string>> =>
  withDatabase(
    at,
    () => undefined,
    ({ ownerUrl }) =>
      withOwner(ownerUrl, async (owner) => {
        const { rows: found } = await owner.query<{ id: string }>('select command_id as id from ledger')
        return new Set(found.map(({ id }) => id))
      }),
  )

/** Restored, verified, and everything there that had been acknowledged before the backup began. */
async function assertWhole(at: Config, { before: sofar }: Taken): Promise<ReadonlySet<string>> {
  const verified = await run('verify', at)
  assert.ok(verified.well, verified.said)
  const found = await commandsIn(at)
  assert.deepEqual(
    sofar.filter((id) => !found.has(id)),
    [],
    'acknowledged before the backup began, and missing',
  )
  return found
}

test('BACKUP-1, BACKUP-7 the embedded database is backed up under load, and restored elsewhere it is whole and verified', async () => {
  const at = await elsewhere('restored')
  const { well, said } = await run('restore', at, cluster.folder)
  assert.ok(well, said)
  await assertWhole(at, cluster)
  assert.equal(await readFile(join(at.dataFolder, 'files', 'a-scan'), 'utf8'), 'sealed bytes')
  assert.match(said, /The backup is whole: \d+ files/)
  assert.match(said, /Restored: \d+ ledgers reach at least as far as when the backup began/)
  await assertDoorsEnded(at, said)
  // SYNC-14 Phones that pull from it notice that it is not the database that they knew.
  const [left, restored] = [await epochOf(config), await epochOf(at)]
  assert.notEqual(restored.epoch, left.epoch)
  assert.ok(left.backedUp > 0)
})

test('BACKUP-2, BACKUP-7 the rows are backed up under load, and fill an empty database of an owner without special powers', async () => {
  const at = { ...(await elsewhere('by-rows', false)), databaseUrl: await ownedDatabase() }
  const { well, said } = await run('restore', at, rows.folder)
  assert.ok(well, said)
  await assertWhole(at, rows)
  assert.match(rows.said, /The master key is in this backup/)
  await assertDoorsEnded(at, said)
  await assert.rejects(run('restore', at, rows.folder), /the database is not empty .*Nothing was restored/)
})

test('BACKUP-3 with the archive of the log any later moment comes back, and nothing after it', async () => {
  const at = await elsewhere('earlier')
  const { well, said } = await run(
    'restore',
    at,
    cluster.folder,
    '--until',
    moment.at,
    '--archive',
    join(folder, 'archive'),
  )
  assert.ok(well, said)
  const found = await assertWhole(at, { ...cluster, before: moment.before })
  assert.deepEqual(
    moment.after.filter((id) => found.has(id)),
    [],
    'of later than the moment',
  )
  assert.match(said, /pieces of the log come from/)
  const future = await elsewhere('future')
  const wish = ['--until', '2099-01-01T00:00:00Z', '--archive', join(folder, 'archive')]
  await assert.rejects(run('restore', future, cluster.folder, ...wish), /the log of changes ends before 2099/)
})

test('BACKUP-4 a backup that was changed, broken off or is of another key is refused, and nothing is written', async () => {
  const damaged = join(folder, 'damaged')
  await cp(rows.folder, damaged, { recursive: true })
  await appendFile(join(damaged, 'tables/public.place.gz'), 'x')
  const at = await elsewhere('nothing', false)
  await assert.rejects(run('restore', at, damaged), /public\.place\.gz is not what was written\. Nothing was restored/)
  await rm(join(damaged, 'manifest.json'))
  await assert.rejects(run('restore', at, damaged), /is no finished backup/)
  await assert.rejects(
    run('restore', at, cluster.folder),
    /the master key is not in the backup: put your copy of it, as it was on the day of the backup/,
  )
  assert.deepEqual(await readdir(at.dataFolder), [])
  await writeFile(at.masterKeyFile, Buffer.alloc(32, 9).toString('base64'))
  await assert.rejects(
    run('restore', at, cluster.folder),
    /is not the key that this backup was sealed with\. It takes the master key of the day/,
  )
})

test('BACKUP-5 what the manifest says was there and is not is told, and the restore is not called well', async () => {
  const boasting = join(folder, 'boasting')
  await cp(rows.folder, boasting, { recursive: true })
  const manifest = await readManifest(boasting)
  const heads = manifest.heads.map((head) => ({ ...head, seq: head.seq + 1_000_000 }))
  await writeFile(join(boasting, 'manifest.json'), JSON.stringify({ ...manifest, heads }))
  const at = { ...(await elsewhere('boasted', false)), databaseUrl: await emptyDatabase() }
  const { well, said } = await run('restore', at, boasting)
  assert.equal(well, false)
  assert.match(said, /Not restored whole: entries are missing in .*34\.04/)
})

test('BACKUP-6 a backup or a restore writes over nothing', async () => {
  await assert.rejects(run('backup', config, cluster.folder), /is not empty: name a new folder/)
  await assert.rejects(run('backup', config, join(config.dataFolder, 'backup')), /lies in the data folder/)
  await assert.rejects(run('restore', config, cluster.folder), /there is a database in .* already/)
  for (const [words, told] of [
    [[cluster.folder, '--until', 'kemarin'], /is no moment: write it like/],
    [[cluster.folder, '--until', '2020-01-01T00:00:00Z'], /can't be before that/],
    [[rows.folder, '--until', '2099-01-01T00:00:00Z'], /needs a backup of the embedded database/],
  ] as const)
    await assert.rejects(run('restore', config, ...words), told)
  assert.equal((await run('backup', config)).well, false)
  assert.equal((await run('restore', config)).well, false)
})

test('BACKUP-7 in the installation that was backed up nobody is signed out by it', async () => {
  const open = await openDoors(config)
  assert.ok(open.signIns > 0 && open.links > 0 && open.keys > 0, JSON.stringify(open))
})

/** A link that nobody used, and a key of a program: in the backup, and revoked after it for all that a restore knows. */
const openMoreDoors = (): Promise<void> =>
  onOwner(async (owner) => {
    await owner.query(
      "insert into invitation (token, purpose, expires_at) values ('\\xaa', 'first-admin', now() + interval '1 day')",
    )
    await owner.query(
      `insert into service_key (digest, staff, post, label, reach, given_by, given_at, expires_at)
       select '\\xbb', staff, id, 'RSUD', 'all', staff, now(), now() + interval '1 year' from post limit 1`,
    )
  })

const epochOf = (at: Config) =>
  withDatabase(
    at,
    () => undefined,
    ({ ownerUrl }) =>
      withOwner(ownerUrl, async (owner) => {
        const { rows: found } = await owner.query<{ epoch: string; backedUp: number }>(
          `select e.value #>> '{}' as epoch, (select sum(v::bigint)::float8 from jsonb_each_text(b.value) as s(k, v)) as "backedUp"
            from deployment e left join deployment b on b.name = 'backed-up' where e.name = 'epoch'`,
        )
        return found[0] ?? { epoch: '', backedUp: 0 }
      }),
  )

type Door = 'signIns' | 'links' | 'keys' | 'waysOut'
const openDoors = (at: Config): Promise<Readonly<Record<Door, number>>> =>
  withDatabase(
    at,
    () => undefined,
    ({ ownerUrl }) =>
      withOwner(ownerUrl, async (owner) => {
        const { rows: found } = await owner.query<Record<Door, number>>(
          `select (select count(*) from sign_in_session) as "signIns",
             (select count(*) from invitation where used_at is null) as links,
             (select count(*) from service_key where revoked_at is null) as keys,
             (select 4 - count(*) from notice_way where paused_until > now() + interval '1 year') as "waysOut"`,
        )
        return found[0] ?? { signIns: -1, links: -1, keys: -1, waysOut: -1 }
      }),
  )

/** BACKUP-7 What was ended after the backup does not come alive: nothing is open, and the restore says how much it ended. */
async function assertDoorsEnded(at: Config, said: string): Promise<void> {
  assert.deepEqual(await openDoors(at), { signIns: 0, links: 0, keys: 0, waysOut: 0 })
  assert.match(
    said,
    /Ended: [1-9]\d* sign-ins, \d+ visits of citizens, \d+ of offices by reply link, [1-9]\d* open links, 1 keys of programs/,
  )
  assert.match(said, /Held: no message goes out \(\d+ wait\) until an administrator lets it/)
  assert.match(said, /who is suspended or holds which role are as in the backup/)
  assert.ok(said.includes(`opened by the master key in ${at.masterKeyFile}`))
}

/** A database whose owner may only what the how-to asks for. */
async function ownedDatabase(): Promise<string> {
  const url = await emptyDatabase()
  const own = new URL(url)
  own.username = 'camat'
  own.password = 'made-up-for-this-test'
  await withOwner(url, async (admin) => {
    await admin.query(`create role camat login createrole password '${own.password}'`)
    await admin.query(`grant openslrt_api, openslrt_worker, openslrt_door to camat with admin option`)
    await admin.query(`alter database ${url.slice(url.lastIndexOf('/') + 1)} owner to camat`)
  })
  return own.href
}

/** The database's own time: it is what decides what came before. */
const now = (): Promise<string> =>
  onOwner(async (owner) => {
    const { rows: found } = await owner.query<{ at: Date }>(
      "select date_trunc('milliseconds', clock_timestamp()) as at",
    )
    return found[0]?.at.toISOString() ?? ''
  })

/** Waits until everything written so far lies in the archive. */
const archived = (): Promise<void> =>
  onOwner(async (owner) => {
    const { rows: found } = await owner.query<{ piece: string }>('select pg_walfile_name(pg_switch_wal()) as piece')
    const piece = found[0]?.piece ?? ''
    assert.ok(await within(20_000, async () => (await readdir(join(folder, 'archive'))).includes(`${piece}.gz`)))
  })

const onOwner = <T>(ask: Parameters<typeof withOwner<T>>[1]): Promise<T> =>
  withDatabase(
    config,
    () => undefined,
    ({ ownerUrl }) => withOwner(ownerUrl, ask),
  )
