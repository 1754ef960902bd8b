import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankOffice, levelFor, officeData, officeFaults } from './office-form.ts'

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
