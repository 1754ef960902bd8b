import type { Carried } from '../contract/carried.ts'
import type { Day } from '../kernel/instant.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import type { Values } from '../registry/registry.ts'
import { sexOfCode, valuesIn } from '../registry/said.ts'
import type { TakenRow, WelfareRow } from './beside-facts.ts'
import type { Vocabulary } from './fact.ts'
import type { FactSet } from './fact-set.ts'
import { factsFrom } from './facts-of.ts'
import type { MatchGroup } from './match.ts'
import { matchFamily } from './match.ts'
import { factFrom, factsOfProgrammes } from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import { offeredAt } from './programme.ts'
import { roomsAt } from './room.ts'
import { vocabulary, vocabularyWith } from './vocabulary.ts'

interface SaidHolder {
  readonly id: string
  readonly said: Values
}

/** A household as a phone holds it: everything under official names, numbers masked. */
export interface SaidHousehold {
  readonly place: PlaceCode
  readonly family: SaidHolder | null
  readonly members: readonly SaidHolder[]
  readonly taken: readonly TakenRow[]
  readonly welfare: readonly WelfareRow[]
}

/** FIELD-21 The facts of a household from what is said of it: the same that its rows give. */
export const factsFromSaid = (
  { family, members, taken, welfare }: Omit<SaidHousehold, 'place'>,
  programmes: readonly ProgrammeRow[],
): FactSet =>
  factsFrom({
    family: family && { id: family.id, values: valuesIn('family', family.said), desil: numberIn(family.said['desil']) },
    members: members.map(({ id, said }) => ({
      id,
      values: valuesIn('person', said),
      birthDate: textIn(said['tanggal_lahir']),
      sex: sexOfCode(said['jenis_kelamin']),
    })),
    beside: { taken, welfare, programmes },
  })

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What fits a household, and the facts that its rules speak of. */
export interface SaidMatches {
  readonly groups: readonly MatchGroup[]
  readonly vocabulary: Vocabulary
}

/** FIELD-21 Programmes for a household of a phone: the same answers, by the same law, as the server gives. */
export function matchSaid(household: SaidHousehold, carried: Carried, day: Day): SaidMatches {
  const { place } = household
  const catalogue = carried.programmes.filter((programme) => covers(programme.place, place))
  const known = vocabularyOf(catalogue, carried)
  const rooms = roomsAt(carried.quotas, place, day)
  const facts = factsFromSaid(household, catalogue)
  return {
    vocabulary: known,
    groups: matchFamily(facts, offeredAt(place, catalogue, day), { vocabulary: known, day, rooms }),
  }
}

function vocabularyOf(catalogue: readonly ProgrammeRow[], { facts, unseen }: Carried): Vocabulary {
  const known = vocabularyWith([...facts.map(factFrom), ...factsOfProgrammes(catalogue)])
  const welfare = vocabulary.get('jenis_ppks')
  return welfare && unseen.length > 0 ? new Map(known).set(welfare.name, { ...welfare, unseen }) : known
}
