import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { ok } from '@openslrt/core/kernel/result.ts'
import { stepLoad } from '@openslrt/core/load/decide.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Command, Decide } from '../../platform/ledger/execute.ts'
import { readyStatement } from '../../platform/ledger/execute.ts'
import { entriesOf } from '../../platform/ledger/hold.ts'
import { executeReady } from '../../platform/ledger/ready.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf, openedLoad, sentExtract } from '../../testing/a-load.ts'
import { anExtract, csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import type { LoadParts } from './parts.ts'
import { selectLoad } from './queries.ts'
import { workLoads } from './work.ts'

let house: TestHouse
let offices: DistrictOffices
let manager: Client
let fo: Client
let parts: LoadParts
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  manager = await house.staffAt(offices.secretariat, 'manager')
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  parts = await loadPartsOf(house)
})
after(() => house.close())

/** A load of so many people that waits to be taken. */
async function running(file: string): Promise<string> {
  const id = await openedLoad(manager, await sentExtract(manager, file))
  await workLoads(parts)
  await manager.does('load.start', { subject: id })
  return id
}
const loadNow = async (id: string) => rowOf('load', (await selectLoad(parts.worker, '34.04', id)) ?? {}, null)
const registered = () => fo.does('case.register', { id: randomUUID(), subject: randomUUID(), data: registration() })

test('LEDGER-25 what was made ready is written where its ledger has as many entries as it was decided on, else decided anew', async () => {
  const id = await running(anExtract(3))
  const actor = await parts.actorAt(manager.staff ?? '', offices.secretariat)
  assert.ok(actor)
  const { ledger, reference } = parts
  const keys = await ledger.keys.forDistrict('34.04')
  let anew = 0
  const take = async (on: number) => {
    const now = Date.now()
    const times = { doneAt: now, receivedAt: now, bodyHash: Buffer.alloc(32) }
    const command: Command = { id: randomUUID(), kind: 'load.take', district: '34.04', subject: id, actor, ...times }
    const planned = (load: LoadRow) => {
      const decided = stepLoad(load, 'take', { line: load.line + 1 }, reference.policyFor('34.04', now, now))
      assert.ok(decided.ok)
      return { decision: decided.value, place: actor.place, before: [load], relies: [] }
    }
    const decide: Decide = async (client) => {
      anew++
      return ok(planned(rowOf('load', (await selectLoad(client, '34.04', id)) ?? {}, null)))
    }
    const load = await loadNow(id)
    const statement = await readyStatement(ledger, command, planned(load), keys, on)
    return executeReady(ledger, command, { statement, meanwhile: () => undefined }, decide)
  }
  const entries = () => inScope(ledger.pool, scopeOf(actor, '34.04'), (client) => entriesOf(client, '34.04'))
  const on = await entries()
  assert.deepEqual([await take(on), anew], [{ status: 'accepted', seq: on + 1, version: 4 }, 0])
  await registered()
  assert.deepEqual([await take(on + 1), anew], [{ status: 'accepted', seq: on + 3, version: 5 }, 1])
  assert.deepEqual([(await loadNow(id)).line, await entries()], [2, on + 3])
  await manager.does('load.stop', { subject: id })
  await manager.does('load.cancel', { subject: id })
  await assertVerified(house)
})

test('LOAD-24 an extract comes in whole beside others who write into the ledger, and families may lie across chunks', async () => {
  // Every third row speaks of somebody a thousand rows before, and every family of all chunks.
  const rows = Array.from({ length: 3_600 }, (_, nth) => extractRow(nth % 3 === 2 ? Math.max(0, nth - 1_000) : nth))
  const file = csvOfRows([
    extractHead,
    ...rows.map((row, nth) => row.with(2, `3404${String(nth % 700).padStart(12, '0')}`)),
  ])
  const id = await running(file)
  let many = 0
  const others = async (): Promise<void> => {
    await registered()
    if (++many < 50 && (await loadNow(id)).status === 'running') await others()
  }
  await Promise.all([workLoads(parts, Number.POSITIVE_INFINITY), others()])
  const { status, counts } = await loadAt(manager, id)
  assert.equal(status, 'done')
  const different = new Set(rows.map(([nik]) => nik)).size
  assert.deepEqual([counts.rows, counts.newPeople, counts.newFamilies], [3_600, different, 700])
  assert.ok(many > 2, `${many} cases meanwhile`)
  const again = await loadedExtract(manager, parts, file)
  assert.deepEqual([again.done.counts.newPeople, again.done.counts.changedPeople], [0, 0])
  await assertVerified(house)
})

test('LOAD-14 stopped while the next chunk is made ready, a load waits where it was', async () => {
  const id = await running(
    csvOfRows([extractHead, ...Array.from({ length: 5_000 }, (_, nth) => extractRow(9_000 + nth))]),
  )
  const [, stopped] = await Promise.all([
    workLoads(parts, Number.POSITIVE_INFINITY),
    manager.send('load.stop', { subject: id }),
  ])
  const now = await loadAt(manager, id)
  if (stopped.status === 200 && now.status === 'stopped') {
    assert.equal((await loadNow(id)).line % 1_000, 0)
    await manager.does('load.start', { subject: id })
    await workLoads(parts, Number.POSITIVE_INFINITY)
  }
  const { status, counts } = await loadAt(manager, id)
  assert.deepEqual([status, counts.rows, counts.newPeople], ['done', 5_000, 5_000])
  await assertVerified(house)
})
