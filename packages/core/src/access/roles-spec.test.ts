import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses } from '../case/case.ts'
import { decideCase } from '../case/decide.ts'
import type { CaseAction } from '../case/moves.ts'
import { caseActions, caseRule } from '../case/moves.ts'
import { aCase, passedUp } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import * as wire from '../testing/wire-words.ts'
import { actorName, officeOf } from './actor.ts'
import { holds, lacksRight } from './can.ts'
import { permission, permissions, restrictedKind, restrictedKinds, sights } from './permission.ts'
import type { RoleCode } from './shipped-roles.ts'
import { shippedRoles } from './shipped-roles.ts'

interface RoleSpec {
  readonly may: string
  readonly restricted: readonly string[]
  readonly sees: string
}

const handling =
  'case.read case.register case.settle case.handle case.recommend case.answer case.escalate referral.request meeting.attend figures.read registry.read registry.edit proposal.make visit.plan visit.do ppks.handle'
const drafting = `${handling} letter.draft`
const deciding = `${drafting} letter.initial case.assign case.decide person.reveal person.export access.review registry.merge programme.manage programme.decide psks.manage`
const leading = 'joint.join joint.lead'
const signing = `${deciding} ${leading} letter.sign`
const outside = 'case.read case.register meeting.attend figures.read registry.read registry.edit proposal.make visit.do'
const all = wire.restrictedKinds.split('|')

/** The roles as the field has them, written apart from the table that installations are filled with. */
const spec: Readonly<Record<RoleCode, RoleSpec>> = {
  facilitator: { may: outside, restricted: [], sees: 'place' },
  'village-operator': { may: `${outside} visit.plan psks.manage`, restricted: [], sees: 'place' },
  surveyor: { may: 'case.read visit.do', restricted: [], sees: 'office' },
  supervisor: { may: `${drafting} case.assign case.review person.reveal joint.join`, restricted: [], sees: 'place' },
  'section-head': {
    may: `case.read case.recommend case.assign letter.initial meeting.attend figures.read registry.read programme.manage programme.decide surge.manage ${leading}`,
    restricted: [],
    sees: 'place',
  },
  'agency-head': {
    may: 'case.read case.decide letter.sign meeting.attend access.review figures.read registry.read proposal.approve independence.sign',
    restricted: [],
    sees: 'place',
  },
  verifier: {
    may: 'case.read meeting.attend figures.read registry.read registry.merge proposal.verify',
    restricted: [],
    sees: 'place',
  },
  approver: {
    may: 'case.read meeting.attend figures.read registry.read proposal.approve',
    restricted: [],
    sees: 'place',
  },
  planner: { may: `meeting.attend figures.read programme.manage ${leading}`, restricted: [], sees: 'none' },
  partner: { may: 'figures.read joint.join', restricted: [], sees: 'none' },
  ministry: { may: `figures.read network.target ${leading}`, restricted: [], sees: 'none' },
  fo: {
    may: 'case.read case.register case.settle meeting.attend figures.read registry.read registry.edit proposal.make',
    restricted: [],
    sees: 'place',
  },
  bo: { may: `${drafting} person.reveal`, restricted: [], sees: 'place' },
  coordinator: {
    may: `${signing} challenge.report challenge.answer network.write`,
    restricted: ['child-protection', 'violence'],
    sees: 'place',
  },
  manager: {
    may: `${deciding} ${leading} case.review case.erase registry.load surge.manage challenge.report challenge.answer independence.assess network.write`,
    restricted: all,
    sees: 'place',
  },
  provider: {
    may: 'case.read case.open referral.answer meeting.attend person.reveal joint.join programme.manage programme.decide',
    restricted: [],
    sees: 'office',
  },
  leader: { may: 'figures.read', restricted: [], sees: 'none' },
  province: {
    may: `${signing} challenge.answer independence.verify network.write network.target`,
    restricted: [],
    sees: 'office',
  },
  national: {
    may: `${signing} lists.manage challenge.answer independence.change network.target`,
    restricted: [],
    sees: 'office',
  },
  admin: { may: 'office.manage staff.manage lists.manage figures.read', restricted: [], sees: 'none' },
}

for (const role of shippedRoles) {
  test(`ACCESS-13 the role ${role.code} may what is written down, and nothing else`, () => {
    const { may, restricted, sees } = spec[role.code]
    assert.deepEqual([...role.permissions].toSorted(), may.split(' ').toSorted())
    assert.deepEqual([...role.restricted].toSorted(), restricted.toSorted())
    assert.equal(role.sees, sees)
  })
}

test('ACCESS-13 the roles are these twenty', () => {
  assert.deepEqual(shippedRoles.map(({ code }) => code).toSorted(), Object.keys(spec).toSorted())
})

test('ACCESS-1 the rights are these forty-nine, and a word that is none of them is no right', () => {
  assert.equal(permissions.length, 49)
  assert.equal(new Set(permissions).size, 49)
  for (const known of permissions) assert.equal(permission.safeParse(known).success, true)
  for (const unknown of ['case.delete', 'citizen', 'clock', '', 'CASE.READ', '*'])
    assert.equal(permission.safeParse(unknown).success, false, unknown)
})

test('ACCESS-12 the restricted kinds are the ten that are written down', () => {
  assert.equal(restrictedKinds.join('|'), wire.restrictedKinds)
  assert.equal(restrictedKind.safeParse('debt').success, false)
  assert.deepEqual(sights, ['place', 'office', 'none'])
})

/** The moves of a case that each role can make somewhere, at its own office, on a case that stands where it should. */
const desk = 'review-mend complete confirm dispute appeal visit attach set-contact renew-secret'
const handles =
  'settle review-mend take return complete recommend escalate hand-down take-back set-red answer confirm dispute appeal visit merge note attach share restrict set-contact renew-secret'
const decides =
  'settle review-mend take assign return complete recommend approve send-back reject escalate hand-down take-back set-red answer confirm dispute appeal visit reopen merge unmerge cancel note attach share restrict set-contact renew-secret ask-erasure'
const canDo: Readonly<Record<RoleCode, string>> = {
  facilitator: desk,
  'village-operator': desk,
  surveyor: '',
  fo: `settle ${desk}`,
  bo: handles,
  coordinator: decides,
  supervisor: handles.replace('review-mend take', 'review-pass review-return review-mend review-hand take assign'),
  // It erases only what another has asked for.
  manager: `${decides.replace('review-mend', 'review-pass review-return review-mend review-hand')} decline-erasure erase`,
  'section-head': 'assign recommend',
  'agency-head': 'approve send-back reject reopen unmerge cancel ask-erasure',
  verifier: '',
  approver: '',
  provider: '',
  leader: '',
  planner: '',
  partner: '',
  ministry: '',
  province: decides,
  national: decides,
  admin: '',
}

function succeeds(action: CaseAction, role: RoleCode): boolean {
  const office = action === 'hand-down' ? offices.district : offices.village
  return caseStatuses.some((status) => {
    const wished = { erasureAskedBy: ids.staff(2), erasureAskedAt: aPolicy().now, erasureBasis: 'request' } as const
    const kase = aCase(status, {
      office: office.id,
      kind: action === 'settle' ? 'service' : 'complaint',
      ...(action === 'take-back' ? passedUp : {}),
      ...(action.startsWith('review-') ? ({ review: action === 'review-mend' ? 'returned' : 'waiting' } as const) : {}),
      ...(action === 'erase' || action === 'decline-erasure' ? wished : {}),
    })
    return decideCase(kase, caseMove(action), staff(role, office), aPolicy(), surroundings).ok
  })
}

for (const { code } of shippedRoles) {
  test(`ACCESS-13 ${code} can do with a case: ${canDo[code] === '' ? 'nothing' : canDo[code].split(' ').length}`, () => {
    assert.equal(caseActions.filter((action) => succeeds(action, code)).join(' '), canDo[code])
  })
}

test('ACCESS-1 a right over one case is a right over that case: staff hold it over all, a citizen over theirs', () => {
  const other = { id: ids.case(2) }
  for (const action of caseActions) {
    const { by } = caseRule(action)
    const held = by.includes('citizen')
    assert.equal(lacksRight(citizen(), by, { id: ids.case(1) }) === null, held, action)
    assert.equal(lacksRight(citizen(), by, other) === null, false, action)
    assert.equal(lacksRight(clock, by, other) === null, by.includes('clock'), action)
    assert.equal(lacksRight(setup, by, other) === null, false, action)
  }
})

test('ACCESS-1 no staff can claim to be the citizen or the clock by holding a word that sounds like it', () => {
  const sly = staffWith({ permissions: ['case.read'], restricted: [], sees: 'place' })
  const named = { ...sly, permissions: new Set([...sly.permissions, 'citizen', 'clock'] as never[]) }
  for (const right of ['citizen', 'clock'] as const)
    assert.deepEqual(lacksRight(named, [right], { id: ids.case(1) }), { code: 'not-permitted', needs: [right] })
})

test('ACCESS-1 an administrator holds administration where they act; the set-up holds every right but to cases', () => {
  for (const right of permissions) {
    assert.equal(holds(setup, right), true, right)
    assert.equal(holds(citizen(), right) || holds(clock, right), false, right)
    assert.equal(holds(staff('admin'), right), spec.admin.may.split(' ').includes(right), right)
  }
})

test('LEDGER-10 whoever acts is named by kind and id, and their office only where they have one', () => {
  assert.equal(actorName(staff('fo')), `staff:${ids.staff(1)}`)
  assert.equal(actorName(citizen(ids.case(4))), `citizen:${ids.case(4)}`)
  assert.deepEqual([actorName(clock), actorName(setup)], ['clock', 'setup'])
  assert.equal(officeOf(staff('fo', offices.district)), offices.district.id)
  assert.deepEqual([citizen(), clock, setup].map(officeOf), [null, null, null])
})
