import type { OfficeId, PostId } from '../../kernel/id.ts'
import { officeId, postId, staffId } from '../../kernel/id.ts'
import { no, ok } from '../../kernel/result.ts'
import type { Steps } from '../../kernel/steps.ts'
import { each } from '../../kernel/steps.ts'
import { covers, ledgerOf } from '../../place/code.ts'
import type { OfficeRow, PostRow, StaffRow } from '../office.ts'
import { receives } from '../office.ts'
import type { PlacedPost } from '../reach.ts'
import { cannotGive } from '../reach.ts'
import { plain } from './columns.ts'
import { findPlace, sayPlace } from './find-place.ts'
import type { OfficeIndex } from './office-index.ts'
import type { Columns, FieldChange, ImportLook, ImportRow, Read, RowAsks, RowPlan } from './row-plan.ts'
import { lawSays, placeNamed, placeProblem, wrong } from './row-plan.ts'
import { roleMeant, roleName, yesOrNo } from './words.ts'

/** Somebody with all posts that they hold or held. */
export interface KnownPerson {
  readonly staff: StaffRow
  readonly posts: readonly PostRow[]
}

type Looking = ImportLook & { readonly index: OfficeIndex }
export type StaffLook = Looking & { readonly people: readonly KnownPerson[] }

/** The office that a row of a file of staff names: by its name, narrowed down by the place; or by the place alone. */
export function officeOfRow(row: ImportRow, look: Looking): Read<OfficeRow> {
  const said = row.cell('office').trim()
  const byId = officeId.safeParse(said.toLowerCase())
  if (byId.success) {
    const office = look.offices.get(byId.data)
    return office ? ok(office) : wrong('office', { code: 'office-unknown', said })
  }
  const place = findPlace(placeNamed(row), look.book, look.home)
  if (!place.ok && place.error.code !== 'place-missing') return no(placeProblem(place.error))
  if (said === '' && !place.ok) return wrong('office', { code: 'cell-missing' })
  const here = place.ok ? look.index.at(place.value) : []
  const called = said === '' ? here.filter(receives) : look.index.called(said)
  const within = place.ok ? called.filter((office) => covers(place.value, office.place)) : called
  const exact = place.ok ? within.filter((office) => office.place === place.value) : within
  return theOne(exact.length > 0 ? exact : within, said, look)
}

function theOne(all: readonly OfficeRow[], said: string, look: Looking): Read<OfficeRow> {
  const near = all.filter(({ place }) => covers(look.home, place))
  const [first, ...others] = near.length > 0 ? near : all
  if (!first) return wrong('office', { code: 'office-unknown', said })
  if (others.length === 0) return ok(first)
  const candidates = [first, ...others].map(({ name, place }) => `${name}, ${sayPlace(place, look.book)}`)
  return wrong('office', { code: 'office-ambiguous', said, candidates })
}

/** The ids that rows would give to people: whoever has one is that person, whatever they are called by now. */
export const idOfPerson = (office: OfficeId, name: string, { idOf }: Pick<ImportLook, 'idOf'>): string =>
  idOf(`staff ${office} ${plain(name)}`)

/** IMPORT-7 What each row of a file of staff asks for: a person, a role at an office, the end of one. */
export function planStaff(rows: readonly ImportRow[], given: StaffLook): Steps<readonly RowPlan[]> {
  const people = new Map<string, KnownPerson>(given.people.map((person) => [person.staff.id, person]))
  const [here, lines] = [new Map<string, Set<string>>(), new Map<string, number>()]
  const known = { people, here, lines }
  for (const person of given.people) for (const { office } of person.posts) remember(known, office, person.staff)
  return each(rows, (row) => {
    const plan = planRow(row, given, known)
    return plan.ok ? plan.value : { ...blank(row), problem: plan.error }
  })
}

interface Known {
  readonly people: Map<string, KnownPerson>
  /** Who holds or held a post at an office, by the office and the letters of their name. */
  readonly here: Map<string, Set<string>>
  readonly lines: Map<string, number>
}

const blank = ({ line, cell }: ImportRow) =>
  ({ line, what: 'wrong', name: cell('name').trim(), changes: [], problem: null, asks: [], turn: 0 }) as const

function planRow(row: ImportRow, look: StaffLook, known: Known): Read<RowPlan> {
  const office = officeOfRow(row, look)
  if (!office.ok) return office
  const role = roleOfRow(row, office.value, look)
  if (!role.ok) return role
  const ends = yesOrNo(row.cell('ends'))
  if (ends === undefined) return wrong('ends', { code: 'yes-or-no', said: row.cell('ends').trim() })
  // Who works at an office is told to nobody who doesn't administer it.
  const allowed = mayGive(row, office.value, role.value, look)
  if (!allowed.ok) return allowed
  const person = findPerson(row, office.value, look, known)
  if (!person.ok) return person
  const key = `${person.value?.staff.id ?? idOfPerson(office.value.id, row.cell('name'), look)} ${office.value.id} ${role.value}`
  const line = known.lines.get(key)
  if (line !== undefined) return wrong('name', { code: 'twice', line })
  known.lines.set(key, row.line)
  const at: At = { office: office.value, role: role.value, look, known }
  if (ends) return endingOf(row, person.value, at)
  return person.value ? changeOf(row, person.value, at) : addingOf(row, at)
}

interface At {
  readonly office: OfficeRow
  readonly role: string
  readonly look: StaffLook
  readonly known: Known
}

function roleOfRow(row: ImportRow, { place }: OfficeRow, { roles }: StaffLook): Read<string> {
  const said = row.cell('role').trim()
  if (said === '') return wrong('role', { code: 'cell-missing' })
  const role = roleMeant(said, roles(place))
  return role ? ok(role) : wrong('role', { code: 'role-unknown', said })
}

/** Asked of the law before anybody is looked for: whether the reader may give this role at this office. */
function mayGive(row: ImportRow, office: OfficeRow, role: string, look: StaffLook): Read<null> {
  const data = { name: row.cell('name').trim(), post: postId.parse(look.idOf('nobody')), office: office.id, role }
  const asks = {
    kind: 'staff.add',
    subject: look.idOf('nobody'),
    district: ledgerOf(office.place),
    base: null,
    data,
  } as const
  const decided = lawSays(asks, look, {}, columnOf)
  if (!decided.ok) return decided
  const held = look.roles(office.place).get(role)
  // The law lets the set-up give any role anywhere; a file is held to where roles are held all the same.
  const refusal =
    held && look.actor.kind === 'setup' ? cannotGive(held, office.kind, held.givenFrom[0] ?? 'nation') : null
  return refusal ? wrong('role', { code: 'law', refusal }) : ok(null)
}

const columnOf: Columns = { name: 'name', office: 'office', role: 'role' }

/** IMPORT-8 The person that a row means: by id; else by name among those who are or were at the office. */
function findPerson(
  row: ImportRow,
  office: OfficeRow,
  look: StaffLook,
  { people, here }: Known,
): Read<KnownPerson | null> {
  const [id, said] = [row.cell('id').trim().toLowerCase(), row.cell('name').trim()]
  if (id !== '') {
    const person = people.get(id)
    return person && isUnder(person, look) ? ok(person) : wrong('id', { code: 'staff-unknown', said: id })
  }
  const called = [...(here.get(calledAt(office.id, said)) ?? [])].flatMap((one) => people.get(one) ?? [])
  const [first, ...others] = called
  if (others.length > 0) {
    const candidates = called.map(({ staff }) => `${staff.name} (id ${staff.id})`)
    return wrong('name', { code: 'staff-ambiguous', said, candidates })
  }
  return first ? ok(first) : addedBefore(idOfPerson(office.id, said, look), office, said, people)
}

/** Whom a file added and somebody renamed since. Others may have taken the id, so as to be given what the row gives. */
function addedBefore(
  id: string,
  { id: at }: OfficeRow,
  said: string,
  people: Known['people'],
): Read<KnownPerson | null> {
  const person = people.get(id)
  if (!person || person.posts.some(({ office }) => office === at)) return ok(person ?? null)
  return wrong('name', { code: 'taken-elsewhere', said })
}

const isUnder = ({ posts }: KnownPerson, { home, offices }: StaffLook): boolean =>
  posts.some(({ office }) => covers(home, offices.get(office)?.place ?? home))

function addingOf(row: ImportRow, { office, role, look, known }: At): Read<RowPlan> {
  const name = row.cell('name').trim()
  const subject = staffId.parse(idOfPerson(office.id, name, look))
  const post = postIdOf(subject, office.id, role, 0, look)
  const district = ledgerOf(office.place)
  const asks = {
    kind: 'staff.add',
    subject,
    district,
    base: null,
    data: { name, post, office: office.id, role },
  } as const
  const decided = lawSays(asks, look, {}, columnOf)
  if (!decided.ok) return decided
  const held = { id: post, district, version: 1, staff: subject, office: office.id, role, from: look.now, until: null }
  const added = { id: subject, district, version: 1, name, active: true } as const
  known.people.set(subject, { staff: added, posts: [held] })
  remember(known, office.id, added)
  return ok({ ...blank(row), what: 'new', changes: [roleChange({ office, role, look }, 'to')], asks: [asks] })
}

/** Somebody who is known: a role that they don't hold yet is given; a name is changed by id only. */
function changeOf(row: ImportRow, person: KnownPerson, at: At): Read<RowPlan> {
  const renamed = row.cell('id').trim() === '' ? null : renameOf(row, person, at)
  if (renamed && !renamed.ok) return renamed
  const given = heldAt(person, at) ? null : givingOf(person, at)
  if (given && !given.ok) return given
  const parts = [renamed?.value ?? null, given?.value ?? null].filter((part) => part !== null)
  const what = parts.length === 0 ? 'same' : 'change'
  return ok({
    ...blank(row),
    what,
    name: person.staff.name,
    changes: parts.map(({ change }) => change),
    asks: parts.map(({ asks }) => asks),
    // A post is given to somebody who is there: after the rows that add people.
    turn: 1,
  })
}

interface Part {
  readonly change: FieldChange
  readonly asks: RowAsks
}

function renameOf(row: ImportRow, person: KnownPerson, { look }: At): Read<Part | null> {
  const name = row.cell('name').trim()
  const { id: subject, district, version: base, active, name: from } = person.staff
  if (name === from) return ok(null)
  const asks = { kind: 'staff.change', subject, district, base, data: { name, active } } as const
  const decided = lawSays(asks, look, aroundOf(person, look), columnOf)
  return decided.ok ? ok({ change: { column: 'name', from, to: name }, asks }) : decided
}

function givingOf(person: KnownPerson, { office, role, look, known }: At): Read<Part> {
  const { id: staff } = person.staff
  const past = person.posts.filter((post) => post.office === office.id && post.role === role).length
  const subject = postIdOf(staff, office.id, role, past, look)
  const district = ledgerOf(office.place)
  const asks = { kind: 'post.give', subject, district, base: null, data: { staff, office: office.id, role } } as const
  const decided = lawSays(asks, look, aroundOf(person, look), columnOf)
  if (!decided.ok) return decided
  const held = { id: subject, district, version: 1, staff, office: office.id, role, from: look.now, until: null }
  known.people.set(staff, { ...person, posts: [...person.posts, held] })
  remember(known, office.id, person.staff)
  return ok({ change: roleChange({ office, role, look }, 'to'), asks })
}

function endingOf(row: ImportRow, person: KnownPerson | null, at: At): Read<RowPlan> {
  if (!person) return wrong('name', { code: 'staff-unknown', said: row.cell('name').trim() })
  const post = heldAt(person, at)
  if (!post) return ok({ ...blank(row), what: 'same', name: person.staff.name, turn: 1 })
  const asks = { kind: 'post.end', subject: post.id, district: post.district, base: post.version, data: {} } as const
  const decided = lawSays(asks, at.look, { ...aroundOf(person, at.look), post }, columnOf)
  if (!decided.ok) return decided
  return ok({
    ...blank(row),
    what: 'change',
    name: person.staff.name,
    changes: [roleChange(at, 'from')],
    asks: [asks],
    turn: 1,
  })
}

function heldAt({ posts }: KnownPerson, { office, role, look }: At): PostRow | null {
  const isHeld = (post: PostRow): boolean => post.until === null || post.until > look.now
  return posts.find((post) => post.office === office.id && post.role === role && isHeld(post)) ?? null
}

function aroundOf({ staff, posts }: KnownPerson, { offices }: StaffLook) {
  const placed = posts.flatMap((post): readonly PlacedPost[] => {
    const place = offices.get(post.office)?.place
    return place ? [{ ...post, place }] : []
  })
  return { staff, posts: placed }
}

function roleChange({ office, role, look }: Pick<At, 'office' | 'role' | 'look'>, side: 'from' | 'to'): FieldChange {
  const called = look.roles(office.place).get(role)?.names?.[look.lang] ?? roleName(role, look.lang)
  const said = `${called}, ${office.name}`
  return { column: 'role', from: side === 'from' ? said : '', to: side === 'to' ? said : '' }
}

const postIdOf = (staff: string, office: string, role: string, past: number, { idOf }: ImportLook): PostId =>
  postId.parse(idOf(`post ${staff} ${office} ${role} ${past}`))

const calledAt = (office: string, name: string): string => `${office} ${plain(name)}`

function remember({ here }: Known, office: string, { id, name }: Pick<StaffRow, 'id' | 'name'>): void {
  const called = calledAt(office, name)
  const known = here.get(called) ?? new Set<string>()
  here.set(called, known.add(id))
}
