import { actorName } from '../access/actor.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { ledgerOf } from '../place/code.ts'
import { changeOfNeed, mayNotStep } from './decide-need.ts'
import { needRule } from './moves.ts'
import type { NeedRow, ParticipationRow } from './need.ts'
import type { NeedRefusal } from './refusal.ts'
import type { MoveOf, NeedAnswer, NeedScene } from './scene.ts'
import { decided, isListed } from './scene.ts'

/**
 * NEED-8 Says anew what somebody has of a programme. Whoever begins to receive it is in need of it no more: the needs for
 * which it was granted are met in the same entry, and one that is named.
 */
export function recordParticipation(scene: NeedScene, { subject, data }: MoveOf<'participation.record'>): NeedAnswer {
  const { file, actor, policy } = scene
  const { holder, programme, participation } = file
  if (!holder) return no({ code: 'need-holder' })
  if (!programme) return no({ code: 'programme-unknown' })
  const refusal = mayNotSay(scene, data)
  if (refusal) return no(refusal)
  const met = metBy(scene, data, programme.name)
  if (!Array.isArray(met)) return met
  const { status, reason, since, until, amountRight, onTime, useful, saidBy, saidOn } = data
  const said = { status, reason, since, until, amountRight, onTime, useful, saidBy, saidOn }
  const { person, family, caseId, place } = holder
  const set = {
    ...said,
    ...(participation
      ? {}
      : {
          district: ledgerOf(place),
          person,
          family,
          caseId,
          place,
          programme: programme.id,
          programmeName: programme.name,
        }),
    by: actorName(actor),
    changedAt: policy.now,
  }
  const own: Change = { table: 'participation', id: subject, base: participation?.version ?? 0, set }
  return decided(scene, 'participation-record', '', [own, ...met])
}

type Said = MoveOf<'participation.record'>['data']

function mayNotSay(scene: NeedScene, data: Said): NeedRefusal | null {
  const { participation, twice } = scene.file
  // What was said of one is never turned into what is said of another.
  if (participation && !isOfSame(participation, data)) return { code: 'need-holder' }
  if (twice) return { code: 'participation-twice' }
  if (!daysFit(data, scene.policy.day)) return { code: 'participation-days' }
  if (data.status !== 'stopped') return data.reason === null ? null : { code: 'unknown-reason' }
  return data.reason !== null && isListed(scene, 'need-stopped', data.reason) ? null : { code: 'unknown-reason' }
}

const isOfSame = (known: ParticipationRow, { holder, programme }: Said): boolean =>
  known.programme === programme &&
  known.person === holder.person &&
  known.caseId === holder.case &&
  (known.family === holder.family || holder.family === null)

/** Who never had it has no days; who stopped did so after they began; nothing of it lies in days to come. */
function daysFit(
  { status, since, until, saidOn }: Pick<ParticipationRow, 'status' | 'since' | 'until' | 'saidOn'>,
  today: string,
): boolean {
  if (saidOn > today || (since !== null && since > today)) return false
  if (status === 'never') return since === null && until === null
  if (status === 'receives') return until === null || until >= today
  return until === null || (until <= today && (since === null || since <= until))
}

/** The needs that are met by it; a refusal where one is named that can not be. */
function metBy(scene: NeedScene, { status, need: named }: Said, programme: string): Change[] | NeedAnswer {
  const { need, granted } = scene.file
  if (named !== null && !need) return no({ code: 'need-unknown' })
  if (status !== 'receives') return named === null ? [] : no({ code: 'participation-need' })
  const refusal = need && mayNotStep(need, 'meet', programme)
  if (refusal) return no(refusal)
  const others = granted.filter((one) => one.id !== need?.id && mayNotStep(one, 'meet', programme) === null)
  return [...(need ? [need] : []), ...others].map((one) => met(scene, one, programme))
}

function met({ policy: { now } }: NeedScene, need: NeedRow, programme: string): Change {
  const status = needRule('meet').to
  return changeOfNeed(need, { status, reason: null, note: programme, settledAt: now, changedAt: now })
}
