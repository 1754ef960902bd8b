import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isRoot, nobody } from './account.ts'
import { canReach } from './can-reach.ts'
import { childEnv } from './child-env.ts'
import { endServer } from './end-server.ts'
import { exists } from './exists.ts'
import { findRunning } from './find-running.ts'
import { freePort } from './free-port.ts'
import { postmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { birthMark, serves, signal, within } from './processes.ts'
import { causeIn, logPath, openLog } from './server-log.ts'
import { memorySettings, writeSettings } from './settings.ts'
import { explained, StartFailure } from './start-failure.ts'
import { passwordPath, superuserPassword } from './superuser-password.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-parts-'))
  await chmod(folder, 0o755)
})
after(() => rm(folder, { recursive: true }))

async function fresh(name: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  return path
}
/** PostgreSQL's own file about itself: process, folder, start, port, sockets, address, memory, state. */
const postmaster = (pid: number, state: string, port = 5433): string =>
  `${pid}\n/data/cluster\n1762048800\n${port}\n\n127.0.0.1\n 123 456\n${state}\n`

test('EMBEDDED-2 settings are written anew at every start: safe ones keep every row, those of tests do not', async () => {
  const home = await fresh('settings')
  const read = async (tuning: 'safe' | 'test', port: number) =>
    readFile(await writeSettings(home, tuning, port), 'utf8')
  const safe = await read('safe', 5433)
  for (const line of [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    "password_encryption = 'scram-sha-256'",
    'port = 5433',
    'jit = off',
    "timezone = 'UTC'",
    "log_error_verbosity = 'terse'",
    "log_min_error_statement = 'panic'",
    "wal_level = 'replica'",
  ])
    assert.ok(safe.includes(`\n${line}\n`), line)
  assert.doesNotMatch(safe, /fsync|synchronous_commit|full_page_writes/)
  const quick = await read('test', 6000)
  for (const line of ['fsync = off', "synchronous_commit = 'off'", 'full_page_writes = off', 'port = 6000'])
    assert.ok(quick.includes(`\n${line}\n`), line)
  assert.doesNotMatch(quick, /5433/)
  assert.equal((await stat(join(home, 'postgresql.conf'))).mode & 0o777, 0o644)
})

test('EMBEDDED-30 PostgreSQL keeps pages in a sixteenth of the memory, within bounds that small and large machines bear', () => {
  const buffers = (gigabytes: number) => memorySettings(gigabytes * 2 ** 30)['shared_buffers']
  assert.deepEqual([1, 4, 16, 24, 512].map(buffers), ['256MB', '256MB', '1024MB', '1536MB', '2048MB'])
  assert.equal(memorySettings(8 * 2 ** 30)['effective_cache_size'], '2048MB')
})

test('EMBEDDED-3 children get an environment of four names, and nothing of ours', () => {
  assert.deepEqual(Object.keys(childEnv).toSorted(), ['LANG', 'LC_ALL', 'PATH', 'TZ'])
  assert.deepEqual([childEnv.LANG, childEnv.LC_ALL, childEnv.TZ], ['C', 'C', 'UTC'])
})

test('EMBEDDED-12 what PostgreSQL wrote of itself is read line by line, and half of it says nothing', async () => {
  const cluster = await fresh('postmaster')
  const read = async (text: string) => {
    await writeFile(postmasterFile(cluster), text)
    return readPostmasterFile(cluster)
  }
  assert.deepEqual(await read(postmaster(42, 'ready   ')), { pid: 42, ready: true })
  assert.deepEqual(await read(postmaster(42, 'starting')), { pid: 42, ready: false })
  assert.deepEqual(await read('42\n'), { pid: 42, ready: false })
  for (const text of ['', 'x\n', '-1\n', '0\n', '4.5\n', '\n\n'])
    assert.equal(await read(text), undefined, JSON.stringify(text))
  assert.equal(await readPostmasterFile(join(folder, 'nowhere')), undefined)
})

test('CLI-7 a database that another process runs is found with its port and password; one that starts or is away is not', async () => {
  const home = await fresh('running')
  await mkdir(join(home, 'cluster'))
  assert.equal(await findRunning(home, 'openslrt'), null)
  await writeFile(passwordPath(home), 'rahasia\n')
  await writeFile(postmasterFile(join(home, 'cluster')), postmaster(1, 'starting'))
  assert.equal(await findRunning(home, 'openslrt'), null)
  await writeFile(postmasterFile(join(home, 'cluster')), postmaster(1, 'ready', 6543))
  assert.equal(await findRunning(home, 'openslrt'), 'postgresql://postgres:rahasia@127.0.0.1:6543/openslrt')
})

test('CLI-7 data that were moved are found where the note in the data folder says', async () => {
  const [asked, home] = [await fresh('asked'), await fresh('moved')]
  await mkdir(join(home, 'cluster'))
  await writeFile(join(asked, 'where-the-data-lies.txt'), `${home}\n`)
  await writeFile(passwordPath(home), 'di-sana\n')
  await writeFile(postmasterFile(join(home, 'cluster')), postmaster(1, 'ready', 7000))
  assert.equal(await findRunning(asked, 'openslrt'), 'postgresql://postgres:di-sana@127.0.0.1:7000/openslrt')
})

test('EMBEDDED-14 the password of the superuser is made once, kept for its owner alone, and told whether it is new', async () => {
  const home = await fresh('password')
  const first = await superuserPassword(home)
  assert.equal(first.isNew, true)
  assert.ok(first.text.length >= 20)
  assert.equal((await stat(passwordPath(home))).mode & 0o777, 0o600)
  assert.deepEqual(await superuserPassword(home), { text: first.text, isNew: false })
  assert.notEqual((await superuserPassword(await fresh('other-password'))).text, first.text)
})

test('EMBEDDED-29 a log begins where this run began, a full one is put away, and one older is kept', async () => {
  const home = await fresh('log')
  await writeFile(logPath(home), 'an older run\n')
  const log = await openLog(home)
  await writeFile(logPath(home), 'an older run\nthis run\n')
  assert.equal(await log.since(), 'this run\n')
  log.close()
  await truncate(logPath(home), 20 * 1024 * 1024 + 1)
  const next = await openLog(home)
  assert.equal(await next.since(), '')
  next.close()
  assert.equal((await stat(`${logPath(home)}.1`)).size, 20 * 1024 * 1024 + 1)
  assert.equal((await stat(logPath(home))).size, 0)
})

test('EMBEDDED-29 the cause is the first thing that was fatal, not what a client was told meanwhile', () => {
  const waiting = '2026-11-02 UTC [9] FATAL:  the database system is starting up'
  assert.equal(
    causeIn(`LOG:  x\n${waiting}\n2026 [7] FATAL:  could not map\n2026 [7] PANIC:  later`),
    'FATAL:  could not map',
  )
  assert.equal(causeIn('initdb: error: invalid locale'), 'error: invalid locale')
  assert.equal(causeIn('LOG:  one\nLOG:  two\n\n'), 'LOG:  two')
  assert.equal(causeIn(`${waiting}\n`), 'it said nothing')
  assert.equal(causeIn(''), 'it said nothing')
})

test('EMBEDDED-25 what the file system refused becomes a sentence with the folder; anything else stays what it is', () => {
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'ENAMETOOLONG']) {
    const error = Object.assign(new Error(`${code}: mkdir`), { code })
    const told = explained(error, '/srv/data')
    assert.ok(told instanceof StartFailure && told.code === 'not-writable', code)
    assert.match(told.message, /cannot write its data below \/srv\/data .*choose another data folder/)
    assert.equal(told.cause, error)
  }
  const own = new StartFailure('port-taken', 'x')
  for (const error of [own, new Error('x'), Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'x', undefined])
    assert.equal(explained(error, '/srv/data'), error)
})

test('EMBEDDED-27 a port that is said to be free can be listened on, and two that are asked for at once differ', async () => {
  const ports = await Promise.all([freePort(), freePort(), freePort()])
  assert.equal(new Set(ports).size, 3)
  const server = createServer().listen(ports[0], '127.0.0.1')
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
})

test('EMBEDDED-22 the mark of a process tells it from every other, and from nobody', async () => {
  const [own, again] = [await birthMark(process.pid), await birthMark(process.pid)]
  assert.match(own ?? '', /^[0-9a-f-]{36}\/\d+$/)
  assert.equal(again, own)
  const child = spawn('sleep', ['60'])
  assert.notEqual(await birthMark(child.pid ?? 0), own)
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.equal(await birthMark(child.pid ?? 0), undefined)
  assert.equal(await birthMark(0), undefined)
})

test('EMBEDDED-12 a process that is not PostgreSQL serves no folder, wherever it stands', async () => {
  const cluster = await fresh('not-served')
  const child = spawn('sleep', ['60'], { cwd: cluster })
  assert.equal(await serves(child.pid ?? 0, cluster), false)
  assert.equal(await serves(process.pid, process.cwd()), false)
  child.kill('SIGKILL')
  await once(child, 'exit')
})

test('EMBEDDED-4 a process that obeys is asked gently, one that does not is ended; a signal to nobody is no error', async () => {
  const gentle = spawn('sleep', ['60'])
  const hasEnded = () => gentle.exitCode !== null || gentle.signalCode !== null
  assert.equal(await endServer(gentle.pid ?? 0, hasEnded), true)
  assert.equal(gentle.signalCode, 'SIGINT')
  signal(gentle.pid ?? 0, 'SIGINT')
})

test('EMBEDDED-4 waiting ends as soon as it holds, and says so when it never did', async () => {
  let asked = 0
  assert.equal(await within(5_000, () => ++asked === 3), true)
  assert.equal(asked, 3)
  assert.equal(await within(30, async () => false), false)
})

test('EMBEDDED-15 whether an account can enter is told by every folder on the way, and by the file itself', async () => {
  const open = await fresh('reach/open')
  await chmod(join(folder, 'reach'), 0o755)
  await chmod(open, 0o755)
  await writeFile(join(open, 'file'), 'x', { mode: 0o644 })
  assert.equal(await canReach(join(open, 'file'), nobody), true)
  await chmod(join(folder, 'reach'), 0o700)
  assert.equal(await canReach(join(open, 'file'), nobody), !isRoot())
  await chmod(join(folder, 'reach'), 0o755)
  await chmod(join(open, 'file'), 0o600)
  assert.equal(await canReach(join(open, 'file'), nobody), !isRoot())
})

test('EMBEDDED-19 a link is there even when it leads nowhere', async () => {
  const links = await fresh('links')
  await symlink('nowhere', join(links, 'dangling'))
  assert.deepEqual(
    [await exists(join(links, 'dangling')), await exists(join(links, 'nothing')), await exists(links)],
    [true, false, true],
  )
})
