import type { Actor, StaffActor } from '../access/actor.ts'
import type { AssessmentMove, AssessmentMoveOf } from '../contract/independence.ts'
import type { AssessmentId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import { covers, ledgerOf, levelOf, placeCode } from '../place/code.ts'
import type { AssessmentRow, SaidOf } from './assessment.ts'
import { standing } from './assessment.ts'
import { missingIn, unexplained, unexplainedJudgements } from './complete.ts'
import type { Figures } from './figures.ts'
import type { Instrument } from './instrument.ts'
import type { AssessmentAct } from './moves.ts'
import { assessmentRule, endedAssessment } from './moves.ts'
import type { IndependenceRefusal } from './refusal.ts'
import { scoreOf } from './score.ts'

/** What a decision about an assessment looks at. */
export interface AssessmentLook {
  readonly now: Instant
  /** Today, where the district is. */
  readonly day: Day
  /** What the command is about; and whatever its district has for that year, and was not withdrawn. */
  readonly assessment: AssessmentRow | null
  readonly ofYear: AssessmentRow | null
  /** The instrument of the assessment; of a new one, the one that holds today. */
  readonly instrument: Instrument | null
  /** What the system counts of the district now. */
  readonly figures: Figures | null
}
type Answer = Result<Decision, IndependenceRefusal>

/** INDEP-3 Decides one act about an assessment. Pure, resolved whole. */
export function decideAssessment(id: AssessmentId, move: AssessmentMove, actor: Actor, look: AssessmentLook): Answer {
  const { by } = assessmentRule(move.action)
  if (actor.kind !== 'staff' || !actor.permissions.has(by)) return no({ code: 'not-permitted', needs: [by] })
  if (move.action === 'draft') return draft(id, move, actor, look)
  const { assessment, instrument } = look
  if (!assessment || !instrument) return no({ code: 'assessment-unknown' })
  const refusal = mayMove(assessment, move.action, actor)
  return refusal ? no(refusal) : step({ assessment, instrument, actor, look }, move)
}

/** INDEP-5 Why this actor may not do that with the assessment now; null where they may. */
export function mayMove(
  row: Pick<AssessmentRow, 'district' | 'status' | 'assessors' | 'verifiers'>,
  act: AssessmentAct,
  actor: StaffActor,
): IndependenceRefusal | null {
  const { from, by, at } = assessmentRule(act)
  if (!actor.permissions.has(by)) return { code: 'not-permitted', needs: [by] }
  const place = placeCode.parse(row.district)
  if (levelOf(actor.place) !== at || !covers(actor.place, place)) return { code: 'wrong-place' }
  if (isSame(row, act, actor.staff)) return { code: 'assessment-same' }
  return from.includes(row.status) ? null : { code: 'assessment-step', status: row.status, allowedFrom: from }
}

/** INDEP-5 Whoever filled it neither verifies nor signs it, and whoever verified it neither fills nor signs it. */
function isSame(
  { assessors, verifiers }: Pick<AssessmentRow, 'assessors' | 'verifiers'>,
  act: AssessmentAct,
  staff: StaffId,
): boolean {
  const { by } = assessmentRule(act)
  if (by !== 'independence.assess' && assessors.includes(staff)) return true
  return by !== 'independence.verify' && verifiers.includes(staff)
}

/** INDEP-8 One for each year, of the year that it is or of the one before. */
function draft(
  id: AssessmentId,
  { data: { year } }: AssessmentMoveOf<'draft'>,
  actor: StaffActor,
  look: AssessmentLook,
): Answer {
  if (levelOf(actor.place) !== 'district') return no({ code: 'wrong-place' })
  const present = Number(look.day.slice(0, 4))
  if (year > present || year < present - 1) return no({ code: 'assessment-year' })
  if (look.assessment || look.ofYear) return no({ code: 'assessment-there' })
  if (!look.instrument) return no({ code: 'assessment-year' })
  const bare = {
    figures: null,
    score: null,
    note: null,
    signer: null,
    submittedAt: null,
    verifiedAt: null,
    signedAt: null,
  }
  const set = {
    ...bare,
    district: ledgerOf(actor.place),
    year,
    instrument: look.instrument.from,
    office: actor.office,
    answers: {},
    judged: {},
    profile: {},
    assessors: [actor.staff],
    verifiers: [],
    draftedAt: look.now,
  }
  return decided('draft', look, { id, version: 0, status: 'drafted' }, set)
}

interface Scene {
  readonly assessment: AssessmentRow
  readonly instrument: Instrument
  readonly actor: StaffActor
  readonly look: AssessmentLook
}

function step(scene: Scene, move: Exclude<AssessmentMove, { action: 'draft' }>): Answer {
  const { assessment, look, actor } = scene
  switch (move.action) {
    case 'save':
      return save(scene, move)
    case 'submit':
      return submit(scene)
    case 'judge':
      return judge(scene, move)
    case 'verify':
      return verify(scene)
    case 'withdraw':
    case 'return':
      return decided(
        move.action,
        look,
        assessment,
        { note: move.data.note, ...verifierOf(scene, move.action) },
        move.data.note,
      )
    case 'sign':
      return decided('sign', look, assessment, { signer: actor.staff, signedAt: look.now })
  }
}

const verifierOf = ({ assessment, actor }: Scene, act: AssessmentAct): Partial<AssessmentRow> =>
  act === 'return' ? { verifiers: withOne(assessment.verifiers, actor.staff) } : {}

const withOne = (all: readonly StaffId[], one: StaffId): readonly StaffId[] => (all.includes(one) ? all : [...all, one])

type Typed = AssessmentMoveOf<'save'>['data']['answers']

/** What was typed, by indicator; null where one is named that the instrument has not, or one twice. */
function typedOf({ indicators }: Instrument, typed: Typed): SaidOf | null {
  const known = new Set(indicators.map(({ code }) => code))
  const codes = new Set(typed.map(({ code }) => code))
  if (codes.size !== typed.length || typed.some(({ code }) => !known.has(code))) return null
  return Object.fromEntries(typed.map(({ code, level, text }) => [code, { level, text }]))
}

/** INDEP-10 A draft is kept in parts. What the province said of an answer falls away when the answer changes. */
function save(scene: Scene, { data }: AssessmentMoveOf<'save'>): Answer {
  const { assessment, instrument, actor, look } = scene
  const typed = typedOf(instrument, data.answers)
  if (!typed) return no({ code: 'assessment-indicator' })
  const answers = { ...assessment.answers, ...typed }
  const judged = Object.fromEntries(Object.entries(assessment.judged).filter(([code]) => !(code in typed)))
  return decided('save', look, assessment, {
    answers,
    judged,
    assessors: withOne(assessment.assessors, actor.staff),
    ...scored(instrument, standing(answers, judged)),
  })
}

/** INDEP-11 Handed in whole, with the figures of that moment: a level beside a figure's own is explained, and so is an unknown one. */
function submit({ assessment, instrument, actor, look }: Scene): Answer {
  const answers = assessment.answers
  const missing = missingIn(instrument, answers)
  if (missing.length > 0) return no({ code: 'assessment-missing', count: missing.length })
  const bare = unexplained(instrument, answers, look.figures)
  if (bare.length > 0) return no({ code: 'assessment-reason', count: bare.length })
  return decided('submit', look, assessment, {
    figures: look.figures,
    assessors: withOne(assessment.assessors, actor.staff),
    note: null,
    submittedAt: look.now,
    ...scored(instrument, standing(answers, assessment.judged)),
  })
}

/** INDEP-12 The province says of each indicator what it finds; another level than the district's, with a reason. */
function judge({ assessment, instrument, actor, look }: Scene, { data }: AssessmentMoveOf<'judge'>): Answer {
  const typed = typedOf(instrument, data.answers)
  if (!typed) return no({ code: 'assessment-indicator' })
  const answers = assessment.answers
  const bare = unexplainedJudgements(answers, typed)
  if (bare.length > 0) return no({ code: 'assessment-reason', count: bare.length })
  const judged = { ...assessment.judged, ...typed }
  return decided('judge', look, assessment, {
    judged,
    verifiers: withOne(assessment.verifiers, actor.staff),
    ...scored(instrument, standing(answers, judged)),
  })
}

function verify({ assessment, instrument, actor, look }: Scene): Answer {
  const judged = assessment.judged
  const left = missingIn(instrument, judged)
  if (left.length > 0) return no({ code: 'assessment-unjudged', count: left.length })
  return decided('verify', look, assessment, {
    verifiers: withOne(assessment.verifiers, actor.staff),
    verifiedAt: look.now,
    ...scored(instrument, standing(assessment.answers, judged)),
  })
}

/** INDEP-6 The score beside the words that it comes from: lists and medians read it, and never count anew. */
function scored(instrument: Instrument, said: SaidOf): Pick<AssessmentRow, 'score' | 'profile'> {
  const { total, dimensions } = scoreOf(instrument, said)
  const profile = Object.fromEntries(Object.entries(dimensions).map(([one, { share }]) => [one, share]))
  return { score: total.share, profile }
}

type Kept = Pick<AssessmentRow, 'id' | 'version' | 'status'>

function decided(
  act: AssessmentAct,
  { day, now }: AssessmentLook,
  { id, version, status }: Kept,
  set: Partial<Omit<AssessmentRow, 'id' | 'version'>>,
  note = '',
): Answer {
  const to = { ...set, status: assessmentRule(act).to ?? status, changedAt: now }
  const changes = [{ table: 'independence', id, base: version, set: to }] as const
  return ok({ action: `independence-${act}`, note, say: {}, day, changes, jobs: [] })
}

/** INDEP-8 Whether a district may begin one for a year, of all that it has. */
export const isTaken = (all: readonly Pick<AssessmentRow, 'year' | 'status'>[], year: number): boolean =>
  all.some((one) => one.year === year && one.status !== 'withdrawn')

export const isOpen = ({ status }: Pick<AssessmentRow, 'status'>): boolean => !endedAssessment.includes(status)
