import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { Alike } from './double-score.ts'
import { comparePersons, doubleReasons, worthAsking, worthListing } from './double-score.ts'
import { nearness } from './search-days.ts'

const siti: Alike = {
  nik: 'a',
  kk: 'k',
  phone: null,
  name: 'Siti Aminah',
  birthDate: '1960-03-12',
  sex: 'P',
  place: '34.04.07.2001',
}
const other = (own: Partial<Alike>): Alike => ({ ...siti, nik: null, kk: null, ...own })
const compare = (own: Partial<Alike>) => comparePersons(siti, other(own))

test('DOUBLE-1 the same name, day of birth and village are certainty enough, in any spelling', () => {
  assert.deepEqual(compare({ name: 'St. AMINNAH' }), {
    score: 100,
    reasons: ['same-name', 'same-birth', 'same-village'],
  })
})

test('DOUBLE-1 one NIK is one person, whatever else was written', () => {
  const found = comparePersons(siti, {
    ...siti,
    name: 'Joko',
    birthDate: '1999-01-02',
    sex: 'L',
    place: '34.02.01.2001',
    kk: 'x',
  })
  assert.deepEqual(found, { score: 75, reasons: ['same-nik'] })
})

test('DOUBLE-1 people who only share a name, or a house, are not asked about', () => {
  assert.ok(compare({ birthDate: '1985-11-30' }).score < worthAsking)
  assert.ok(compare({ name: 'Bambang Priyono', kk: 'k', sex: 'L' }).score < worthAsking)
  assert.ok(compare({ birthDate: null, place: '34.02.01.2001' }).score < worthAsking)
  assert.ok(compare({ birthDate: null }).score >= worthAsking)
})

test('DOUBLE-1 twins of one house, with a NIK each, do not stand on the list; the same name twice does', () => {
  const twin = { ...siti, nik: 'b', name: 'Siti Aminar', phone: null }
  assert.deepEqual(comparePersons(siti, twin).reasons, [
    'like-name',
    'same-birth',
    'same-village',
    'same-kk',
    'other-nik',
  ])
  assert.ok(comparePersons(siti, twin).score < worthListing)
  assert.ok(comparePersons(siti, { ...twin, name: siti.name }).score >= worthListing)
})

test('DOUBLE-1 a moved person with a mistyped day is asked about', () => {
  const moved = compare({ birthDate: '1960-12-03', place: '34.04.07.2002' })
  assert.deepEqual(moved.reasons, ['same-name', 'near-birth', 'same-subdistrict'])
  assert.ok(moved.score >= worthListing)
  assert.deepEqual(compare({ birthDate: '1960-07-01' }).reasons, ['same-name', 'same-year', 'same-village'])
})

test('DOUBLE-2 days of birth are near as people mistake them', () => {
  assert.equal(nearness('1960-03-12', '1960-03-12'), 'same')
  assert.equal(nearness('1960-03-12', '1960-12-03'), 'near')
  assert.equal(nearness('1960-03-12', '1961-03-12'), 'near')
  assert.equal(nearness('1960-03-12', '1960-01-01'), 'year')
  assert.equal(nearness('1960-03-12', '1961-01-01'), 'far')
  assert.equal(nearness('1960-03-12', '1960-04-22'), 'far')
})

const person: fc.Arbitrary<Alike> = fc.record({
  nik: fc.constantFrom(null, 'a', 'b'),
  kk: fc.constantFrom(null, 'k', 'l'),
  phone: fc.constantFrom(null, 'p', ''),
  name: fc.constantFrom('Siti Aminah', 'Siti Amina', 'Bambang', 'Moh. Amin', 'Muhammad Amin', ''),
  birthDate: fc.constantFrom(null, '1960-03-12', '1960-12-03', '1960-01-01', '1999-09-09'),
  sex: fc.constantFrom(null, 'L', 'P'),
  place: fc.constantFrom(null, '34.04.07.2001', '34.04.07.2002', '34.02.01.2001'),
})

property('DOUBLE-1 two people are as alike from one side as from the other', fc.tuple(person, person), ([a, b]) => {
  const found = comparePersons(a, b)
  assert.deepEqual(found, comparePersons(b, a))
  assert.ok(found.score >= 0 && found.score <= 100)
  assert.ok(found.reasons.every((reason) => doubleReasons.includes(reason)))
})

property(
  'DOUBLE-1 nobody is more alike than to themselves, and nothing speaks against it',
  fc.tuple(person, person),
  ([a, b]) => {
    const own = comparePersons(a, a)
    assert.ok(own.score >= comparePersons(a, b).score || b.nik !== null)
    assert.ok(!own.reasons.some((reason) => reason.startsWith('other-')))
    if (a.name !== '' && a.birthDate !== null && a.place !== null) assert.equal(own.score, 100)
  },
)

property(
  'DOUBLE-2 days are as near from one side as from the other',
  fc.tuple(
    fc.constantFrom('1960-03-12', '1960-12-03', '1960-01-01', '1961-03-12'),
    fc.constantFrom('1960-07-01', '1960-03-13'),
  ),
  ([a, b]) => assert.equal(nearness(a, b), nearness(b, a)),
)
