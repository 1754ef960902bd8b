import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyView } from '../../platform/replica/view.ts'
import { aReplicaFamily, aReplicaPerson } from '../../testing/replica-rows.ts'
import { byHamlet, type Home, homesIn, nearestFirst } from './homes.ts'
import { farOf, geoLink, hamletIn, metresBetween, type Point, pointOf } from './near.ts'

const seed = Number(process.env['FC_SEED'] ?? 20261123)
const here = { lat: -7.7561, long: 110.3898 }
const spot = (accuracy: number) => ({ ...here, accuracy })
/** So many metres to the north. */
const north = (metres: number): Point => ({ lat: here.lat + metres / 111_195, long: here.long })

test('FIELD-27 a house is as far as it is, the same both ways, and nothing from itself', () => {
  assert.ok(Math.abs(metresBetween(here, north(500)) - 500) < 1)
  const point = fc.record({
    lat: fc.double({ min: -11, max: 6, noNaN: true }),
    long: fc.double({ min: 95, max: 141, noNaN: true }),
  })
  fc.assert(
    fc.property(point, point, (one, other) => {
      const metres = metresBetween(one, other)
      assert.ok(metres >= 0 && Math.abs(metres - metresBetween(other, one)) < 1e-6)
      assert.equal(metresBetween(one, one), 0)
    }),
    { seed },
  )
})

test('FIELD-27 a distance is said no more exactly than the phone knows where it stands', () => {
  assert.deepEqual(farOf(spot(20), north(15)), { kind: 'here', metres: 20 })
  assert.deepEqual(farOf(spot(3), north(4)), { kind: 'here', metres: 10 })
  assert.deepEqual(farOf(spot(20), north(384)), { kind: 'metres', metres: 380, accuracy: 20 })
  assert.deepEqual(farOf(spot(20), north(1_260)), { kind: 'km', km: 1.3 })
})

test('FIELD-27 a point that is none is not taken for one, and the phone’s own map opens a house', () => {
  assert.deepEqual(pointOf([-7.75, 110.38]), { lat: -7.75, long: 110.38 })
  for (const value of [null, undefined, '-7,110', [], [1], ['a', 'b'], [99, 110], [-7, 200]])
    assert.equal(pointOf(value), null)
  assert.equal(geoLink({ lat: -7.75, long: 110.38 }), 'geo:-7.75,110.38?q=-7.75,110.38')
})

test('FIELD-27 the part of a village is read from an address, however it is written', () => {
  const read: readonly (readonly [string, string])[] = [
    ['Dusun Karanganyar RT 02', 'Dusun Karanganyar'],
    ['jl. Melati, dukuh SONO', 'Dukuh SONO'],
    ['RT 04 RW 7', 'RW 07'],
    ['RW.12', 'RW 12'],
    ['Jalan Kaliurang km 5', ''],
    ['', ''],
    ['Rawamangun', ''],
  ]
  for (const [address, hamlet] of read) assert.equal(hamletIn(address), hamlet, address)
})

const home = (id: string, hamlet: string, point: Point | null = null): Home => ({
  id,
  name: id,
  address: '',
  hamlet,
  point,
})

test('FIELD-27 families stand by hamlet in the order of its number or name, those without one last', () => {
  const groups = byHamlet([home('a', ''), home('b', 'RW 10'), home('c', 'RW 02'), home('d', 'RW 10')])
  assert.deepEqual(
    groups.map(({ name, homes }) => [name, homes.map(({ id }) => id)]),
    [
      ['RW 02', ['c']],
      ['RW 10', ['b', 'd']],
      ['', ['a']],
    ],
  )
})

test('FIELD-27 the nearest house comes first, and one that nobody measured last', () => {
  const order = nearestFirst([home('far', '', north(900)), home('none', ''), home('near', '', north(100))], spot(10))
  assert.deepEqual(
    order.map(({ id, far }) => [id, far?.kind ?? null]),
    [
      ['near', 'metres'],
      ['far', 'metres'],
      ['none', null],
    ],
  )
})

test('FIELD-27 a village is its families alone, by the names of their heads, none that lives on in another', () => {
  const [one, two] = [aReplicaFamily({ said: { alamat: 'RW 2', lokasi: [-7.75, 110.38] } }), aReplicaFamily()]
  const [merged, away] = [aReplicaFamily({ mergedInto: one.id }), aReplicaFamily({ place: '34.04.06.2001' })]
  const head = aReplicaPerson({ family: one.id, said: { nama: 'Zaenab' } })
  const other = aReplicaPerson({ family: two.id, said: { nama: 'Budi' } })
  const view = {
    ...emptyView(),
    family: new Map([one, two, merged, away].map((row) => [String(row.id), row])),
    person: new Map([head, other].map((row) => [String(row.id), row])),
  }
  assert.deepEqual(
    homesIn(view, one.place).map(({ name, hamlet, point }) => [name, hamlet, point]),
    [
      ['Budi', '', null],
      ['Zaenab', 'RW 02', { lat: -7.75, long: 110.38 }],
    ],
  )
})
