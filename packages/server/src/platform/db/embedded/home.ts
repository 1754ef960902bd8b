import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, isRoot, nobody, ownerOf, servingAccount } from './account.ts'
import { canReach } from './can-reach.ts'
import { exists } from './exists.ts'
import type { Tuning } from './settings.ts'
import { StartFailure } from './start-failure.ts'

/** Where everything of one embedded database lies: lock, password, log, settings, and in `cluster` the data. */
export type Home = { readonly folder: string; readonly cluster: string; readonly account: Account }

export type HomeWish = {
  readonly dataDir: string
  readonly say: (line: string) => void
  readonly tuning: Tuning
  /** Where data go that the serving account cannot reach in `dataDir`. */
  readonly stateRoot?: string | undefined
}

/**
 * Settles where the data lie: in `dataDir`, or, where we are root and the serving account cannot enter it (a clone below
 * a home that is closed to others), in a system folder named after it, so that the next start finds the same place.
 */
export async function settleHome(wish: HomeWish): Promise<Home> {
  const wanted = await makeFolder(wish.dataDir)
  if (await hasData(wanted)) return homeOfExisting(wanted)
  if (!isRoot()) return homeIn(wanted, servingAccount())
  const elsewhere = await placeElsewhere(wish, wanted)
  const moved = (await hasData(elsewhere)) || !(await canReach(wanted, nobody))
  if (!moved) return homeIn(wanted, nobody)
  const home = await prepareElsewhere(elsewhere)
  wish.say(`Other accounts cannot enter ${wanted}; the database lies in ${home.folder} instead.`)
  await writeFile(join(wanted, 'where-the-data-lies.txt'), `${home.folder}\n`)
  return home
}

const homeIn = (folder: string, account: Account): Home => ({ folder, cluster: join(folder, 'cluster'), account })

const hasData = (folder: string): Promise<boolean> => exists(join(folder, 'cluster'))

/** Folders made here are open to entering (what is inside is not); those that exist keep their mode. */
async function makeFolder(dataDir: string): Promise<string> {
  const first = await mkdir(dataDir, { recursive: true })
  const made = first === undefined ? [] : foldersFrom(first, dataDir)
  for (const folder of made) await chmod(folder, 0o755)
  return realpath(dataDir)
}

const foldersFrom = (top: string, path: string): string[] =>
  path.length <= top.length ? [path] : [...foldersFrom(top, dirname(path)), path]

/** PostgreSQL only serves data of its own account, so the owner of existing data decides who runs it. */
async function homeOfExisting(folder: string): Promise<Home> {
  const cluster = join(folder, 'cluster')
  const owner = ownerOf(await stat(cluster))
  const advice = await adviceAbout(cluster, owner)
  if (advice === undefined) return homeIn(folder, owner)
  throw new StartFailure('wrong-owner', `The data in ${cluster} belong to account ${owner.uid}. ${advice}`)
}

async function adviceAbout(cluster: string, owner: Account): Promise<string | undefined> {
  const mine = servingAccount()
  const mend = `chown -R ${mine.uid}:${mine.gid} ${cluster}`
  if (owner.uid === 0) return `PostgreSQL does not run as root. Run: ${mend}`
  if (!isRoot() && owner.uid !== mine.uid) return `Start OpenSLRT as that account, or have root run: ${mend}`
  if (await canReach(cluster, owner)) return undefined
  return 'That account cannot enter the folder; open the folders above it.'
}

async function placeElsewhere(wish: HomeWish, wanted: string): Promise<string> {
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 16)
  return join(wish.stateRoot ?? (await stateRootFor(wish.tuning)), name)
}

/** Throw-away data of tests stay out of the system's folders; a temp folder may itself be closed to others. */
async function stateRootFor(tuning: Tuning): Promise<string> {
  if (tuning === 'safe') return '/var/lib/openslrt'
  const temporary = (await canReach(tmpdir(), nobody)) ? tmpdir() : '/tmp'
  return join(temporary, 'openslrt-test-databases')
}

async function prepareElsewhere(folder: string): Promise<Home> {
  await mkdir(folder, { recursive: true })
  for (const path of [dirname(folder), folder]) {
    await refuseForeign(path)
    await chmod(path, 0o755)
  }
  if (await hasData(folder)) return homeOfExisting(folder)
  if (await canReach(folder, nobody)) return homeIn(folder, nobody)
  const sentence = `Account ${nobody.uid}, which runs the database, cannot enter ${folder}. Choose another data folder.`
  throw new StartFailure('not-writable', sentence)
}

/** In a folder that all may write to, somebody else may have made ours beforehand, to be given the password. */
async function refuseForeign(path: string): Promise<void> {
  const stats = await lstat(path)
  if (stats.isDirectory() && stats.uid === process.getuid?.()) return
  throw new StartFailure('wrong-owner', `${path} is not a folder of this account; remove it, then start again.`)
}
