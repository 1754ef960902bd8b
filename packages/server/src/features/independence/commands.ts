import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Right } from '@openslrt/core/access/permission.ts'
import type { AssessmentMove, IndependenceMove, InstrumentChange } from '@openslrt/core/contract/independence.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { AssessmentRow } from '@openslrt/core/independence/assessment.ts'
import type { AssessmentLook } from '@openslrt/core/independence/decide.ts'
import { decideAssessment } from '@openslrt/core/independence/decide.ts'
import { decideInstrument } from '@openslrt/core/independence/decide-instrument.ts'
import { instrumentOn } from '@openslrt/core/independence/instrument.ts'
import { assessmentId, independenceInstrumentId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf, nation, nationPlace, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { figuresOf } from './figures.ts'
import { assessmentOfYear, findAssessment, instrumentFrom, instrumentsOf } from './load.ts'

/** Answers every command whose kind begins with `independence.`. The subject is the assessment, or the version of the instrument. */
export function independenceHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? decide({ parts, client, order, receivedAt }, actor)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
}

const holds = ({ permissions }: StaffActor, right: Right): boolean =>
  right !== 'citizen' && right !== 'clock' && permissions.has(right)

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly receivedAt: number
}
type Answer = Promise<Result<Plan, Refusal>>

async function decide(asked: Asked, actor: StaffActor): Answer {
  const { rights } = asked.order.row
  // Before it is told whose ledger it would be.
  if (!rights.some((right) => holds(actor, right))) return no({ code: 'not-permitted', needs: rights })
  const move = actOf<IndependenceMove>(asked.order)
  return move.action === 'change' ? change(asked, actor, move) : assess(asked, actor, move)
}

async function change({ parts, client, order, receivedAt }: Asked, actor: StaffActor, move: InstrumentChange): Answer {
  const { district, subject, doneAt } = order.envelope
  if (district !== nation) return no({ code: 'wrong-district' })
  const { day } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const all = await instrumentsOf(client)
  const decided = decideInstrument(independenceInstrumentId.parse(subject), move, actor, { day, all })
  return decided.ok ? ok({ decision: decided.value, place: nationPlace, before: [], relies: [] }) : decided
}

async function assess(asked: Asked, actor: StaffActor, move: AssessmentMove): Answer {
  const { client, order } = asked
  const { district, subject, base } = order.envelope
  if (move.action === 'draft' && ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const assessment = await findAssessment(client, actor, district, subject)
  if (assessment && base !== null && assessment.version !== base) return no({ code: 'stale' })
  const look = await lookFor(asked, move, assessment)
  const decided = decideAssessment(assessmentId.parse(subject), move, actor, look)
  if (!decided.ok) return decided
  return ok({ decision: decided.value, place: district, before: assessment ? [assessment] : [], relies: [] })
}

async function lookFor(
  { parts: { reference }, client, order, receivedAt }: Asked,
  move: AssessmentMove,
  assessment: AssessmentRow | null,
): Promise<AssessmentLook> {
  const { district, doneAt } = order.envelope
  const { now, day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const all = await instrumentsOf(client)
  return {
    now,
    day,
    assessment,
    ofYear: move.action === 'draft' ? await assessmentOfYear(client, district, move.data.year) : null,
    instrument: assessment ? instrumentFrom(all, assessment.instrument) : instrumentOn(all, day),
    figures: move.action === 'submit' ? await figuresOf(client, reference, placeCode.parse(district), day) : null,
  }
}
