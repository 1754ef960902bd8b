import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { aChallenge } from '@openslrt/core/testing/a-challenge.ts'
import { citizen, clock, setup, staff } from '@openslrt/core/testing/actors.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { countingScope, scopeOf, scopeSql } from './scope.ts'

const village = { from: '34.04.07.2001', to: '34.04.07.2001/' }

test('ACCESS-5 the scope of an officer names place, office, kinds and the place of figures', () => {
  assert.deepEqual(scopeOf(staff('coordinator'), '34.04'), {
    ledger: '34.04',
    placeFrom: village.from,
    placeTo: village.to,
    office: offices.village.id,
    restricted: 'child-protection,violence',
    figuresFrom: village.from,
    figuresTo: village.to,
    meets: offices.village.id,
    joint: offices.village.id,
    registryFrom: village.from,
    registryTo: village.to,
    visits: ids.staff(1),
    decides: offices.village.id,
    challengesFrom: village.from,
    challengesTo: village.to,
  })
})

test('ACCESS-5 who only answers referrals has a scope of their office, and no place', () => {
  const { id } = offices.hospital
  assert.deepEqual(scopeOf(staff('provider', offices.hospital), null), {
    office: id,
    restricted: '',
    meets: id,
    joint: id,
    decides: id,
  })
})

test('ACCESS-5 who only reads figures has a scope of figures, and no case', () => {
  assert.deepEqual(scopeOf(staff('leader', offices.district), null), { figuresFrom: '34.04', figuresTo: '34.04/' })
  assert.deepEqual(scopeOf(staff('admin', offices.nation), null), { figuresFrom: '0', figuresTo: ':' })
})

test('ACCESS-5 province and nation see what lies at their office, and the figures of their place', () => {
  const { placeFrom, office, figuresFrom } = scopeOf(staff('province', offices.province), null)
  assert.deepEqual([placeFrom, office, figuresFrom], [undefined, offices.province.id, '34'])
})

test('CHALLENGE-12 a province sees the challenges of its districts, the nation those of all, and who has neither right none', () => {
  const seen = (actor: StaffActor) => [scopeOf(actor, null).challengesFrom, scopeOf(actor, null).challengesTo]
  assert.deepEqual(seen(staff('province', offices.province)), ['34', '34/'])
  assert.deepEqual(seen(staff('national', offices.nation)), ['0', ':'])
  assert.deepEqual(seen(staff('manager', offices.district)), ['34.04', '34.04/'])
  for (const role of ['fo', 'supervisor', 'leader', 'planner', 'admin'] as const)
    assert.deepEqual(seen(staff(role, offices.district)), [undefined, undefined], role)
})

test('ACCESS-5 a citizen and the clock have the scope of one case, the set-up of none', () => {
  assert.deepEqual(scopeOf(citizen(ids.case(3)), '34.04'), { ledger: '34.04', case: ids.case(3) })
  assert.deepEqual(scopeOf({ kind: 'clock', case: ids.case(3) }, '34.04'), { ledger: '34.04', case: ids.case(3) })
  const meets = offices.district.id
  assert.deepEqual(scopeOf({ kind: 'clock', decides: meets }, '34.04'), { ledger: '34.04', decides: meets })
  assert.deepEqual(scopeOf({ kind: 'clock', meets }, '34.04'), { ledger: '34.04', meets })
  const challenge = aChallenge().id
  assert.deepEqual(scopeOf({ kind: 'clock', challenge }, '34.04'), { ledger: '34.04', challenge })
  assert.deepEqual(scopeOf(clock, '34.04'), { ledger: '34.04' })
  assert.deepEqual(scopeOf(setup, '00'), { ledger: '00' })
  assert.deepEqual(scopeOf(setup, null), {})
})

test('FIG-7 whoever counts for a leader sees every kind of a place, and is at no office', () => {
  assert.deepEqual(countingScope(placeCode.parse('34.04')), {
    placeFrom: '34.04',
    placeTo: '34.04/',
    restricted: restrictedKinds.join(','),
  })
})

test('ACCESS-5 a scope is set for one transaction, each part by its own name, empty parts not at all', () => {
  assert.equal(scopeSql({}), '')
  assert.equal(scopeSql({ office: 'x', restricted: '' }), `set local app."office" = 'x';`)
  assert.equal(
    scopeSql({ placeFrom: '34', placeTo: '34/', figuresFrom: 'a', figuresTo: 'b', case: 'c' }),
    `set local app."place_from" = '34';set local app."place_to" = '34/';set local app."case" = 'c';set local app."figures_from" = 'a';set local app."figures_to" = 'b';`,
  )
})

test('ACCESS-5 what stands in a scope can end neither its text nor its line', () => {
  const sly = `x'; set role postgres; --\\`
  const sql = scopeSql({ office: sly })
  assert.ok(sql.startsWith('set local app."office" = '))
  assert.ok(sql.includes(`x''; set role postgres; --`), sql)
})

test('ACCESS-5 inside one ledger the ledger itself is named', () => {
  assert.ok(scopeSql({ ledger: '34.04' }).startsWith(`set local app."ledger" = '34.04';`))
})
