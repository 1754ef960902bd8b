import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import type { Missing } from '@openslrt/core/programme/pending.ts'
import { factsOfProgrammes } from '@openslrt/core/programme/place-facts.ts'
import { vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { emptyView } from '../../platform/replica/view.ts'
import { aReplicaFamily, aReplicaPerson } from '../../testing/replica-rows.ts'
import { householdOf, saidHousehold } from './household.ts'
import { type Around, wayToKnow } from './ways.ts'

const family = aReplicaFamily()
const grown = aReplicaPerson({
  family: family.id,
  said: { nama: 'Sumarni', tanggal_lahir: '1980-01-01', jenis_kelamin: '2' },
})
const child = aReplicaPerson({
  family: family.id,
  said: { nama: 'Budi', tanggal_lahir: '2022-01-01', jenis_kelamin: '1' },
})
const nobodyKnows = aReplicaPerson({ family: family.id, said: { nama: 'Tua' } })
const gone = aReplicaPerson({
  family: family.id,
  status: 'dead',
  said: { nama: 'Almarhum', tanggal_lahir: '1950-01-01' },
})
const view = {
  ...emptyView(),
  family: new Map([[String(family.id), family]]),
  person: new Map([child, nobodyKnows, gone, grown].map((one) => [String(one.id), one])),
}
const household = householdOf(view, family.id)
assert.ok(household)
const pkh = { id: programmeId.parse(randomUUID()), code: 'pkh', name: 'PKH', unit: 'family' } as const
const around: Around = {
  household,
  vocabulary: vocabularyWith(factsOfProgrammes([pkh])),
  programmes: [pkh],
  local: [],
  day: '2026-11-23',
  member: null,
}
const fact = (name: string, member: number | null = null): Missing => ({ kind: 'fact', fact: name, member })

test('FIELD-21 who is matched: those who live there, the oldest first, an unknown age last, and nobody who has died', () => {
  const names = household.members.map(({ said }) => said['nama'])
  assert.deepEqual(names, ['Sumarni', 'Budi', 'Tua'])
  assert.equal(householdOf(view, grown.id)?.family?.id, family.id)
  assert.equal(householdOf(view, randomUUID()), null)
  const alone = aReplicaPerson({ family: null })
  const apart = { ...view, person: new Map([[String(alone.id), alone]]) }
  assert.deepEqual(householdOf(apart, alone.id), { family: null, members: [alone] })
  assert.equal(saidHousehold(view, household).place, family.place)
})

test('FIELD-22 what is missing leads to the question of whom it is about', () => {
  assert.deepEqual(wayToKnow(fact('jenis_kloset'), around), {
    kind: 'ask',
    href: `/tanya/keluarga/${family.id}?tanya=jenis_kloset`,
  })
  assert.deepEqual(wayToKnow(fact('status_kawin', 0), around), {
    kind: 'ask',
    href: `/tanya/warga/${grown.id}?tanya=status_kawin`,
  })
  assert.deepEqual(wayToKnow(fact('hamil'), { ...around, member: 0 }), {
    kind: 'ask',
    href: `/tanya/warga/${grown.id}?tanya=hamil`,
  })
  assert.deepEqual(wayToKnow({ kind: 'members' }, around), { kind: 'member', href: `/tanya/baru/${family.id}` })
})

test('FIELD-22 what somebody has of a programme is said of it, and a statement is answered where it stands', () => {
  assert.deepEqual(wayToKnow(fact('program-pkh'), around), {
    kind: 'told',
    href: `/penerimaan/${family.id}?program=${pkh.id}`,
  })
  const ask: Missing = { kind: 'ask', ask: 'Disetujui musyawarah', member: null }
  assert.deepEqual(wayToKnow(ask, around), {
    kind: 'answer',
    of: 'family',
    id: family.id,
    version: family.version,
    ask: 'Disetujui musyawarah',
  })
  assert.equal(wayToKnow(ask, { ...around, member: 1 })?.kind, 'answer')
})

test('FIELD-22 what nobody at the door can tell, and what is not asked of them, leads nowhere', () => {
  assert.equal(wayToKnow(fact('desil'), around), null, 'it comes from outside')
  assert.equal(wayToKnow(fact('status_kawin', 1), around), null, 'nobody asks a child')
  assert.equal(wayToKnow(fact('jenis_ppks', 0), around), null)
  assert.equal(wayToKnow(fact('tidak_ada'), around), null)
  assert.equal(wayToKnow(fact('program-lain'), around), null)
  const alone = { ...around, household: { family: null, members: [grown] } }
  assert.deepEqual([wayToKnow(fact('jenis_kloset'), alone), wayToKnow({ kind: 'members' }, alone)], [null, null])
})
