import { caseKinds } from '../case/case.ts'
import { sectors } from '../lists/sectors.ts'
import { ppksTypeList } from '../ppks/types.ts'
import type { Kind } from '../registry/variables.ts'
import { variables } from '../registry/variables.ts'
import { derivedFacts } from './derived-facts.ts'
import type { Fact, FactKind, Vocabulary } from './fact.ts'

const isFactKind = (kind: Kind): kind is FactKind => kind !== 'text' && kind !== 'point'

const bounds = (kind: FactKind) => (kind === 'count' || kind === 'quantity' ? { least: 0 } : {})

/** Names, addresses and numbers decide about no programme; neither does where somebody lives, which its place says. */
const recorded: readonly Fact[] = variables.flatMap(({ name, of, kind, list }) =>
  isFactKind(kind) && name !== 'jenis_kelamin'
    ? [{ name, of, kind, ...(list ? { list } : {}), ...bounds(kind), ...(name === 'hamil' ? { onlyOf: 'P' } : {}) }]
    : [],
)

/** What is known beside the variables: of the person's row, of the desil that was given, and of the case. */
const beside: readonly Fact[] = [
  { name: 'jenis_kelamin', of: 'person', kind: 'code', codes: ['L', 'P'], fixed: true },
  { name: 'jenis_ppks', of: 'person', kind: 'codes', list: ppksTypeList },
  { name: 'desil', of: 'family', kind: 'count', least: 1, most: 10 },
  { name: 'jenis_kasus', of: 'case', kind: 'code', codes: caseKinds },
  { name: 'bidang_kasus', of: 'case', kind: 'code', codes: sectors },
  { name: 'kategori_kasus', of: 'case', kind: 'code', list: 'category' },
  { name: 'kartu_merah', of: 'case', kind: 'yes-no' },
]

/** PROG-3 Every fact that rules of all places may ask about: documented, one name for each, the same on every device. */
export const vocabulary: Vocabulary = new Map(
  [...recorded, ...beside, ...derivedFacts].map((fact) => [fact.name, fact] as const),
)

/** PROG-17 The same with the facts of one place. None of them takes the name of a documented one. */
export const vocabularyWith = (ofPlace: readonly Fact[]): Vocabulary =>
  new Map([...ofPlace.map((fact) => [fact.name, fact] as const), ...vocabulary])
