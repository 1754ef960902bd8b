import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { PpksCommandData } from '../contract/ppks.ts'
import { caseId, familyId, personId } from '../kernel/id.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { monday } from '../testing/a-policy.ts'
import { aPpks, ppksData, welfareNth } from '../testing/a-welfare.ts'
import { almighty, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import type { PpksLook } from './decide.ts'
import { decidePpks } from './decide.ts'
import type { PpksRow } from './ppks.ts'
import { courseOf } from './ppks.ts'

// Who is taken down, and by which name: the registry's, the case's, or the one that is written.

const kase = caseId.parse(welfareNth(92))
const look = (own: Partial<PpksLook> = {}): PpksLook => ({
  now: monday,
  day: '2026-11-02',
  offices: new Map(Object.values(offices).map((office) => [office.id, office])),
  ppks: null,
  services: [],
  type: (code) => (code === 'neglected-elderly' ? { number: 8, restricted: null } : null),
  risks: new Set(),
  endings: new Set(),
  knowsVillage: true,
  knows: { family: true, case: true },
  person: null,
  twin: false,
  client: null,
  ...own,
})
type Data = PpksCommandData['ppks.receive']
const receive = (own: Partial<Data>, seen: Partial<PpksLook> = {}, by = staff('bo')) =>
  decidePpks(
    { kind: 'ppks.receive', subject: aPpks().id, data: { ...ppksData['ppks.receive'], ...own } },
    by,
    look(seen),
  )
function madeOf(own: Partial<Data>, seen: Partial<PpksLook> = {}): Partial<PpksRow> {
  const decided = receive(own, seen)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change, ...more] = decided.value.changes
  assert.ok(change?.table === 'ppks' && more.length === 0, 'one row and no other')
  return change.set
}
const codeOf = (own: Partial<Data>, seen: Partial<PpksLook> = {}, by = staff('bo')): string => {
  const decided = receive(own, seen, by)
  return decided.ok ? 'yes' : decided.error.code
}

const client = { name: 'Sumarni', nik: '3404075203600001' }
const written = '3404070101400001'
const siti = aPerson

/** What is written, who was picked, whose case it is; and the name and NIK that stand. */
const whose: readonly (readonly [
  own: Partial<Data>,
  seen: Partial<PpksLook>,
  name: string,
  nik: string | null,
  why: string,
])[] = [
  [{ name: 'Karto', nik: written }, {}, 'Karto', written, 'what is written'],
  [{ name: 'Karto' }, {}, 'Karto', null, 'nobody has to say a NIK'],
  [{ name: '', person: siti.id }, { person: siti }, siti.name, siti.nik, 'what the registry knows'],
  [
    { name: '', person: siti.id, nik: written },
    { person: siti },
    siti.name,
    siti.nik,
    'its NIK too, whatever was left in the form',
  ],
  [{ name: 'Mbok Siti', person: siti.id }, { person: siti }, 'Mbok Siti', null, 'a name that is written counts'],
  [{ name: '', case: kase }, { client }, client.name, client.nik, 'the citizen of the case'],
  [{ name: 'Karto', case: kase }, { client }, 'Karto', null, 'somebody else of the case'],
  [
    { name: '', case: kase, person: siti.id },
    { client, person: siti },
    siti.name,
    siti.nik,
    'who was picked before whose case it is',
  ],
  [
    { name: '', person: siti.id },
    { person: { ...siti, nik: null } },
    siti.name,
    null,
    'a person without a NIK has none here',
  ],
]
for (const [own, seen, name, nik, why] of whose)
  test(`PPKS-3, PPKS-14 with ${JSON.stringify(own)} it is ${name}: ${why}`, () => {
    const made = madeOf(own, seen)
    assert.deepEqual([made.name, made.nik], [name, nik])
  })

test('PPKS-14 the family comes along with the person, unless another is named', () => {
  const other = familyId.parse(welfareNth(91))
  assert.equal(madeOf({ person: siti.id }, { person: siti }).family, aFamily.id)
  assert.equal(madeOf({ person: siti.id, family: other }, { person: siti }).family, other)
  assert.equal(madeOf({ person: siti.id }, { person: { ...siti, family: null } }).family, null)
  assert.equal(madeOf({}).family, null)
})

const refused: readonly (readonly [own: Partial<Data>, seen: Partial<PpksLook>, code: string])[] = [
  [{ name: '' }, {}, 'ppks-who'],
  [{ name: '', person: siti.id }, {}, 'ppks-who'],
  [{ name: 'Karto', person: siti.id }, {}, 'ppks-who'],
  [{ person: siti.id }, { person: { ...siti, mergedInto: personId.parse(welfareNth(7)) } }, 'ppks-who'],
  [{ family: aFamily.id }, { knows: { family: false, case: true } }, 'ppks-who'],
  [{ case: kase }, { knows: { family: true, case: false } }, 'ppks-case'],
  [{ name: '', case: kase }, { knows: { family: true, case: false } }, 'ppks-who'],
  [{ person: siti.id }, { person: siti, twin: true }, 'ppks-twice'],
  [{ type: 'none', person: siti.id }, { person: siti, twin: true }, 'ppks-type'],
  [{ since: '2026-11-03' }, {}, 'ppks-day'],
  [{ since: '2026-11-02' }, {}, 'yes'],
  [{ village: villageCode.parse('34.04.07.2002') }, {}, 'village-elsewhere'],
  [{}, { knowsVillage: false }, 'village-elsewhere'],
  [{}, { ppks: aPpks() }, 'already-so'],
]
for (const [own, seen, code] of refused)
  test(`PPKS-3, PPKS-15 with ${JSON.stringify(own)} beside ${Object.keys(seen).join() || 'nothing'}: ${code}`, () => {
    assert.equal(codeOf(own, seen), code)
  })

test('PPKS-4 of a type that is shut nobody learns whether the person is one already', () => {
  const type = () => ({ number: 16, restricted: 'hiv' as const })
  assert.equal(codeOf({ person: siti.id }, { type, person: siti, twin: true }), 'ppks-restricted')
  assert.equal(
    codeOf({ person: siti.id }, { type, person: siti, twin: true }, staff('manager', offices.district)),
    'ppks-twice',
  )
})

const anyData = fc.record({
  name: fc.constantFrom('', 'Karto'),
  nik: fc.constantFrom(null, written),
  person: fc.constantFrom(null, siti.id),
  family: fc.constantFrom(null, aFamily.id),
  case: fc.constantFrom(null, kase),
  since: fc.constantFrom('2026-10-01', '2026-11-02', '2026-11-03'),
  village: fc.constantFrom('34.04.07.2001', '34.04.07.2002', '34.02.01.2001').map((code) => villageCode.parse(code)),
})
const anyLook = fc.record({
  person: fc.constantFrom(null, siti),
  client: fc.constantFrom(null, client),
  twin: fc.boolean(),
  knows: fc.record({ family: fc.boolean(), case: fc.boolean() }),
  knowsVillage: fc.boolean(),
})
type Seen = Pick<PpksLook, 'person' | 'client' | 'twin' | 'knows' | 'knowsVillage'>

function assertNamed({ name, person, family, caseId: of }: Partial<PpksRow>, seen: Seen): void {
  assert.ok(name !== undefined && name !== '')
  assert.ok(person === null || seen.person !== null)
  assert.ok(of === null || seen.knows.case)
  assert.ok(family === null || seen.knows.family || family === seen.person?.family)
  assert.equal(seen.twin, false)
}

function assertPlaced(
  { place, district, status, office, since, course }: Partial<PpksRow>,
  seen: Seen,
  by: StaffActor,
): void {
  assert.equal(district, String(place).slice(0, 5))
  assert.ok(placeCode.safeParse(place).success && String(place).startsWith(by.place))
  assert.ok(seen.knowsVillage && String(since) <= '2026-11-02')
  assert.deepEqual([status, office], ['received', by.office])
  assert.deepEqual(
    courseOf({ course: course ?? '' }).map((step) => [step.act, step.by, step.on]),
    [['receive', by.staff, since]],
  )
}

property(
  'PPKS-3, PPKS-14, PPKS-15 whoever is taken down has a name, lives where the office looks after, and was seen by whoever named them',
  fc.tuple(anyData, anyLook, fc.constantFrom('bo', 'manager')),
  ([data, seen, role]) => {
    const by = role === 'bo' ? staff('bo') : almighty(offices.district, 9)
    const decided = receive(data, seen, by)
    if (!decided.ok) return
    const [change] = decided.value.changes
    assert.ok(change?.table === 'ppks' && change.base === 0)
    assertNamed(change.set, seen)
    assertPlaced(change.set, seen, by)
  },
  400,
)

/** The same of putting right: what is said anew is held to the same. */
const correct = (own: object, ppks = aPpks(), by = staff('bo')): string => {
  const data = { ...ppksData['ppks.correct'], ...own }
  const decided = decidePpks({ kind: 'ppks.correct', subject: ppks.id, data }, by, look({ ppks }))
  return decided.ok ? 'yes' : decided.error.code
}
const corrections: readonly (readonly [own: object, code: string])[] = [
  [{}, 'yes'],
  [{ name: '' }, 'ppks-who'],
  [{ note: '' }, 'note-missing'],
  [{ type: 'none' }, 'ppks-type'],
  [{ since: '2026-11-03' }, 'ppks-day'],
  [{ village: '34.04.07.2002' }, 'village-elsewhere'],
]
for (const [own, code] of corrections)
  test(`PPKS-4 putting right with ${JSON.stringify(own)}: ${code}`, () => {
    assert.equal(correct(own), code)
  })

test('PPKS-4 somebody moves to another village of the district, and to no other district', () => {
  const judge = almighty(offices.nation, 9)
  assert.equal(correct({ village: '34.04.07.2002' }, aPpks(), judge), 'yes')
  assert.equal(correct({ village: '34.02.01.2001' }, aPpks(), judge), 'village-elsewhere')
  assert.equal(correct({}, aPpks({ status: 'ended' }), judge), 'ppks-step')
})
