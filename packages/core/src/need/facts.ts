import type { OfficeId, ProgrammeId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import type { ProgrammeRow } from '../programme/programme.ts'
import { isGivenOn } from '../programme/programme.ts'

/** What the law of applications looks up of a programme: the catalogue may lie in the ledger of the nation. */
export interface ProgrammeFacts {
  readonly id: ProgrammeId
  readonly home: LedgerCode
  readonly name: string
  /** Whether it takes applications on the day of the decision. */
  readonly open: boolean
  /** The office that decides on applications; null where it is decided outside. */
  readonly office: OfficeId | null
  /** What is to be brought, as the programme calls it. */
  readonly papers: readonly string[]
}

/** A programme of the catalogue as it stands on a day. */
export const factsOf = (programme: ProgrammeRow, day: Day): ProgrammeFacts => {
  const { id, district, name, office, papers } = programme
  return { id, home: district, name, office, papers, open: isGivenOn(programme, day) }
}
