import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseActions, caseRule } from '../case/moves.ts'
import { referralRule, referralSteps } from '../referral/moves.ts'
import type { Permission } from './permission.ts'
import { permissions, restrictedKinds } from './permission.ts'
import type { RoleCode } from './shipped-roles.ts'
import { shippedRoles } from './shipped-roles.ts'

const rightsOf = (role: RoleCode): readonly Permission[] =>
  shippedRoles.find(({ code }) => code === role)?.permissions ?? []
const holders = (permission: Permission): readonly string[] =>
  shippedRoles.filter((role) => role.permissions.includes(permission)).map(({ code }) => code)

test('ACCESS-13 no role is shipped twice, and none holds a permission twice', () => {
  assert.equal(new Set(shippedRoles.map(({ code }) => code)).size, shippedRoles.length)
  for (const role of shippedRoles) assert.equal(new Set(role.permissions).size, role.permissions.length, role.code)
})

test('ACCESS-13 every permission is held by some role', () => {
  assert.deepEqual(
    permissions.filter((permission) => holders(permission).length === 0),
    [],
  )
})

test('ACCESS-13 every move of the law can be made by somebody who is shipped', () => {
  const asked = [
    ...caseActions.map((action) => ({ action, by: caseRule(action).by })),
    ...referralSteps.map((action) => ({ action, by: [referralRule(action).by] })),
  ]
  const orphans = asked.filter(
    ({ by }) => !by.some((right) => right === 'citizen' || right === 'clock' || holders(right).length > 0),
  )
  assert.deepEqual(orphans, [])
})

test('ACCESS-13 the front office decides nothing, the back office approves nothing of its own', () => {
  for (const right of ['case.handle', 'case.decide', 'case.answer', 'referral.request'] as const)
    assert.equal(rightsOf('fo').includes(right), false, right)
  assert.equal(rightsOf('bo').includes('case.decide'), false)
})

test('ACCESS-13 whoever only answers referrals cannot ask for them, nor the other way round', () => {
  assert.deepEqual(rightsOf('provider'), [
    'case.read',
    'case.open',
    'referral.answer',
    'meeting.attend',
    'person.reveal',
    'joint.join',
    'programme.manage',
    'programme.decide',
  ])
  assert.deepEqual(holders('referral.answer'), ['provider'])
})

test('ACCESS-13 leaders read figures, administrators manage people, and neither reads a case', () => {
  assert.deepEqual(rightsOf('leader'), ['figures.read'])
  assert.equal(rightsOf('admin').includes('case.read'), false)
  assert.deepEqual(holders('staff.manage'), ['admin'])
})

test('ACCESS-12 all restricted kinds are seen by the manager, and none by the village desk', () => {
  const restricted = Object.fromEntries(shippedRoles.map((role) => [role.code, role.restricted.length]))
  assert.equal(restricted['manager'], restrictedKinds.length)
  assert.deepEqual([restricted['fo'], restricted['bo'], restricted['provider']], [0, 0, 0])
})
