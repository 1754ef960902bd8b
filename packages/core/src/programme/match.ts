import type { Criterion } from './criterion.ts'
import type { Exclusions } from './exclusive.ts'
import { exclusionsAmong, wholeRule, withOthers } from './exclusive.ts'
import type { Asked, Reason } from './explain.ts'
import { explain } from './explain.ts'
import type { FactSet } from './fact-set.ts'
import type { Missing } from './pending.ts'
import { missingOf } from './pending.ts'
import { holderOf, takingOf } from './place-facts.ts'
import type { CriteriaVersion, ProgrammeRow } from './programme.ts'
import { keyOf, ownerKinds, versionOn } from './programme.ts'
import type { Room } from './room.ts'
import type { Truth } from './truth.ts'

/** What somebody is told of a programme: it fits, it does not, or something is still to be found out. */
export const verdicts = ['eligible', 'cannot-tell', 'not-eligible'] as const
export type Verdict = (typeof verdicts)[number]

export interface Match {
  readonly programme: ProgrammeRow
  /** With what other programmes exclude it. */
  readonly version: CriteriaVersion
  readonly verdict: Verdict
  readonly reason: Reason
  readonly missing: readonly Missing[]
  /** Null where nobody set a quota. */
  readonly room: Room | null
  /** Whether they have it already: nobody needs to ask for it again. */
  readonly has: boolean
}

/** What programmes are matched for: the day, the facts that are known, and by programme how much room there is. */
export interface Matching extends Asked {
  readonly rooms?: ReadonlyMap<string, Room>
  /** What can't be had together; where it is not said, what these programmes say of each other. */
  readonly exclusions?: Exclusions
}

/**
 * MATCH-1 Programmes for one family or person, the best first: what fits before what can't be told yet, that with the
 * least missing first, before what does not fit; among equals what they do not have yet, then what has room, and of these the nearest owner.
 * Programmes without a rule for the day are left out.
 */
export function match(facts: FactSet, programmes: readonly ProgrammeRow[], asked: Matching): readonly Match[] {
  const exclusions = asked.exclusions ?? exclusionsAmong(programmes, asked.day)
  return programmes
    .flatMap((programme) => {
      const version = versionOn(programme, asked.day)
      return version ? [matchOne(programme, withOthers(version, keyOf(programme), exclusions), facts, asked)] : []
    })
    .toSorted(byUse)
}

function matchOne(programme: ProgrammeRow, version: CriteriaVersion, facts: FactSet, asked: Matching): Match {
  const reason = explain(wholeRule(version, programme.unit, asked.vocabulary), facts, asked)
  const missing = missingOf(reason, asked.vocabulary)
  const room = asked.rooms?.get(programme.id) ?? null
  return { programme, version, verdict: verdictOf(reason.truth), reason, missing, room, has: hasIt(programme, facts) }
}

/** What a truth means for somebody who asks. */
export function verdictOf(truth: Truth): Verdict {
  if (truth === 'unknown') return 'cannot-tell'
  return truth === 'met' ? 'eligible' : 'not-eligible'
}

const byUse = (one: Match, other: Match): number =>
  verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
  one.missing.length - other.missing.length ||
  Number(one.has) - Number(other.has) ||
  Number(isFull(one)) - Number(isFull(other)) ||
  ownerKinds.indexOf(one.programme.owner) - ownerKinds.indexOf(other.programme.owner) ||
  one.programme.name.localeCompare(other.programme.name, 'id')

// MATCH-7 Whoever is granted it now waits: what has room helps sooner.
const isFull = ({ room }: Match): boolean => room?.full ?? false

function hasIt(programme: ProgrammeRow, { person, family }: FactSet): boolean {
  const own = holderOf(programme) === 'family' ? family : person
  return own[takingOf(keyOf(programme))] === 'receives'
}

/** One holder with the programmes that are given to such. `member` counts the family's people from 0; null is the family. */
export interface MatchGroup {
  readonly member: number | null
  readonly matches: readonly Match[]
}

/** MATCH-2 Grouped by whom a programme is given to: the family first, then each of its people. */
export function matchFamily(
  facts: FactSet,
  programmes: readonly ProgrammeRow[],
  matching: Matching,
): readonly MatchGroup[] {
  const asked = { ...matching, exclusions: matching.exclusions ?? exclusionsAmong(programmes, matching.day) }
  const family = programmes.filter(({ unit }) => unit === 'family')
  const people = programmes.filter(({ unit }) => unit !== 'family')
  return [
    { member: null, matches: match(facts, family, asked) },
    ...facts.members.map((person, member) => ({
      member,
      matches: match({ ...facts, person, said: person }, people, asked),
    })),
  ]
}

/** A rule that is being written, as if it were in force: for trying it out. */
export const tryRule = (rule: Criterion, facts: FactSet, asked: Asked): Pick<Match, 'verdict' | 'reason'> => {
  const reason = explain(rule, facts, asked)
  return { verdict: verdictOf(reason.truth), reason }
}
