import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import type { MeetingMove } from '@openslrt/core/contract/meeting.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { meetingId, staffId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Decision } from '@openslrt/core/ledger/entry.ts'
import { decideMeeting, openIn } from '@openslrt/core/meeting/decide.ts'
import { decideAsClock } from '@openslrt/core/meeting/decide-task.ts'
import type { MeetingRow, MeetingTaskRow } from '@openslrt/core/meeting/meeting.ts'
import type { TaskClockAct } from '@openslrt/core/meeting/moves.ts'
import type { MeetingLook } from '@openslrt/core/meeting/scene.ts'
import { noMeeting } from '@openslrt/core/meeting/scene.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { relied } from '../../platform/ledger/relied.ts'
import type { CaseParts } from '../case/index.ts'
import { agendaCases, findMeeting, kindOn, tasksIn, tasksOf } from './load.ts'
import { isFollowed, selectPeople, selectSeries } from './queries.ts'

/** Answers every command whose kind begins with `meeting.`. The subject is the meeting, of its tasks too. */
export function meetingHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      plan({ parts, client, order, receivedAt }, actor),
    )
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly receivedAt: number
}
type Answer = Result<Plan, Refusal>

async function plan(asked: Asked, actor: Actor): Promise<Answer> {
  const { parts, order, receivedAt } = asked
  const { district, doneAt } = order.envelope
  const keys = await parts.ledger.keys.forDistrict(district)
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const refused = no({ code: 'not-permitted', needs: order.row.rights } as const)
  if (actor.kind === 'clock') return actor.meets ? asClock(asked, actor.meets, policy, keys) : refused
  if (actor.kind !== 'staff' || !actor.permissions.has('meeting.attend')) return refused
  return asStaff(asked, actor, policy, keys)
}

async function asStaff(asked: Asked, actor: StaffActor, policy: Policy, keys: DistrictKeys): Promise<Answer> {
  const { client, order } = asked
  const { district, subject, base } = order.envelope
  const move = actOf<MeetingMove>(order)
  const meeting = await findMeeting(client, actor.office, district, subject, keys)
  if (!meeting && move.action !== 'call') return no({ code: 'not-found' })
  if (meeting && base !== null && base !== meeting.version) return no({ code: 'stale' })
  const own = policy.offices.get(actor.office)
  // What an office calls stands in the ledger of its own place.
  if (move.action === 'call' && own?.district !== district) return no({ code: 'wrong-district' })
  const look = await lookFor(asked, move, { actor, meeting, keys, day: policy.day })
  const decided = decideMeeting(meetingId.parse(subject), move, actor, look, policy)
  return decided.ok ? ok(planOf(decided.value, policy, look.meeting, look.tasks, actor)) : decided
}

interface Looking {
  readonly actor: StaffActor
  readonly meeting: MeetingRow | null
  readonly keys: DistrictKeys
  readonly day: string
}

async function lookFor(
  { client, parts, order }: Asked,
  move: MeetingMove,
  { actor, meeting, keys, day }: Looking,
): Promise<MeetingLook> {
  const { district } = order.envelope
  const kind: MeetingLook['kind'] = (code) => kindOn(parts.reference, district, day, code)
  const look = { ...noMeeting, meeting, kind }
  switch (move.action) {
    case 'call':
      return {
        ...look,
        cases: await agendaCases(client, actor, move.data.points),
        former: await formerOf(client, actor, district, move.data.follows, keys),
      }
    case 'change':
      return { ...look, cases: await agendaCases(client, actor, move.data.points) }
    case 'decide':
      return {
        ...look,
        staffThere: new Set((await selectPeople(client, [move.data.office])).map(({ staff }) => staffId.parse(staff))),
      }
    case 'task-done':
    case 'task-fail':
    case 'task-reopen':
      return { ...look, tasks: meeting ? await tasksOf(client, meeting, keys) : [] }
    default:
      return look
  }
}

async function formerOf(
  client: PoolClient,
  { office }: StaffActor,
  district: string,
  follows: string | null,
  keys: DistrictKeys,
): Promise<MeetingLook['former']> {
  const meeting = follows && (await findMeeting(client, office, district, follows, keys))
  if (!meeting) return null
  const series = tasksIn(await selectSeries(client, district, meeting.series), keys)
  return { meeting, followed: await isFollowed(client, district, meeting.id), open: openIn(series) }
}

async function asClock(asked: Asked, office: string, policy: Policy, keys: DistrictKeys): Promise<Answer> {
  const { client, order } = asked
  const { district, subject } = order.envelope
  const meeting = await findMeeting(client, office, district, subject, keys)
  const { task: id } = order.data as { readonly task: string }
  const tasks = meeting ? await tasksOf(client, meeting, keys) : []
  const task = tasks.find((one) => one.id === id)
  if (!task) return no({ code: 'not-found' })
  const action = order.row.kind.slice('meeting.'.length) as TaskClockAct
  const decided = decideAsClock(task, action, policy)
  return decided.ok ? ok(planOf(decided.value, policy, meeting, tasks, null)) : decided
}

const planOf = (
  decision: Decision,
  { offices }: Policy,
  meeting: MeetingRow | null,
  tasks: readonly MeetingTaskRow[],
  actor: StaffActor | null,
): Plan => ({
  decision,
  place: (meeting ? offices.get(meeting.office)?.place : actor?.place) ?? meeting?.district ?? '00',
  before: [...(meeting ? [meeting] : []), ...tasks],
  relies: relied('meeting', meeting),
})
