import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRegion, placeCode } from './code.ts'
import { provinceTiles } from './tiles.ts'

const at = (province: string) => {
  const tile = provinceTiles.find((one) => one.province === province)
  assert.ok(tile, province)
  return tile
}

test('BOARD-14 the map has a square for each of the 38 provinces, and no two in one place', () => {
  assert.equal(new Set(provinceTiles.map(({ province }) => province)).size, 38)
  assert.equal(new Set(provinceTiles.map(({ row, column }) => `${row} ${column}`)).size, 38)
  for (const { province } of provinceTiles) assert.ok(isRegion(placeCode.parse(province)), province)
})

test('BOARD-14 squares lie to each other as provinces do, and their names fit in', () => {
  assert.ok(at('11').column < at('34').column && at('34').column < at('91').column, 'from west to east')
  assert.ok(at('11').row < at('18').row && at('18').row < at('36').row, 'from north to south')
  assert.ok(at('36').column < at('31').column && at('31').column < at('33').column && at('33').column < at('35').column)
  assert.ok(at('64').row < at('63').row && at('61').column < at('64').column, 'Kalimantan in itself')
  assert.ok(at('71').row < at('73').row && at('93').row > at('91').row)
  for (const { short } of provinceTiles) assert.ok(short.length >= 3 && short.length <= 9, short)
})
