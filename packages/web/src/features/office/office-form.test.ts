import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeCommandData } from '@openslrt/core/contract/office.ts'
import { officeLine } from '@openslrt/core/contract/reference-queries.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { readable } from '../../platform/act/typed-text.ts'
import { blankOffice, levelFor, officeData, officeFaults, valuesOf } from './office-form.ts'

const typed = {
  ...blankOffice({ office: '0192f000-0000-7000-8000-000000000001', officeName: 'Sekretariat SLRT Sleman' }),
  name: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  place: '34.04.07.2003',
  level: 'village',
}

test('OFFICE-8 the level of an office follows from the place it serves', () => {
  assert.deepEqual(['34.04.07.2003', '34.04.07', '34.04', '34', 'x'].map(levelFor), [
    'village',
    'subdistrict',
    'district',
    'province',
    '',
  ])
})

test('OFFICE-8 what is missing is named field by field', () => {
  assert.deepEqual(officeFaults(typed), {})
  assert.deepEqual(Object.keys(officeFaults(blankOffice(null))), ['name', 'kind', 'place'])
  assert.deepEqual(Object.keys(officeFaults({ ...typed, phone: 'telepon kantor' })), ['phone'])
  assert.deepEqual(officeFaults({ ...typed, phone: ' +62 274 868405 ' }), {})
})

test('OFFICE-9 a kind that does not stand at the level of the place is named', () => {
  const faults = (kind: string, level: string) => officeFaults({ ...typed, kind, level }).kind
  assert.equal(faults('secretariat', 'village'), 'office.form.kind.level')
  assert.equal(faults('puskesos', 'district'), 'office.form.kind.level')
  assert.equal(faults('secretariat', 'district'), undefined)
  assert.equal(faults('agency', 'subdistrict'), undefined)
  assert.equal(faults('puskesos', ''), undefined, 'while no place is chosen')
})

test('OFFICE-8 an office without a parent is sent with none, and one without a kind is not sent', () => {
  assert.equal(officeData({ ...typed, parent: '' })?.parent, null)
  assert.equal(officeData(typed)?.parent, typed.parent)
  assert.equal(officeData({ ...typed, kind: '' }), null)
})

const line = officeLine.parse({
  id: '0192f000-0000-7000-8000-000000000009',
  district: '34.04',
  version: 3,
  name: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place: '34.04.07.2003',
  placeName: 'Caturtunggal',
  parent: '0192f000-0000-7000-8000-000000000001',
  address: 'Jl. Kaliurang KM 6',
  phone: '0274 512345',
  active: true,
  staff: 4,
})

test('OFFICE-8 an office that is opened for a change and saved as it is, is as it was', () => {
  const values = valuesOf(line, 'Sekretariat SLRT Sleman')
  assert.deepEqual(officeFaults(values), {})
  const { name, kind, level, place, parent, address, phone } = line
  assert.deepEqual(officeData(values), { name, kind, level, place, parent, address, phone })
  assert.equal(values.parentLabel, 'Sekretariat SLRT Sleman')
})

test('OFFICE-8 an office without one above is shown without one', () => {
  const values = valuesOf({ ...line, parent: null }, '')
  assert.deepEqual([values.parent, officeData(values)?.parent], ['', null])
})

test('OFFICE-8 numbers are taken as offices write them, and words are not', () => {
  const wrong = (phone: string) => 'phone' in officeFaults({ ...typed, phone })
  assert.deepEqual(['0274 868405', '(0274) 868-405', '+62 812 3456 7890', '112 112', ''].filter(wrong), [])
  const odd = ['telepon', '12345', '0274/868405', '0274 868405 pesawat 12', '1'.repeat(21), '++62812345']
  assert.deepEqual(
    odd.filter((phone) => !wrong(phone)),
    [],
  )
})

property(
  'OFFICE-8 what passes on the page is what the wire takes',
  fc.record({
    name: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map(readable),
    kind: fc.constantFrom('', 'puskesos', 'warung'),
    place: fc.constantFrom('', '34.04', '34.04.07', '34.04.07.2003', 'x'),
    phone: fc.constantFrom('', ' 0274 868405 ', 'telepon', '+62', '(0274) 868-405'),
    address: fc.string({ unit: 'grapheme', maxLength: 60 }).map(readable),
  }),
  (own) => {
    const values = { ...typed, ...own, level: levelFor(own.place) }
    const data = officeData(values)
    if (Object.keys(officeFaults(values)).length > 0 || !data) return
    const read = officeCommandData['office.open'].data.safeParse(data)
    assert.ok(read.success, read.error?.message)
  },
)
