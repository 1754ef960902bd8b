import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { test } from 'node:test'
import { exists } from './exists.ts'
import { serversOf, within } from './processes.ts'
import { startTemporary } from './start-temporary.ts'
import { passwordPath } from './superuser-password.ts'
import { ask, inFolder, runBeside } from './testing/test-kit.ts'

test('EMBEDDED-1 the first start sets the database up, and later starts find what was written', () =>
  inFolder(async (folder, start) => {
    const said: string[] = []
    const first = await start({ say: (line) => said.push(line), tuning: 'safe' })
    await ask(first.adminUrl, 'create database other', 'create table kept (n int)', 'insert into kept values (7)')
    await first.stop()
    const second = await start({ tuning: 'safe' })
    assert.deepEqual(await ask(second.adminUrl, 'select n from kept'), [{ n: 7 }])
    assert.deepEqual(await ask(second.urlFor('other'), 'select current_database() as name'), [{ name: 'other' }])
    assert.equal(second.folder, `${folder}/cluster`)
    assert.match(said[0] ?? '', /Setting up a new database in .*; this happens once/)
  }))

test('EMBEDDED-2 a safe database has checksums, syncs, sorts codes the same everywhere, and logs no data', () =>
  inFolder(async (folder, start) => {
    const { adminUrl } = await start({ tuning: 'safe' })
    const settings = await ask(
      adminUrl,
      `select current_setting('data_checksums') checksums, current_setting('fsync') fsync, current_setting('jit') jit,
       current_setting('synchronous_commit') commit, pg_size_bytes(current_setting('shared_buffers')) >= 256 * 1024 * 1024 as buffers,
       current_setting('max_connections') connections, current_setting('server_encoding') encoding,
       (select datlocprovider::text || ':' || datlocale from pg_database where datname = 'template1') as locale`,
    )
    const wanted = { checksums: 'on', fsync: 'on', jit: 'off', commit: 'on', buffers: true, connections: '100' }
    assert.deepEqual(settings, [{ ...wanted, encoding: 'UTF8', locale: 'b:C.UTF-8' }])
    const twice = `insert into secretive values ('3404012345670001')`
    const refused = ask(adminUrl, 'create table secretive (nik text unique)', twice, twice)
    await assert.rejects(refused, /duplicate key/)
    assert.doesNotMatch(await readFile(`${folder}/postgres.log`, 'utf8'), /3404012345670001/)
  }))

test('EMBEDDED-3 only loopback is listened on, every way in asks for the password, and no process shows it', () =>
  inFolder(async (folder, start) => {
    process.env.OPENSLRT_TEST_SECRET = 'not for children'
    const { adminUrl, pid } = await start()
    delete process.env.OPENSLRT_TEST_SECRET
    const ways = await ask(adminUrl, 'select distinct auth_method from pg_hba_file_rules')
    assert.deepEqual(ways, [{ auth_method: 'scram-sha-256' }])
    const [listening] = await ask(
      adminUrl,
      `select current_setting('listen_addresses') || '|' ||
       current_setting('unix_socket_directories') as at`,
    )
    assert.deepEqual(listening, { at: '127.0.0.1|' })
    await assert.rejects(ask(adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1'), /password authentication failed/)
    const password = (await readFile(passwordPath(folder), 'utf8')).trim()
    const shown = (await readFile(`/proc/${pid}/cmdline`, 'utf8')) + (await readFile(`/proc/${pid}/environ`, 'utf8'))
    assert.doesNotMatch(shown, new RegExp(`${password}|not for children`))
    assert.equal((await stat(passwordPath(folder))).mode & 0o777, 0o600)
  }))

test('EMBEDDED-4 stop leaves no process and frees the folder; a second stop does no harm', () =>
  inFolder(async (folder, start) => {
    const database = await start()
    const idle = ask(database.adminUrl, 'select pg_sleep(600)').catch(() => undefined)
    await Promise.all([database.stop(), database.stop()])
    await idle
    assert.deepEqual(await serversOf(database.folder), [])
    assert.equal(await exists(`/proc/${database.pid}`), false)
    assert.equal(await exists(`${folder}/lock`), false)
  }))

test('EMBEDDED-5 a program that ends without stop leaves nothing running either', () =>
  inFolder(async (folder) => {
    const program = runBeside('leave-without-stopping.ts', folder)
    await program.ended
    assert.match(program.lines[0] ?? '', /^\d+$/)
    const cluster = `${folder}/cluster`
    assert.ok(await within(10_000, async () => (await serversOf(cluster)).length === 0), 'the server still runs')
    assert.equal(await exists(`${folder}/lock`), false)
  }))

test('EMBEDDED-6 a temporary database is quick rather than safe, and its folder goes with it', async () => {
  const database = await startTemporary()
  const settings = await ask(
    database.adminUrl,
    `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
     current_setting('full_page_writes') pages, current_setting('max_connections') connections`,
  )
  await database.stop()
  assert.deepEqual(settings, [{ fsync: 'off', commit: 'off', pages: 'off', connections: '200' }])
  assert.equal(await exists(database.folder), false)
})
