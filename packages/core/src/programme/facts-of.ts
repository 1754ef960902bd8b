import type { CaseRow } from '../case/case.ts'
import type { FamilyRow, PersonRow, Values } from '../registry/registry.ts'
import type { Beside } from './beside-facts.ts'
import { besideFacts } from './beside-facts.ts'
import type { FactSet } from './fact-set.ts'

type Family = Pick<FamilyRow, 'values' | 'desil'> & { readonly id?: string }
type Person = Pick<PersonRow, 'values' | 'birthDate' | 'sex'> & { readonly id?: string }

/** What the registry says of a person, under the names that rules use. */
export const factsOfPerson = ({ values, birthDate, sex }: Person): Values => ({
  ...values,
  tanggal_lahir: birthDate,
  jenis_kelamin: sex,
})

/** What it says of a family; its desil is evidence from outside. */
const factsOfFamily = ({ values, desil }: Family): Values => ({ ...values, desil })

/** What a case says that may decide about a programme. */
const factsOfCase = (kase: Pick<CaseRow, 'kind' | 'category' | 'priority'>, sector: string | null): Values => ({
  jenis_kasus: kase.kind,
  kategori_kasus: kase.category,
  bidang_kasus: sector,
  kartu_merah: kase.priority === 'red',
})

/** Rows of the registry, and perhaps of a case, as far as they are there. */
export interface Rows {
  readonly family: Family | null
  readonly members: readonly Person[]
  readonly case?: Pick<CaseRow, 'kind' | 'category' | 'priority'> & { readonly sector: string | null }
  /** What other registers know of them; it is theirs by their ids. */
  readonly beside?: Beside
}

/** MATCH-3 The facts that rules are held against, from what is recorded. */
export function factsFrom({ family, members, case: kase, beside = nothingBeside }: Rows): FactSet {
  const ids = members.map(({ id }) => id ?? '')
  const more = besideFacts(beside, { family: family?.id ?? null, members: ids })
  return {
    person: {},
    family: { ...(family ? factsOfFamily(family) : {}), ...more.family },
    case: kase ? factsOfCase(kase, kase.sector) : {},
    members: members.map((member, nth) => ({ ...factsOfPerson(member), ...more.members[nth] })),
    said: family?.values ?? {},
  }
}

const nothingBeside: Beside = { taken: [], welfare: [], programmes: [] }
