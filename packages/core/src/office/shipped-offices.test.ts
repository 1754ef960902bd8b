import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeCommandData } from '../contract/office.ts'
import { nationPlace } from '../place/code.ts'
import { ids } from '../testing/ids.ts'
import { shippedOffices, shippedOn } from './shipped-offices.ts'

const today = '2026-11-22'

test('OFFICE-18 every shipped office has one code and one name, and could be opened like any other', () => {
  for (const field of ['code', 'name'] as const)
    assert.equal(new Set(shippedOffices.map((office) => office[field])).size, shippedOffices.length, field)
  for (const { code, name, kind, address } of shippedOffices) {
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    const data = { name, kind, level: 'nation', place: nationPlace, parent: ids.office(1), address, phone: '' }
    assert.ok(officeCommandData['office.open'].data.safeParse(data).success, code)
  }
})

test('OFFICE-18 an office above is shipped before those that belong to it, and is a ministry', () => {
  const seen = new Map<string, string>()
  for (const { code, under, kind } of shippedOn(today)) {
    if (under !== null) assert.equal(seen.get(under), 'agency', code)
    seen.set(code, kind)
  }
})

test('OFFICE-18 the ministries that answer for the programmes of the field are there', () => {
  const codes = new Set(shippedOn(today).map(({ code }) => code))
  // Who manages PKH, PBI, PIP, BLT desa, BSPS, subsidies, BSU, MBG, food aid, Kusuka, Baznas; who holds the registers.
  const needed =
    'kemensos kemensos-pspkkm kemensos-linjamsos kemenkes bpjs-kesehatan kemendikdasmen kemenag kemendes pkp esdm pln kemnaker bgn bapanas kkp baznas bps kemendagri-dukcapil'
  for (const code of needed.split(' ')) assert.ok(codes.has(code), code)
})

test('OFFICE-18 the list is dated: what is not there yet, or no longer, is left out with what belongs to it', () => {
  const office = { name: 'X', kind: 'agency', address: '' } as const
  const offered = [
    { ...office, code: 'old', under: null, from: '2016-01-01', until: '2024-10-21' },
    { ...office, code: 'old-part', under: 'old', from: '2016-01-01', until: null },
    { ...office, code: 'new', under: null, from: '2024-10-21', until: null },
  ]
  const on = (day: string) => shippedOn(day, offered).map(({ code }) => code)
  assert.deepEqual(on('2024-10-20'), ['old', 'old-part'])
  assert.deepEqual(on('2024-10-21'), ['new'])
  assert.deepEqual(on('2015-12-31'), [])
  assert.ok(shippedOn('2024-10-20').length < shippedOn(today).length)
})
