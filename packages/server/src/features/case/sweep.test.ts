import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { buildWorker } from '../../build-worker.ts'
import { openFiles } from '../../open-files.ts'
import { within } from '../../platform/db/embedded/processes.ts'
import { inScope } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { holdBlob } from './queries-files.ts'
import type { Keeping } from './sweep.ts'
import { sweepFiles } from './sweep.ts'

const day = 86_400_000
let house: TestHouse
let officer: Client
let subject = ''
let keeping: Keeping

before(async () => {
  house = await startTestHouse()
  officer = await house.staffAt((await aDistrictOffice(house)).caturtunggal, 'coordinator')
  subject = (await aCaseBy(officer)).id
  keeping = { pool: house.parts.pools.worker, files: (await openFiles(house.parts.config)).store }
})

/** Uploads something new as a browser does; gives its digest. */
async function aFile(bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`)): Promise<string> {
  const answer = await upload(officer, '34.04', { bytes, type: 'application/pdf' })
  assert.equal(answer.status, 200, answer.text)
  return sha256(bytes).toString('hex')
}

const attach = (digest: string) =>
  officer.does('case.attach', { subject, data: { attachment: randomUUID(), sha256: digest, name: 'a.pdf', note: '' } })

const age = (digest: string, days: number) =>
  house.owner(
    "update file_blob set stored_at = now() - $2 * interval '1 day' where district = '34.04' and sha256 = $1",
    [digest, days],
  )

const sweep = () => sweepFiles(keeping, new Date(Date.now() - 7 * day))

/** Which of these lie in the store, and which have a row: the two must always agree. */
async function kept(digests: readonly string[]): Promise<readonly string[]> {
  const sql = "select sha256 from file_blob where district = '34.04' and sha256 = any($1)"
  const rows = await house.owner<{ sha256: string }>(sql, [digests])
  const lying = new Set(await readdir(join(house.parts.config.dataFolder, 'files'), { recursive: true }))
  const found = digests.filter((digest) => lying.has(join('34.04', digest.slice(0, 2), digest)))
  assert.deepEqual(found.toSorted(), rows.map(({ sha256: name }) => name).toSorted())
  return found
}

test('FILE-10 whatever files there are, exactly those go that no case of their district names and that are old', async () => {
  const kinds = fc.record({ days: fc.constantFrom(0, 6, 8, 400), named: fc.boolean(), elsewhere: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(kinds, { minLength: 1, maxLength: 6 }), async (plans) => {
      const files = []
      for (const plan of plans) {
        const digest = await aFile()
        if (plan.named) await attach(digest)
        // A row of another district under the same digest: neither keeps the other.
        if (plan.elsewhere) await rowElsewhere(digest)
        await age(digest, plan.days)
        files.push({ digest, ...plan })
      }
      await sweep()
      const stay = files.filter(({ days, named }) => named || days < 7).map(({ digest }) => digest)
      assert.deepEqual(await kept(files.map(({ digest }) => digest)), stay)
    }),
    { seed, numRuns: 12 },
  )
})

const rowElsewhere = (digest: string) =>
  house.owner(
    "insert into file_blob (district, sha256, type, size, stored_at) values ('34.02', $1, 'application/pdf', 9, now())",
    [digest],
  )

test('FILE-10 more than fit into one go are all removed, and the number is told', async () => {
  const many = await Promise.all(Array.from({ length: 60 }, () => aFile()))
  for (const digest of many) await age(digest, 30)
  assert.equal(await sweep(), 60)
  assert.deepEqual(await kept(many), [])
  assert.equal(await sweep(), 0)
})

test('LETTER-33 a picture over letters is never swept: what was signed under it is printed for years', async () => {
  const [letterhead, other] = [await aFile(), await aFile()]
  await house.owner('update file_blob set letterhead = true where sha256 = $1', [letterhead])
  for (const digest of [letterhead, other]) await age(digest, 400)
  await sweep()
  assert.deepEqual(await kept([letterhead, other]), [letterhead])
})

test('FILE-10 a file that is sent again is young again', async () => {
  const bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`)
  const digest = await aFile(bytes)
  await age(digest, 30)
  await aFile(bytes)
  assert.equal(await sweep(), 0)
  assert.deepEqual(await kept([digest]), [digest])
})

test('FILE-10 a file that is being named while the sweep looks is not removed', async () => {
  const digest = await aFile()
  await age(digest, 30)
  const [held, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const naming = inScope(house.parts.pools.api, { ledger: '34.04' }, async (client) => {
    assert.ok(await holdBlob(client, '34.04', digest))
    held.resolve()
    await go.promise
    await client.query(
      `insert into attachment (district, id, version, seq, case_id, name, type, size, sha256, added_by, added_at)
       values ('34.04', $1, 1, 1, $2, 'a.pdf', 'application/pdf', 9, $3, 'x', now())`,
      [randomUUID(), subject, digest],
    )
  })
  await held.promise
  const sweeping = sweep()
  assert.ok(await within(20_000, isWaiting), 'the sweep waits for who holds the file')
  go.resolve()
  await naming
  assert.equal(await sweeping, 0)
  assert.deepEqual(await kept([digest]), [digest])
})

const isWaiting = async (): Promise<boolean> =>
  (await house.owner("select 1 from pg_stat_activity where wait_event_type = 'Lock' and usename = 'openslrt_worker'"))
    .length > 0

test('FILE-10 a store that fails keeps the rows, so that the next night finds the files', async () => {
  const digest = await aFile()
  await age(digest, 30)
  const remove = () => Promise.reject(new Error('the store is away'))
  const failing = { ...keeping, files: { ...keeping.files, remove } }
  await assert.rejects(sweepFiles(failing, new Date()), /the store is away/)
  assert.deepEqual(await kept([digest]), [digest])
  assert.equal(await sweep(), 1)
})

test('FILE-10 naming a file that was swept is refused, and nothing is written', async () => {
  const digest = await aFile()
  await age(digest, 30)
  await sweep()
  const answer = await officer.send('case.attach', {
    subject,
    data: { attachment: randomUUID(), sha256: digest, name: 'a.pdf', note: '' },
  })
  assert.equal(answer.body.code, 'unknown-file')
})

test('FILE-10 the worker sweeps, and the log tells how many', async () => {
  const digest = await aFile()
  await age(digest, 8)
  const worker = await buildWorker(house.parts)
  try {
    await house.owner("select graphile_worker.add_job('sweep-files')")
    const told = () => house.logged.some((line) => line.includes('"swept":1'))
    assert.ok(await within(30_000, async () => told()))
  } finally {
    await worker.stop()
  }
  assert.deepEqual(await kept([digest]), [])
})
