import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { nameAlike } from '@openslrt/core/registry/name-alike.ts'
import { soundsOf, soundText } from '@openslrt/core/registry/sounds.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { makeNames } from '../../testing/many-names.ts'
import { peopleIn } from '../../testing/people.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const lay = peopleIn(house)
await lay.person({ name: 'Siti Fitriyani' })
await lay.person({ name: 'Suarno' })

const names = async (text: string) =>
  (await manager.read(findRoutes.find, { body: { text, place: null } })).items.map(({ name }) => name)

test('FIND-10 whoever is written with a slide is found without it, and the other way round', async () => {
  for (const asked of ['Siti Fitriani', 'St. Fitrijani', 'siti pitriyani'])
    assert.deepEqual((await names(asked))[0], 'Siti Fitriyani', asked)
  assert.deepEqual(await names('Soewarno'), ['Suarno'])
})

test('FIND-10 sounds that an older law wrote are those of this one after a rebuild', async () => {
  const kept = () => house.owner<{ name: string; sounds: string }>('select name, name_sounds as sounds from person')
  await house.owner("update person set name_sounds = 'old'")
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  for (const { name, sounds } of await kept()) assert.equal(sounds, soundText(name), name)
})

test('FIND-10 of ten thousand names no more are heard as one than before slides were heard', () => {
  const people = makeNames(10_000)
  const holders = new Map<string, Set<number>>()
  for (const [nth, name] of people.entries())
    for (const sound of soundsOf(name)) holders.set(sound, (holders.get(sound) ?? new Set()).add(nth))
  const heardAs = (name: string): number[] => {
    const [first = new Set<number>(), ...more] = soundsOf(name).map((sound) => holders.get(sound) ?? new Set<number>())
    return [...first].filter((nth) => more.every((set) => set.has(nth)))
  }
  const asked = people.slice(0, 1_000)
  const found = asked.map((name) => heardAs(name).length - 1)
  const alike = asked.map((name) => heardAs(name).filter((nth) => nameAlike(name, people[nth] ?? '') >= 0.7).length - 1)
  const mean = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0) / counts.length
  // Before, with the same names: 2.048 fetched and 1.647 judged alike; now 2.017 and 1.641.
  assert.ok(mean(found) <= 2.048, `${mean(found)} others with all sounds of a name`)
  assert.ok(mean(alike) <= 1.647, `${mean(alike)} of them judged alike`)
})
