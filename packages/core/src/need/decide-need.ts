import { actorName } from '../access/actor.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { ledgerOf } from '../place/code.ts'
import { needRule, openNeed, recordedNeed } from './moves.ts'
import type { NeedRow } from './need.ts'
import type { NeedRefusal } from './refusal.ts'
import type { MoveOf, NeedAnswer, NeedScene } from './scene.ts'
import { decided, isListed } from './scene.ts'

type NeedOwn = MoveOf<'need.record' | 'need.match' | 'need.meet' | 'need.fail' | 'need.reopen'>

/** NEED-1, NEED-2 Decides one step of a need. */
export function decideNeed(scene: NeedScene, move: NeedOwn): NeedAnswer {
  if (move.kind === 'need.record') return record(scene, move)
  const { need } = scene.file
  if (!need) return no({ code: 'need-unknown' })
  const refusal = mayNotStep(need, stepOf[move.kind], 'note' in move.data ? move.data.note : '')
  if (refusal) return no(refusal)
  switch (move.kind) {
    case 'need.match':
      return match(scene, need)
    case 'need.fail':
      return fail(scene, need, move)
    default:
      return stepped(scene, need, stepOf[move.kind], move.data.note, { reason: null })
  }
}

const stepOf = { 'need.match': 'match', 'need.meet': 'meet', 'need.fail': 'fail', 'need.reopen': 'reopen' } as const

/** Why a need may not take a step now; null where it may. */
export function mayNotStep(
  { status, standing }: Pick<NeedRow, 'status' | 'standing'>,
  step: (typeof stepOf)[keyof typeof stepOf],
  note: string,
): NeedRefusal | null {
  const rule = needRule(step)
  if (rule.idle && standing > 0) return { code: 'need-standing', count: standing }
  if (!rule.from.includes(status)) return { code: 'need-status', status, allowedFrom: rule.from }
  return rule.note && note === '' ? { code: 'note-missing' } : null
}

function record(scene: NeedScene, { subject, data }: MoveOf<'need.record'>): NeedAnswer {
  const { file, actor, policy } = scene
  if (file.need) return no({ code: 'already-so' })
  const { holder } = file
  if (!holder) return no({ code: 'need-holder' })
  if (!isListed(scene, 'need', data.kind)) return no({ code: 'need-kind' })
  const { person, family, caseId, place } = holder
  const set = {
    district: ledgerOf(place),
    person,
    family,
    caseId,
    place,
    kind: data.kind,
    text: data.text,
    status: recordedNeed,
    programme: null,
    standing: 0,
    reason: null,
    note: null,
    day: policy.day,
    office: actor.office,
    by: actorName(actor),
    recordedAt: policy.now,
    settledAt: null,
    changedAt: policy.now,
  }
  return decided(scene, 'need-record', '', [{ table: 'need', id: subject, base: 0, set }])
}

function match(scene: NeedScene, need: NeedRow): NeedAnswer {
  const { programme } = scene.file
  if (!programme) return no({ code: 'programme-unknown' })
  return stepped(scene, need, 'match', '', { programme: programme.id, reason: null })
}

function fail(scene: NeedScene, need: NeedRow, { data }: MoveOf<'need.fail'>): NeedAnswer {
  if (!isListed(scene, 'need-unmet', data.reason)) return no({ code: 'unknown-reason' })
  return stepped(scene, need, 'fail', data.note, { reason: data.reason })
}

function stepped(
  scene: NeedScene,
  need: NeedRow,
  step: (typeof stepOf)[keyof typeof stepOf],
  note: string,
  own: Partial<Omit<NeedRow, 'id' | 'version'>>,
): NeedAnswer {
  const { to } = needRule(step)
  const { now } = scene.policy
  const settledAt = openNeed.includes(to) ? null : now
  return decided(scene, `need-${step}`, note, [
    changeOfNeed(need, { ...own, status: to, note: note || null, settledAt, changedAt: now }),
  ])
}

/** One need's change, on the version that was looked at. */
export const changeOfNeed = (need: NeedRow, set: Extract<Change, { table: 'need' }>['set']): Change => ({
  table: 'need',
  id: need.id,
  base: need.version,
  set,
})
