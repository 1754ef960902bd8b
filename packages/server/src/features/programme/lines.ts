import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { MatchAnswer, MatchLine, ProgrammeCard, ProgrammeLine } from '@openslrt/core/contract/programme-queries.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { OfficeKind } from '@openslrt/core/office/office.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { mayKeep } from '@openslrt/core/programme/decide.ts'
import { excludersOf, factsAsked } from '@openslrt/core/programme/exclusive.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { Match, MatchGroup } from '@openslrt/core/programme/match.ts'
import { placeFactsIn } from '@openslrt/core/programme/place-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { versionOn } from '@openslrt/core/programme/programme.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'

/** What a screen is told beside the row. */
export interface Told {
  readonly today: Day
  readonly placeName: string
}

export function lineOf(row: ProgrammeRow, { today, placeName }: Told): ProgrammeLine {
  const { id, district, version, name, gives, sector, unit, owner, ownerName, place, certainty, endsOn } = row
  const disputed = (versionOn(row, today)?.conflicts.length ?? 0) > 0
  const words = { id, district, version, name, gives, sector, unit, owner, ownerName, place, certainty, endsOn }
  return { ...words, placeName, disputed }
}

export function cardOf(
  row: ProgrammeRow,
  told: Told & {
    readonly officeName: string
    readonly vocabulary: Vocabulary
    readonly catalogue: readonly ProgrammeRow[]
  },
  reader: StaffActor,
  kind: OfficeKind | null,
): ProgrammeCard {
  const manages = reader.permissions.has('programme.manage')
  const { code, office, decides, papers, contact, schedule, startsOn, replaces, versions } = row
  const over = row.endsOn !== null && row.endsOn <= told.today
  return {
    ...lineOf(row, told),
    today: told.today,
    code,
    office,
    officeName: told.officeName,
    decides,
    papers: [...papers],
    contact,
    schedule,
    startsOn,
    replaces,
    versions: versions.toReversed().map(({ excludes = [], ...version }) => ({
      ...version,
      conflicts: [...version.conflicts],
      excludes: [...excludes],
    })),
    excludedBy: excludersOf(row, told.catalogue, told.today).map(({ district, id, name }) => ({ district, id, name })),
    facts: [...placeFactsIn(factsAsked(versions, row.unit, told.vocabulary))],
    mayChange: manages && !over && mayKeep(row, reader, kind),
    mayReplace:
      manages &&
      !over &&
      replaces === null &&
      row.place !== reader.place &&
      covers(row.place, reader.place) &&
      ledgerOf(reader.place) !== row.district,
  }
}

const matchLineOf = ({ programme, version, verdict, reason, room, has }: Match): MatchLine => {
  const { id, district, name, gives, owner, ownerName, unit, certainty, papers } = programme
  const words = { id, district, name, gives, owner, ownerName, unit, certainty, papers: [...papers] }
  return { ...words, legal: version.legal, verdict, reason, room, has }
}

interface Answering {
  readonly today: Day
  readonly vocabulary: Vocabulary
  readonly mayAnswer: boolean
}

/** MATCH-4 The answer for a family: whoever of it is asked about stands by name. */
export const answerOf = (
  { today, vocabulary, mayAnswer }: Answering,
  { family, members }: { readonly family: FamilyRow | null; readonly members: readonly PersonRow[] },
  groups: readonly MatchGroup[],
): MatchAnswer => ({
  today,
  known: true,
  family: family && { id: family.id, version: family.version },
  members: members.map(({ id, version, name }) => ({ id, version, name })),
  facts: [...askedIn(groups, vocabulary)],
  mayAnswer,
  groups: groups.map(({ member, matches }) => ({ member, items: matches.map(matchLineOf) })),
})

/** PROG-17 The facts of the place that the rules ask about, once each: a screen has to name them. */
function askedIn(groups: readonly MatchGroup[], vocabulary: Vocabulary) {
  const facts = groups
    .flatMap(({ matches }) => matches)
    .flatMap(({ programme, version }) => factsAsked([version], programme.unit, vocabulary))
  return placeFactsIn(new Map(facts.map((fact) => [fact.name, fact])).values())
}
