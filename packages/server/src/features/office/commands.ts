import type { Envelope } from '@openslrt/core/contract/envelope.ts'
import type { OfficeCommandData } from '@openslrt/core/contract/office.ts'
import type { StaffId } from '@openslrt/core/kernel/id.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { OfficeMove } from '@openslrt/core/office/decide.ts'
import { decideOffice } from '@openslrt/core/office/decide.ts'
import { versionOn } from '@openslrt/core/office/hours.ts'
import type {
  AreaRow,
  LeaveRow,
  OfficeRow,
  Offices,
  OfficeWeekRow,
  PostRow,
  StaffRow,
} from '@openslrt/core/office/office.ts'
import type { PlacedPost } from '@openslrt/core/office/reach.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { shutOut } from '../account/index.ts'
import type { Reference } from '../reference/index.ts'
import { placeOf, postsOf } from '../reference/index.ts'
import { selectOffice, selectPost, selectStaff } from './queries.ts'
import {
  knownVillages,
  selectArea,
  selectLeave,
  selectLeaves,
  selectLeavesFrom,
  selectOwnWeeks,
  selectStaffHere,
} from './queries-leave.ts'

export interface OfficeParts {
  readonly pool: Pool
  readonly ledger: Ledger
  readonly reference: Reference
  /** Called after people or posts changed, so that nobody keeps a right they lost. */
  readonly forget: () => void
}

/** Answers the commands of administration: offices, people and the posts that they hold. */
export function officeHandler(parts: OfficeParts): Handler {
  return async (order, actor, receivedAt) => {
    const { envelope } = order
    const move = moveOf<OfficeMove>(order)
    const reply = await execute(parts.ledger, commandOf(order, actor, receivedAt), async (client) => {
      // LEDGER-24 Which posts and leaves somebody has besides is no row that could be found moved.
      if (looksAround.has(move.kind)) await holdLedger(client, envelope.district)
      const { day } = parts.reference.policyFor(envelope.district, receivedAt, Date.parse(envelope.doneAt))
      const around = await aroundOf(client, move)
      const places = await knownPlaces(client, move)
      const look = {
        now: receivedAt,
        day,
        zone: parts.reference.zoneOf(envelope.district),
        offices: withNewest(parts.reference.offices(), around.office),
        roles: parts.reference.roles,
        knowsPlace: (code: string) => places.has(code),
        ...around,
      }
      const home = homeOf(move, around, parts.reference)
      if (home !== null && home !== envelope.district) return no({ code: 'wrong-district' })
      if (isStale(envelope, move, around)) return no({ code: 'stale' })
      const decided = decideOffice(move, actor, look)
      if (decided.ok && move.kind === 'staff.change' && !move.data.active) await shutOut(client, move.subject)
      const before = beforeOf(around)
      return decided.ok ? ok({ decision: decided.value, place: envelope.district, before, relies: [] }) : decided
    })
    if (reply.status === 'accepted') {
      parts.forget()
      await parts.reference.refresh()
    }
    return reply
  }
}

/** Decided on what else there is for somebody or at their office. */
const looksAround: ReadonlySet<OfficeMove['kind']> = new Set([
  'staff.change',
  'post.give',
  'post.serve',
  'leave.give',
  'leave.end',
])

/** Whether a form was filled on a version of its row that is no longer the newest. Commands that make a row have none. */
function isStale({ base, subject }: Envelope, move: OfficeMove, around: Around): boolean {
  if (base === null) return false
  // Of hours there is one row for each day: two who first set the same day make it under ids of their own.
  if (move.kind === 'office.hours') return versionOn(around.ownWeeks, move.data.from) !== base
  return versioned(move, around).some((row) => row?.id === subject && row.version !== base)
}

/** The villages of a post are a row of their own under the post's id: the form was filled on them. */
const versioned = ({ kind }: OfficeMove, { office, staff, post, leave, area }: Around) =>
  kind === 'post.serve' ? [area] : [office, staff, post, leave]

/** The rows that the decision changes, as they were. */
const beforeOf = ({ office, staff, post, leave, standInPost, area, ownWeeks }: Around) =>
  [staff, post, office, leave, standInPost, area, ...ownWeeks].filter((row) => row !== null)

/** The offices in memory with the one that is being changed as the database has it now, where that is newer. */
const withNewest = (offices: Offices, office: OfficeRow | null): Offices =>
  office && offices.get(office.id)?.version !== office.version ? new Map([...offices, [office.id, office]]) : offices

interface Around {
  readonly office: OfficeRow | null
  readonly staff: StaffRow | null
  readonly post: PostRow | null
  readonly posts: readonly PlacedPost[]
  readonly leave: LeaveRow | null
  readonly leaves: readonly LeaveRow[]
  readonly standInLeaves: readonly LeaveRow[]
  readonly standInPost: PostRow | null
  readonly staffHere: ReadonlySet<StaffId>
  readonly area: AreaRow | null
  readonly ownWeeks: readonly OfficeWeekRow[]
}

const nothing: Around = {
  office: null,
  staff: null,
  post: null,
  posts: [],
  leave: null,
  leaves: [],
  standInLeaves: [],
  standInPost: null,
  staffHere: new Set(),
  area: null,
  ownWeeks: [],
}

/** The rows that a command changes or names, read in its own transaction: a moved one is then seen at the next try. */
async function aroundOf(client: PoolClient, move: OfficeMove): Promise<Around> {
  const person = async (id: string) => ({
    ...nothing,
    staff: rowIn('staff', await selectStaff(client, id)),
    posts: await postsOf(client, id),
  })
  switch (move.kind) {
    case 'office.change':
      return { ...nothing, office: rowIn('office', await selectOffice(client, move.subject)) }
    case 'office.hours':
      return {
        ...nothing,
        ownWeeks: (await selectOwnWeeks(client, move.data.office)).map((row) => rowOf('officeWeek', row, null)),
      }
    case 'staff.change':
      return person(move.subject)
    case 'post.give':
      return person(move.data.staff)
    case 'post.end':
      return { ...nothing, post: rowIn('post', await selectPost(client, move.subject)) }
    case 'post.serve':
      return aroundPost(client, move.subject)
    case 'leave.give':
      return aroundGoing(client, move.data)
    case 'leave.end':
      return aroundLeave(client, rowIn('leave', await selectLeave(client, move.subject)))
    default:
      return nothing
  }
}

function rowIn<T extends 'office' | 'staff' | 'post' | 'leave' | 'area'>(table: T, row: DbRow | null) {
  return row ? rowOf(table, row, null) : null
}

/** A post with whose it is, their other posts, their leaves, who else is there, and the villages it serves. */
async function aroundPost(client: PoolClient, id: string): Promise<Around> {
  const post = rowIn('post', await selectPost(client, id))
  if (!post) return nothing
  return {
    ...nothing,
    post,
    posts: await postsOf(client, post.staff),
    leaves: (await selectLeaves(client, id)).map((row) => rowOf('leave', row, null)),
    staffHere: new Set((await selectStaffHere(client, post.office)).map((staff) => staffId.parse(staff))),
    area: rowIn('area', await selectArea(client, id)),
  }
}

async function aroundGoing(client: PoolClient, { post, standIn }: OfficeCommandData['leave.give']): Promise<Around> {
  const around = await aroundPost(client, post)
  if (!around.post || standIn === null) return around
  const away = await selectLeavesFrom(client, around.post.office, standIn)
  return { ...around, standInLeaves: away.map((row) => rowOf('leave', row, null)) }
}

async function aroundLeave(client: PoolClient, leave: LeaveRow | null): Promise<Around> {
  if (!leave) return nothing
  const standInPost = leave.standInPost ? rowIn('post', await selectPost(client, leave.standInPost)) : null
  return { ...(await aroundPost(client, leave.post)), leave, standInPost }
}

async function knownPlaces(client: PoolClient, move: OfficeMove): Promise<ReadonlySet<string>> {
  if (move.kind === 'post.serve') return new Set(await knownVillages(client, move.data.villages))
  if (move.kind !== 'office.open' && move.kind !== 'office.change') return new Set()
  const place = await placeOf(client, move.data.place)
  return new Set(place ? [place.code] : [])
}

/** The ledger in which a command of administration belongs: its office's, whatever the sender claims. */
function homeOf(move: OfficeMove, around: Around, reference: Reference): string | null {
  switch (move.kind) {
    case 'office.open':
    case 'office.change':
      return ledgerOf(placeCode.parse(move.data.place))
    case 'office.hours':
    case 'staff.add':
    case 'post.give': {
      const office = reference.offices().get(move.data.office)
      return office ? ledgerOf(office.place) : null
    }
    default:
      // What is about somebody or their post stands where that row does; only one of them was read.
      return (around.staff ?? around.post)?.district ?? null
  }
}
