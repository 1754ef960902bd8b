import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeCode } from '../place/code.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { isServed, sortMessage, unsortedReaders } from './sort.ts'

const village = placeCode.parse('34.04.07.2002')
const serving = [offices.otherVillage, offices.subdistrict, offices.district, offices.hospital]
const nobody = new Set<never>()
const sorted = (own: Partial<Parameters<typeof sortMessage>[0]>) =>
  sortMessage({ posts: [], village: null, serving, staffed: nobody, ...own })

test('INBOUND-2 an officer’s message goes to the office that they take cases in for', () => {
  assert.deepEqual(sorted({ posts: [offices.village] }), { office: offices.village.id, by: 'sender' })
  assert.deepEqual(sorted({ posts: [offices.village], village }), { office: offices.village.id, by: 'sender' })
})

test('INBOUND-2 of several offices of an officer the one that serves the village, else the lowest', () => {
  const posts = [offices.district, offices.village, offices.otherVillage]
  assert.equal(sorted({ posts, village }).office, offices.otherVillage.id)
  assert.equal(sorted({ posts }).office, offices.village.id)
  assert.equal(sorted({ posts: posts.toReversed() }).office, offices.village.id)
})

test('INBOUND-2 posts at offices that take nobody in are none', () => {
  assert.deepEqual(sorted({ posts: [offices.hospital, offices.subdistrict], village }), {
    office: offices.otherVillage.id,
    by: 'village',
  })
})

test('INBOUND-2 whoever is not known is sorted by the village, to where somebody works', () => {
  assert.deepEqual(sorted({ village }), { office: offices.otherVillage.id, by: 'village' })
  assert.deepEqual(sorted({ village, staffed: new Set([offices.district.id]) }), {
    office: offices.district.id,
    by: 'village',
  })
})

test('INBOUND-2 without sender, village or office a message lies with nobody yet', () => {
  assert.deepEqual(sorted({}), { office: null, by: 'nothing' })
  assert.deepEqual(sorted({ village, serving: [] }), { office: null, by: 'nothing' })
})

test('INBOUND-2 what found no office is read at the top: by the nation, or where there is none by each district', () => {
  const all = Object.values(offices)
  assert.deepEqual([...unsortedReaders(all)], [offices.nation.id])
  const second = anOffice({ ...offices.district, id: ids.office(20), place: placeCode.parse('34.02') })
  const below = [offices.village, offices.district, second, offices.hospital]
  assert.deepEqual([...unsortedReaders(below)], [offices.district.id, second.id])
  assert.deepEqual([...unsortedReaders([offices.hospital])], [])
})

test('INBOUND-2 a village counts where an office of its own district takes its citizens in', () => {
  assert.equal(isServed(village, [offices.district, offices.nation]), true)
  assert.equal(isServed(village, [offices.otherVillage]), true)
  for (const far of [[offices.nation, offices.province], [offices.hospital], []])
    assert.equal(isServed(village, far), false)
})
