import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { programmeId } from '../kernel/id.ts'
import { covers, placeCode } from '../place/code.ts'
import { statementName } from '../registry/statements.ts'
import { answered, anyCriterion, anyFacts, aProgramme, factsOf, programmeData } from '../testing/a-programme.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { checkRule } from './check-rule.ts'
import type { Comparison, Criterion } from './criterion.ts'
import type { ProgrammeLook, ProgrammeMove } from './decide.ts'
import { decideProgramme } from './decide.ts'
import { ready } from './evaluate.ts'
import { explain } from './explain.ts'
import type { FactSet } from './fact-set.ts'
import { missingOf, reachable, turnOf } from './pending.ts'
import type { ProgrammeRow } from './programme.ts'
import { isGivenOn, offeredAt, versionOn } from './programme.ts'
import type { Truth } from './truth.ts'
import { allOf, anyOf, opposite } from './truth.ts'
import { vocabulary } from './vocabulary.ts'

// The laws of rules held against what counting by hand comes to.
const day = '2026-11-22'
const of = (rule: Criterion, facts: FactSet): Truth => ready(rule, vocabulary, day)(facts)
const explained = (rule: Criterion, facts: FactSet) => explain(rule, facts, { vocabulary, day })

const number = fc.integer({ min: 1, max: 10 })
const aboutDesil: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    fact: fc.constant('desil'),
    is: fc.constantFrom('at-least' as const, 'at-most' as const, 'eq' as const),
    value: number,
  }),
  fc.record({ fact: fc.constant('desil'), is: fc.constant('between' as const), value: fc.tuple(number, number) }),
)
const desils = Array.from({ length: 10 }, (_, n) => n + 1)

property(
  'PROG-7 of one amount a contradiction is told exactly where no amount fulfils all that is asked of it',
  fc.array(aboutDesil, { minLength: 1, maxLength: 4 }),
  (parts) => {
    const rule = { all: parts }
    const codes = checkRule(rule, 'family', vocabulary).map(({ code }) => code)
    const fulfilled = desils.some((desil) => of(rule, factsOf({ family: { desil } })) === 'met')
    assert.equal(codes.length > 0, !fulfilled, JSON.stringify(parts))
    assert.ok(codes.every((code) => code === 'clash' || code === 'never-met'))
  },
  500,
)

const closets = ['1', '2', '3', '4']
const aboutCloset: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ fact: fc.constant('jenis_kloset'), is: fc.constant('eq' as const), value: fc.constantFrom(...closets) }),
  fc.record({
    fact: fc.constant('jenis_kloset'),
    is: fc.constant('in' as const),
    value: fc.uniqueArray(fc.constantFrom(...closets), { minLength: 1 }),
  }),
)

property(
  'PROG-7 of one code a contradiction is told exactly where no code is among all that are asked',
  fc.array(aboutCloset, { minLength: 1, maxLength: 3 }),
  (parts) => {
    const rule = { all: parts }
    const fulfilled = closets.some((one) => of(rule, factsOf({ family: { jenis_kloset: one } })) === 'met')
    assert.equal(checkRule(rule, 'family', vocabulary).length > 0, !fulfilled, JSON.stringify(parts))
  },
  300,
)

property(
  'PROG-1 a rule has the truth of its parts, whatever they are: groups are Kleene’s all and any of them',
  fc.tuple(fc.array(anyCriterion, { maxLength: 4 }), anyFacts),
  ([parts, facts]) => {
    const truths = parts.map((part) => of(part, facts))
    assert.equal(of({ all: parts }, facts), allOf(truths))
    assert.equal(of({ any: parts }, facts), anyOf(truths))
    for (const [nth, part] of parts.entries())
      assert.equal(of({ not: part }, facts), opposite(truths[nth] ?? 'unknown'))
  },
)

property(
  'PROG-1 said twice is said once, and a part that stands in another one adds nothing',
  fc.tuple(anyCriterion, anyCriterion, anyFacts),
  ([a, b, facts]) => {
    assert.equal(of({ all: [a, a] }, facts), of(a, facts))
    assert.equal(of({ any: [a, a] }, facts), of(a, facts))
    assert.equal(of({ all: [a, { any: [a, b] }] }, facts), of(a, facts))
    assert.equal(of({ any: [a, { all: [a, b] }] }, facts), of(a, facts))
    assert.equal(of({ all: [a, { any: [b, { not: b }] }] }, facts) === 'not-met', of(a, facts) === 'not-met')
  },
)

property(
  'PROG-1 groups may be opened: all of all is all, any of any is any, and one shares itself out over the other',
  fc.tuple(anyCriterion, anyCriterion, anyCriterion, anyFacts),
  ([a, b, c, facts]) => {
    assert.equal(of({ all: [a, { all: [b, c] }] }, facts), of({ all: [a, b, c] }, facts))
    assert.equal(of({ any: [a, { any: [b, c] }] }, facts), of({ any: [a, b, c] }, facts))
    assert.equal(of({ all: [a, { any: [b, c] }] }, facts), of({ any: [{ all: [a, b] }, { all: [a, c] }] }, facts))
    assert.equal(of({ any: [a, { all: [b, c] }] }, facts), of({ all: [{ any: [a, b] }, { any: [a, c] }] }, facts))
  },
)

property(
  'PROG-4 more people in a family never make a yes a no; fewer never a no a yes',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    const asked = { member: rule }
    const whole = of(asked, facts)
    for (let kept = 1; kept < facts.members.length; kept++) {
      const part = of(asked, { ...facts, members: facts.members.slice(0, kept) })
      if (part === 'met') assert.equal(whole, 'met')
      if (whole === 'not-met') assert.equal(part, 'not-met')
    }
  },
)

property(
  'PROG-2 an unknown fact, a null and a value of another shape are one and the same to every comparison',
  fc.tuple(aboutDesil, fc.constantFrom(null, 'x', true, [], {})),
  ([rule, odd]) => {
    assert.equal(of(rule, factsOf({ family: { desil: odd } })), 'unknown')
    assert.equal(of(rule, factsOf({})), 'unknown')
  },
)

/** The same family after somebody found out what was missing, and it came to what the rule wants. */
const learnt = (facts: FactSet, ask: string, answer: boolean): FactSet => ({
  ...facts,
  said: { ...facts.said, ...answered({ [ask]: answer }) },
  members: facts.members.map((member) => ({ ...member, ...answered({ [ask]: answer }) })),
})

property(
  'PROG-5 what is not among what is missing decides nothing: with statements it can be tried',
  fc.tuple(anyCriterion, anyFacts, fc.boolean()),
  ([rule, facts, answer]) => {
    const reason = explained(rule, facts)
    const missing = missingOf(reason, vocabulary)
    const asks = new Set(missing.flatMap((one) => (one.kind === 'ask' ? [one.ask] : [])))
    for (const ask of ['Ada di daftar musdes', 'Diusulkan RT'])
      if (!asks.has(ask) && facts.said[statementName(ask)] === undefined)
        assert.equal(of(rule, learnt(facts, ask, answer)), reason.truth, ask)
  },
  300,
)

property(
  'PROG-6 what can come about is part of what would change it, and of what is met nothing',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    const turn = turnOf(explained(rule, facts))
    const left = reachable(turn)
    if (turn === null) assert.equal(left, null)
    const inner = JSON.stringify(left ?? {})
    assert.doesNotMatch(inner, /"turns":"never"/)
    // A group in a group of its own kind is said as one.
    if (turn && 'parts' in turn)
      assert.ok(turn.parts.every((part) => part.kind !== turn.kind || turn.parts.length === 0))
  },
)

test('PROG-6 on the day that was told the answer has changed, and on the day before it had not', () => {
  for (const born of ['1957-03-01', '1956-02-29', '1960-12-31', '1960-01-01', '1959-11-22', '1959-11-23'])
    for (const least of [67, 70, 71, 80]) {
      const rule: Comparison = { fact: 'usia', is: 'at-least', value: least }
      const facts = factsOf({ person: { tanggal_lahir: born } })
      const reason = explained(rule, facts)
      if (reason.truth === 'met') continue
      assert.ok(reason.kind === 'fact' && reason.turns !== null && reason.turns !== 'never')
      const before = new Date(Date.parse(reason.turns) - 86_400_000).toISOString().slice(0, 10)
      const on = (at: string) => ready(rule, vocabulary, at)(facts)
      assert.deepEqual([on(before), on(reason.turns)], ['not-met', 'met'], `${born} ${least}`)
    }
})

const [version] = aProgramme.versions
const days = ['2026-01-01', '2026-02-01', '2026-06-01', '2026-11-22', '2027-01-01', '2027-06-01']
const someDay = fc.constantFrom(...days)
const someProgramme = fc
  .record({
    froms: fc.uniqueArray(someDay, { maxLength: 4 }),
    startsOn: someDay,
    endsOn: fc.option(someDay),
  })
  .map(
    ({ froms, ...own }): ProgrammeRow => ({
      ...aProgramme,
      ...own,
      versions: version ? froms.map((from) => ({ ...version, from })) : [],
    }),
  )

property(
  'PROG-10 on every day one version holds: no other that has begun began later, and none holds before the first',
  fc.tuple(someProgramme, someDay),
  ([programme, on]) => {
    const held = versionOn(programme, on)
    const begun = programme.versions.map(({ from }) => from).filter((from) => from <= on)
    assert.equal(held?.from ?? null, begun.toSorted().at(-1) ?? null)
    const given = isGivenOn(programme, on)
    assert.equal(
      given,
      held !== null && programme.startsOn <= on && (programme.endsOn === null || on < programme.endsOn),
    )
  },
)

const id = (n: number) => programmeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const places = ['00', '34', '34.04', '34.04.07.2001', '34.04.07.2002', '34.02'].map((code) => placeCode.parse(code))
const catalogue = fc
  .array(fc.record({ place: fc.constantFrom(...places), replaces: fc.option(fc.nat(5)), endsOn: fc.option(someDay) }), {
    maxLength: 8,
  })
  .map((rows) =>
    rows.map(
      ({ replaces, ...own }, n): ProgrammeRow => ({
        ...aProgramme,
        ...own,
        id: id(n),
        // Only what comes from above is replaced, and no local rule is: the law of opening sees to it.
        replaces: replaces !== null && replaces < n && rows[replaces]?.replaces === null ? id(replaces) : null,
      }),
    ),
  )

property(
  'PROG-11 of a programme and all that stands in its stead a place is offered one at most, and nothing from elsewhere',
  fc.tuple(catalogue, fc.constantFrom(...places.slice(3))),
  ([programmes, place]) => {
    const offered = offeredAt(place, programmes, day)
    for (const one of offered) assert.ok(covers(one.place, place) && isGivenOn(one, day))
    const kinds = offered.map((one) => one.replaces ?? one.id)
    assert.equal(new Set(kinds).size, kinds.length, 'twice the same')
    const could = programmes.filter((one) => covers(one.place, place) && isGivenOn(one, day))
    const roots = new Set(could.map((one) => one.replaces ?? one.id))
    assert.deepEqual(new Set(kinds), roots, 'nothing is lost')
    for (const one of offered) {
      const rivals = could.filter((other) => (other.replaces ?? other.id) === (one.replaces ?? one.id))
      if (rivals.some(({ replaces }) => replaces !== null)) assert.notEqual(one.replaces, null, 'the local rule stands')
      const nearer = rivals.filter((other) => other.replaces !== null && other.place.length > one.place.length)
      assert.deepEqual(nearer, [])
    }
  },
  300,
)

test('PROG-11 of two local rules the village’s own stands before the district’s, and of one place’s two the later', () => {
  const central = { ...aProgramme, id: id(20), place: placeCode.parse('00') }
  const rule = (n: number, place: string, startsOn = '2026-01-01') => ({
    ...aProgramme,
    id: id(n),
    replaces: central.id,
    place: placeCode.parse(place),
    startsOn,
  })
  const all = [central, rule(21, '34.04'), rule(22, '34.04', '2026-05-01'), rule(23, '34.04.07.2001')]
  const at = (code: string) => offeredAt(placeCode.parse(code), all, day).map((one) => Number(one.id.slice(-2)))
  assert.deepEqual([at('34.04.07.2001'), at('34.04.07.2002'), at('34.02.01.2001')], [[23], [22], [20]])
})

const look: ProgrammeLook = {
  now: Date.parse('2026-11-22T03:00:00Z'),
  day,
  vocabulary,
  officeKind: 'secretariat',
  knowsPlace: true,
  officePlace: null,
  replaced: null,
}
const secretariat = almighty(offices.district)
type Step = { readonly kind: 'criteria' | 'end' | 'change'; readonly from: string; readonly after: number }
const moveOf = ({ kind, from }: Step): ProgrammeMove => {
  const subject = aProgramme.id
  if (kind === 'end') return { kind: 'programme.end', subject, data: { from, note: 'x' } }
  if (kind === 'change') return { kind: 'programme.change', subject, data: programmeData['programme.change'] }
  return { kind: 'programme.set-criteria', subject, data: { ...programmeData['programme.set-criteria'], from } }
}
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>('criteria', 'criteria', 'change', 'end'),
    from: fc.constantFrom('2026-11-21', day, '2026-12-01', '2027-01-01', '2027-06-01', '2028-01-01'),
    after: fc.nat(200),
  }),
  { maxLength: 8 },
)

property(
  'PROG-10 whatever an office does, day after day, what people were answered by stands as it stood',
  steps,
  (walk) => {
    let row: ProgrammeRow = aProgramme
    let today = Date.parse(day)
    for (const step of walk) {
      today += step.after * 86_400_000
      const now = new Date(today).toISOString().slice(0, 10)
      const answer = decideProgramme(row, moveOf(step), secretariat, { ...look, day: now, now: today })
      if (!answer.ok) continue
      const [change] = answer.value.changes
      assert.ok(change?.table === 'programme' && change.base === row.version)
      const after: ProgrammeRow = { ...row, ...change.set, version: row.version + 1 }
      for (const past of days.filter((one) => one < now)) {
        assert.deepEqual(versionOn(after, past), versionOn(row, past))
        assert.equal(isGivenOn(after, past), isGivenOn(row, past))
      }
      const froms = after.versions.map(({ from }) => from)
      assert.deepEqual(froms, [...new Set(froms)].toSorted())
      assert.ok(row.endsOn === null || row.endsOn > now, 'nothing moves once it is over')
      row = after
    }
  },
  300,
)

test('PROG-9 an office that decides is one of the programme’s own ledger; the one that stands already may stay', () => {
  const change = (office: ProgrammeRow['office'], officePlace: ProgrammeLook['officePlace'], before = aProgramme) => {
    const move: ProgrammeMove = {
      kind: 'programme.change',
      subject: aProgramme.id,
      data: { ...programmeData['programme.change'], office },
    }
    const answer = decideProgramme(before, move, secretariat, { ...look, officePlace })
    return answer.ok ? null : answer.error.code
  }
  const office = offices.district.id
  assert.equal(change(null, null), null)
  assert.equal(change(office, placeCode.parse('34.04')), null)
  assert.equal(change(office, placeCode.parse('34.04.07.2001')), null, 'a village’s may decide')
  assert.equal(change(office, null), 'programme-office', 'unknown, or closed')
  for (const strange of ['34.02', '34', '00'])
    assert.equal(change(office, placeCode.parse(strange)), 'programme-office', strange)
  assert.equal(change(office, null, { ...aProgramme, office }), null, 'what is closed by now is not told again')
})

test('PROG-18 nobody excludes a programme by itself, whether it goes by a code or by its id', () => {
  const setting = (excludes: string[], before: ProgrammeRow) => {
    const move: ProgrammeMove = {
      kind: 'programme.set-criteria',
      subject: before.id,
      data: { ...programmeData['programme.set-criteria'], from: day, excludes },
    }
    const known = new Map(vocabulary)
    for (const key of excludes) known.set(`program-${key}`, { name: `program-${key}`, of: 'family', kind: 'code' })
    const answer = decideProgramme(before, move, secretariat, { ...look, vocabulary: known })
    return answer.ok ? null : answer.error.code
  }
  assert.equal(setting(['pkh'], aProgramme), null)
  assert.equal(setting([aProgramme.id], aProgramme), 'programme-excludes')
  assert.equal(setting(['pkh'], { ...aProgramme, code: 'pkh' }), 'programme-excludes')
  assert.equal(setting([aProgramme.id], { ...aProgramme, code: 'pkh' }), null)
})

test('PROG-18 what is excluded hides no empty group, and one that nobody knows is a broken rule', () => {
  const fault = (rule: Criterion, excludes: string[]) => {
    const move: ProgrammeMove = {
      kind: 'programme.set-criteria',
      subject: aProgramme.id,
      data: { ...programmeData['programme.set-criteria'], from: day, rule, excludes },
    }
    const answer = decideProgramme(aProgramme, move, secretariat, look)
    return answer.ok || answer.error.code !== 'programme-rule' ? null : [answer.error.fault, answer.error.fact]
  }
  assert.deepEqual(fault({ all: [] }, ['pkh']), ['empty-group', ''])
  assert.deepEqual(fault({ fact: 'desil', is: 'at-most', value: 4 }, ['bst']), ['unknown-fact', 'program-bst'])
})
