import assert from 'node:assert/strict'
import { chmod, chown, cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRoot, nobody } from './account.ts'
import { exists } from './exists.ts'
import { linkLibraries } from './library-links.ts'
import { findPlatformPackage } from './platform-package.ts'
import { ask, inFolder } from './testing/test-kit.ts'

test('EMBEDDED-15 below a folder closed to others: root moves the data and says where, others stay', () =>
  inFolder(async (folder, start) => {
    const closed = join(folder, 'home')
    await mkdir(closed, { mode: 0o700 })
    const [dataDir, stateRoot] = [join(closed, 'clone', 'data'), join(folder, 'state')]
    const said: string[] = []
    const options = { dataDir, stateRoot, say: (line: string) => said.push(line) }
    const first = await start(options)
    await ask(first.adminUrl, 'create table kept (n int)', 'insert into kept values (5)')
    await first.stop()
    const second = await start(options)
    assert.deepEqual(await ask(second.adminUrl, 'select n from kept'), [{ n: 5 }])
    assert.equal(second.folder, first.folder)
    assert.ok(first.folder.startsWith(isRoot() ? stateRoot : dataDir), first.folder)
    assert.equal(said.join('\n').includes('Other accounts cannot enter'), isRoot())
    assert.equal(await exists(join(dataDir, 'where-the-data-lies.txt')), isRoot())
  }))

test('EMBEDDED-16 data that were moved are found again after the closed folder was opened', () =>
  inFolder(async (folder, start) => {
    const closed = join(folder, 'home')
    await mkdir(closed, { mode: 0o700 })
    const options = { dataDir: join(closed, 'data'), stateRoot: join(folder, 'state') }
    const first = await start(options)
    await first.stop()
    await chmod(closed, 0o755)
    assert.equal((await start(options)).folder, first.folder)
  }))

test('EMBEDDED-17 programs below a closed folder, unpacked without install scripts, run: root uses a copy', () =>
  inFolder(async (folder, start) => {
    const packageRoot = await packageWithoutLinks(join(folder, 'home'))
    await chmod(join(folder, 'home'), 0o700)
    const said: string[] = []
    const database = await start({ dataDir: join(folder, 'data'), packageRoot, say: (line) => said.push(line) })
    assert.deepEqual(await ask(database.adminUrl, 'select 1 as one'), [{ one: 1 }])
    const program = await readFile(`/proc/${database.pid}/cmdline`, 'utf8')
    assert.ok(program.startsWith(isRoot() ? join(folder, 'data', 'programs') : packageRoot), program)
    assert.equal(said.join('\n').includes('copying PostgreSQL'), isRoot())
  }))

test('EMBEDDED-18 programs whose links may not be made where they lie are copied', () =>
  inFolder(async (folder, start) => {
    const packageRoot = await packageWithoutLinks(join(folder, 'packages'))
    const libraries = join(packageRoot, 'native', 'lib')
    await chmod(libraries, 0o555)
    const database = await start({ dataDir: join(folder, 'data'), packageRoot })
    assert.deepEqual(await ask(database.adminUrl, 'select 1 as one'), [{ one: 1 }])
    // Root may write everywhere, so there the links are made in place.
    assert.equal(await exists(join(libraries, 'libpq.so.5')), isRoot())
    await chmod(libraries, 0o755)
  }))

test('EMBEDDED-19 several processes make the library links at once without harm', () =>
  inFolder(async (folder) => {
    const packageRoot = await packageWithoutLinks(join(folder, 'packages'))
    const made = await Promise.all([1, 2, 3, 4].map(() => linkLibraries(packageRoot)))
    assert.deepEqual(made, [true, true, true, true])
    assert.ok((await stat(join(packageRoot, 'native/lib/libpq.so.5'))).isFile())
  }))

test('EMBEDDED-20 the server runs under the account that owns the data, never as root', () =>
  inFolder(async (folder, start) => {
    const first = await start()
    const own = isRoot() ? nobody.uid : process.getuid?.()
    assert.equal((await stat(`/proc/${first.pid}`)).uid, own)
    await first.stop()
    if (isRoot()) await giveTo(first.folder, 12_345)
    const second = await start()
    assert.equal((await stat(`/proc/${second.pid}`)).uid, isRoot() ? 12_345 : own)
    assert.equal((await stat(join(folder, 'cluster'))).mode & 0o777, 0o700)
  }))

/** The package as npm unpacks it with --ignore-scripts. */
async function packageWithoutLinks(folder: string): Promise<string> {
  const installed = findPlatformPackage()
  await cp(installed, folder, { recursive: true, verbatimSymlinks: true })
  const links: { target: string }[] = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'))
  for (const { target } of links) await rm(join(folder, target), { force: true })
  return folder
}

async function giveTo(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid)
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, uid)
}
