import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { blankPost, blankStaff, postFaults, rolesFor, staffFaults } from './post-form.ts'

const at = {
  office: '0192f000-0000-7000-8000-000000000001',
  officeName: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  district: '34.04',
}

test('STAFF-1 a new person needs a name, an office and a role, and begins at the office that adds them', () => {
  assert.deepEqual(Object.keys(staffFaults(blankStaff(null))), ['name', 'office', 'role'])
  assert.deepEqual(Object.keys(staffFaults(blankStaff(at))), ['name', 'role'])
  assert.deepEqual(staffFaults({ ...blankStaff(at), name: 'Sari', role: 'fo' }), {})
})

test('STAFF-2 another role needs an office and a role', () => {
  assert.deepEqual(Object.keys(postFaults(blankPost)), ['office', 'role'])
})

test('STAFF-1 a name of one letter or of blanks is none', () => {
  for (const name of ['', ' ', ' S '])
    assert.deepEqual(staffFaults({ ...blankStaff(at), role: 'fo', name }), { name: 'staff.form.name.missing' })
  assert.deepEqual(staffFaults({ ...blankStaff(at), role: 'fo', name: 'Bu' }), {})
})

test('STAFF-2 a new person begins with the district of the office, in whose ledger they will stand', () => {
  const { office, officeLabel, district } = blankStaff(at)
  assert.deepEqual([office, officeLabel, district], [at.office, at.officeName, at.district])
})

test('STAFF-2 the roles to choose from are those that may be given at the chosen office', () => {
  const codes = (...at: readonly [string, 'village' | 'district']) =>
    rolesFor(shippedRoles, ...at, () => true).map(({ code }) => code)
  assert.deepEqual(codes('puskesos', 'district'), [
    'facilitator',
    'village-operator',
    'surveyor',
    'fo',
    'bo',
    'coordinator',
    'leader',
    'admin',
  ])
  assert.deepEqual(codes('puskesos', 'village'), ['village-operator', 'surveyor', 'fo', 'bo'])
  assert.deepEqual(codes('provider', 'district'), ['provider', 'leader', 'partner'])
  assert.equal(codes('', 'village').length, shippedRoles.length)
})

test('ROLE-7 who lacks a right of administration is offered no role that holds it', () => {
  const offered = rolesFor(shippedRoles, 'secretariat', 'district', (right) => right === 'staff.manage')
  assert.equal(
    offered.some(({ code }) => code === 'admin'),
    false,
  )
  assert.ok(offered.some(({ code }) => code === 'manager'))
})
