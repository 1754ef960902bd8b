import { actorName } from '../access/actor.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { taskTimes } from '../meeting/days.ts'
import { changeOfNeed } from './decide-need.ts'
import { settled } from './decide-quota.ts'
import type { ApplicationStep } from './moves.ts'
import {
  applicationMoves,
  applicationRule,
  appliedNeed,
  draftedApplication,
  holdsPlace,
  isApplied,
  isWaiting,
  matchedNeed,
  mayApply,
  stands,
  waitingApplication,
} from './moves.ts'
import type { ApplicationRow, NeedRow } from './need.ts'
import { leave, take } from './quota.ts'
import type { NeedRefusal } from './refusal.ts'
import type { MoveOf, NeedAnswer, NeedScene } from './scene.ts'
import { decided, isListed } from './scene.ts'

type ApplicationMove = MoveOf<`application.${ApplicationStep | 'draft'}`>
type Set = Extract<Change, { table: 'application' }>['set']

/** NEED-6 Working days in which an office answers an application: those that a proposal to the registry has (14). */
const decisionDays = 14

/** NEED-3 to NEED-7 Decides one step of an application. */
export function decideApplication(scene: NeedScene, move: ApplicationMove): NeedAnswer {
  if (move.kind === 'application.draft') return draft(scene, move)
  const { application } = scene.file
  if (!application) return no({ code: 'application-unknown' })
  const step = move.kind.slice('application.'.length) as ApplicationStep
  const refusal = mayNotStep(scene, application, step, 'note' in move.data ? move.data.note : '')
  if (refusal) return no(refusal)
  switch (move.kind) {
    case 'application.tick':
      return tick(scene, application, move)
    case 'application.send':
      return send(scene, application, move)
    case 'application.grant':
      return grant(scene, application, move)
    case 'application.refuse':
      if (!isListed(scene, 'reject', move.data.reason)) return no({ code: 'unknown-reason' })
      return ended(scene, application, 'refuse', move.data.note, { reason: move.data.reason })
    default:
      return ended(scene, application, step === 'release' ? 'release' : 'withdraw', move.data.note, {})
  }
}

/** NEED-5 Whose act it is, and when: the asking office's, the deciding one's, or either's. */
export function mayNotStep(
  { actor }: Pick<NeedScene, 'actor'>,
  { status, from, office }: Pick<ApplicationRow, 'status' | 'from' | 'office'>,
  step: ApplicationStep,
  note: string,
): NeedRefusal | null {
  const rule = applicationRule(step)
  // A draft is its office's own until it is sent.
  const either = status === draftedApplication ? [from] : [from, office]
  const may = { asker: [from], decider: [office], either }[rule.by]
  if (!may.includes(actor.office)) return { code: 'not-here', office: may[0] ?? office }
  if (!rule.from.includes(status)) return { code: 'application-status', status, allowedFrom: rule.from }
  return rule.note && note === '' ? { code: 'note-missing' } : null
}

function draft(scene: NeedScene, { subject, data }: MoveOf<'application.draft'>): NeedAnswer {
  const { file, actor, policy } = scene
  const { need, holder, programme } = file
  if (!need || !holder) return no({ code: 'need-unknown' })
  if (!programme) return no({ code: 'programme-unknown' })
  const refusal = mayNotDraft(scene, need, data.ticked)
  if (refusal) return no(refusal)
  const { id, district, person, family, caseId, kind } = need
  const set = {
    district,
    need: id,
    person,
    family,
    caseId,
    place: need.place,
    kind,
    programme: programme.id,
    programmeHome: programme.home,
    programmeName: programme.name,
    name: holder.name,
    from: actor.office,
    // What is decided outside is followed, and told, by whoever asked for it.
    office: programme.office ?? actor.office,
    status: draftedApplication,
    papers: programme.papers,
    ticked: tickedOf(programme, data.ticked),
    quota: null,
    ticket: null,
    reason: null,
    note: data.note || null,
    decidedBy: null,
    dueDay: null,
    dueAt: null,
    remindAt: null,
    overdueSince: null,
    draftedAt: policy.now,
    sentAt: null,
    decidedAt: null,
    changedAt: policy.now,
    ...(data.send ? sent(scene) : {}),
  }
  const own: Change = { table: 'application', id: subject, base: 0, set }
  const rest = data.send ? [applied(scene, need, programme.id)] : []
  return decided(scene, data.send ? 'application-send' : 'application-draft', data.note, [own, ...rest])
}

function mayNotDraft({ file }: NeedScene, need: NeedRow, ticked: readonly string[]): NeedRefusal | null {
  const { holder, programme } = file
  if (!mayApply.includes(need.status)) return { code: 'need-status', status: need.status, allowedFrom: mayApply }
  // Who is asked of a restricted case is chosen with the citizen's consent, field by field: that is a referral.
  if (holder?.restricted) return { code: 'need-restricted' }
  if (!programme?.open) return { code: 'programme-closed' }
  if (file.twice) return { code: 'application-twice' }
  return ticked.every((paper) => programme.papers.includes(paper)) ? null : { code: 'application-paper' }
}

function tick(scene: NeedScene, application: ApplicationRow, { data }: MoveOf<'application.tick'>): NeedAnswer {
  if (!data.ticked.every((paper) => application.papers.includes(paper))) return no({ code: 'application-paper' })
  const set = { ticked: tickedOf(application, data.ticked), changedAt: scene.policy.now }
  return decided(scene, 'application-tick', '', [changeOf(application, set)])
}

/** NEED-4 Each paper that is there, once, in the order in which they are asked for. */
const tickedOf = ({ papers }: Pick<ApplicationRow, 'papers'>, ticked: readonly string[]): readonly string[] =>
  papers.filter((paper) => ticked.includes(paper))

function send(scene: NeedScene, application: ApplicationRow, { data }: MoveOf<'application.send'>): NeedAnswer {
  const { need } = scene.file
  if (!need) return no({ code: 'need-unknown' })
  if (!mayApply.includes(need.status)) return no({ code: 'need-status', status: need.status, allowedFrom: mayApply })
  const set = { ...sent(scene), note: data.note || application.note, changedAt: scene.policy.now }
  return decided(scene, 'application-send', data.note, [
    changeOf(application, set),
    applied(scene, need, application.programme),
  ])
}

function sent({ policy }: NeedScene): Set {
  const { dueDay, dueAt, remindAt } = taskTimes(policy.calendar, policy.now, decisionDays)
  return { status: applicationMoves.send.to, sentAt: policy.now, dueDay, dueAt, remindAt }
}

const applied = ({ policy }: NeedScene, need: NeedRow, programme: ApplicationRow['programme']): Change =>
  changeOfNeed(need, {
    status: appliedNeed,
    standing: need.standing + 1,
    programme,
    reason: null,
    settledAt: null,
    changedAt: policy.now,
  })

/** QUOTA-2, QUOTA-3 A place, or the end of the line. Where no quota counts there is always one. */
function grant(scene: NeedScene, application: ApplicationRow, { data }: MoveOf<'application.grant'>): NeedAnswer {
  const { quota } = scene.file
  const own = { ...granted(scene), note: data.note || null, decidedBy: actorName(scene.actor) }
  if (!quota) return decided(scene, 'application-grant', data.note, [changeOf(application, own)])
  const { counts, ticket } = take(quota, scene.file.owed)
  // Whoever came later to the line never waits since earlier, whatever two clocks say.
  const since = Math.max(scene.policy.now, quota.changedAt)
  const inLine = ticket === null ? {} : { status: waitingApplication, ticket, decidedAt: since }
  return decided(scene, 'application-grant', data.note, [
    changeOf(application, { ...own, ...inLine, quota: quota.id }),
    ...settled(scene, quota, counts),
  ])
}

const granted = ({ policy: { now } }: NeedScene): Set => ({
  status: applicationMoves.grant.to,
  decidedAt: now,
  remindAt: null,
  overdueSince: null,
  changedAt: now,
})

/** QUOTA-4 Whoever leaves gives back the place, or their place in the line, and the next moves up. */
function ended(
  scene: NeedScene,
  application: ApplicationRow,
  step: 'refuse' | 'withdraw' | 'release',
  note: string,
  own: Set,
): NeedAnswer {
  const { now } = scene.policy
  const set = {
    ...own,
    status: applicationMoves[step].to,
    note: note || null,
    decidedBy: actorName(scene.actor),
    decidedAt: now,
    remindAt: null,
    overdueSince: null,
    changedAt: now,
  }
  return decided(scene, `application-${step}`, note, [
    changeOf(application, set),
    ...given(scene, application),
    ...(stands(application) ? backOf(scene) : []),
  ])
}

function given(scene: NeedScene, application: ApplicationRow): readonly Change[] {
  const { quota } = scene.file
  if (!quota || quota.id !== application.quota) return []
  if (!holdsPlace(application) && !isWaiting(application)) return []
  return settled(scene, quota, leave(quota, holdsPlace(application) ? 'place' : 'line'))
}

/** NEED-7 A need with no application left that stands is where it was: a programme was found, and nothing is asked. */
function backOf({ file: { need }, policy }: NeedScene): readonly Change[] {
  if (!need) return []
  const standing = need.standing - 1
  const back = standing === 0 && isApplied(need) ? { status: matchedNeed } : {}
  return [changeOfNeed(need, { ...back, standing, changedAt: policy.now })]
}

const changeOf = (application: ApplicationRow, set: Set): Change => ({
  table: 'application',
  id: application.id,
  base: application.version,
  set,
})
