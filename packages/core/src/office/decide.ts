import type { Actor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { OfficeCommand, OfficeCommandData } from '../contract/office.ts'
import { officeCommandData } from '../contract/office.ts'
import type { StaffId } from '../kernel/id.ts'
import { officeId, staffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import type { HoursRefusal } from './hours.ts'
import { setWeek } from './hours.ts'
import { areaOf, endLeave, giveLeave, type LeaveRefusal } from './leave.ts'
import type {
  AreaRow,
  LeaveRow,
  OfficeKind,
  OfficeLevel,
  OfficeRow,
  Offices,
  OfficeWeekRow,
  PostRow,
  StaffRow,
} from './office.ts'
import { levelsOf, officeLevels, officesAbove } from './office.ts'
import type { PlacedPost, ReachRefusal, RoleRefusal, Roles } from './reach.ts'
import { cannotGive, notTheirs, outOfCare } from './reach.ts'

export type OfficeRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly ['office.manage' | 'staff.manage'] }
  | ReachRefusal
  | RoleRefusal
  | { readonly code: 'own-post' }
  | { readonly code: 'wrong-level'; readonly kind: OfficeKind; readonly levels: readonly OfficeLevel[] }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'unknown-place' }
  | { readonly code: 'unknown-role' }
  | { readonly code: 'unknown-staff' }
  | { readonly code: 'wrong-parent' }
  | { readonly code: 'already-so' }
  | LeaveRefusal
  | HoursRefusal

/** What a decision of administration looks at. */
export interface Administration {
  readonly now: Instant
  readonly day: string
  /** In whose days a leave begins and ends. */
  readonly zone: string
  readonly offices: Offices
  readonly roles: Roles
  readonly knowsPlace: (code: PlaceCode) => boolean
  /** The row that the command is about, where it is not an office. */
  readonly staff: StaffRow | null
  readonly post: PostRow | null
  /** All posts that the person it is about holds or held. */
  readonly posts: readonly PlacedPost[]
  /** The leave that the command is about, and those that are known of its post. */
  readonly leave: LeaveRow | null
  readonly leaves: readonly LeaveRow[]
  readonly standInLeaves: readonly LeaveRow[]
  /** The post of who stands in, while it is asked to end. */
  readonly standInPost: PostRow | null
  /** Everybody who works at the office of the post now. */
  readonly staffHere: ReadonlySet<StaffId>
  readonly area: AreaRow | null
  /** What the office itself has said of its hours. */
  readonly ownWeeks: readonly OfficeWeekRow[]
}

/** For decisions that no post is looked at for. */
export const noPostBeside = {
  leave: null,
  leaves: [],
  standInLeaves: [],
  standInPost: null,
  staffHere: new Set<StaffId>(),
  area: null,
  ownWeeks: [],
} as const satisfies Partial<Administration>

export type OfficeMove = {
  [Kind in OfficeCommand]: { readonly kind: Kind; readonly subject: string; readonly data: OfficeCommandData[Kind] }
}[OfficeCommand]

type Answer = Result<Decision, OfficeRefusal>
type Of<Kind extends OfficeCommand> = Extract<OfficeMove, { kind: Kind }>

/** OFFICE-4 Decides one command of administration: within the places that the acting office covers, and no further. */
export function decideOffice(move: OfficeMove, actor: Actor, look: Administration): Answer {
  const right = officeCommandData[move.kind].right
  if (!holds(actor, right)) return no({ code: 'not-permitted', needs: [right] })
  switch (move.kind) {
    case 'office.open':
      return openOffice(move, actor, look)
    case 'office.change':
      return changeOffice(move, actor, look)
    case 'office.hours':
      return setHours(move, actor, look)
    case 'staff.add':
      return addStaff(move, actor, look)
    case 'staff.change':
      return changeStaff(move, actor, look)
    case 'post.give':
      return givePost(move, actor, look)
    case 'post.end':
      return endPost(move, actor, look)
    case 'post.serve':
      return servePost(move, actor, look)
    case 'leave.give':
      return goOnLeave(move, actor, look)
    case 'leave.end':
      return comeBack(move, actor, look)
  }
}

function openOffice({ subject, data }: Of<'office.open'>, actor: Actor, look: Administration): Answer {
  const refusal = misplaced(data, null, actor, look)
  if (refusal) return no(refusal)
  const set = { ...data, district: ledgerOf(data.place), active: true, openedAt: look.now }
  return decided('open', look, [{ table: 'office', id: subject, base: 0, set }], { office: data.name })
}

function changeOffice({ subject, data }: Of<'office.change'>, actor: Actor, look: Administration): Answer {
  const office = look.offices.get(officeId.parse(subject))
  if (!office) return no({ code: 'unknown-office' })
  const refusal = outside(office.place, actor, look) ?? misplaced(data, office, actor, look)
  if (refusal) return no(refusal)
  return decided('change', look, [{ table: 'office', id: subject, base: office.version, set: data }], {
    office: data.name,
  })
}

function setHours({ subject, data }: Of<'office.hours'>, actor: Actor, look: Administration): Answer {
  const office = look.offices.get(data.office)
  if (!office) return no({ code: 'unknown-office' })
  const refusal = outside(office.place, actor, look)
  if (refusal) return no(refusal)
  const set = setWeek(subject, office, data, look.ownWeeks, dayIn(look.zone, look.now))
  return set.ok ? decided('office-hours', look, [set.value], { office: office.name, from: data.from }) : set
}

function misplaced(
  data: OfficeCommandData['office.open'],
  before: OfficeRow | null,
  actor: Actor,
  look: Administration,
): OfficeRefusal | null {
  if (!look.knowsPlace(data.place)) return { code: 'unknown-place' }
  const levels = levelsOf[data.kind]
  if (data.level !== levelOf(data.place) || !levels.includes(data.level))
    return { code: 'wrong-level', kind: data.kind, levels }
  if (before && ledgerOf(before.place) !== ledgerOf(data.place)) return { code: 'wrong-place' }
  const refusal = outside(data.place, actor, look)
  if (refusal || data.parent === null) return refusal
  const parent = look.offices.get(data.parent)
  const above =
    parent && officeLevels.indexOf(parent.level) >= officeLevels.indexOf(data.level) && covers(parent.place, data.place)
  return above && !isUnder(parent, before, look.offices) ? null : { code: 'wrong-parent' }
}

// An office that is put under one of its own would make a ring that no case could climb out of.
function isUnder(parent: OfficeRow, before: OfficeRow | null, offices: Offices): boolean {
  return before !== null && [parent, ...officesAbove(parent.id, offices)].some(({ id }) => id === before.id)
}

function addStaff({ subject, data }: Of<'staff.add'>, actor: Actor, look: Administration): Answer {
  const office = look.offices.get(data.office)
  const refusal = unfit(office, data.role, actor, look)
  if (refusal || !office) return no(refusal ?? { code: 'unknown-office' })
  const district = ledgerOf(office.place)
  const post = {
    district,
    staff: staffId.parse(subject),
    office: data.office,
    role: data.role,
    from: look.now,
    until: null,
  }
  const changes: readonly Change[] = [
    { table: 'staff', id: subject, base: 0, set: { district, name: data.name, active: true } },
    { table: 'post', id: data.post, base: 0, set: post },
  ]
  return decided('add', look, changes, { office: office.name, role: data.role, staff: data.name })
}

function changeStaff({ subject, data }: Of<'staff.change'>, actor: Actor, look: Administration): Answer {
  const { staff } = look
  if (!staff) return no({ code: 'unknown-staff' })
  const refusal = unreachable(actor, look)
  if (refusal) return no(refusal)
  return decided('change', look, [{ table: 'staff', id: subject, base: staff.version, set: data }], {
    staff: data.name,
  })
}

function givePost({ subject, data }: Of<'post.give'>, actor: Actor, look: Administration): Answer {
  if (actor.kind === 'staff' && data.staff === actor.staff) return no({ code: 'own-post' })
  const office = look.offices.get(data.office)
  const refusal = unfit(office, data.role, actor, look)
  if (refusal || !office) return no(refusal ?? { code: 'unknown-office' })
  if (!look.staff) return no({ code: 'unknown-staff' })
  const away = unreachable(actor, look)
  if (away) return no(away)
  const set = {
    district: ledgerOf(office.place),
    staff: data.staff,
    office: data.office,
    role: data.role,
    from: look.now,
    until: null,
  }
  return decided('give', look, [{ table: 'post', id: subject, base: 0, set }], {
    office: office.name,
    role: data.role,
    staff: look.staff.name,
  })
}

function endPost({ subject }: Of<'post.end'>, actor: Actor, look: Administration): Answer {
  const { post } = look
  if (!post) return no({ code: 'unknown-staff' })
  const office = look.offices.get(post.office)
  if (!office) return no({ code: 'unknown-office' })
  const refusal = outside(office.place, actor, look) ?? untouchable(post.role, office, actor, look)
  if (refusal) return no(refusal)
  if (post.until !== null && post.until <= look.now) return no({ code: 'already-so' })
  return decided('end', look, [{ table: 'post', id: subject, base: post.version, set: { until: look.now } }], {
    office: office.name,
    role: post.role,
  })
}

/** OFFICE-14 The villages that a facilitator goes to: under their office, and all of them said anew each time. */
function servePost({ subject, data }: Of<'post.serve'>, actor: Actor, look: Administration): Answer {
  const held = heldPost(actor, look)
  if (!held.ok) return held
  const area = areaOf(held.value.post, held.value.office, data.villages, look)
  if (!area.ok) return area
  const { post, office } = held.value
  const set = { district: post.district, villages: area.value }
  const change: Change = { table: 'area', id: subject, base: look.area?.version ?? 0, set }
  return decided('serve', look, [change], { office: office.name, role: post.role, villages: area.value.length })
}

/** OFFICE-13 Somebody does not do a post for some days; another of the office may do it meanwhile. */
function goOnLeave({ subject, data }: Of<'leave.give'>, actor: Actor, look: Administration): Answer {
  const held = heldPost(actor, look)
  if (!held.ok) return held
  if (actor.kind === 'staff' && data.standIn === actor.staff) return no({ code: 'own-post' })
  const given = giveLeave(subject, data, held.value.post, look)
  if (!given.ok) return given
  return decided('give', look, given.value, {
    office: held.value.office.name,
    role: held.value.post.role,
    from: data.from,
    until: data.until,
  })
}

function comeBack(_move: Of<'leave.end'>, actor: Actor, look: Administration): Answer {
  const held = heldPost(actor, look)
  if (!held.ok) return held
  const ended = endLeave(look)
  if (!ended.ok) return ended
  return decided('end', look, ended.value, { office: held.value.office.name, role: held.value.post.role })
}

/** A post of which its administrators decide: within their place, and of a role that they give. */
function heldPost(actor: Actor, look: Administration): Result<{ post: PostRow; office: OfficeRow }, OfficeRefusal> {
  const { post } = look
  if (!post) return no({ code: 'unknown-staff' })
  const office = look.offices.get(post.office)
  if (!office) return no({ code: 'unknown-office' })
  const refusal =
    outside(office.place, actor, look) ?? untouchable(post.role, office, actor, look) ?? unreachable(actor, look)
  return refusal ? no(refusal) : ok({ post, office })
}

/** OFFICE-12 Who may not give a role may not take it away either. One that is no longer on the list is nobody's to keep. */
function untouchable(
  code: string,
  { place }: OfficeRow,
  actor: Actor,
  { roles }: Administration,
): OfficeRefusal | null {
  const role = roles(place).get(code)
  return actor.kind === 'staff' && role ? notTheirs(role, actor) : null
}

function unfit(office: OfficeRow | undefined, code: string, actor: Actor, look: Administration): OfficeRefusal | null {
  if (!office) return { code: 'unknown-office' }
  const role = look.roles(office.place).get(code)
  if (!role) return { code: 'unknown-role' }
  const refusal = outside(office.place, actor, look)
  // The set-up makes the first administrator of all: nobody could have given them their role.
  return (
    refusal ?? (actor.kind === 'staff' ? (cannotGive(role, office.kind, actor.level) ?? notTheirs(role, actor)) : null)
  )
}

function outside(place: PlaceCode, actor: Actor, look: Administration): OfficeRefusal | null {
  if (actor.kind === 'setup') return null
  const own = actor.kind === 'staff' ? look.offices.get(actor.office) : undefined
  return own && covers(own.place, place) ? null : { code: 'wrong-place' }
}

const unreachable = (actor: Actor, { posts, now, offices }: Administration): OfficeRefusal | null =>
  actor.kind === 'staff' ? outOfCare(actor.place, posts, now, offices) : null

function decided(action: string, look: Administration, changes: readonly Change[], say: Decision['say']): Answer {
  return ok({ action, note: '', say, day: look.day, changes, jobs: [] })
}
