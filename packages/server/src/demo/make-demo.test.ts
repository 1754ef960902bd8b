import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { OfficeKind } from '@openslrt/core/office/office.ts'
import { cannotGive } from '@openslrt/core/office/reach.ts'
import { nation, nationPlace } from '@openslrt/core/place/code.ts'
import { openShippedProgrammes } from '../features/programme/index.ts'
import { verifyDistrict } from '../platform/ledger/verify.ts'
import { aDistrictOffice } from '../testing/a-district-office.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { makeDemo } from './make-demo.ts'

const cases = 120
let house: TestHouse
let said: string[]

/** What every start does before a demo, and then the demo. */
async function make(home: TestHouse, signal = new AbortController().signal): Promise<string[]> {
  await openShippedProgrammes(home.parts)
  const lines: string[] = []
  const onMarked = (): Promise<void> => home.parts.demo.reread()
  await makeDemo(home.parts, home.ownerUrl, { cases, say: (line) => void lines.push(line), signal, onMarked })
  return lines
}

const countOf = async (home: TestHouse, sql: string): Promise<number> => {
  const [row] = await home.owner<{ n: number }>(sql)
  return Number(row?.n)
}

before(async () => {
  house = await startTestHouse()
  said = await make(house)
})

test('DEMO-1 the demo is a district with its 86 villages, its offices, and cases whose ledger proves them', async () => {
  assert.equal(await countOf(house, "select count(*) as n from office where kind = 'puskesos'"), 86)
  assert.equal(await countOf(house, 'select count(*) as n from cases'), cases)
  assert.equal(house.parts.demo.shown(), true)
  const { worker } = house.parts.pools
  for (const ledger of ['34.04', '34', nation]) {
    const verdict = await verifyDistrict(worker, house.parts.ledger.keys, ledger, null)
    assert.deepEqual(verdict.problems, [])
  }
})

test('DEMO-12 some hundred families who cannot exist stand in the registry, and cases find theirs', async () => {
  const families = await countOf(house, 'select count(*) as n from family')
  assert.ok(families > 110 && families < 250, String(families))
  assert.ok((await countOf(house, 'select count(*) as n from person')) > families)
  const linked =
    'select count(*) as n from cases c join family f on f.district = c.district and f.kk_index = c.client_kk_index'
  assert.ok((await countOf(house, linked)) > 20)
  const marked = "select count(*) as n from family where address not like '%(data contoh)%'"
  assert.equal(await countOf(house, marked), 0)
})

test('DEMO-11 letters wait for initials and signatures; others were returned, signed, handed over or revoked', async () => {
  const rows = await house.owner<{ status: string }>('select distinct status from letter order by status')
  assert.deepEqual(
    rows.map(({ status }) => status),
    ['drafted', 'handed-over', 'initialled', 'issued', 'returned', 'revoked'],
  )
  const desks = await countOf(house, 'select count(distinct office) as n from letter')
  assert.equal(desks, 2, "the demo's Puskesos and the secretariat")
})

test('OFFICE-10 the people of the demo hold roles that an administrator of the nation could have given', async () => {
  const held = await house.owner<{ role: string; kind: OfficeKind }>(
    'select distinct p.role, o.kind from post p join office o on o.id = p.office',
  )
  assert.ok(held.length > 5)
  for (const { role: code, kind } of held) {
    const role = house.parts.reference.role(code, nationPlace)
    assert.equal(role && cannotGive(role, kind, 'nation'), null, `${code} at ${kind}`)
  }
})

test('DEMO-2 numbers follow the order in which cases came in, and none came in after now', async () => {
  const rows = await house.owner<{ at: Date }>('select registered_at as at from cases order by number')
  const moments = rows.map(({ at }) => at.getTime())
  assert.deepEqual(
    moments,
    moments.toSorted((left, right) => left - right),
  )
  assert.equal(await countOf(house, 'select count(*) as n from ledger where received_at > now()'), 0)
})

test('DEMO-3 limits that ran out in the past were played, not left to the queue: every job is due in the future', async () => {
  // Whether a load has rows left is looked at once more, whatever was done of it.
  const left = `select count(*) as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at < now() and t.identifier <> 'load-work'`
  assert.equal(await countOf(house, left), 0)
})

test('DEMO-4 a second start changes nothing', async () => {
  const before = await house.owner('select district, seq from district_head where seq > 0 order by district')
  const hashes = await house.owner('select staff, password from credential order by staff')
  await make(house)
  assert.deepEqual(await house.owner('select district, seq from district_head where seq > 0 order by district'), before)
  assert.deepEqual(await house.owner('select staff, password from credential order by staff'), hashes)
})

test('DEMO-5 every sign-in that was shown works, and no password stands in the database', async () => {
  const signIns = said.flatMap((line) => {
    const [, name, password] = /(\S+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){2})$/.exec(line) ?? []
    return name && password ? [{ name, password }] : []
  })
  assert.equal(signIns.length, await countOf(house, 'select count(*) as n from credential'))
  const [first] = signIns
  const answer = await house.stranger().raw({
    method: 'POST',
    path: '/api/sign-in',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(first),
  })
  assert.equal(answer.status, 200, answer.text)
  const stored = await house.owner<{ password: string }>('select password from credential')
  assert.ok(stored.every(({ password }) => password.startsWith('argon2id$')))
})

test('DEMO-6 nobody of the demo can exist: every address says so', async () => {
  const n = await countOf(
    house,
    "select count(*) as n from cases where client_name <> '' and client_address not like '%(data contoh)'",
  )
  assert.equal(n, 0)
})

test('DEMO-7 a demo that broke off goes on at the next start and ends as one that did not', async () => {
  const broken = await startTestHouse()
  const leaving = new AbortController()
  const say = (line: string): void => {
    if (line.startsWith('  ')) leaving.abort()
  }
  const wish = { cases, say, signal: leaving.signal, onMarked: async () => undefined }
  await assert.rejects(makeDemo(broken.parts, broken.ownerUrl, wish), /broken off/)
  assert.ok((await countOf(broken, 'select count(*) as n from cases')) < cases)
  await make(broken)
  assert.equal(await countOf(broken, 'select count(*) as n from cases'), cases)
  const { worker } = broken.parts.pools
  assert.deepEqual((await verifyDistrict(worker, broken.parts.ledger.keys, '34.04', null)).problems, [])
  await broken.close()
})

test('DEMO-8 an installation with data of its own is left alone', async () => {
  const own = await startTestHouse()
  await aDistrictOffice(own)
  await assert.rejects(make(own), /holds data of its own/)
  assert.equal(await countOf(own, "select count(*) as n from deployment where name = 'demo'"), 0)
  await own.close()
})
