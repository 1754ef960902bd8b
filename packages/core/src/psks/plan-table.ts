import type { StaffActor } from '../access/actor.ts'
import type { PsksCommandData } from '../contract/psks.ts'
import { psksWords } from '../contract/psks.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import { plain } from '../office/import/columns.ts'
import type { PlaceBook, PlaceProblem } from '../office/import/find-place.ts'
import { findPlace } from '../office/import/find-place.ts'
import type { PlaceCode } from '../place/code.ts'
import { ledgerOf } from '../place/code.ts'
import type { PsksLook } from './decide.ts'
import { decidePsks } from './decide.ts'
import type { PsksRow } from './psks.ts'
import { fieldsOf } from './psks.ts'
import type { PsksRefusal } from './refusal.ts'
import type { NamedKind, PsksColumn } from './table.ts'

type Words = PsksCommandData['psks.register']

/** A line of a file, its cells by their columns. */
export interface PsksFileRow {
  readonly line: number
  readonly cell: (column: PsksColumn) => string
}

/** Why a line can't be taken: what it lacks, or what the law itself says. */
export type PsksReason =
  | PlaceProblem
  | { readonly code: 'cell-missing' }
  | { readonly code: 'cell-unreadable'; readonly said: string }
  | { readonly code: 'twice'; readonly line: number }
  | PsksRefusal
export interface PsksProblem {
  readonly column: PsksColumn | null
  readonly reason: PsksReason
}

export interface PsksAsks {
  readonly kind: 'psks.register' | 'psks.change'
  readonly subject: string
  readonly district: string
  readonly base: number | null
  readonly data: Words
}

export interface PsksPlan {
  readonly line: number
  readonly what: 'new' | 'change' | 'same' | 'wrong'
  readonly name: string
  readonly changes: readonly { readonly column: PsksColumn; readonly from: string; readonly to: string }[]
  readonly problem: PsksProblem | null
  readonly asks: PsksAsks | null
}

/** What lines are read with. */
export interface PsksReading {
  readonly actor: StaffActor
  readonly home: PlaceCode
  readonly book: PlaceBook
  readonly kinds: readonly NamedKind[]
  readonly known: readonly PsksRow[]
  readonly look: Pick<PsksLook, 'now' | 'day' | 'kind' | 'knowsPlace'>
  readonly idOf: (seed: string) => string
}

type Read<Value> = Result<Value, PsksProblem>
const wrong = (column: PsksColumn | null, reason: PsksReason): { ok: false; error: PsksProblem } =>
  no({ column, reason })

/** PSKS-9 What each line of a file asks for: a PSKS that is new, or what changes of one that stands there. */
export function planPsks(rows: readonly PsksFileRow[], reading: PsksReading): readonly PsksPlan[] {
  const lines = new Map<string, number>()
  return rows.map((row) => {
    const plan = planRow(row, reading, lines)
    const blank = { line: row.line, name: row.cell('name').trim(), changes: [], asks: null }
    return plan.ok ? plan.value : { ...blank, what: 'wrong', problem: plan.error }
  })
}

function planRow(row: PsksFileRow, reading: PsksReading, lines: Map<string, number>): Read<PsksPlan> {
  const words = wordsIn(row, reading)
  if (!words.ok) return words
  const former = formerOf(words.value, reading.known)
  const saysWhom = row.cell('serves').trim() !== ''
  const asks = asksFor(saysWhom || !former ? words.value : served(words.value, former), former, reading)
  const twice = lines.get(asks.subject)
  if (twice !== undefined) return wrong('name', { code: 'twice', line: twice })
  lines.set(asks.subject, row.line)
  const nothing = { reports: [], postings: [], caseNumber: null, knowsVisit: false, knowsStaff: false }
  const look = { ...reading.look, ...nothing, psks: former }
  const decided = decidePsks(asks, reading.actor, look)
  if (!decided.ok) return wrong(columnOf(decided.error), decided.error)
  const plan = { line: row.line, name: asks.data.name, changes: [], problem: null }
  if (!former) return ok({ ...plan, what: 'new', asks })
  const changes = changesIn(asks.data, former)
  return ok(changes.length > 0 ? { ...plan, what: 'change', changes, asks } : { ...plan, what: 'same', asks: null })
}

function asksFor(words: Words, former: PsksRow | null, { idOf }: PsksReading): PsksAsks {
  const { place, kind, nik, name } = words
  const seed = `psks ${place} ${kind} ${nik ?? plain(name)}`
  const of = { district: ledgerOf(place), base: former?.version ?? null }
  return former
    ? { ...of, kind: 'psks.change', subject: former.id, data: { ...words, ...kept(words, former) } }
    : { ...of, kind: 'psks.register', subject: idOf(seed), data: words }
}

function wordsIn(row: PsksFileRow, { kinds, book, home }: PsksReading): Read<Words> {
  const kind = kindIn(row, kinds)
  if (!kind.ok) return kind
  return wordsOfKind(row, kind.value, { book, home })
}

function kindIn(row: PsksFileRow, kinds: readonly NamedKind[]): Read<NamedKind> {
  const said = plain(row.cell('kind'))
  // A kind without a short name is not called by nothing.
  if (said === '') return wrong('kind', { code: 'cell-missing' })
  const kind = kinds.find(({ code, names }) =>
    [code, names.id, names.en].some((name) => plain(name) === said || short(name) === said),
  )
  return kind ? ok(kind) : wrong('kind', { code: 'cell-unreadable', said: row.cell('kind').trim().slice(0, 60) })
}

function wordsOfKind(
  row: PsksFileRow,
  kind: NamedKind,
  { book, home }: Pick<PsksReading, 'book' | 'home'>,
): Read<Words> {
  const place = findPlace(
    {
      code: row.cell('code'),
      province: '',
      district: '',
      subdistrict: row.cell('subdistrict'),
      village: row.cell('village'),
    },
    book,
    home,
  )
  if (!place.ok) return wrong('code', place.error)
  const serves = servedIn(row.cell('serves'), place.value, book, home)
  if (!serves.ok) return serves
  const read = psksWords.safeParse({
    kind: kind.code,
    place: place.value,
    serves: [...serves.value],
    name: row.cell('name').trim(),
    nik: row.cell('nik').replace(/[\s.'-]/g, '') || null,
    phone: row.cell('phone').trim() || null,
    email: row.cell('email').trim() || null,
    address: row.cell('address').trim(),
    fields: Object.fromEntries(kind.fields.flatMap(({ code, kind: of }) => fieldIn(row, code, of))),
  })
  if (read.success) return ok(read.data)
  const at = read.error.issues[0]?.path[0]
  const column = (['name', 'nik', 'phone', 'email', 'address'] as const).find((one) => one === at) ?? 'name'
  const text = row.cell(column).trim().slice(0, 60)
  return wrong(column, text === '' ? { code: 'cell-missing' } : { code: 'cell-unreadable', said: text })
}

/** What stands in brackets: PSM, LKS, TKSK. */
const short = (name: string): string => plain(/\(([^)]+)\)/.exec(name)?.[1] ?? '\u0000')

function fieldIn(row: PsksFileRow, code: string, kind: string): readonly (readonly [string, string])[] {
  const said = row.cell(`field:${code}`).trim()
  if (said === '') return []
  const meant = spoken[kind]?.find(([way]) => way.test(said))
  return [[code, meant?.[1] ?? said]]
}

/** How people write what a field keeps as a code. */
const spoken: Readonly<Partial<Record<string, readonly (readonly [way: RegExp, code: string])[]>>> = {
  sex: [
    [/^(l|laki.*|male|m)$/i, 'L'],
    [/^(p|perempuan|wanita|female|f)$/i, 'P'],
  ],
  'yes-no': [
    [/^(ya|y|yes)$/i, 'yes'],
    [/^(tidak|t|no|n)$/i, 'no'],
  ],
}

/** Several places in one cell, by code or by name; an empty one is where they sit. */
function servedIn(cell: string, place: PlaceCode, book: PlaceBook, home: PlaceCode): Read<readonly PlaceCode[]> {
  const served: PlaceCode[] = []
  for (const said of cell.split(/[;,\n]/).map((part) => part.trim())) {
    if (said === '') continue
    const none = { code: '', province: '', district: '', subdistrict: '', village: '' }
    const village = findPlace({ ...none, village: said }, book, home)
    const found = village.ok ? village : findPlace({ ...none, subdistrict: said }, book, home)
    const whole = found.ok ? found : findPlace({ ...none, code: said }, book, home)
    if (!whole.ok) return wrong('serves', whole.error)
    served.push(whole.value)
  }
  return ok(served.length > 0 ? served : [place])
}

/** The same PSKS: by NIK, or by kind, name and place. */
function formerOf({ kind, nik, name, place }: Words, known: readonly PsksRow[]): PsksRow | null {
  const byNik = nik === null ? undefined : known.find((row) => row.kind === kind && row.nik === nik)
  const same = (row: PsksRow): boolean =>
    row.kind === kind && row.place === place && plain(row.name) === plain(name) && (nik === null || row.nik === null)
  return byNik ?? known.find(same) ?? null
}

/** What a table leaves empty is kept: it may have been downloaded without the numbers. */
const kept = (words: Words, former: PsksRow): Partial<Words> => ({
  nik: words.nik ?? former.nik,
  phone: words.phone ?? former.phone,
  email: words.email ?? former.email,
  address: words.address || (former.address ?? ''),
  fields: { ...fieldsOf(former), ...words.fields },
})

/** Whom somebody serves stays as well, but for who only served where they sat, and sits elsewhere now. */
const served = (words: Words, { serves, place }: PsksRow): Words =>
  serves.every((one) => one === place) ? words : { ...words, serves: [...serves] }

function changesIn(data: Words, former: PsksRow): PsksPlan['changes'] {
  const before = fieldsOf(former)
  const pairs: readonly (readonly [PsksColumn, string, string])[] = [
    ['name', former.name, data.name],
    ['nik', former.nik ?? '', data.nik ?? ''],
    ['phone', former.phone ?? '', data.phone ?? ''],
    ['email', former.email ?? '', data.email ?? ''],
    ['address', former.address ?? '', data.address],
    ['code', former.place, data.place],
    ['serves', [...former.serves].toSorted().join('; '), [...data.serves].toSorted().join('; ')],
    ...Object.entries(data.fields).map(([code, said]) => [`field:${code}` as const, before[code] ?? '', said] as const),
  ]
  return pairs.filter(([, from, to]) => from !== to).map(([column, from, to]) => ({ column, from, to }))
}

const columnOf = (refusal: PsksRefusal): PsksColumn | null => {
  switch (refusal.code) {
    case 'psks-field':
      return `field:${refusal.field}`
    case 'psks-serves':
      return 'serves'
    case 'psks-name':
      return 'name'
    case 'wrong-place':
      return 'code'
    default:
      return null
  }
}
