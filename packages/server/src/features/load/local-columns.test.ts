import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { exportFilePath, exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf, openedLoad, sentExtract } from '../../testing/a-load.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { workLoads } from './work.ts'
import { workExports } from './work-exports.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const parts = await loadPartsOf(house)
const lay = peopleIn(house)
const [kk, nik, meals] = ['3404070101100077', '3404074506800001', 'lokal-makan-dua-kali']
const family = familyId.parse(await lay.family({ kk, values: { [meals]: true, sepeda_motor: 1 } }))
await lay.person({ name: 'Siti Aminah', nik, family, birthDate: '1980-06-05', values: {} })

const wish = { form: 'csv', place: '34.04', desils: [], programme: null, complete: null, numbers: true } as const
async function exported(subject: 'people' | 'families'): Promise<string> {
  const body = { id: randomUUID(), subject, ...wish, reason: 'Cadangan kabupaten' }
  const { id } = await manager.read(exportRoutes.ask, { body })
  await workExports(parts)
  const { bytes } = await manager.raw({ method: 'GET', path: `${exportFilePath}?id=${id}` })
  return bytes.toString()
}
const said = async () =>
  (await house.owner<{ said: Readonly<Record<string, unknown>> }>('select said from family where id = $1', [family]))[0]
    ?.said

for (const subject of ['people', 'families'] as const)
  test(`LOAD-23 ${subject} go out with what the district asks itself, and come back as they were`, async () => {
    const csv = await exported(subject)
    assert.ok(csv.split('\n')[0]?.includes(meals))
    const file = await sentExtract(manager, csv)
    assert.ok(`family.${meals}` in file.mapping)
    assert.deepEqual(
      file.local.map(({ name, names }) => [name, names.id]),
      [[meals, 'Makan kurang dari dua kali sehari']],
    )
    const id = await openedLoad(manager, file, '2026-01-10')
    await workLoads(parts)
    const { checked } = await loadAt(manager, id)
    assert.deepEqual([checked.changedFamilies, checked.changedPeople, checked.kept, checked.wrong], [0, 0, 0, 0])
    assert.equal(checked.sameFamilies, 1)
    await manager.does('load.cancel', { subject: id })
  })

test('LOAD-23 what a file says to a question of the district is taken like any value', async () => {
  const rows = [`No KK,desa,${meals.toUpperCase()}`, `${kk},${sleman.caturtunggal.replaceAll('.', '')},tidak`]
  const csv = rows.join('\n').replace(',desa,', ',kode_desa,')
  await house.owner("update family set added_at = '2026-01-01T00:00:00Z'")
  const { done } = await loadedExtract(manager, parts, csv, '2026-07-10')
  assert.deepEqual([done.counts.changedFamilies, done.counts.wrong], [1, 0])
  assert.deepEqual(await said(), { [meals]: false, sepeda_motor: 1 })
})

test('LOAD-23 an export keeps the columns with which it was asked for', async () => {
  const kept = await house.owner<{ locals: unknown }>('select locals from registry_export limit 1')
  assert.deepEqual(kept, [{ locals: [{ name: meals, of: 'family' }] }])
})

test('LOAD-23 a question that no list has can not be meant', async () => {
  const file = await sentExtract(manager, `NIK,Nama,lokal-lain\n${nik},Siti,1\n`)
  assert.deepEqual(Object.keys(file.mapping), ['person.nomor_induk_kependudukan', 'person.nama'])
  const mapping = { ...file.mapping, 'family.lokal-lain': 2 }
  const data = {
    file: file.id,
    source: 'DTSEN',
    snapshot: '2026-07-10',
    mapping,
    place: sleman.caturtunggal,
    handOver: {},
  }
  const { status, body } = await manager.send('load.open', { subject: randomUUID(), data })
  assert.deepEqual([status, body.code], [422, 'load-mapping'])
})
