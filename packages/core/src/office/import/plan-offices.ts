import type { OfficeCommandData } from '../../contract/office.ts'
import { translate } from '../../i18n/translate.ts'
import type { OfficeId } from '../../kernel/id.ts'
import { officeId } from '../../kernel/id.ts'
import { no, ok } from '../../kernel/result.ts'
import type { Steps } from '../../kernel/steps.ts'
import { each } from '../../kernel/steps.ts'
import type { PlaceCode } from '../../place/code.ts'
import { ledgerOf, levelOf, placeLevels } from '../../place/code.ts'
import type { OfficeKind, OfficeRow } from '../office.ts'
import { receives } from '../office.ts'
import type { OfficeColumn } from './columns.ts'
import { plain } from './columns.ts'
import { codeIn, findPlace, lettersOf, sayPlace } from './find-place.ts'
import type { OfficeIndex } from './office-index.ts'
import { placesOver } from './office-index.ts'
import type { Columns, FieldChange, ImportLook, ImportRow, Read, RowPlan } from './row-plan.ts'
import { lawSays, placeNamed, placeProblem, wrong } from './row-plan.ts'
import { kindMeant, yesOrNo } from './words.ts'

type Looking = ImportLook & { readonly index: OfficeIndex }
/** New offices are put among those that stand. */
type Changing = Looking & { readonly offices: Map<OfficeId, OfficeRow> }
type Data = OfficeCommandData['office.change']

/** IMPORT-4 What each row of a file of offices asks for. Offices above are read before those that may lie under them. */
export function* planOffices(rows: readonly ImportRow[], given: Looking): Steps<readonly RowPlan[]> {
  const offices = new Map(given.offices)
  const look = { ...given, offices }
  const lines = new Map<string, number>()
  const placed = yield* each(rows, (row) => {
    const place = placeOfRow(row, look)
    return { row, place, turn: place.ok ? placeLevels.indexOf(levelOf(place.value)) : 0 }
  })
  const inTurn = placed.toSorted((one, other) => one.turn - other.turn)
  const plans = yield* each(inTurn, ({ row, place, turn }): RowPlan => {
    const plan = planRow(row, look, lines, place)
    return plan.ok ? { ...plan.value, turn } : { ...blank(row), problem: plan.error, turn }
  })
  return plans.toSorted((one, other) => one.line - other.line)
}

const blank = ({ line, cell }: ImportRow) =>
  ({ line, what: 'wrong', name: cell('name').trim(), changes: [], problem: null, asks: [] }) as const

type Lines = Map<string, number>
type Planned = Omit<RowPlan, 'turn'>

function planRow(row: ImportRow, look: Changing, lines: Lines, at: Read<PlaceCode>): Read<Planned> {
  if (!at.ok) return at
  const found = findOffice(row, at.value, look)
  if (!found.ok) return found
  const before = found.value
  const data = dataOf(row, before, at.value, look)
  if (!data.ok) return data
  const subject = before?.id ?? openedId(at.value, data.value.name, look)
  const line = lines.get(subject)
  if (line !== undefined) return wrong('name', { code: 'twice', line })
  lines.set(subject, row.line)
  return before ? changeOf(row, before, data.value, look) : openingOf(row, subject, data.value, look)
}

function openingOf(row: ImportRow, subject: OfficeId, data: Data, look: Changing): Read<Planned> {
  const { active, ...opened } = data
  const district = ledgerOf(data.place)
  const asks = { kind: 'office.open', subject, district, base: null, data: opened } as const
  const decided = lawSays(asks, look, {}, columnOf)
  if (!decided.ok) return decided
  const office: OfficeRow = { ...opened, id: subject, district, version: 1, active: true, openedAt: look.now }
  look.offices.set(subject, office)
  look.index.add({ ...office, active })
  const parent = data.parent === null ? '' : (look.offices.get(data.parent)?.name ?? '')
  const under: readonly FieldChange[] = parent === '' ? [] : [{ column: 'parent', from: '', to: parent }]
  const fresh = { ...blank(row), what: 'new', name: data.name } as const
  if (active) return ok({ ...fresh, changes: under, asks: [asks] })
  // An office is opened at work; one that does not work yet is changed right after.
  const closed = changeOf(row, office, data, look)
  return closed.ok
    ? ok({ ...fresh, changes: [...under, ...closed.value.changes], asks: [asks, ...closed.value.asks] })
    : closed
}

function changeOf(row: ImportRow, before: OfficeRow, data: Data, look: Looking): Read<Planned> {
  const changes = fieldsOf(before, data, look)
  if (changes.length === 0) return ok({ ...blank(row), what: 'same', name: before.name })
  const { id: subject, district, version: base } = before
  const asks = { kind: 'office.change', subject, district, base, data } as const
  const decided = lawSays(asks, look, {}, columnOf)
  return decided.ok ? ok({ ...blank(row), what: 'change', name: before.name, changes, asks: [asks] }) : decided
}

const columnOf: Columns = {
  name: 'name',
  kind: 'kind',
  place: 'code',
  parent: 'parent',
  address: 'address',
  phone: 'phone',
}

function fieldsOf(before: OfficeRow, data: Data, look: Looking): readonly FieldChange[] {
  const said: readonly (readonly [OfficeColumn, (office: Data) => string])[] = [
    ['name', ({ name }) => name],
    ['kind', ({ kind }) => translate(look.lang, `office-kind.${kind}`)],
    ['code', ({ place }) => sayPlace(place, look.book)],
    ['parent', ({ parent }) => (parent === null ? '' : (look.offices.get(parent)?.name ?? parent))],
    ['address', ({ address }) => address],
    ['phone', ({ phone }) => phone],
    ['active', ({ active }) => translate(look.lang, active ? 'office.active' : 'office.inactive')],
  ]
  const isOther: Readonly<Partial<Record<OfficeColumn, boolean>>> = { parent: before.parent !== data.parent }
  return said
    .map(([column, say]) => ({ column, from: say(before), to: say(data) }))
    .filter(({ column, from, to }) => isOther[column] ?? from !== to)
}

/** IMPORT-5 The office that a row means: by its id; else by name and place. A name is changed by id only. */
function findOffice(row: ImportRow, place: PlaceCode, look: Looking): Read<OfficeRow | null> {
  if (row.cell('id').trim() !== '') {
    const office = namedById(row, look)
    return office ? ok(office) : wrong('id', { code: 'id-unknown' })
  }
  const said = row.cell('name').trim()
  if (plain(said) === '') return wrong('name', { code: 'cell-missing' })
  const kind = kindMeant(row.cell('kind'))
  if (!kind) return unknownKind(row)
  const called = look.index.called(said).filter((office) => office.place === place)
  if (called.length > 0) return theOneCalled(said, called, kind)
  // An office that a file opened and somebody renamed since is still that office. Elsewhere it is another's, who took
  // the id: with it those who work there would come to this place.
  const derived = look.offices.get(openedId(place, said, look))
  if (!derived) return newAt(kind, look.index.at(place))
  if (derived.place === place) return ok(derived)
  return wrong('name', { code: 'taken-elsewhere', said })
}

const openedId = (place: PlaceCode, name: string, { idOf }: Looking): OfficeId =>
  officeId.parse(idOf(`office ${place} ${plain(name)}`))

function theOneCalled(said: string, called: readonly OfficeRow[], kind: OfficeKind): Read<OfficeRow> {
  const [first, ...others] = called.length > 1 ? called.filter((office) => office.kind === kind) : called
  if (first && others.length === 0) return ok(first)
  const candidates = called.map(({ name, id }) => `${name} (id ${id})`)
  return wrong('name', { code: 'office-ambiguous', said, candidates })
}

// Two offices that take the citizens of one place are nearly always one whose name is spelled in two ways.
function newAt(kind: OfficeKind, here: readonly OfficeRow[]): Read<null> {
  const there = here.find((office) => office.kind === kind && receives(office))
  return there ? wrong('name', { code: 'kind-there', kind, office: there.name }) : ok(null)
}

function unknownKind(row: ImportRow): Read<never> {
  const said = row.cell('kind').trim()
  return wrong('kind', said === '' ? { code: 'cell-missing' } : { code: 'kind-unknown', said })
}

function namedById({ cell }: ImportRow, { offices }: Looking): OfficeRow | null {
  const id = officeId.safeParse(cell('id').trim().toLowerCase())
  return (id.success ? offices.get(id.data) : null) ?? null
}

function placeOfRow(row: ImportRow, look: Looking): Read<PlaceCode> {
  const found = findPlace(placeNamed(row), look.book, look.home)
  if (found.ok) return found
  const standing = namedById(row, look)
  return standing && found.error.code === 'place-missing' ? ok(standing.place) : no(placeProblem(found.error))
}

/** An empty cell leaves what is there; a dash empties it. */
function dataOf(row: ImportRow, before: OfficeRow | null, place: PlaceCode, look: Looking): Read<Data> {
  const kind = row.cell('kind').trim() === '' ? (before?.kind ?? null) : kindMeant(row.cell('kind'))
  if (!kind) return unknownKind(row)
  const active = yesOrNo(row.cell('active'))
  if (active === undefined) return wrong('active', { code: 'yes-or-no', said: row.cell('active').trim() })
  const parent = parentFor(row, before, kind, place, look)
  if (!parent.ok) return parent
  const old = before ?? unopened
  return ok({
    name: before === null || row.cell('id').trim() !== '' ? said(row, 'name', old.name) : old.name,
    kind,
    level: levelOf(place),
    place,
    parent: parent.value,
    address: said(row, 'address', old.address),
    phone: said(row, 'phone', old.phone),
    active: active ?? old.active,
  })
}

const unopened = { name: '', address: '', phone: '', active: true } as const

function said(row: ImportRow, column: OfficeColumn, old: string): string {
  const text = row.cell(column).trim()
  if (text === '') return old
  return text === '-' ? '' : text
}

/** IMPORT-6 The office above: as named; else as it was; of a new one that takes citizens, the nearest that takes them above. */
function parentFor(
  row: ImportRow,
  before: OfficeRow | null,
  kind: OfficeKind,
  place: PlaceCode,
  look: Looking,
): Read<OfficeId | null> {
  const said = row.cell('parent').trim()
  if (said === '-') return ok(null)
  if (said !== '') return parentNamed(row, said, [place, ...placesOver(place)], look)
  if (before) return ok(before.parent)
  if (kind === 'agency' || kind === 'provider') return ok(null)
  const above = placesOver(place).flatMap((over) => look.index.at(over).filter(receives))
  return ok(above[0]?.id ?? null)
}

function parentNamed(row: ImportRow, said: string, over: readonly PlaceCode[], look: Looking): Read<OfficeId> {
  const places = placesSaid(row.cell('parentPlace').trim(), over, look)
  const named = look.index.called(said)
  const called = places.flatMap((place) => named.filter((office) => office.place === place))
  const [first, ...others] = called
  if (!first) return wrong('parent', { code: 'office-unknown', said })
  if (others.length === 0) return ok(first.id)
  const candidates = called.map(({ name, place }) => `${name}, ${sayPlace(place, look.book)}`)
  return wrong('parent', { code: 'office-ambiguous', said, candidates })
}

/** Which of the places over an office a cell means: by its code as people write it, or by its name. */
function placesSaid(where: string, over: readonly PlaceCode[], { book }: Looking): readonly PlaceCode[] {
  if (where === '') return over
  const code = codeIn(where)
  if (code) return over.filter((place) => place === code)
  const exact = over.filter((place) => plain(book.nameOf(place) ?? '') === plain(where))
  return exact.length > 0 ? exact : over.filter((place) => lettersOf(book.nameOf(place) ?? '') === lettersOf(where))
}
