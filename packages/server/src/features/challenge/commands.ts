import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import type { ChallengeRow } from '@openslrt/core/challenge/challenge.ts'
import type { ChallengeLook, ChallengeMove } from '@openslrt/core/challenge/decide.ts'
import { decideAsClock, decideChallenge } from '@openslrt/core/challenge/decide.ts'
import { challengeClockActs } from '@openslrt/core/challenge/moves.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Decision } from '@openslrt/core/ledger/entry.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { findChallenge, kindsOn, staffedAbove } from './load.ts'

/** Answers every command whose kind begins with `challenge.`. The subject is the challenge. */
export function challengeHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      decide({ parts, client, order, receivedAt }, actor),
    )
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly receivedAt: number
}
type Answer = Result<Plan, Refusal>

function decide(asked: Asked, actor: Actor): Promise<Answer> {
  const { parts, order, receivedAt } = asked
  const policy = parts.reference.policyFor(order.envelope.district, receivedAt, Date.parse(order.envelope.doneAt))
  if (actor.kind === 'clock') return asClock(asked, actor, policy)
  if (actor.kind === 'staff') return asStaff(asked, actor, policy)
  return Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights }))
}

async function asStaff(asked: Asked, actor: StaffActor, policy: Policy): Promise<Answer> {
  const { client, order } = asked
  const { district, subject, base } = order.envelope
  const move = moveOf<ChallengeMove>(order)
  // What hinders an office stands in the ledger of its own district.
  const reports = move.kind === 'challenge.report' && actor.permissions.has('challenge.report')
  if (reports && ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const challenge = await findChallenge(client, actor, district, subject)
  if (challenge && base !== null && base !== challenge.version) return no({ code: 'stale' })
  const look = await lookFor(asked, challenge, actor, policy)
  const decided = decideChallenge(move, actor, look, policy)
  return decided.ok ? ok(planOf(decided.value, challenge, actor.place)) : decided
}

async function asClock(asked: Asked, actor: Actor, policy: Policy): Promise<Answer> {
  const { client, order } = asked
  const { district, subject } = order.envelope
  const act = challengeClockActs.find((one) => order.row.kind === `challenge.${one}`)
  const challenge = await findChallenge(client, actor, district, subject)
  if (!challenge || !act) return no({ code: 'not-found' })
  const decided = decideAsClock(act, await lookFor(asked, challenge, challenge, policy), policy)
  return decided.ok ? ok(planOf(decided.value, challenge, challenge.place)) : decided
}

/** What lists and posts say around it: the way up begins where it was reported. */
async function lookFor(
  { client, parts: { reference }, order }: Asked,
  challenge: ChallengeRow | null,
  from: StaffActor | ChallengeRow,
  { day }: Policy,
): Promise<ChallengeLook> {
  const own = challenge ?? from
  const office = 'reportedBy' in own ? own.reportedBy : own.office
  return {
    challenge,
    kinds: new Set(kindsOn(reference, order.envelope.district, day).map(({ code }) => code)),
    staffed: await staffedAbove(client, reference, office, own.place),
  }
}

const planOf = (decision: Decision, challenge: ChallengeRow | null, place: string): Plan => ({
  decision,
  place: challenge?.place ?? place,
  before: challenge ? [challenge] : [],
  relies: [],
})
