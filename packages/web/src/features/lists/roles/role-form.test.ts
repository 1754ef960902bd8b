import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Permission, permissions, restrictedKinds, sights } from '@openslrt/core/access/permission.ts'
import { bundleFault } from '@openslrt/core/access/role-law.ts'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import { roleData, shippedRoleNames } from '@openslrt/core/lists/role-words.ts'
import { officeKinds, officeLevels } from '@openslrt/core/office/office.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import {
  bundleIn,
  bundleOf,
  bundleOn,
  copiedTo,
  impactOf,
  kindsUnder,
  newCode,
  roleFaults,
  roleWords,
  valuesOf,
} from './role-form.ts'
import { grouped, sayRight } from './role-words.ts'
import { rolesAddressOf } from './roles-address.ts'

const today = '2026-11-22'
const place = ledgerCode.parse('34.04')
const lineOf = (role: (typeof shippedRoles)[number], own: Partial<RoleLine> = {}): RoleLine => ({
  code: role.code,
  names: shippedRoleNames(role.code),
  data: roleData(role),
  holds: true,
  place: ledgerCode.parse('00'),
  mayEnd: true,
  said: [],
  own: false,
  people: 0,
  offices: 0,
  ...own,
})
const fo = shippedRoles.find(({ code }) => code === 'fo')
if (!fo) throw new Error('no front office')

for (const role of shippedRoles)
  test(`ROLE-3 the role ${role.code} passes through its form as it is`, () => {
    const line = lineOf(role)
    const values = valuesOf(line, today)
    assert.deepEqual(roleFaults(values, today), {})
    const sent = roleWords(values, role.code)
    assert.deepEqual([sent?.code, sent?.names, sent?.from], [role.code, line.names, today])
    assert.deepEqual(bundleIn(values), bundleOf(line))
  })

test('ROLE-3 an empty form names what is missing, and so does a day gone by', () => {
  assert.deepEqual(roleFaults(valuesOf(null, today), today), {
    id: 'lists.form.name.missing',
    en: 'lists.form.name.missing',
    permissions: 'roles.form.permissions.missing',
    heldAt: 'roles.form.offices.missing',
    givenFrom: 'roles.form.offices.missing',
  })
  assert.deepEqual(Object.keys(roleFaults({ ...valuesOf(lineOf(fo), today), from: '2026-11-21' }, today)), ['from'])
  assert.equal(roleWords(valuesOf(null, today), 'x'), null)
})

test('ROLE-4 a choice that makes no sense without another is left out by itself', () => {
  const values = { ...valuesOf(lineOf(fo), today), restricted: 'hiv', permissions: 'figures.read' }
  assert.deepEqual([bundleIn(values).sees, bundleIn(values).restricted], ['none', []])
  assert.equal(bundleIn({ ...values, permissions: 'case.read', sees: 'none' }).sees, 'office')
})

test('ROLE-5 the second step stays on as soon as the role administers', () => {
  const values = { ...valuesOf(lineOf(fo), today), permissions: 'staff.manage', secondFactor: '' }
  assert.equal(bundleIn(values).secondFactor, true)
})

test('ROLE-3 a new role gets a code from its name that no other role has', () => {
  const taken = [{ code: 'penerima-tamu' }, { code: 'penerima-tamu-2' }]
  assert.equal(newCode('Penerima tamu', []), 'penerima-tamu')
  assert.equal(newCode('Penerima tamu', taken), 'penerima-tamu-3')
})

test('ROLE-10 a change tells what is got, what is lost, and which cases are seen from then on', () => {
  const before = bundleOf(lineOf(fo))
  const after = { ...before, permissions: ['case.read', 'case.answer'] as const, sees: 'office' as const }
  assert.deepEqual(impactOf(before, after), {
    gets: ['case.answer'],
    loses: [
      'case.register',
      'case.settle',
      'meeting.attend',
      'figures.read',
      'registry.read',
      'registry.edit',
      'proposal.make',
    ],
    sees: { from: 'place', to: 'office' },
  })
  assert.deepEqual(impactOf(before, before), { gets: [], loses: [], sees: null })
})

test('ROLE-10 what a change is compared with is the bundle of its day, not of today', () => {
  const word = { place, own: true, says: 'holds', names: lineOf(fo).names } as const
  const said = [
    { ...word, from: today, data: roleData(fo) },
    { ...word, from: '2027-01-01', data: { ...roleData(fo), permissions: ['case.read'] } },
  ]
  const role = lineOf(fo, { said })
  assert.deepEqual(bundleOn(role, place, '2026-12-31').permissions, [...fo.permissions])
  assert.deepEqual(bundleOn(role, place, '2027-01-01').permissions, ['case.read'])
  assert.deepEqual(bundleOn(role, place, '2026-01-01').permissions, [])
})

test('ROLE-3 rights are shown by group, in words', () => {
  assert.deepEqual(
    grouped(['figures.read', 'case.read', 'case.settle']).map(({ group, rights }) => [group, rights]),
    [
      ['intake', ['case.read', 'case.settle']],
      ['figures', ['figures.read']],
    ],
  )
  const t = (key: string): string => key
  assert.equal(sayRight(t, 'case.read'), 'permission.case.read')
  assert.equal(sayRight(t, 'hiv'), 'restricted.hiv')
})

test('ROLE-3 the address says which role is looked at, changed or copied', () => {
  assert.deepEqual(rolesAddressOf('cari=+jawab+&salin=fo'), {
    words: 'jawab',
    opened: null,
    changed: null,
    copied: 'fo',
    file: false,
  })
})

test('ROLE-3 a place is offered the kinds of offices that it can have, and a copy brings no others along', () => {
  assert.deepEqual(kindsUnder('nation'), officeKinds)
  assert.deepEqual(
    officeKinds.filter((kind) => !kindsUnder('province').includes(kind)),
    ['national-office'],
  )
  assert.deepEqual(
    officeKinds.filter((kind) => !kindsUnder('district').includes(kind)),
    ['province-office', 'national-office'],
  )
  const leader = shippedRoles.find(({ code }) => code === 'leader')
  assert.ok(leader)
  assert.deepEqual(copiedTo('district', bundleOf(lineOf(leader))).heldAt, [...kindsUnder('district')])
})

const line = <Word extends string>(words: readonly Word[]) => fc.subarray([...words]).map((chosen) => chosen.join(' '))
property(
  'ROLE-4 whatever is ticked: what the form has nothing against, the wire takes, and no fault of sight or factor is left',
  fc.record({
    permissions: line<Permission>(permissions),
    restricted: line(restrictedKinds),
    sees: fc.constantFrom(...sights, ''),
    heldAt: line(officeKinds),
    givenFrom: line(officeLevels),
    secondFactor: fc.constantFrom('', 'yes'),
  }),
  (ticked) => {
    const values = { ...valuesOf(lineOf(fo), today), ...ticked }
    if (Object.keys(roleFaults(values, today)).length > 0) return
    const words = roleWords(values, 'uji')
    assert.ok(words)
    const fault = bundleFault(bundleIn(values))?.code
    assert.ok(fault !== 'role-sight' && fault !== 'role-factor', fault)
  },
)
