import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { PoolClient } from 'pg'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { withOwner } from '../db/pools.ts'
import { anchorHeads } from './anchor.ts'
import { rebuildDistrict } from './rebuild.ts'
import { specs } from './tables.ts'
import { verifyAll, verifyDistrict } from './verify.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const kept = await aCaseBy(fo)
const returned = await aCaseBy(fo)
await bo.does('case.take', { subject: kept.id, data: { note: '' } })
await bo.does('case.return', { subject: returned.id, data: { reason: 'papers-missing', note: 'Mohon bawa KTP.' } })
const { keys } = house.parts.ledger
const folder = await mkdtemp(join(tmpdir(), 'openslrt-anchors-'))
const anchors = join(folder, 'anchors.log')
after(() => rm(folder, { recursive: true }))

/** What the verifier says while a change made behind the application's back stands; the change is then taken back. */
async function said(change: string, anchorFile: string | null = null): Promise<readonly string[]> {
  return takenBack(async (client) => {
    await client.query(change)
    const { problems } = await verifyDistrict(client, keys, sleman.district, anchorFile)
    return problems
  })
}

async function takenBack<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await house.ownerPool.connect()
  try {
    await client.query('begin')
    return await run(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('LEDGER-8 what the commands wrote is proven, and the proof says how much it looked at', async () => {
  const verdict = await verifyDistrict(house.parts.pools.worker, keys, sleman.district, null)
  const [{ n } = { n: 0 }] = await house.owner<{ n: number }>(
    "select count(*)::int as n from ledger where district = '34.04'",
  )
  assert.deepEqual(verdict.problems, [])
  assert.deepEqual([verdict.district, verdict.entries], [sleman.district, n])
  assert.ok(verdict.rows >= 10)
})

const last = "(select max(seq) from ledger where district = '34.04')"
const faults: readonly (readonly [what: string, change: string, told: RegExp])[] = [
  [
    'a name in the open',
    "update ledger set actor = 'staff:x' where district = '34.04' and seq = 3",
    /^entry 3 does not follow/,
  ],
  [
    'a moved moment',
    "update ledger set done_at = done_at - interval '1 day' where district = '34.04' and seq = 4",
    /^entry 4 does not follow/,
  ],
  [
    'a sealed payload',
    `update ledger set payload = set_byte(payload, 40, 255 - get_byte(payload, 40)) where district = '34.04' and seq = 5`,
    /^entry 5 can't be read/,
  ],
  [
    'a payload of another entry',
    "update ledger l set payload = o.payload from ledger o where l.district = '34.04' and l.seq = 6 and o.district = '34.04' and o.seq = 7",
    /^entry 6 can't be read/,
  ],
  [
    'a digest',
    "update ledger set digest = sha256('x') where district = '34.04' and seq = 2",
    /^entry 2 does not follow/,
  ],
  ['a missing entry', "delete from ledger where district = '34.04' and seq = 6", /^entry 6 is missing/],
  ['a cut-off end', `delete from ledger where district = '34.04' and seq = ${last}`, /^the head says/],
  [
    'a lost answer',
    "delete from command_outcome where district = '34.04' and command_id = (select command_id from ledger where district = '34.04' and seq = 4)",
    /^1 entries have no stored answer/,
  ],
  [
    'a status',
    `update cases set status = 'closed' where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} differs from its ledger in status`),
  ],
  [
    'a number of a sealed field',
    `update cases set client_phone = null where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} differs from its ledger in clientPhone`),
  ],
  [
    'the entry that a row names',
    `update cases set seq = 1 where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} names entry 1 as its last`),
  ],
  [
    'a row that is gone',
    `delete from cases where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} is told by the ledger and is not in its table`),
  ],
  [
    'a counter',
    "update case_state_count set n = n + 1 where district = '34.04' and state like 'handling|%'",
    /^the counter "state handling\|\w+" says 2; the ledger adds up to 1/,
  ],
  [
    'a number series',
    "update number_series set last = last - 1 where district = '34.04'",
    /^the counter "series \d{4}" says 1; the ledger adds up to 2/,
  ],
  [
    'two entries in each other’s place',
    "update ledger set seq = -seq where district = '34.04' and seq in (3, 4); update ledger set seq = 7 + seq where district = '34.04' and seq < 0",
    /^entry 3 does not follow/,
  ],
  [
    'an entry behind the last',
    `insert into ledger select district, seq + 1, gen_random_uuid(), kind, subject, place, office, actor, done_at, received_at, ref_seq, salt, payload, digest, hash from ledger where district = '34.04' and seq = ${last}`,
    /^entry \d+ does not follow/,
  ],
  [
    'words that were taken without an erasure',
    "update ledger set payload = null, salt = null where district = '34.04' and seq = 5",
    /^entry 5 has no payload/,
  ],
  [
    'a salt',
    "update ledger set salt = sha256('x') where district = '34.04' and seq = 5",
    /^entry 5 says something else/,
  ],
  ['a head set back', "update district_head set seq = seq - 1 where district = '34.04'", /^the head says/],
  ['the hash of a head', "update district_head set hash = sha256('x') where district = '34.04'", /^the head says/],
  ['a head that is gone', "delete from district_head where district = '34.04'", /^the head says 0 entries/],
  [
    'an answer to what was never done',
    "insert into command_outcome select district, gen_random_uuid(), actor, body_hash, reply, answered_at from command_outcome where district = '34.04' and reply ->> 'status' = 'accepted' limit 1",
    /^1 commands were answered "accepted" and have no entry/,
  ],
  [
    'a version',
    `update cases set version = 9 where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} differs from its ledger in version`),
  ],
  [
    'a moment of a clock',
    `update cases set hop_due_at = hop_due_at + interval '1 day' where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} differs from its ledger in hop`),
  ],
  [
    'a sealed value of another row',
    `update cases set client_nik = (select client_nik from cases where id = '${returned.id}'), client_phone = (select client_nik from cases where id = '${returned.id}') where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} differs from its ledger in clientPhone`),
  ],
  [
    'a digest by which another number finds the case',
    `update cases set client_nik_index = sha256('x') where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} is found by another client_nik_index than it says`),
  ],
  [
    'a digest that was taken away',
    `update cases set client_phone_index = null where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} is found by another client_phone_index than it says`),
  ],
  [
    'the key of another name',
    `update cases set client_name_key = 'orang lain' where id = '${kept.id}'`,
    new RegExp(`^case ${kept.id} is found by another client_name_key than it says`),
  ],
  [
    'a counter of a day',
    "update case_day_count set n = n + 1 where district = '34.04'",
    /^the counter "day \d{4}-\d\d-\d\d \S+" says \d+; the ledger adds up to \d+/,
  ],
  [
    'a counter of a day that is gone',
    "delete from case_day_count where district = '34.04'",
    /^the counter "day .* says 0/,
  ],
  [
    'an office that was moved',
    `update office set place = '34.04.06.2001' where id = '${offices.caturtunggal}'`,
    new RegExp(`^office ${offices.caturtunggal} differs from its ledger in place`),
  ],
  [
    'a role that somebody has given themselves',
    `update post set role = 'manager' where staff = '${fo.staff}'`,
    /^post \S+ differs from its ledger in role/,
  ],
]

for (const [what, change, told] of faults) {
  test(`LEDGER-8 a change behind the application's back is named: ${what}`, async () => {
    const problems = await said(change)
    assert.ok(
      problems.some((problem) => told.test(problem)),
      problems.join('\n'),
    )
  })
}

test('LEDGER-7 the heads are written down outside the database, and who rewrites the ledger is held against them', async () => {
  assert.ok((await anchorHeads(house.parts.pools.worker, anchors, new Date('2026-01-05T02:00:00Z'))) >= 1)
  const [line] = (await readFile(anchors, 'utf8')).split('\n').filter((text) => text.includes(' 34.04 '))
  assert.match(line ?? '', /^2026-01-05T02:00:00\.000Z 34\.04 \d+ [0-9a-f]{64}$/)
  assert.deepEqual(await said('select 1', anchors), [])
  const problems = await said("update ledger set hash = sha256('x') where district = '34.04'", anchors)
  assert.ok(problems.some((problem) => /^entry \d+ is not the one that was written down on 2026-01-05/.test(problem)))
})

test('LEDGER-7 a district of which nothing at all is left is missed by what was written down of it', async () => {
  const told = await takenBack(async (client) => {
    await client.query('set local session_replication_role = replica')
    for (const table of ['ledger', 'command_outcome', 'district_head', ...tables.map((name) => specs[name].sqlName)])
      await client.query(`delete from ${table} where district = '34.04'`)
    const found: string[] = []
    for await (const verdict of verifyAll(client, keys, anchors))
      if (verdict.district === sleman.district) found.push(...verdict.problems)
    return found
  })
  assert.ok(
    told.some((problem) => /^entry \d+ is not the one that was written down/.test(problem)),
    told.join('\n'),
  )
})

test('LEDGER-14 a rebuild writes every row and counter from the ledger, and takes away what it does not know', async () => {
  await house.owner(`update cases set status = 'closed', client_name = 'Orang Lain' where id = '${kept.id}'`)
  await house.owner("update case_state_count set n = n + 7 where district = '34.04'")
  await house.owner("delete from case_day_count where district = '34.04'")
  const rebuilt = await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, keys, sleman.district))
  assert.ok(rebuilt.rows >= 10 && rebuilt.removed === 0 && rebuilt.counters > 0)
  await assertVerified(house)
  const after = await bo.does('case.recommend', { subject: kept.id, base: 2, data: { note: 'Layak dibantu.' } })
  assert.equal(after.status, 'accepted')
})

test('LEDGER-14 a ledger whose own chain is broken is not rebuilt from, and nothing is changed', async () => {
  await house.owner("update ledger set kind = 'case.cancel' where district = '34.04' and seq = 3")
  await house.owner(`update cases set status = 'closed' where id = '${kept.id}'`)
  await assert.rejects(
    withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, keys, sleman.district)),
    /the ledger of 34\.04 itself is broken: entry 3/,
  )
  const [row] = await house.owner<{ status: string }>(`select status from cases where id = '${kept.id}'`)
  assert.equal(row?.status, 'closed')
})
