import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chown, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { isRoot } from './account.ts'
import { lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'
import { findPlatformPackage } from './platform-package.ts'
import { causeIn } from './server-log.ts'
import { ask, inFolder } from './testing/test-kit.ts'

test('EMBEDDED-21 a second start on the same folder is refused and names the process that has it', () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    const message = new RegExp(`Another OpenSLRT \\(process ${process.pid}\\) is using the data in`)
    await assert.rejects(start(), { name: 'StartFailure', code: 'folder-in-use', message })
    assert.deepEqual(await ask(database.adminUrl, 'select 1 as one'), [{ one: 1 }])
  }))

test('EMBEDDED-22 the lock of a dead process is taken over, also when its number is used again', () =>
  inFolder(async (folder) => {
    for (const dead of ['4194304 some-boot/1', `${process.pid} some-boot/1`, 'nonsense', '']) {
      await writeFile(join(folder, 'lock'), dead)
      await (await lockFolder(folder)).release()
    }
  }))

test('EMBEDDED-23 of many that want a dead lock at once, exactly one gets it', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'lock'), '4194304 some-boot/1')
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
    assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  }))

test('EMBEDDED-24 data of another major version are refused with both versions', () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    await database.stop()
    await writeFile(join(database.folder, 'PG_VERSION'), '15\n')
    await assert.rejects(start(), {
      code: 'other-major-version',
      message: /written by PostgreSQL 15; .* PostgreSQL 18/,
    })
  }))

test('EMBEDDED-25 a data folder that cannot be written is refused with its name', () =>
  inFolder(async (folder, start) => {
    await writeFile(join(folder, 'file'), '')
    const dataDir = join(folder, 'file', 'data')
    const message = /cannot write its data below .*file\/data .*choose another data folder/
    await assert.rejects(start({ dataDir }), { code: 'not-writable', message })
  }))

test('EMBEDDED-26 a machine for which no PostgreSQL comes is told to use DATABASE_URL', () => {
  assert.throws(() => findPlatformPackage('plan9-mips'), { code: 'unsupported-platform', message: /Set DATABASE_URL/ })
})

test('EMBEDDED-27 a fixed port that is taken is refused; a free one is kept over starts', () =>
  inFolder(async (_folder, start) => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1').unref()
    await once(other, 'listening')
    await assert.rejects(start({ port }), { code: 'port-taken', message: /Another program listens on the port/ })
    other.close()
    await once(other, 'close')
    assert.equal(new URL((await start({ port })).adminUrl).port, String(port))
  }))

test('EMBEDDED-28 data that root took over are refused with the command that mends it', () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    await database.stop()
    if (isRoot()) await chown(database.folder, 0, 0)
    const answer = await start().then(
      () => 'started',
      (error: Error) => error.message,
    )
    assert.match(answer, isRoot() ? /PostgreSQL does not run as root\. Run: chown -R 65534:65534/ : /^started$/)
  }))

test('EMBEDDED-29 of what PostgreSQL logged, the cause is told and not what follows from it', () => {
  const cause = 'FATAL:  could not write to file "pg_wal/xlogtemp.8": No space left on device'
  const turnedAway = 'FATAL:  the database system is starting up'
  const log = ['LOG:  starting', turnedAway, cause, 'PANIC:  cannot abort transaction 1', 'LOG:  shutting down']
  assert.equal(causeIn(log.map((text) => `2026-01-02 03:04:05.678 UTC [8] ${text}`).join('\n')), cause)
  assert.equal(causeIn('initdb: error: no\n'), 'error: no')
  assert.equal(causeIn('Killed\n'), 'Killed')
  assert.equal(causeIn(''), 'it said nothing')
})
