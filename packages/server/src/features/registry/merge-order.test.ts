import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const lay = peopleIn(house)
const niks = ['3404075206800071', '3404075206800072']

/** People and families as they stand, but for what every change moves. */
const standing = () =>
  house.owner(
    `select p.id, p.status, p.merged_into, p.family, p.place, p.name, p.complete, encode(p.nik_index, 'hex') as nik from person p
      union all select f.id, f.status, f.merged_into, null, f.place, f.address, f.complete, encode(f.kk_index, 'hex') from family f
      order by 1`,
  )
const twice = () =>
  house.owner(
    "select nik_index from person where status = 'known' and nik_index is not null group by 1 having count(*) > 1",
  )

async function merged(of: 'person' | 'family', kept: string, gone: string, take: readonly string[]): Promise<string> {
  const versions = await house.owner<{ id: string; version: number }>(`select id, version from ${of}`)
  const versionOf = (id: string) => versions.find((row) => row.id === id)?.version
  const subject = randomUUID()
  await verifier.does('registry.merge', {
    subject,
    data: { of, kept, gone, take, keptVersion: versionOf(kept), goneVersion: versionOf(gone) },
  })
  return subject
}
const part = (subject: string, by = verifier) => by.send('registry.unmerge', { subject, data: {} })
const rebuild = () => withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))

test('DOUBLE-13 of two merges into one person the first may be undone first, and nobody keeps a NIK that is not theirs', async () => {
  const kept = await lay.person({ name: 'Tukirah' })
  const gone = [
    await lay.person({ name: 'Tukirah S', nik: niks[0] ?? null }),
    // The second lives in a village that whoever undoes the first does not see.
    await lay.person({ name: 'Tukirah Sari', nik: niks[1] ?? null, place: sleman.maguwoharjo }),
  ]
  const before = await standing()
  const pairs = []
  for (const one of gone) pairs.push(await merged('person', kept, one, ['nik']))
  assert.deepEqual(await twice(), [])
  assert.equal((await part(pairs[0] ?? '', coordinator)).status, 200)
  assert.deepEqual(await twice(), [], 'who stands on has the NIK of the second, not that of the first')
  await assertVerified(house)
  assert.equal((await part(pairs[1] ?? '')).status, 200)
  assert.deepEqual(await standing(), before)
  await assertVerified(house)
  await rebuild()
  assert.deepEqual(await standing(), before)
})

test('DOUBLE-13 of two merges into one family the first may be undone first, and everybody lives where they lived', async () => {
  const home = (place: string, kk: string) => lay.family({ place, kk, address: `Gang ${kk.slice(-1)}` })
  const [kept, first, second] = [
    await home(sleman.caturtunggal, '3404070101100071'),
    await home(sleman.maguwoharjo, '3404070101100072'),
    await home(sleman.caturtunggal, '3404070101100073'),
  ]
  for (const [family, place] of [
    [kept, sleman.caturtunggal],
    [first, sleman.maguwoharjo],
    [second, sleman.caturtunggal],
  ] as const)
    await lay.person({ name: `Warga ${family.slice(0, 4)}`, family: familyId.parse(family), place })
  const before = await standing()
  const pairs = [await merged('family', kept, first, ['place', 'kk']), await merged('family', kept, second, ['kk'])]
  for (const pair of pairs) assert.equal((await part(pair)).status, 200)
  assert.deepEqual(await standing(), before)
  await assertVerified(house)
})

test('DOUBLE-13 a family is not parted while one of its people stands as somebody else since', async () => {
  const [home, other] = [await lay.family({ address: 'Gang Nangka' }), await lay.family({ address: 'Gang Sawo' })]
  const [kept, gone] = [
    await lay.person({ name: 'Wagimin' }),
    await lay.person({ name: 'Wagimin', family: familyId.parse(other) }),
  ]
  const before = await standing()
  const families = await merged('family', home, other, [])
  const people = await merged('person', kept, gone, [])
  const refused = await part(families)
  assert.deepEqual([refused.status, refused.body.code], [409, 'pair-later'])
  for (const pair of [people, families]) assert.equal((await part(pair)).status, 200)
  assert.deepEqual(await standing(), before)
})
