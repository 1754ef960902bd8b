import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadPartsOf, openedLoad, sentExtract } from '../../testing/a-load.ts'
import { anExtract } from '../../testing/an-extract.ts'
import { startTestHouse } from '../../testing/house.ts'
import { sweepFiles } from '../case/sweep.ts'
import { forgetFiles, workLoads } from './work.ts'

const day = 86_400_000
const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const parts = await loadPartsOf(house)

/** Nobody names a piece by any other row: it stands or falls with the file. */
const age = (days: number) =>
  house.owner(
    "with f as (update load_file set sent_at = now() - $1 * interval '1 day') update file_blob set stored_at = now() - $1 * interval '1 day'",
    [days],
  )
const aNight = async (): Promise<void> => {
  await forgetFiles(parts, Date.now())
  await sweepFiles({ pool: house.parts.pools.worker, files: parts.store }, new Date(Date.now() - 7 * day))
}
/** How many rows of files there are, how many pieces they name, and how many pieces lie in the store. */
async function counted(): Promise<readonly number[]> {
  const [row] = await house.owner<{ files: number; named: number; blobs: number }>(
    `select (select count(*)::int from load_file) as files, (select coalesce(sum(cardinality(pieces)), 0)::int from load_file) as named,
      (select count(*)::int from file_blob) as blobs`,
  )
  const stored = await readdir(join(house.parts.config.dataFolder, 'files'), { recursive: true })
  const lying = stored.filter((path) => /[0-9a-f]{64}$/.test(path)).length
  assert.equal(lying, row?.blobs)
  return [row?.files ?? 0, row?.named ?? 0, row?.blobs ?? 0]
}

test('LOAD-21 a file that is still promised can be loaded on its last day, and goes with all of its pieces the day after', async () => {
  const file = await sentExtract(manager, anExtract(3))
  const [files = 0, named = 0, blobs] = await counted()
  assert.ok(files === 1 && named > 0 && blobs === named)
  for (const days of [8, 29]) {
    await age(days)
    await aNight()
    assert.deepEqual(await counted(), [1, named, named], `after ${days} days`)
  }
  const load = await openedLoad(manager, file)
  await workLoads(parts)
  await manager.does('load.start', { subject: load })
  await workLoads(parts)
  assert.equal((await loadAt(manager, load)).status, 'done')
  await age(31)
  await aNight()
  assert.deepEqual(await counted(), [0, 0, 0])
})

test('LOAD-21 a district says how many days, from a day on; both go by it', async () => {
  await sentExtract(manager, anExtract(2))
  const [, named] = await counted()
  await house.owner(
    `insert into list_item (list, code, place, names, data, valid_from, position)
      select list, code, '34.04', names, '{"days":9,"basis":"uji"}', '2026-01-01', 900 from list_item where list = 'window' and code = 'extractDays'`,
  )
  await house.parts.reference.refresh()
  await age(8)
  await aNight()
  assert.deepEqual(await counted(), [1, named, named])
  await age(10)
  await aNight()
  assert.deepEqual(await counted(), [0, 0, 0])
})

test('LOAD-21 the file of a load that is still open is kept whatever its age, and goes once the load was cancelled', async () => {
  const load = await openedLoad(manager, await sentExtract(manager, anExtract(5)))
  await workLoads(parts)
  const [before = 0] = await counted()
  await age(400)
  await aNight()
  const [kept, ...pieces] = await counted()
  assert.ok(before > 0 && kept === 1 && (pieces[0] ?? 0) > 0)
  await manager.does('load.cancel', { subject: load })
  await aNight()
  assert.deepEqual(await counted(), [0, 0, 0])
})
