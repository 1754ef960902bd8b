import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeId } from '../../kernel/id.ts'
import { placeCode } from '../../place/code.ts'
import { anOffice, offices } from '../../testing/an-office.ts'
import { ids } from '../../testing/ids.ts'
import type { OfficeRow } from '../office.ts'
import { indexOver, placesOver, standingOffices } from './office-index.ts'

const all = new Map<OfficeId, OfficeRow>(Object.values(offices).map((office) => [office.id, office]))
const idsOf = (rows: readonly OfficeRow[]): readonly string[] => rows.map(({ id }) => id)

test('IMPORT-5 offices are found by the place where they lie, and not by those above or below it', () => {
  const index = indexOver(standingOffices(all))
  assert.deepEqual(idsOf(index.at(offices.village.place)), [offices.village.id])
  assert.deepEqual(
    idsOf(index.at(placeCode.parse('34.04'))),
    idsOf([offices.district, offices.hospital, offices.health, offices.closed]),
  )
  assert.deepEqual(index.at(placeCode.parse('34.04.07.2009')), [])
})

test('IMPORT-5 offices are found by the letters of their names', () => {
  const index = indexOver(standingOffices(all))
  for (const name of ['RSUD Sleman', 'rsud  sleman', 'R.S.U.D. Sleman'])
    assert.deepEqual(idsOf(index.called(name)), [offices.hospital.id], name)
  assert.deepEqual(index.called('RSUD'), [])
})

test('IMPORT-6 what a file opens is found by the rows behind it, and by no other file', () => {
  const standing = standingOffices(all)
  const [one, other] = [indexOver(standing), indexOver(standing)]
  const opened = anOffice({
    id: ids.office(30),
    name: 'Puskesos Condongcatur',
    place: placeCode.parse('34.04.07.2003'),
  })
  one.add(opened)
  assert.deepEqual(
    [idsOf(one.at(opened.place)), idsOf(one.called('PUSKESOS CONDONGCATUR'))],
    [[opened.id], [opened.id]],
  )
  assert.deepEqual([other.at(opened.place), other.called(opened.name)], [[], []])
})

test('IMPORT-6 the places over one come nearest first, the nation last', () => {
  assert.deepEqual(placesOver(placeCode.parse('34.04.07.2001')), ['34.04.07', '34.04', '34', '00'])
  assert.deepEqual(placesOver(placeCode.parse('34')), ['00'])
  assert.deepEqual(placesOver(placeCode.parse('00')), [])
})
