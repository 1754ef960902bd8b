import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCode } from '../place/code.ts'
import { citizen, clock, setup, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { Actor, ProviderActor } from './actor.ts'
import { actorName, officeOf } from './actor.ts'
import type { Seen } from './can.ts'
import { holds, isElsewhere, lacksRight, sees } from './can.ts'
import type { Permission, RestrictedKind, Right, Sight } from './permission.ts'
import { permissions, restrictedKinds, sights } from './permission.ts'

const provider: ProviderActor = {
  kind: 'provider',
  referral: ids.referral(1),
  case: ids.case(1),
  office: offices.hospital.id,
}
const here: Seen = {
  id: ids.case(1),
  place: placeCode.parse('34.04.07.2001'),
  office: offices.village.id,
  restricted: null,
}

/** Somebody at the Puskesos who reads cases, and nothing more is known of them than what is said. */
const reader = (
  own: { readonly sees?: Sight; readonly restricted?: readonly RestrictedKind[]; readonly at?: string } = {},
) => ({
  ...staffWith({ permissions: ['case.read'], restricted: own.restricted ?? [], sees: own.sees ?? 'place' }),
  ...(own.at === undefined ? {} : { office: ids.office(77), place: placeCode.parse(own.at) }),
})

/** Whether a case in Caturtunggal that lies at its Puskesos is seen from a place by who sees what lies under it. */
const fromPlaces: readonly (readonly [place: string, seen: boolean])[] = [
  ['00', true],
  ['34', true],
  ['34.04', true],
  ['34.04.07', true],
  ['34.04.07.2001', true],
  ['34.04.07.2002', false],
  ['34.04.08', false],
  ['34.04.70', false],
  ['34.40', false],
  ['33', false],
  ['43', false],
]
for (const [at, seen] of fromPlaces)
  test(`ACCESS-2, ACCESS-4 from ${at} a case of 34.04.07.2001 is ${seen ? '' : 'not '}seen`, () => {
    assert.equal(sees(reader({ at }), here, new Set()), seen)
    assert.equal(sees(reader({ at, sees: 'office' }), here, new Set()), false, 'who sees an office sees no place')
    assert.equal(sees(reader({ at, sees: 'none' }), here, new Set()), false)
  })

/** What is seen by somebody, by how far they see, whether the case lies with them, whether it was granted, and its kind. */
const seenBy: readonly (readonly [
  sees: Sight,
  lies: 'here' | 'under' | 'away',
  granted: boolean,
  kind: 'plain' | 'named' | 'unnamed',
  seen: boolean,
])[] = [
  ['place', 'here', false, 'plain', true],
  ['place', 'under', false, 'plain', true],
  ['place', 'away', false, 'plain', false],
  ['place', 'away', true, 'plain', true],
  ['place', 'here', false, 'named', true],
  ['place', 'under', false, 'named', true],
  ['place', 'away', false, 'named', false],
  ['place', 'here', false, 'unnamed', false],
  ['place', 'under', false, 'unnamed', false],
  ['place', 'here', true, 'unnamed', true],
  ['place', 'away', true, 'unnamed', true],
  ['office', 'here', false, 'plain', true],
  ['office', 'under', false, 'plain', false],
  ['office', 'away', false, 'plain', false],
  ['office', 'away', true, 'plain', true],
  ['office', 'under', true, 'plain', true],
  ['office', 'here', false, 'named', true],
  ['office', 'here', false, 'unnamed', false],
  ['office', 'away', true, 'unnamed', true],
  ['none', 'here', false, 'plain', false],
  ['none', 'under', false, 'plain', false],
  ['none', 'here', true, 'plain', false],
  ['none', 'away', true, 'named', false],
]
const lying = {
  here: { place: here.place, office: offices.village.id },
  under: { place: here.place, office: offices.subdistrict.id },
  away: { place: placeCode.parse('33.01.01.2001'), office: offices.otherVillage.id },
}
for (const [how, lies, granted, kind, seen] of seenBy)
  test(`ACCESS-4, ACCESS-12 who sees ${how} ${seen ? 'sees' : 'does not see'} a ${kind} case ${lies}${granted ? ', granted' : ''}`, () => {
    const restricted = kind === 'plain' ? null : 'hiv'
    const actor = reader({ sees: how, restricted: kind === 'named' ? ['hiv'] : ['violence'] })
    const subject: Seen = { ...here, ...lying[lies], restricted }
    assert.equal(sees(actor, subject, new Set(granted ? [actor.office] : [])), seen)
    assert.equal(
      sees({ ...actor, permissions: new Set() }, subject, new Set([actor.office])),
      false,
      'nobody without case.read',
    )
  })

test('ACCESS-12 a role that names one restricted kind sees that kind and no other', () => {
  for (const named of restrictedKinds) {
    const seen = restrictedKinds.filter((restricted) =>
      sees(reader({ restricted: [named] }), { ...here, restricted }, new Set()),
    )
    assert.deepEqual(seen, [named])
  }
})

test('ACCESS-4 a grant to another office opens nothing here', () => {
  const far = { ...here, ...lying.away }
  assert.equal(sees(reader(), far, new Set([offices.hospital.id, offices.health.id])), false)
})

/** Each actor, how the ledger names them, and where they act. */
const everyone: readonly (readonly [actor: Actor, name: string, office: string | null])[] = [
  [reader(), `staff:${ids.staff(1)}`, offices.village.id],
  [citizen(), `citizen:${ids.case(1)}`, null],
  [provider, `provider:${ids.referral(1)}`, offices.hospital.id],
  [clock, 'clock', null],
  [{ ...clock, case: ids.case(1) }, 'clock', null],
  [setup, 'setup', null],
]
for (const [actor, name, office] of everyone)
  test(`ACCESS-3 the ledger names ${name.slice(0, 20)}, who acts from ${office ?? 'no office'}`, () => {
    assert.deepEqual([actorName(actor), officeOf(actor)], [name, office])
    const away = isElsewhere(actor, { ...here, office: offices.district.id })
    assert.equal(away?.code, actor.kind === 'staff' ? 'not-here' : undefined)
  })

/** Which rights each actor who is no staff holds over their case, over another, and in administration. */
const rightsOf: readonly (readonly [actor: Actor, own: readonly Right[], other: readonly Right[]])[] = [
  [citizen(), ['citizen'], []],
  [provider, ['referral.answer'], []],
  [clock, ['clock'], ['clock']],
  [{ ...clock, case: ids.case(1) }, ['clock'], ['clock']],
  [setup, [], []],
]
const allRights: readonly Right[] = [...permissions, 'citizen', 'clock']
for (const [actor, own, other] of rightsOf)
  test(`ACCESS-1 ${actorName(actor).slice(0, 12)} holds ${own.join(', ') || 'nothing'} over their case, and ${other.join(', ') || 'nothing'} over others`, () => {
    const held = (id: Seen['id']) => allRights.filter((right) => lacksRight(actor, [right], { id }) === null)
    assert.deepEqual([held(ids.case(1)), held(ids.case(2))], [own, other])
    assert.equal(holds(actor, 'office.manage'), actor.kind === 'setup')
  })

const someRights = fc.subarray([...allRights])
const someone = fc
  .record({
    permissions: fc.subarray([...permissions]),
    restricted: fc.subarray([...restrictedKinds]),
    sees: fc.constantFrom(...sights),
  })
  .map((rights) => staffWith(rights))

property(
  'ACCESS-1 staff hold any of several rights if they hold one of them, and neither a citizen’s nor the clock’s',
  fc.tuple(someone, someRights),
  ([actor, asked]) => {
    const isHeld = (right: Right): right is Permission =>
      right !== 'citizen' && right !== 'clock' && actor.permissions.has(right)
    const refusal = lacksRight(actor, asked, here)
    assert.equal(refusal === null, asked.some(isHeld))
    if (refusal) assert.deepEqual(refusal, { code: 'not-permitted', needs: asked })
  },
)

property(
  'ACCESS-4 who is given more never sees less',
  fc.tuple(someone, fc.constantFrom(null, ...restrictedKinds), fc.boolean()),
  ([actor, restricted, granted]) => {
    const grants = new Set(granted ? [actor.office] : [])
    const subject: Seen = { ...here, restricted }
    const more = { ...actor, permissions: new Set(permissions), restricted: new Set(restrictedKinds) }
    if (sees(actor, subject, grants)) {
      assert.ok(sees(more, subject, grants))
      assert.ok(sees(actor, subject, new Set([actor.office])))
      assert.ok(sees(actor, { ...subject, restricted: null }, grants))
    }
  },
)
