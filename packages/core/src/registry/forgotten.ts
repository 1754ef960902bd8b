import { canonical } from '../kernel/json.ts'
import type { Change, Payload, Remnant, Rows, Table } from '../ledger/entry.ts'
import type { ApplicationStatus } from '../need/need.ts'
import type { PpksStatus } from '../ppks/ppks.ts'
import type { ProposalStatus } from '../proposal/proposal.ts'
import type { AffectedStatus } from '../surge/surge.ts'
import type { VisitStatus } from '../visit/visit.ts'

/** A visit that names nobody: what is read back of it has all its parts. */
const nobody = canonical({ name: '', nik: null, kk: null, phone: null, address: '' })

/**
 * PRIVACY-1 What the registry and what is done for people say of a person, table by table, and what stands there once it is
 * forgotten. What is not named here stays: where, when, what kind, which office, how it ended. Counts need it and it names
 * nobody.
 */
export const forgottenOfPeople = {
  person: { name: '', nik: null, birthDate: null, sex: null, phone: null, values: {}, family: null },
  family: { kk: null, address: '', values: {}, desil: null, desilOn: null, desilSource: '' },
  registryRecord: { source: '', values: {}, was: {} },
  registryPair: { was: null },
  registryErasure: { words: '' },
  registryLink: { nik: '', note: '' },
  need: { text: '', note: null },
  application: { name: '', note: null },
  visit: { whom: nobody, ask: '', proposal: '', report: null, spot: null, note: null },
  // The digest of a picture tells whether somebody holds the same one.
  visitPhoto: { sha256: '' },
  proposal: { name: '', nik: null, kk: null, asked: '[]', note: '', words: null, file: null, fileName: null },
  ppks: { name: '', nik: null, findings: null, risks: [], course: '' },
  ppksService: { what: '', note: null },
  psks: { name: '', nik: null, phone: null, email: null, address: null, fields: '', note: null, staff: null },
  psksReport: { activities: '', note: null },
  psksEvent: { title: '', result: '' },
  psksPosting: { task: '', result: null },
  affected: { name: '', nik: null, phone: null, address: '', birthDate: null, note: null },
} as const satisfies { readonly [T in Table]?: Partial<Rows[T]> }

type Forgets = keyof typeof forgottenOfPeople
const forgets = (table: Table): table is Forgets => Object.hasOwn(forgottenOfPeople, table)

/** The ids of all rows that speak of those who are to be forgotten. */
export type About = ReadonlySet<string>

/** An entry that can still be read, whatever it is about. */
export interface Readable {
  readonly seq: number
  readonly subject: string
  readonly payload: Payload
}

/**
 * PRIVACY-2 What is left of the entries that speak of somebody, and of nothing else of them: an entry that is shared with
 * others (a thousand rows of an extract) keeps what it says of the others. An entry that erased one of these before carries
 * what was left of it: it is erased as well, and all that it carried is carried on.
 */
export function remnantsAbout(entries: readonly Readable[], about: About): readonly Remnant[] {
  const left = new Map<number, Remnant>()
  for (const entry of entries.toSorted((one, other) => one.seq - other.seq)) {
    const carried = (entry.payload.erases ?? []).map((one) => remnantAbout({ ...one, subject: '' }, about) ?? one)
    const own = remnantAbout(entry, about)
    if (!own && carried.every((one, at) => one === entry.payload.erases?.[at])) continue
    const { erases: _carried, ...bare } = entry.payload
    left.set(entry.seq, own ?? { seq: entry.seq, payload: bare })
    for (const one of carried) left.set(one.seq, one)
  }
  return [...left.values()].toSorted((one, other) => one.seq - other.seq)
}

/** What is left of one entry; null where it says nothing of them. */
function remnantAbout({ seq, subject, payload }: Readable, about: About): Remnant | null {
  const { v, action, day } = payload
  const changes = payload.changes.map((change) => blanked(change, about))
  const isOwn = about.has(subject) || payload.changes.every(({ id }) => about.has(id))
  const isTouched = changes.some((change, at) => change !== payload.changes[at])
  if (!isOwn && !isTouched) return null
  const words = isOwn ? { note: '', say: {} } : { note: payload.note, say: payload.say }
  return { seq, payload: { v, action, ...words, day, changes } }
}

function blanked(change: Change, about: About): Change {
  if (change.table === 'minutes') return minutesWithout(change, about)
  if (!about.has(change.id) || !forgets(change.table)) return change
  const blank: Readonly<Record<string, unknown>> = forgottenOfPeople[change.table]
  const said: readonly (readonly [string, unknown])[] = Object.entries(change.set)
  if (said.every(([field, value]) => !Object.hasOwn(blank, field) || isBlank(value, blank[field]))) return change
  const set = Object.fromEntries(said.map(([field, value]) => [field, field in blank ? blank[field] : value]))
  return { ...change, set } as Change
}

const isBlank = (value: unknown, blank: unknown): boolean => JSON.stringify(value) === JSON.stringify(blank)

interface Verdict {
  readonly proposal: string
  readonly note: string
}

/** What a village meeting said of the proposals for somebody: that it agreed stays, its words go. */
export function verdictsWithout(verdicts: string, about: About): string {
  const read = JSON.parse(verdicts) as readonly Verdict[]
  const isSaid = read.some(({ proposal, note }) => about.has(proposal) && note !== '')
  return isSaid ? canonical(read.map((one) => (about.has(one.proposal) ? { ...one, note: '' } : one))) : verdicts
}

function minutesWithout(change: Extract<Change, { table: 'minutes' }>, about: About): Change {
  const { verdicts } = change.set
  if (verdicts === undefined || verdicts === '') return change
  const without = verdictsWithout(verdicts, about)
  return without === verdicts ? change : { ...change, set: { ...change.set, verdicts: without } }
}

/** A row that speaks of somebody: which, at what version, and how it stands. */
export interface RowAbout {
  readonly table: Table
  readonly id: string
  readonly version: number
  readonly status: string | null
}

const going: { readonly [T in Table]?: readonly string[] } = {
  application: ['drafted', 'sent', 'waiting'] satisfies readonly ApplicationStatus[],
  visit: ['planned'] satisfies readonly VisitStatus[],
  ppks: ['received', 'assessed', 'planned', 'in-service', 'monitored'] satisfies readonly PpksStatus[],
  proposal: ['drafted', 'backed', 'verified', 'approved', 'exported', 'returned'] satisfies readonly ProposalStatus[],
  affected: ['listed', 'queued'] satisfies readonly AffectedStatus[],
}

/** PRIVACY-4 Whether something still goes on for somebody: it is brought to its end first, or taken back. */
export const isGoing = ({ table, status }: RowAbout): boolean => status !== null && !!going[table]?.includes(status)

/** The rows of somebody, blanked: a change for each that can say anything. */
export function forgetRows(rows: readonly RowAbout[]): readonly Change[] {
  return rows.flatMap(({ table, id, version }) =>
    forgets(table) ? [{ table, id, base: version, set: { ...forgottenOfPeople[table] } } as Change] : [],
  )
}
