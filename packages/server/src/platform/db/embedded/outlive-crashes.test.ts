import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { exists } from './exists.ts'
import { serversOf, serves, within } from './processes.ts'
import { passwordPath } from './superuser-password.ts'
import { ask, inFolder, killServers, runBeside, writtenPid } from './testing/test-kit.ts'

test('EMBEDDED-7 after kill -9 of the program, the next start ends the orphan and has every acknowledged row', () =>
  inFolder(async (folder, start) => {
    const program = runBeside('keep-inserting.ts', folder)
    assert.ok(await within(30_000, () => program.lines.length > 200 || program.hasEnded()))
    assert.equal(program.hasEnded(), false, 'the program ended by itself')
    await program.killed()
    const orphan = await writtenPid(`${folder}/cluster`)
    assert.ok(
      await serves(orphan, `${folder}/cluster`),
      'the server died with the program, so this test proves nothing',
    )
    const said: string[] = []
    const database = await start({ tuning: 'safe', say: (line) => said.push(line) })
    assert.match(said.join('\n'), new RegExp(`earlier run still serves .*process ${orphan}`))
    assert.equal(await serves(orphan, database.folder), false)
    const acked = Number(program.lines.at(-1))
    const [kept] = await ask(database.adminUrl, `select count(*)::int as rows from acked where number <= ${acked}`)
    assert.deepEqual(kept, { rows: acked })
  }))

test('EMBEDDED-8 after kill -9 of program and server together, the next start has every acknowledged row', () =>
  inFolder(async (folder, start) => {
    const program = runBeside('keep-inserting.ts', folder)
    assert.ok(await within(30_000, () => program.lines.length > 200 || program.hasEnded()))
    assert.equal(program.hasEnded(), false, 'the program ended by itself')
    await Promise.all([killServers(`${folder}/cluster`), program.killed()])
    const database = await start({ tuning: 'safe' })
    const acked = Number(program.lines.at(-1))
    const [kept] = await ask(database.adminUrl, `select count(*)::int as rows from acked where number <= ${acked}`)
    assert.deepEqual(kept, { rows: acked })
  }))

test('EMBEDDED-9 a server that dies is started again under the same address, and the program is told', () =>
  inFolder(async (_folder, start) => {
    const said: string[] = []
    const database = await start({ say: (line) => said.push(line), tuning: 'safe' })
    await ask(database.adminUrl, 'create table kept (n int)', 'insert into kept values (1)')
    for (const round of [1, 2]) {
      const exits: unknown[] = []
      database.onExit((exit) => exits.push(exit))
      const before = database.pid
      process.kill(before, 'SIGKILL')
      assert.ok(await within(30_000, () => database.pid !== before), `not restarted in round ${round}`)
      assert.deepEqual(exits, [{ code: null, signal: 'SIGKILL' }])
      assert.deepEqual(await ask(database.adminUrl, 'select n from kept'), [{ n: 1 }])
    }
    assert.match(said.join('\n'), /PostgreSQL has died \(SIGKILL\); it is started again\.[^]*PostgreSQL runs again/)
  }))

test('EMBEDDED-10 a stop right after the death of the server is obeyed: nothing is started any more', () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    process.kill(database.pid, 'SIGKILL')
    await database.stop()
    assert.ok(await within(10_000, async () => (await serversOf(database.folder)).length === 0))
  }))

test('EMBEDDED-11 children that outlived their postmaster in a long query do not keep the server from starting', () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    const busy = `do $$ begin loop perform 1; end loop; end $$`
    const asked = ask(database.adminUrl, busy).catch(() => undefined)
    const running = async () =>
      (await ask(database.adminUrl, `select 1 from pg_stat_activity where query like 'do $$%'`)).length > 0
    assert.ok(await within(10_000, running), 'the long query does not run')
    const before = database.pid
    process.kill(before, 'SIGKILL')
    assert.ok(await within(30_000, () => database.pid !== before), 'not restarted')
    await asked
    assert.deepEqual(await ask(database.adminUrl, 'select 1 as one'), [{ one: 1 }])
  }))

test("EMBEDDED-12 a postmaster.pid that names another program's process does not stop the start", () =>
  inFolder(async (_folder, start) => {
    const database = await start()
    await database.stop()
    await writeFile(`${database.folder}/postmaster.pid`, `${process.pid}\n${database.folder}\n1\n5432\n\n127.0.0.1\n`)
    const again = await start()
    assert.deepEqual(await ask(again.adminUrl, 'select 1 as one'), [{ one: 1 }])
  }))

test('EMBEDDED-13 a first start that was cut off is begun anew, and its remains go', () =>
  inFolder(async (folder, start) => {
    const remains = `${folder}/unfinished-${randomUUID()}`
    await mkdir(`${remains}/cluster`, { recursive: true })
    await start()
    assert.equal(await exists(remains), false)
  }))

test('EMBEDDED-14 data restored without the password file get a new password; a wrong file is named', () =>
  inFolder(async (folder, start) => {
    const database = await start()
    await ask(database.adminUrl, 'create table kept (n int)', 'insert into kept values (3)')
    await database.stop()
    await writeFile(passwordPath(folder), 'not-the-password\n')
    await assert.rejects(start(), {
      code: 'wrong-password',
      message: /Delete that file: the next start makes a new one/,
    })
    assert.deepEqual(await serversOf(database.folder), [])
    await rm(passwordPath(folder))
    const again = await start()
    assert.deepEqual(await ask(again.adminUrl, 'select n from kept'), [{ n: 3 }])
    assert.notEqual(again.adminUrl, database.adminUrl)
  }))
