import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerCode } from '../place/code.ts'
import { fewestPeers, isCity, peerGroups } from './peers.ts'

const codes = (...all: readonly string[]) => all.map((code) => ledgerCode.parse(code))
const [sleman] = codes('34.04')
assert.ok(sleman)
/** Districts of Yogyakarta, Central Java, Bali and Sumatra, with their cities. */
const java = codes('33.01', '33.02', '33.03', '33.04', '33.05', '33.71', '33.72')
const diy = codes('34.01', '34.02', '34.03', '34.04', '34.71')
const far = codes('51.01', '51.02', '51.71', '11.01', '21.01')
const groups = (district = sleman, all = [...java, ...diy, ...far]) =>
  peerGroups(district, all).map(({ among, districts }) => [among, ...districts])

test('INDEP-15 cities are numbered from 71 on', () => {
  assert.deepEqual(codes('34.04', '34.70', '34.71', '31.71', '94.01').map(isCity), [false, false, true, true, false])
})

test('INDEP-15 peers are of the same kind, in the same group of islands, and never the district itself', () => {
  assert.deepEqual(groups(), [['islands', '33.01', '33.02', '33.03', '33.04', '33.05', '34.01', '34.02', '34.03']])
})

test('INDEP-15 the province comes first where it has five', () => {
  const more = codes('34.05', '34.06')
  assert.deepEqual(groups(sleman, [...diy, ...more, ...java])[0], [
    'province',
    '34.01',
    '34.02',
    '34.03',
    '34.05',
    '34.06',
  ])
})

test('INDEP-15 four are no peers, five are', () => {
  assert.equal(fewestPeers, 5)
  assert.deepEqual(groups(sleman, [...diy, ...codes('33.01')]), [])
  assert.equal(groups(sleman, [...diy, ...codes('33.01', '33.02')]).length, 1)
})

test('INDEP-15 a city is held beside cities, and Riau Islands lie with Sumatra', () => {
  const [yogya] = codes('34.71')
  const cities = codes('33.71', '33.72', '32.71', '32.72', '35.71')
  assert.deepEqual(groups(yogya, [...java.slice(0, 5), ...cities])[0]?.slice(1), cities)
  const [bintan] = codes('21.01')
  const sumatra = codes('11.01', '12.01', '13.01', '16.01', '19.01', '51.01', '61.01')
  assert.deepEqual(groups(bintan, sumatra), [['islands', '11.01', '12.01', '13.01', '16.01', '19.01']])
})
