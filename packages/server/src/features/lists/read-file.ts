import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { FileKind, FileLine } from '@openslrt/core/contract/list-queries.ts'
import type { ListCommand } from '@openslrt/core/contract/lists.ts'
import { listCommandData } from '@openslrt/core/contract/lists.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { commandId } from '@openslrt/core/kernel/id.ts'
import { calendarHeads, fileDayOf } from '@openslrt/core/lists/calendar-file.ts'
import type { ListLook, ListMove } from '@openslrt/core/lists/decide.ts'
import { decideList } from '@openslrt/core/lists/decide.ts'
import { headOf, headsOf, itemOf } from '@openslrt/core/lists/list-file.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import type { Asked } from '@openslrt/core/lists/plan-import.ts'
import { askedBy, askedByDay } from '@openslrt/core/lists/plan-import.ts'
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
  const said = new Map(at.said)
  return { head, missing, lines: rows.map(({ line, cells }) => readLine(line, cells, head, { ...at, said })) }
}

type Reading = FileAt & { readonly said: Map<string, readonly Said[]> }

function readLine(line: number, cells: readonly string[], head: readonly string[], at: Reading): FileLine {
  const cell = (name: string): string => cells[head.indexOf(name)] ?? ''
  const asks = asksOf(cell, at)
  const refusal = asks.map((asked) => refusalOf(asked, at)).find((no) => no !== null) ?? null
  return {
    line,
    cells: [...cells],
    asks: refusal ? [] : asks.map((one) => ({ ...one })),
    refusal: refusal && at.say(refusal),
  }
}

function asksOf(cell: (name: string) => string, { list, look, said, day, closedAs }: Reading): readonly Asked[] {
  if (list === 'calendar') {
    const item = fileDayOf(cell)
    return askedByDay(item, closedAs(item.day))
  }
  const item = itemOf(list, cell)
  return askedBy(item, said.get(item.code) ?? [], { list, place: look.place, today: look.today, day })
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
