import assert from 'node:assert/strict'
import fc from 'fast-check'
import { familyId, personId, recordId } from '../kernel/id.ts'
import type { Json } from '../kernel/json.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { registryData } from '../testing/registry-data.ts'
import type { RegistryMove } from './decide.ts'
import { decideRegistry } from './decide.ts'
import type { FamilyRow, PersonRow, RecordRow, Values } from './registry.ts'
import { masked, saidOfFamily, saidOfPerson } from './said.ts'
import { shippedCodes } from './shipped-codes.ts'
import { foldRecords } from './values.ts'

const person = personId.parse('e0000000-0000-4000-8000-000000000001')
const families = [1, 2].map((n) => familyId.parse(`e0000000-0000-4000-8000-00000000001${n}`))
const [home, other] = families
const officer = almighty(offices.village)

const rowIn = <Row>(world: World, table: 'person' | 'family', id: string): Row | null =>
  (world.rows[table].get(id) ?? null) as Row | null
const recordsOf = (world: World, id: string): readonly RecordRow[] =>
  ([...world.rows.registryRecord.values()] as unknown as readonly RecordRow[]).filter(({ holder }) => holder === id)

const values: fc.Arbitrary<Values> = fc.dictionary(
  fc.constantFrom(
    'nama',
    'nomor_induk_kependudukan',
    'status_kawin',
    'agama',
    'jenis_kelamin',
    'hamil',
    'jumlah_usaha',
  ),
  fc.constantFrom<Json>('Siti', '3404074506800001', '1', '2', true, 3, null),
  { noNullPrototype: true },
)
const step = fc.oneof(
  fc.record({ kind: fc.constant('registry.record' as const), values }),
  fc.record({ kind: fc.constant('registry.join-family' as const), to: fc.constantFrom(...families) }),
  fc.record({
    kind: fc.constant('registry.join-family' as const),
    to: fc.constantFrom(...families),
    from: fc.constantFrom(...families),
  }),
  fc.constant({ kind: 'registry.leave-family' as const }),
  fc.record({ kind: fc.constant('registry.mark' as const), status: fc.constantFrom('known', 'moved', 'dead', 'gone') }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

function moveOf(one: Step): RegistryMove {
  const own = {
    ...('values' in one ? { values: one.values } : {}),
    ...('to' in one ? { family: one.to } : {}),
    ...('from' in one ? { from: one.from } : {}),
    ...('status' in one ? { status: one.status } : {}),
  }
  return { kind: one.kind, subject: person, data: { ...registryData[one.kind], ...own } } as RegistryMove
}

/** A world in which two families and one person were written down. */
function begun(): World {
  const world = emptyWorld()
  const adds = [
    ...families.map((id) => ({ kind: 'registry.add-family', subject: id, data: registryData['registry.add-family'] })),
    { kind: 'registry.add-person', subject: person, data: { ...registryData['registry.add-person'], family: home } },
  ] as readonly RegistryMove[]
  adds.forEach((move, at) => void walk(world, move, at))
  return world
}

function walk(world: World, move: RegistryMove, at: number): boolean {
  const now = rowIn<PersonRow>(world, 'person', person)
  const to = 'family' in move.data ? move.data.family : now?.family
  const isAdd = move.kind === 'registry.add-family'
  const file = {
    person: isAdd ? null : now,
    family: isAdd || !to ? null : rowIn<FamilyRow>(world, 'family', to),
    members: [],
    since: [],
    knowsVillage: () => true,
    knowsCode: (list: string, code: string) => shippedCodes.some((item) => item.list === list && item.code === code),
    local: [],
    asks: [],
  }
  const record = recordId.parse(`f0000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
  const decided = decideRegistry(move, file, officer, { record, day: '2026-11-22', now: at })
  if (decided.ok) evolve(world, aFamily.district, payloadOf(decided.value))
  return decided.ok
}

const walks = fc.array(step, { maxLength: 25 })

property(
  'REGISTRY-9 whatever is given in whatever order: what a person says is the fold of their records, numbers masked',
  walks,
  (steps) => {
    const world = begun()
    steps.forEach((one, nth) => void walk(world, moveOf(one), nth + 10))
    const row = rowIn<PersonRow>(world, 'person', person)
    assert.ok(row)
    const folded = foldRecords({}, recordsOf(world, person))
    const said = masked(saidOfPerson(row))
    for (const [name, value] of Object.entries(said)) assert.deepEqual(folded[name], value, name)
    if ('keadaan' in folded) assert.equal(folded['keadaan'], row.status)
    assert.ok(row.complete >= 0 && row.complete <= 100)
  },
)

property('REGISTRY-15 at no moment is anybody in two families, nor in one that is not there', walks, (steps) => {
  const world = begun()
  steps.forEach((one, nth) => {
    const before = rowIn<PersonRow>(world, 'person', person)?.family ?? null
    const said = 'from' in one && one.from === before
    walk(world, moveOf(one), nth + 10)
    const after = rowIn<PersonRow>(world, 'person', person)?.family ?? null
    assert.ok(after === null || after === home || after === other)
    // Whoever comes to another family has left the first: in a step of its own, or in one that says which is left.
    assert.ok(before === null || after === null || before === after || said)
  })
})

property('REGISTRY-14 what changes nothing is refused, and a refusal changes nothing', walks, (steps) => {
  const world = begun()
  steps.forEach((one, nth) => {
    const before = rowIn<PersonRow>(world, 'person', person)
    const entries = recordsOf(world, person).length
    const done = walk(world, moveOf(one), nth + 10)
    const after = rowIn<PersonRow>(world, 'person', person)
    assert.equal(recordsOf(world, person).length, entries + (done ? 1 : 0))
    if (!done) assert.deepEqual(after, before)
    // The same again is nothing new.
    if (done) assert.equal(walk(world, moveOf(one), nth + 100), false)
  })
})

property('REGISTRY-1 no record tells a number whole', walks, (steps) => {
  const world = begun()
  steps.forEach((one, nth) => void walk(world, moveOf(one), nth + 10))
  for (const { values: given, was } of [...recordsOf(world, person), ...families.flatMap((id) => recordsOf(world, id))])
    for (const name of ['nomor_induk_kependudukan', 'nomor_kartu_keluarga'])
      assert.doesNotMatch(JSON.stringify([given[name] ?? '', was[name] ?? '']), /\d{16}/)
  const row = rowIn<FamilyRow>(world, 'family', home ?? '')
  assert.ok(row && saidOfFamily(row)['nomor_kartu_keluarga'] === '3404070101100002')
  assert.ok(aPerson.nik !== null)
})
