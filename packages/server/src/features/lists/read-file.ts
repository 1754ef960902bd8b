import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { FileKind, FileLine } from '@openslrt/core/contract/list-queries.ts'
import type { ListCommand } from '@openslrt/core/contract/lists.ts'
import { listCommandData } from '@openslrt/core/contract/lists.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { commandId } from '@openslrt/core/kernel/id.ts'
import { noLetters } from '@openslrt/core/letter/unfit.ts'
import { calendarHeads, fileDayOf } from '@openslrt/core/lists/calendar-file.ts'
import type { ListLook, ListMove } from '@openslrt/core/lists/decide.ts'
import { decideList } from '@openslrt/core/lists/decide.ts'
import { headOf, headsOf, itemOf } from '@openslrt/core/lists/list-file.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import type { Asked, Spoken } from '@openslrt/core/lists/plan-import.ts'
import { askedBy, askedByDay, spokenOf, spokenOfDay } from '@openslrt/core/lists/plan-import.ts'
import type { ListItemRow } from '@openslrt/core/lists/rows.ts'
import type { CsvRow } from '../../platform/files/csv-rows.ts'
import { parse } from '../../platform/http/parse.ts'

/** Where and from when a file is read, and what stands there now. */
export interface FileAt {
  readonly list: FileKind
  readonly day: string
  readonly actor: StaffActor
  readonly look: Pick<ListLook, 'place' | 'today' | 'day' | 'knowsSector'>
  readonly said: ReadonlyMap<string, readonly Said[]>
  /** The roles that people of the place hold. */
  readonly heldHere: readonly string[]
  readonly closedAs: (day: string) => string | null
  readonly say: (refusal: Refusal) => string
}

export interface ReadFile {
  readonly head: readonly string[]
  readonly missing: readonly string[]
  readonly lines: readonly FileLine[]
}

/** LISTS-16 Reads a file as far as it can be read: each line with what it asks for, or the reason why it can't be taken. */
export function readFile([first, ...rows]: readonly CsvRow[], at: FileAt): ReadFile {
  const head = (first?.cells ?? []).map((name) => name.toLowerCase())
  const heads: readonly string[] = at.list === 'calendar' ? calendarHeads : headsOf(at.list)
  const missing = heads.filter((name) => !head.includes(name))
  if (missing.length > 0) return { head, missing, lines: [] }
  // Later lines of a file speak of what earlier ones say.
  const reading = { ...at, said: new Map(at.said), spoken: new Map() }
  return { head, missing, lines: rows.map(({ line, cells }) => readLine(line, cells, head, reading)) }
}

interface Reading extends FileAt {
  readonly said: Map<string, readonly Said[]>
  /** What lines that can be taken have said, and which line it was. */
  readonly spoken: Map<string, { readonly says: string; readonly line: number }>
}

function readLine(line: number, cells: readonly string[], head: readonly string[], at: Reading): FileLine {
  const cell = (name: string): string => cells[head.indexOf(name)] ?? ''
  const { spoken, asks } = askedIn(cell, at)
  const before = at.spoken.get(spoken.of)
  if (before) return answer(line, cells, [], before.says === spoken.says ? null : at.say(differs(before)))
  const refusal = asks.map((asked) => refusalOf(asked, at)).find((no) => no !== null) ?? null
  if (refusal) return answer(line, cells, [], at.say(refusal))
  at.spoken.set(spoken.of, { says: spoken.says, line })
  return answer(line, cells, asks, null)
}

const answer = (line: number, cells: readonly string[], asks: readonly Asked[], refusal: string | null): FileLine => ({
  line,
  cells: [...cells],
  asks: asks.map((one) => ({ ...one })),
  refusal,
})

const differs = ({ line }: { readonly line: number }): Refusal => ({ code: 'line-differs', line })

interface AskedIn {
  readonly spoken: Spoken
  readonly asks: readonly Asked[]
}

function askedIn(cell: (name: string) => string, { list, look, said, day, closedAs }: Reading): AskedIn {
  if (list === 'calendar') {
    const item = fileDayOf(cell)
    return { spoken: spokenOfDay(item), asks: askedByDay(item, closedAs(item.day)) }
  }
  const item = itemOf(list, cell)
  const at = { list, place: look.place, today: look.today, day }
  return { spoken: spokenOf(item, at), asks: askedBy(item, said.get(item.code) ?? [], at) }
}

function refusalOf({ kind, data }: Asked, at: Reading): Refusal | null {
  const read = parse(listCommandData[kind].data, data)
  if (!read.ok) return inColumns(read.error, at.list, kind)
  const move = { kind, subject: nobody, data: read.value } as ListMove
  const code = 'code' in move.data ? move.data.code : ''
  const said = at.said.get(code) ?? []
  const closedAs = 'day' in move.data ? at.closedAs(move.data.day) : null
  const decided = decideList(move, at.actor, {
    ...at.look,
    said,
    own: ownOf(said, at),
    ownDay: null,
    closedAs,
    ownHours: null,
    roles: { said: at.said, heldHere: at.heldHere },
    letters: noLetters,
  })
  if (!decided.ok) return decided.error
  if ('code' in move.data) at.said.set(code, [...said, saidBy(kind, { ...said.at(-1), ...move.data }, at.look.place)])
  return null
}

// Nothing is written: rows that are only looked at need no ids of their own.
const nobody = commandId.parse('00000000-0000-4000-8000-000000000000')
const ownOf = (said: readonly Said[], { look }: Reading): readonly ListItemRow[] =>
  said
    .filter(({ place }) => place === look.place)
    .map((one) => ({ ...one, id: nobody, district: look.place, version: 1 }))

const saidBy = (kind: ListCommand, words: Partial<Said>, place: string): Said => ({
  list: words.list ?? '',
  code: words.code ?? '',
  names: words.names ?? { id: '', en: '' },
  data: words.data ?? {},
  from: words.from ?? '',
  place,
  says: kind === 'list.end' ? 'ended' : 'holds',
})

/** Wrong fields by the heads of their columns: nobody who fills in a table knows what the wire calls them. */
function inColumns(refusal: Refusal, list: FileKind, kind: ListCommand): Refusal {
  if (refusal.code !== 'invalid') return refusal
  const head = (field: string): string => {
    if (list === 'calendar') return calendarFields[field] ?? field
    // From which day something ends stands in a column of its own.
    return headOf(list, kind === 'list.end' && field === 'from' ? 'ends' : field)
  }
  return { ...refusal, fields: [...new Set(refusal.fields.map(head))] }
}
const calendarFields: Readonly<Record<string, string>> = { day: 'tanggal', name: 'nama', basis: 'dasar' }
