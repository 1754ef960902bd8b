import type { Actor, StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { ChallengeCommand, ChallengeCommandData } from '../contract/challenge.ts'
import { challengeCommandData } from '../contract/challenge.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { holdsNumber } from '../person/numbers-in.ts'
import { isRegion, ledgerOf } from '../place/code.ts'
import type { ChallengeRow, ChallengeStep } from './challenge.ts'
import { courseOf } from './challenge.ts'
import { dueAtLevel, isOver } from './limits.ts'
import type { ChallengeAct, ChallengeClockAct, ChallengeStepName } from './moves.ts'
import { challengeRule, reportedChallenge } from './moves.ts'
import type { ChallengeRefusal } from './refusal.ts'
import { nextDown, nextUp, officeAsked, wayUp } from './way.ts'

export type ChallengeMove = {
  [Kind in ChallengeCommand]: {
    readonly kind: Kind
    readonly subject: string
    readonly data: ChallengeCommandData[Kind]
  }
}[ChallengeCommand]
type Of<Kind extends ChallengeCommand> = Extract<ChallengeMove, { kind: Kind }>
type Answer = Result<Decision, ChallengeRefusal>

/** What a decision about a challenge looks at. */
export interface ChallengeLook {
  readonly challenge: ChallengeRow | null
  /** The kinds that may be reported today. */
  readonly kinds: ReadonlySet<string>
  /** The offices where somebody works who may answer. */
  readonly staffed: ReadonlySet<OfficeId>
}
interface Scene {
  readonly look: ChallengeLook
  readonly policy: Policy
  /** Nobody where time acts. */
  readonly actor: StaffActor | null
}
type Fields = Partial<Omit<ChallengeRow, 'id' | 'version'>>

/** CHALLENGE-1 to CHALLENGE-9 Decides one command about a challenge. Pure, resolved whole. */
export function decideChallenge(move: ChallengeMove, actor: Actor, look: ChallengeLook, policy: Policy): Answer {
  const { right } = challengeCommandData[move.kind]
  if (actor.kind !== 'staff' || !actor.permissions.has(right)) return no({ code: 'not-permitted', needs: [right] })
  const scene = { look, policy, actor }
  if (namesSomebody(move)) return no({ code: 'challenge-names' })
  if (move.kind === 'challenge.report') return report(scene, actor, move)
  if (!look.challenge) return no({ code: 'challenge-unknown' })
  const refusal = mayStep(look.challenge, actOf(move), actor)
  return refusal ? no(refusal) : step(scene, actor, look.challenge, move)
}

/** CHALLENGE-3 A challenge is an office's: what is written of it holds no number of a citizen. */
const namesSomebody = ({ data }: ChallengeMove): boolean =>
  ('words' in data && holdsNumber(data.words)) || ('note' in data && holdsNumber(data.note))

const actOf = ({ kind }: Exclude<ChallengeMove, { kind: 'challenge.report' }>) =>
  kind.slice('challenge.'.length) as ChallengeStepName

/** CHALLENGE-5 Why this actor may not do that with a challenge now; null where they may. */
export function mayStep(
  challenge: Pick<ChallengeRow, 'status' | 'office' | 'reportedBy'>,
  act: ChallengeStepName,
  actor: StaffActor,
): ChallengeRefusal | null {
  const { from, by, at } = challengeRule(act)
  if (by !== 'clock' && !actor.permissions.has(by)) return { code: 'not-permitted', needs: [by] }
  const office = at === 'reporter' ? challenge.reportedBy : challenge.office
  if (actor.office !== office) return { code: 'not-here', office }
  return from.includes(challenge.status)
    ? null
    : { code: 'challenge-step', status: challenge.status, allowedFrom: from }
}

function step(
  scene: Scene,
  actor: StaffActor,
  challenge: ChallengeRow,
  move: Exclude<ChallengeMove, { kind: 'challenge.report' }>,
): Answer {
  switch (move.kind) {
    case 'challenge.take':
      if (challenge.owner === actor.staff) return no({ code: 'already-so' })
      return moved(scene, challenge, 'take', { owner: actor.staff })
    case 'challenge.answer':
      return answer(scene, challenge, move.data)
    case 'challenge.pass-up':
    case 'challenge.pass-down':
      return pass(scene, challenge, move.kind === 'challenge.pass-up' ? 'pass-up' : 'pass-down', move.data.note)
    case 'challenge.close':
      return moved(scene, challenge, 'close', { helped: move.data.helped, ...ended(scene) }, { note: move.data.note })
    case 'challenge.reopen':
      return reopen(scene, challenge, move.data.note)
    case 'challenge.withdraw':
      return moved(scene, challenge, 'withdraw', { ...stopped, ...ended(scene) }, { note: move.data.note })
  }
}

const stopped = { dueAt: null, lateSince: null } as const
const ended = ({ policy: { now } }: Scene) => ({ endedAt: now })

/** CHALLENGE-2 It is reported by an office of a district, of a kind of the list, and since a day that has come. */
function report(scene: Scene, actor: StaffActor, { subject, data }: Of<'challenge.report'>): Answer {
  const { look, policy } = scene
  const { now, day, offices } = policy
  if (look.challenge) return no({ code: 'already-so' })
  const own = offices.get(actor.office)
  if (!own || isRegion(own.place)) return no({ code: 'wrong-place' })
  if (!look.kinds.has(data.kind)) return no({ code: 'challenge-kind' })
  if (data.since > day || data.since < earliest) return no({ code: 'challenge-day' })
  const to = officeAsked(wayUp(own.id, offices, look.staffed), data.asks)
  if (!to) return no({ code: 'challenge-no-office' })
  const set: Fields = {
    ...data,
    district: ledgerOf(own.place),
    place: own.place,
    reportedBy: own.id,
    reporter: actor.staff,
    ...lyingAt(scene, to),
    status: reportedChallenge,
    answer: null,
    answerDay: null,
    helped: null,
    missed: 0,
    reportedAt: now,
    answeredAt: null,
    endedAt: null,
    changedAt: now,
    course: canonical([stepOf(scene, own.id, 'report', { to: to.id, note: '' })]),
  }
  return decided(scene, 'report', '', { id: subject, base: 0, set, say: { office: to.name } })
}

/** SLRT began in 2016; what hindered its offices before hindered the pilots of 2013. */
const earliest: Day = '2013-01-01'

/** CHALLENGE-6 It lies somewhere else: nobody there has taken it, and its time there begins. */
const lyingAt = ({ policy }: Scene, { id, level }: OfficeRow): Fields => ({
  office: id,
  owner: null,
  reachedAt: policy.now,
  dueAt: dueAtLevel(policy, level),
  lateSince: null,
})

/** CHALLENGE-5 What was done, or will be, and by when: not before it hindered anybody, and within two years. */
function answer(scene: Scene, challenge: ChallengeRow, { note, on }: ChallengeCommandData['challenge.answer']): Answer {
  const { now, day } = scene.policy
  if (on < challenge.since || on > twoYearsOn(day)) return no({ code: 'challenge-day' })
  const set = { answer: note, answerDay: on, answeredAt: now, missed: missedBy(scene, challenge), ...stopped }
  return moved(scene, challenge, 'answer', set, { note })
}

const twoYearsOn = (day: Day): Day => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`

/** A limit that went by counts once, whether the clock said so or not yet. */
const missedBy = ({ policy: { now } }: Scene, challenge: ChallengeRow): number =>
  challenge.missed + (challenge.lateSince === null && isOver(challenge, now) ? 1 : 0)

/** CHALLENGE-9 It was no answer: whoever gave it has their time again, and the answer is history. */
function reopen(scene: Scene, challenge: ChallengeRow, note: string): Answer {
  const { policy } = scene
  const level = policy.offices.get(challenge.office)?.level ?? 'district'
  const set = { answer: null, answerDay: null, answeredAt: null, dueAt: dueAtLevel(policy, level), lateSince: null }
  return moved(scene, challenge, 'reopen', set, { note })
}

/** CHALLENGE-6 To the next office on its way, up or down; never to the one that asked. */
function pass(scene: Scene, challenge: ChallengeRow, act: 'pass-up' | 'pass-down' | 'rise', note: string): Answer {
  const to = whither(challenge, act, scene)
  if (!to) return no({ code: 'challenge-no-office' })
  const set = { ...lyingAt(scene, to), missed: missedBy(scene, challenge) }
  return moved(scene, challenge, act, set, { to, note })
}

/** CHALLENGE-6 The office that a challenge would go to; null where there is none in that direction. */
export function whither(
  challenge: Pick<ChallengeRow, 'office' | 'reportedBy'>,
  act: 'pass-up' | 'pass-down' | 'rise',
  {
    look: { staffed },
    policy: { offices },
  }: { readonly look: Pick<ChallengeLook, 'staffed'>; readonly policy: Pick<Policy, 'offices'> },
): OfficeRow | null {
  const here = offices.get(challenge.office)
  if (!here) return null
  return (act === 'pass-down' ? nextDown : nextUp)(wayUp(challenge.reportedBy, offices, staffed), here.level)
}

/** CHALLENGE-8 What time does: it goes up by itself, or, where nobody is above, is late once. */
export function decideAsClock(act: ChallengeClockAct, look: ChallengeLook, policy: Policy): Answer {
  const { challenge } = look
  if (!challenge) return no({ code: 'challenge-unknown' })
  if (!isOver(challenge, policy.now) || challenge.lateSince !== null) return no({ code: 'already-so' })
  const scene = { look, policy, actor: null }
  if (act === 'rise') return pass(scene, challenge, 'rise', '')
  return moved(scene, challenge, 'overdue', { missed: missedBy(scene, challenge), lateSince: policy.now })
}

interface Said {
  readonly to?: OfficeRow
  readonly note?: string
}

function moved(
  scene: Scene,
  challenge: ChallengeRow,
  act: ChallengeAct,
  set: Fields,
  { to, note = '' }: Said = {},
): Answer {
  const rule = challengeRule(act)
  const status = rule.to === 'same' ? challenge.status : rule.to
  const from = rule.at === 'reporter' ? challenge.reportedBy : challenge.office
  const course = canonical([...courseOf(challenge), stepOf(scene, from, act, { to: to?.id ?? null, note })])
  const whole = { ...set, status, course, changedAt: scene.policy.now }
  const say = to ? { office: to.name } : {}
  return decided(scene, act, note, { id: challenge.id, base: challenge.version, set: whole, say })
}

const stepOf = (
  { actor, policy: { now } }: Scene,
  office: OfficeId,
  act: ChallengeStep['act'],
  { to, note }: Pick<ChallengeStep, 'to' | 'note'>,
): ChallengeStep => ({ act, at: now, by: actor?.staff ?? '', office, to, note })

interface Decided {
  readonly id: string
  readonly base: number
  readonly set: Fields
  readonly say: { readonly office?: string }
}

function decided({ policy: { day } }: Scene, act: string, note: string, { id, base, set, say }: Decided): Answer {
  const changes = [{ table: 'challenge', id, base, set }] as const
  return ok({ action: `challenge-${act}`, note, say, day, changes, jobs: [] })
}
