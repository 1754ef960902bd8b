import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { z } from 'zod'
import { loadPlaces } from '../../db/seed/load-places.ts'
import { missingHeads } from '../../platform/db/backup/installation.ts'
import { putTables } from '../../platform/db/backup/put-tables.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { verifyAll } from '../../platform/ledger/verify.ts'
import { prepareDatabase, prepareSchema } from '../../prepare-database.ts'
import type { Client } from '../client.ts'
import { emptyDatabase, master } from '../cluster.ts'
import type { TestHouse } from '../house.ts'
import { startTestHouse } from '../house.ts'

// What an installation of the first release held: its demo district of 60 cases, as `backup` of today writes the rows of
// the schema of that day (without places, which every installation has), and the commands as its desk sent them.
const release = join(import.meta.dirname, '0.1')
const factsOf = z.object({
  migrations: z.array(z.string()),
  heads: z.array(z.object({ district: z.string(), seq: z.int(), hash: z.string() })),
})
const clientOf = z.object({
  v: z.int(),
  commands: z.array(z.object({ kind: z.string(), path: z.string(), data: z.unknown() })),
})
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(release, name), 'utf8'))

let url = ''
let house: TestHouse
let coordinator: Client
let heads: z.infer<typeof factsOf>['heads']

before(async () => {
  url = await emptyDatabase()
  const facts = factsOf.parse(await read('facts.json'))
  heads = facts.heads
  await prepareSchema(url, master, facts.migrations)
  await withOwner(url, async (owner) => {
    await loadPlaces(owner)
    await putTables(
      owner,
      release,
      () => undefined,
      () => Promise.resolve(),
    )
  })
  await prepareDatabase(url, master, () => undefined)
  house = await startTestHouse({ database: url, logLevel: 'warn' })
  coordinator = await signedIn('coordinator', 'Puskesos Caturtunggal')
})

async function signedIn(role: string, office: string): Promise<Client> {
  const [post] = await house.owner<{ staff: string; office: string }>(
    'select p.staff, p.office from post p join office o on o.id = p.office where p.role = $1 and o.name = $2',
    [role, office],
  )
  assert.ok(post)
  return house.signIn(post.staff, post.office)
}

test('MIGRATE-6 the database of the first release is brought up to date and every ledger is proved', async () => {
  const proved: string[] = []
  for await (const verdict of verifyAll(house.parts.pools.worker, house.parts.ledger.keys, null)) {
    assert.deepEqual(verdict.problems, [], verdict.district)
    proved.push(verdict.district)
  }
  assert.deepEqual(proved, ['00', '34', '34.04'])
  assert.deepEqual(await withOwner(url, (owner) => missingHeads(owner, heads)), [])
})

test('MIGRATE-6 people of the first release find their cases and go on with them', async () => {
  const officer = await signedIn('bo', 'Sekretariat SLRT Sleman')
  const { items } = await officer.read(caseRoutes.queue)
  const kept = items.find(({ status }) => status === 'handling')
  assert.ok(kept)
  await officer.read(caseRoutes.card, { query: { district: '34.04', id: kept.id } })
  await officer.does('case.note', { subject: kept.id, data: { note: 'Lanjut di rilis baru.' } })
})

test('MIGRATE-7 a desk of the first release is still understood: every command of its outbox is decided', async () => {
  const { v, commands } = clientOf.parse(await read('client.json'))
  const send = (path: string, subject: string, data: unknown) =>
    coordinator.raw({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        v,
        district: '34.04',
        subject,
        office: coordinator.office,
        doneAt: new Date().toISOString(),
        base: null,
        data,
      }),
    })
  const [register, ...moves] = commands
  assert.equal(register?.kind, 'case.register')
  assert.ok(moves.length > 20)
  for (const { kind, path, data } of moves) {
    const subject = randomUUID()
    const registered = await send(register?.path ?? '', subject, register?.data)
    assert.equal(registered.status, 200, registered.text)
    const { status, text } = await send(path, subject, data)
    // Some are refused where this case stands, with a reason; none is unreadable, gone or broken.
    assert.ok(status === 200 || [403, 404, 409, 422].includes(status), `${kind}: ${status} ${text}`)
    assert.doesNotMatch(text, /"code":"(invalid|not-found|upgrade)/, kind)
  }
})
