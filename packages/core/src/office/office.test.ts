import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { OfficeRow } from './office.ts'
import { isBelow, officeAbove, officesAbove, receives, receptionFor } from './office.ts'

const byId = (list: readonly OfficeRow[]): ReadonlyMap<OfficeId, OfficeRow> => new Map(list.map((o) => [o.id, o]))
const tree = byId(Object.values(offices))
const place = placeCode.parse('34.04.07.2001')

test('OFFICE-1 a case goes up to the nearest active office; a level without one is skipped', () => {
  assert.equal(officeAbove(offices.village.id, tree)?.name, 'Sekretariat SLRT Sleman')
  const opened = byId([...Object.values(offices), { ...offices.subdistrict, active: true }])
  assert.equal(officeAbove(offices.village.id, opened)?.name, 'Pos Kapanewon Depok')
})

test('OFFICE-1 above the nation, an unknown office, or one without a parent there is nothing', () => {
  assert.equal(officeAbove(offices.nation.id, tree), null)
  assert.equal(officeAbove(ids.office(99), tree), null)
  assert.equal(officeAbove(offices.hospital.id, tree), null)
  assert.equal(officeAbove(offices.village.id, byId([offices.village])), null)
})

test('OFFICE-1 offices that stand in a ring end the search instead of hanging it', () => {
  const closed = (n: number, parent: number) =>
    anOffice({ id: ids.office(n), parent: ids.office(parent), active: false })
  const ring = byId([closed(1, 2), closed(2, 3), closed(3, 1)])
  assert.equal(officeAbove(ids.office(1), ring), null)
  assert.deepEqual(
    [...officesAbove(ids.office(1), ring)].map(({ id }) => id),
    [ids.office(2), ids.office(3)],
  )
  const self = byId([closed(1, 1)])
  assert.equal(officeAbove(ids.office(1), self), null)
})

test('OFFICE-2 below lies what climbs to the office, over levels that are closed too', () => {
  assert.ok(isBelow(offices.village, offices.district.id, place, tree))
  assert.ok(isBelow(offices.village, offices.nation.id, place, tree))
  assert.ok(isBelow(offices.district, offices.province.id, place, tree))
  assert.equal(isBelow(offices.district, offices.village.id, place, tree), false)
  assert.equal(isBelow(offices.village, offices.village.id, place, tree), false)
})

test('OFFICE-2 a case is handed only to an office that takes citizens and serves the place', () => {
  assert.equal(isBelow(offices.otherVillage, offices.district.id, place, tree), false)
  assert.equal(isBelow({ ...offices.village, active: false }, offices.district.id, place, tree), false)
  assert.equal(isBelow({ ...offices.village, kind: 'agency' }, offices.district.id, place, tree), false)
})

test('OFFICE-3 a place is served by the lowest office that takes citizens there', () => {
  const all = Object.values(offices)
  assert.equal(receptionFor(place, all)?.id, offices.village.id)
  assert.equal(receptionFor(place, all.toReversed())?.id, offices.village.id)
  assert.equal(receptionFor(placeCode.parse('34.04.08.2001'), all)?.id, offices.district.id)
  assert.equal(receptionFor(placeCode.parse('34.71.01.1001'), all)?.id, offices.province.id)
  assert.equal(receptionFor(placeCode.parse('12.01.01.2001'), all)?.id, offices.nation.id)
  assert.equal(receptionFor(place, [offices.hospital]), null)
})

test('OFFICE-3 a restricted report from home goes past the village to the district', () => {
  const all = Object.values(offices)
  assert.equal(receptionFor(place, all, { restricted: true })?.id, offices.district.id)
  assert.equal(receptionFor(place, [offices.village], { restricted: true }), null)
})

test('OFFICE-3 agencies, providers and closed offices take no citizens', () => {
  assert.ok(receives(offices.village))
  assert.equal(receives(offices.subdistrict), false)
  assert.equal(receives(offices.hospital), false)
  assert.equal(receives({ ...offices.village, kind: 'agency' }), false)
})
