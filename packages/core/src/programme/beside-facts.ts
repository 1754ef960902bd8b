import type { Values } from '../registry/registry.ts'
import type { Taking } from './place-facts.ts'
import { holderOf, takingOf, takings } from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import { keyOf } from './programme.ts'

/** What somebody was said to have of a programme, and as which kind of PPKS somebody is known. */
export interface Beside {
  readonly taken: readonly TakenRow[]
  readonly welfare: readonly WelfareRow[]
  /** The programmes that may be among them. */
  readonly programmes: readonly Pick<ProgrammeRow, 'id' | 'code' | 'unit'>[]
}
interface Whose {
  readonly person: string | null
  readonly family: string | null
}
export type TakenRow = Whose & { readonly programme: string; readonly status: Taking }
/** `type` is null where an assessment found that they are none. */
export type WelfareRow = Whose & { readonly type: string | null }

/** A household by its ids. */
export interface Whom {
  readonly family: string | null
  readonly members: readonly string[]
}

interface BesideFacts {
  readonly family: Values
  readonly members: readonly Values[]
}

/** PROG-17 What is known of a household beside the values of its rows. What nobody ever said is not known. */
export const besideFacts = (beside: Beside, whom: Whom): BesideFacts => ({
  family: takenFrom(
    beside,
    'family',
    ({ person, family }) =>
      (family !== null && family === whom.family) || (person !== null && whom.members.includes(person)),
  ),
  members: whom.members.map((member) => ({
    ...takenFrom(beside, 'person', ({ person }) => person === member),
    ...welfareOf(beside.welfare, whom, member),
  })),
})

function takenFrom(
  { taken, programmes }: Beside,
  holder: 'person' | 'family',
  isTheirs: (row: TakenRow) => boolean,
): Values {
  const facts = new Map<string, Taking>()
  for (const row of taken) {
    const programme = programmes.find(({ id }) => id === row.programme)
    if (!programme || holderOf(programme) !== holder || !isTheirs(row)) continue
    const name = takingOf(keyOf(programme))
    facts.set(name, stronger(facts.get(name), row.status))
  }
  return Object.fromEntries(facts)
}

// Said twice, of two members or of a rule and the local one in its stead: whoever has it now has it.
const stronger = (one: Taking | undefined, other: Taking): Taking =>
  takings.find((taking) => taking === one || taking === other) ?? other

/** Who is recorded with no kind may still be one: the register does not know everybody. */
function welfareOf(welfare: readonly WelfareRow[], { family }: Whom, member: string): Values {
  const theirs = welfare.filter(
    (row) => row.person === member || (row.person === null && row.family !== null && row.family === family),
  )
  const types = new Set(theirs.flatMap(({ type }) => type ?? []))
  return theirs.length === 0 ? {} : { jenis_ppks: [...types].toSorted() }
}
