import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, asAccount } from './account.ts'
import { canReach } from './can-reach.ts'
import { childEnv } from './child-env.ts'
import { exists } from './exists.ts'
import type { Home } from './home.ts'
import { linkLibraries } from './library-links.ts'
import { StartFailure } from './start-failure.ts'

export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  readonly version: string
  readonly major: string
}

/** Finds programs that the serving account can run: those of the package, or a copy of them in the data's home. */
export async function readyBinaries(home: Home, packageRoot: string, say: (line: string) => void): Promise<Binaries> {
  const inPlace = (await linkLibraries(packageRoot)) && (await isReachable(packageRoot, home.account))
  const root = inPlace ? packageRoot : await copied(home.folder, packageRoot, say)
  const [initdb, postgres] = [join(root, 'native/bin/initdb'), join(root, 'native/bin/postgres')]
  const version = await versionOf(postgres, home.account)
  return { initdb, postgres, version, major: version.split('.')[0] ?? version }
}

/** One file of each kind stands for its folder: a package is unpacked under one umask. */
async function isReachable(packageRoot: string, account: Account): Promise<boolean> {
  const samples = ['bin/postgres', 'lib/libpq.so.5', 'lib/postgresql/plpgsql.so', 'share/postgresql/postgres.bki']
  const reached = await Promise.all(samples.map((file) => canReach(join(packageRoot, 'native', file), account)))
  return reached.every(Boolean)
}

async function copied(home: string, packageRoot: string, say: (line: string) => void): Promise<string> {
  const target = join(home, 'programs', await packageVersion(packageRoot))
  if (await exists(target)) return target
  say(`The database's account cannot use ${packageRoot}; copying PostgreSQL to ${target}.`)
  await rm(dirname(target), { recursive: true, force: true })
  const draft = `${target}.${randomUUID()}`
  await copyTree(join(packageRoot, 'native'), join(draft, 'native'))
  await chmod(dirname(target), 0o755)
  await chmod(draft, 0o755)
  await linkLibraries(draft)
  await rename(draft, target)
  return target
}

async function packageVersion(packageRoot: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8'))
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return named ? String(manifest.version) : 'unknown'
}

/** Copies with modes that everybody can read, whatever our umask; leaves out links (remade) and static libraries. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) await copyReadable(source, target)
  }
}

async function copyReadable(source: string, target: string): Promise<void> {
  await copyFile(source, target)
  await chmod(target, 0o755)
}

/** Asking for the version also proves that the account can run the program with its libraries. */
async function versionOf(postgres: string, account: Account): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'], {
      cwd: '/',
      env: childEnv,
      ...asAccount(account),
    })
    return /\d+(\.\d+)*/.exec(stdout)?.[0] ?? stdout.trim()
  } catch (error) {
    const cause = error instanceof Error ? error.message.trim() : String(error)
    const sentence =
      `The PostgreSQL that comes with OpenSLRT does not run on this machine: ${cause}. ` +
      'Set DATABASE_URL to a PostgreSQL of your own.'
    throw new StartFailure('unsupported-platform', sentence, error)
  }
}
