import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offsetMinutes, zones } from '../kernel/instant.ts'
import { zonedCode, zoneLines } from './zones.ts'

// Any of these names ends up on a letter with the hour beside it: one place of each zone that people would notice first.
const known: Readonly<Record<string, readonly [zone: string, name: string, ahead: number]>> = {
  '11': ['Asia/Jakarta', 'Aceh', 7],
  '34': ['Asia/Jakarta', 'Daerah Istimewa Yogyakarta', 7],
  '61': ['Asia/Jakarta', 'Kalimantan Barat', 7],
  '62': ['Asia/Jakarta', 'Kalimantan Tengah', 7],
  '63': ['Asia/Makassar', 'Kalimantan Selatan', 8],
  '51': ['Asia/Makassar', 'Bali', 8],
  '73': ['Asia/Makassar', 'Sulawesi Selatan', 8],
  '81': ['Asia/Jayapura', 'Maluku', 9],
  '91': ['Asia/Jayapura', 'Papua', 9],
}
const lines = zones.flatMap((zone) => zoneLines[zone].map(([code, id, en]) => ({ zone, code, id, en })))

test('LISTS-6 provinces of Kalimantan and all others lie in the zone that their clocks show', () => {
  for (const [code, [zone, name, ahead]] of Object.entries(known)) {
    const line = lines.find((one) => one.code === code)
    assert.deepEqual([line?.zone, line?.id, offsetMinutes(zone) / 60], [zone, name, ahead], code)
  }
})

test('LISTS-6 no place stands in two zones, and each has a name in both languages', () => {
  assert.equal(new Set(lines.map(({ code }) => code)).size, lines.length)
  for (const { code, id, en } of lines) assert.ok(zonedCode.test(code) && id.trim() !== '' && en.trim() !== '', code)
  assert.equal(lines.length, 1 + 38, 'the nation and 38 provinces')
})

test('LISTS-18 a zone is said of a province or a district, by its digits alone', () => {
  for (const code of ['00', '34', '3404', '9271']) assert.ok(zonedCode.test(code), code)
  for (const code of ['', '3', '340', '34.04', '340407', ' 34', '34 ', '3A', '34\n'])
    assert.ok(!zonedCode.test(code), JSON.stringify(code))
})
