import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayReason } from '../i18n/say-programme.ts'
import { programmeId } from '../kernel/id.ts'
import { aProgramme, factsOf } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Unit } from './check-rule.ts'
import { excludersOf, exclusionsAmong, withOthers } from './exclusive.ts'
import type { Match } from './match.ts'
import { match, matchFamily } from './match.ts'
import type { Taking } from './place-facts.ts'
import { factsOfProgrammes, holderOf, takings } from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import { vocabularyWith } from './vocabulary.ts'

const day = '2026-11-22'
const [first] = aProgramme.versions
assert.ok(first)
const named = (nth: number, code: string, unit: Unit, excludes: readonly string[] = []): ProgrammeRow => ({
  ...aProgramme,
  id: programmeId.parse(`c0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`),
  code,
  name: code.toUpperCase(),
  unit,
  versions: [{ ...first, excludes }],
})
const askedOf = (...programmes: readonly ProgrammeRow[]) => ({
  vocabulary: vocabularyWith(factsOfProgrammes(programmes)),
  day,
})
const nameOf = ({ programme, verdict }: Match) => `${programme.name} ${verdict}`

test('PROG-20 whoever has A, which says not together with B, is refused B, and is told that it is for A', () => {
  const [a, b] = [named(1, 'a', 'family', ['b']), named(2, 'b', 'family')]
  const asked = askedOf(a, b)
  const facts = factsOf({ family: { desil: 1, 'program-a': 'receives', 'program-b': 'never' } })
  const [, other] = match(facts, [a, b], asked)
  assert.deepEqual([other && nameOf(other), other?.reason.truth], ['B not-eligible', 'not-met'])
  assert.ok(other)
  const said = sayReason(other.reason, { lang: 'id', codeName: () => '', members: [], vocabulary: asked.vocabulary })
  assert.match(JSON.stringify(said), /Tidak sedang menerima A\b/)
  const stopped = factsOf({ family: { desil: 1, 'program-a': 'stopped', 'program-b': 'never' } })
  assert.deepEqual(match(stopped, [a, b], asked).map(nameOf), ['A eligible', 'B eligible'])
  const unsaid = factsOf({ family: { desil: 1, 'program-b': 'never' } })
  assert.deepEqual(match(unsaid, [a, b], asked).map(nameOf), ['A eligible', 'B cannot-tell'])
})

test('PROG-20 what is for people excludes what is for families, and the other way round', () => {
  const [a, b] = [named(1, 'a', 'person', ['b']), named(2, 'b', 'family')]
  const facts = (ofPeople: readonly Taking[]) =>
    factsOf({ family: { desil: 1, 'program-b': 'never' }, members: ofPeople.map((one) => ({ 'program-a': one })) })
  const told = (...ofPeople: readonly Taking[]) =>
    matchFamily(facts(ofPeople), [a, b], askedOf(a, b)).flatMap(({ matches }) => matches.map(nameOf))
  assert.deepEqual(told('never', 'stopped'), ['B eligible', 'A eligible', 'A eligible'])
  assert.deepEqual(told('never', 'receives')[0], 'B not-eligible')
})

test('PROG-20 only what is in force on the day excludes, and nobody is excluded by themselves or twice', () => {
  const [a, b] = [named(1, 'a', 'family', ['b']), named(2, 'b', 'family', ['a'])]
  const later = { ...a, versions: [{ ...first, from: '2027-01-01', excludes: ['b'] }] }
  assert.deepEqual([...exclusionsAmong([later], day)], [])
  const both = exclusionsAmong([a, b], day)
  assert.deepEqual(
    [...both],
    [
      ['a', ['b']],
      ['b', ['a']],
    ],
  )
  assert.deepEqual(withOthers({ ...first, excludes: ['a'] }, 'b', both).excludes, ['a'])
  assert.equal(withOthers(first, 'c', both), first)
  assert.deepEqual([...exclusionsAmong([named(3, 'x', 'family', ['x'])], day).values()].flat(), [])
})

const unit = fc.constantFrom<Unit>('family', 'person', 'pupil')
const taking = fc.constantFrom<Taking | undefined>(...takings, undefined)
property(
  'PROG-20 it makes no difference which of two programmes says that nobody has them together',
  fc.tuple(unit, unit, fc.array(fc.tuple(taking, taking), { maxLength: 3 }), taking, taking, fc.nat({ max: 10 })),
  ([ofA, ofB, people, familyA, familyB, desil]) => {
    const held = (a: ProgrammeRow, b: ProgrammeRow, [ownA, ownB]: readonly (Taking | undefined)[], of: string) => ({
      ...(holderOf(a) === of && ownA ? { 'program-a': ownA } : {}),
      ...(holderOf(b) === of && ownB ? { 'program-b': ownB } : {}),
    })
    const told = (a: ProgrammeRow, b: ProgrammeRow) => {
      const facts = factsOf({
        family: { desil, ...held(a, b, [familyA, familyB], 'family') },
        members: people.map((own) => held(a, b, own, 'person')),
      })
      return matchFamily(facts, [a, b], askedOf(a, b)).map(({ matches }) => matches.map(nameOf).toSorted())
    }
    assert.deepEqual(
      told(named(1, 'a', ofA, ['b']), named(2, 'b', ofB)),
      told(named(1, 'a', ofA), named(2, 'b', ofB, ['a'])),
    )
  },
)

test('PROG-20 of a programme it is told by which others it is excluded whose exclusion it does not say itself', () => {
  const [a, b, c] = [named(1, 'a', 'family', ['b']), named(2, 'b', 'family', ['c']), named(3, 'c', 'family', ['b'])]
  const namesOf = (of: ProgrammeRow, on = day) => excludersOf(of, [a, b, c], on).map(({ name }) => name)
  assert.deepEqual(namesOf(b), ['A'], 'that C excludes it, B says of itself')
  assert.deepEqual([namesOf(a), namesOf(c)], [[], []])
  assert.deepEqual(namesOf(b, '2020-01-01'), [], 'before any of them held')
})
