import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asAccount } from './account.ts'
import { childEnv } from './child-env.ts'
import type { Home } from './home.ts'
import type { Binaries } from './ready-binaries.ts'
import { causeIn } from './server-log.ts'
import type { Tuning } from './settings.ts'
import { StartFailure } from './start-failure.ts'

type Plan = { readonly home: Home; readonly binaries: Binaries; readonly password: string; readonly tuning: Tuning }

/** Makes an empty database cluster beside its final place and moves it there when it is whole. */
export async function createCluster(plan: Plan): Promise<void> {
  const { home } = plan
  await removeDrafts(home.folder)
  const draft = join(home.folder, `${draftPrefix}${randomUUID()}`)
  try {
    await prepareDraft(draft, plan)
    await runInitdb(draft, plan)
    await rename(join(draft, 'cluster'), home.cluster)
    await persistNames(home.folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Refuses data that another major version of PostgreSQL wrote. */
export async function assertSameMajor(cluster: string, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found === binaries.major) return
  const sentence =
    `The data in ${cluster} were written by PostgreSQL ${found || '(unknown version)'}; this OpenSLRT comes with PostgreSQL ${binaries.major}. ` +
    'Start the OpenSLRT version that wrote them, copy the data out, and load them here.'
  throw new StartFailure('other-major-version', sentence)
}

const draftPrefix = 'unfinished-'

/** What a start left that was killed in the middle. */
async function removeDrafts(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(draftPrefix))
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function prepareDraft(draft: string, { home, password }: Plan): Promise<void> {
  const { uid, gid } = home.account
  await mkdir(join(draft, 'cluster'), { recursive: true })
  await chmod(draft, 0o755)
  await chmod(join(draft, 'cluster'), 0o700)
  await writeFile(join(draft, 'password'), `${password}\n`, { mode: 0o600 })
  await chown(join(draft, 'password'), uid, gid)
  await chown(join(draft, 'cluster'), uid, gid)
}

async function runInitdb(draft: string, { home, binaries, tuning }: Plan): Promise<void> {
  const options = [
    ['--pgdata', join(draft, 'cluster')],
    ['--pwfile', join(draft, 'password')],
    ['--username', 'postgres', '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--data-checksums'],
    // The same order of codes on every machine; an operating system's own collation changes with its updates.
    ['--no-locale', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
    tuning === 'test' ? ['--no-sync'] : [],
  ]
  const child = spawn(binaries.initdb, options.flat(), { cwd: draft, env: childEnv, ...asAccount(home.account) })
  const { code, output } = await outcomeOf(child)
  if (code === 0) return
  throw new StartFailure('no-start', `The database could not be set up in ${home.folder}: ${causeIn(output)}.`)
}

async function outcomeOf(child: ChildProcess): Promise<{ code: unknown; output: string }> {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (output += part))
  const [code]: unknown[] = await once(child, 'close')
  return { code, output }
}

/** A renamed folder survives a power cut only when the folder above it was written too. */
async function persistNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
