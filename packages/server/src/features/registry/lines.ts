import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type {
  CaseOfFamily,
  FamilyCard,
  FamilyLine,
  PersonCard,
  RecordLine,
} from '@openslrt/core/contract/registry-queries.ts'
import { caseOfFamily, familyLine, recordLine, shown } from '@openslrt/core/contract/registry-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { completenessOf } from '@openslrt/core/registry/complete.ts'
import type { Doubt } from '@openslrt/core/registry/doubts.ts'
import { familyDoubts, personDoubts } from '@openslrt/core/registry/doubts.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import { standing, standsAlone } from '@openslrt/core/registry/registry.ts'
import { ageOn, masked, saidOfFamily, saidOfPerson } from '@openslrt/core/registry/said.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import type { CaseRowOfFamily, FamilyListRow, RecordListRow } from './queries.ts'

/** A family as lists show it: named to those who may read the registry of its place, its number masked. */
export function lineOf(row: FamilyListRow, keys: DistrictKeys): FamilyLine {
  const family = rowOf('family', row, keys)
  return familyLine.parse({
    ...family,
    kk: maskNumber(family.kk),
    placeName: row.place_name ?? '',
    head: row.head ?? '',
    members: row.members,
  })
}

/** What cards are drawn with. */
export interface Drawing {
  readonly day: Day
  readonly regions: ReadonlySet<string>
  readonly twice: { readonly kk: boolean; readonly people: readonly string[] }
  readonly placeName: string
}

/** REGISTRY-18 A person with all that is said of them, numbers masked, and what is odd about it. */
export function personCardOf(person: PersonRow, { day, regions, twice, placeName }: Drawing): PersonCard {
  const { id, district, version, family, place, name, status, mergedInto, changedAt } = person
  const said = saidOfPerson(person)
  const doubts: readonly Doubt[] = [
    ...personDoubts(said, day, (code) => regions.has(code)),
    ...(twice.people.includes(id) ? [{ variable: 'nomor_induk_kependudukan', code: 'nik-twice' as const }] : []),
  ]
  return {
    id,
    district,
    version,
    family,
    place,
    placeName,
    name,
    status,
    mergedInto,
    changedAt,
    today: day,
    age: ageOn(person.birthDate, day),
    said: shown.parse(masked(said)),
    completeness: completenessOf('person', said, day),
    doubts: [...doubts],
  }
}

interface Whole {
  readonly family: FamilyRow
  readonly line: FamilyLine
  readonly members: readonly PersonRow[]
  readonly cases: readonly CaseRowOfFamily[]
}

/** A family as one page. */
export function familyCardOf(
  { family, line, members, cases }: Whole,
  drawing: Drawing,
  reader: StaffActor,
): FamilyCard {
  const { day, regions, twice } = drawing
  const said = saidOfFamily(family)
  const here = members.filter(({ status }) => status === standing.known).map(saidOfPerson)
  const isOpen = standsAlone(family)
  return {
    line,
    said: shown.parse(masked(said)),
    completeness: completenessOf('family', said, day),
    doubts: [
      ...familyDoubts(said, here, (code) => regions.has(code)),
      ...(twice.kk ? [{ variable: 'nomor_kartu_keluarga', code: 'kk-twice' as const }] : []),
    ],
    mergedInto: family.mergedInto,
    today: day,
    members: members.map((member) => personCardOf(member, drawing)),
    cases: cases.map(caseLineOf),
    mayEdit: isOpen && reader.permissions.has('registry.edit'),
    mayReveal: reader.permissions.has('person.reveal'),
  }
}

const caseLineOf = ({ registered_at, ...row }: CaseRowOfFamily): CaseOfFamily =>
  caseOfFamily.parse({ ...row, registeredAt: registered_at.getTime() })

/** One giving of values, as the history tells it. */
export const recordLineOf = (row: RecordListRow, { offices }: Reference): RecordLine =>
  recordLine.parse({
    id: row.id,
    at: row.at.getTime(),
    byName: row.by_name ?? '',
    officeName: row.office === null ? '' : (offices().get(officeId.parse(row.office))?.name ?? ''),
    way: row.way,
    source: row.source,
    on: row.snapshot,
    values: row.said,
    was: row.was,
  })
