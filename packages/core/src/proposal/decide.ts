import type { Actor, StaffActor } from '../access/actor.ts'
import type { Right } from '../access/permission.ts'
import type { Policy } from '../case/policy.ts'
import type { ProposalActOf, ProposalData, ProposalMove } from '../contract/proposal.ts'
import type { ProposalId } from '../kernel/id.ts'
import { instantOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import { clockFor, clockWants, pressedAt, stopped } from './clock.ts'
import { captureOf, countsFrom, monthOf } from './cut-off.ts'
import { missingOf, unfitField, unmasked } from './fields.ts'
import type { ProposalClockAct, ProposalStep } from './moves.ts'
import { draftedProposal, proposalRule } from './moves.ts'
import type { ProposalRow } from './proposal.ts'
import { askedOf } from './proposal.ts'
import type { ProposalRefusal } from './refusal.ts'
import type { ProposalAnswer, ProposalLook, ReasonList } from './scene.ts'
import { decision } from './scene.ts'
import { ticked } from './sheet.ts'

interface Scene {
  readonly look: ProposalLook
  readonly actor: StaffActor
  readonly policy: Policy
}

/** PROPOSAL-1 to PROPOSAL-6, PROPOSAL-10, PROPOSAL-11 Decides one act of a proposal. Pure, resolved whole. */
export function decideProposal(
  id: ProposalId,
  move: ProposalMove,
  actor: Actor,
  look: ProposalLook,
  policy: Policy,
): ProposalAnswer {
  if (actor.kind !== 'staff') return no({ code: 'not-permitted', needs: rightsOf(move.action) })
  const scene = { look, actor, policy }
  if (move.action === 'draft') return draft(scene, id, move.data)
  const { proposal } = look
  if (!proposal) return no({ code: 'not-found' })
  const refusal = mayStep(proposal, move.action, actor) ?? noteMissing(move)
  return refusal ? no(refusal) : step(scene, proposal, move)
}

const rightsOf = (action: ProposalMove['action']): readonly Right[] =>
  action === 'draft' ? ['proposal.make'] : proposalRule(action).by

/** PROPOSAL-4 Why this actor may not take a step with a proposal now; null where they may. */
export function mayStep(
  proposal: Pick<ProposalRow, 'status' | 'drafters' | 'verifier'>,
  action: ProposalStep,
  actor: Actor,
): ProposalRefusal | null {
  const { from, by, apart } = proposalRule(action)
  if (!holdsAny(actor, by)) return { code: 'not-permitted', needs: by }
  if (!from.includes(proposal.status)) {
    return { code: 'wrong-proposal-status', status: proposal.status, allowedFrom: from }
  }
  const own = {
    drafter: actor.kind === 'staff' && proposal.drafters.includes(actor.staff),
    verifier: actor.kind === 'staff' && proposal.verifier === actor.staff,
  }
  return apart.some((who) => own[who]) ? { code: 'own-proposal' } : null
}

const holdsAny = (actor: Actor, rights: readonly Right[]): boolean =>
  rights.some((right) =>
    right === 'clock'
      ? actor.kind === 'clock'
      : right !== 'citizen' && actor.kind === 'staff' && actor.permissions.has(right),
  )

function noteMissing({ action, data }: Exclude<ProposalMove, { action: 'draft' }>): ProposalRefusal | null {
  const asks = proposalRule(action).note === 'required'
  return asks && 'note' in data && data.note.trim() === '' ? { code: 'note-missing' } : null
}

type Taken = Exclude<ProposalMove, { readonly action: 'draft' }>

function step(scene: Scene, proposal: ProposalRow, move: Taken): ProposalAnswer {
  switch (move.action) {
    case 'change':
      return change(scene, proposal, move.data)
    case 'evidence':
      return evidence(scene, proposal, move.data)
    case 'back':
      return back(scene, proposal, move.data)
    case 'verify':
      return verify(scene, proposal, move.data)
    case 'tick':
      return tick(scene, proposal, move.data)
    default:
      return plainly(scene, proposal, move)
  }
}

/** What changes nothing but the status, and says why. */
function plainly(
  scene: Scene,
  proposal: ProposalRow,
  move: ProposalActOf<'resend' | 'return' | 'approve' | 'send-back' | 'withdraw' | 'accept' | 'reject'>,
): ProposalAnswer {
  const { look, policy, actor } = scene
  const note = move.data.note
  switch (move.action) {
    case 'return':
    case 'send-back':
      return withReason(scene, proposal, move, 'proposal-return', { verifier: null, verifiedAt: null })
    case 'resend': {
      const missing = missingOf(proposal)
      return missing.length > 0
        ? no({ code: 'proposal-incomplete', fields: missing })
        : moved(policy, proposal, 'resend', { why: null, words: null }, { note })
    }
    case 'approve':
      return moved(policy, proposal, 'approve', { approver: actor.staff, approvedAt: policy.now }, { note })
    case 'withdraw':
      return moved(policy, proposal, 'withdraw', { words: note, ...stopped }, { note })
    case 'accept':
    case 'reject': {
      const refusal = unfitAnswer(proposal, move.data.answeredOn, policy)
      if (refusal) return no(refusal)
      const answered = { answeredOn: move.data.answeredOn, answeredAt: policy.now }
      return move.action === 'reject'
        ? withReason({ look, policy, actor }, proposal, move, 'proposal-answer', answered)
        : moved(policy, proposal, 'accept', { ...answered, why: null, words: note }, { note })
    }
  }
}

function withReason(
  { look, policy }: Scene,
  proposal: ProposalRow,
  { action, data }: ProposalActOf<'return' | 'send-back' | 'reject'>,
  list: ReasonList,
  set: Partial<ProposalRow>,
): ProposalAnswer {
  if (!look.has(list, data.reason)) return no({ code: 'unknown-reason' })
  const said = { note: data.note, reason: data.reason }
  return moved(policy, proposal, action, { ...set, why: data.reason, words: data.note }, said)
}

/** An answer is older than its record and younger than what was handed over. */
function unfitAnswer({ exportedAt }: ProposalRow, day: string, policy: Policy): ProposalRefusal | null {
  if (day > policy.day) return { code: 'too-early', until: Date.parse(day) }
  const out = exportedAt === null ? '' : new Date(exportedAt).toISOString().slice(0, 10)
  // The two days are told in different zones: one day apart is the same.
  return day < dayBefore(out) ? { code: 'too-early', until: exportedAt ?? 0 } : null
}
const dayBefore = (day: string): string =>
  day === '' ? '' : new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)

/** PROPOSAL-1 What was taken down at a desk or a doorstep: it may lack much, and is kept. */
function draft({ look, actor, policy }: Scene, id: ProposalId, data: ProposalData['draft']): ProposalAnswer {
  if (!actor.permissions.has('proposal.make')) return no({ code: 'not-permitted', needs: ['proposal.make'] })
  if (look.proposal) return no({ code: 'already-so' })
  if (levelOf(data.place) !== 'village' || !covers(actor.place, data.place)) return no({ code: 'wrong-place' })
  const refusal = unfitWords(look, data)
  if (refusal) return no(refusal)
  const times = { capturedAt: instantOf(data.capturedAt), receivedAt: policy.now }
  const capture = captureOf(times.capturedAt, times.receivedAt)
  const counts = countsFrom({ ...times, capture })
  const set = {
    ...blankProposal,
    district: ledgerOf(data.place),
    kind: data.kind,
    status: draftedProposal,
    place: data.place,
    ...wordsOf(data),
    nik: data.nik,
    kk: data.kk,
    caseId: data.case,
    visit: data.visit,
    drafters: [actor.staff],
    office: actor.office,
    ...times,
    capture,
    month: monthOf(policy.calendar.zone, counts, look.cutOff(counts)),
    ...clockFor(data.kind, counts),
    draftedAt: policy.now,
    changedAt: policy.now,
  }
  const made: Change = { table: 'proposal', id, base: 0, set }
  return ok(decision(policy, 'proposal-draft', '', { kind: data.kind }, [made]))
}

const blankProposal = {
  photos: null,
  spot: null,
  backing: null,
  minutes: null,
  file: null,
  fileName: null,
  backedAt: null,
  verifier: null,
  verifiedAt: null,
  approver: null,
  approvedAt: null,
  why: null,
  words: null,
  batch: null,
  exportedAt: null,
  ticks: [],
  answeredOn: null,
  answeredAt: null,
} as const

const wordsOf = ({ person, family, name, programme, asked, reason, note }: ProposalData['change']) => ({
  person,
  family,
  name,
  programme,
  asked: canonical(asked),
  reason,
  note,
})

function unfitWords(look: ProposalLook, data: ProposalData['change']): ProposalRefusal | null {
  const field = unfitField(data.asked)
  if (field !== null) return { code: 'proposal-field', field }
  return look.has('proposal-reason', data.reason) ? null : { code: 'unknown-reason' }
}

/** PROPOSAL-4, PROPOSAL-27 Whoever changes what is asked for has drafted it, too; numbers that nobody typed anew stay. */
function change({ look, actor, policy }: Scene, proposal: ProposalRow, given: ProposalData['change']): ProposalAnswer {
  const data = { ...given, asked: [...unmasked(askedOf(proposal), given.asked)] }
  const refusal = unfitWords(look, data)
  if (refusal) return no(refusal)
  const { nik = proposal.nik, kk = proposal.kk } = data
  return moved(policy, proposal, 'change', { ...wordsOf(data), nik, kk, drafters: withDrafter(proposal, actor) })
}

const withDrafter = ({ drafters }: ProposalRow, { staff }: StaffActor): readonly string[] => [
  ...new Set([...drafters, staff]),
]

const onlyOnce = (photos: readonly string[]): readonly string[] | null =>
  photos.length === 0 ? null : [...new Set(photos)]

/** PROPOSAL-28 Photos that were sent and where the house stands; whoever shows them has drafted it, too. */
function evidence(
  { look, actor, policy }: Scene,
  proposal: ProposalRow,
  { photos, spot }: ProposalData['evidence'],
): ProposalAnswer {
  if (photos && photos.length > 0 && !look.filed) return no({ code: 'unknown-file' })
  const shown = photos === null ? proposal.photos : onlyOnce(photos)
  const set = { photos: shown, spot: spot && canonical(spot), drafters: withDrafter(proposal, actor) }
  return moved(policy, proposal, 'evidence', set)
}

/** PROPOSAL-5 Without a meeting a signed statement of responsibility stands behind it. */
function back(
  { look, policy }: Scene,
  proposal: ProposalRow,
  { file, fileName }: ProposalData['back'],
): ProposalAnswer {
  if (!look.filed) return no({ code: 'unknown-file' })
  const missing = missingOf(proposal)
  if (missing.length > 0) return no({ code: 'proposal-incomplete', fields: missing })
  const set = { backing: 'sptjm', file, fileName, backedAt: policy.now } as const
  return moved(policy, proposal, 'back', set, { backing: 'sptjm' })
}

/** PROPOSAL-6, PROPOSAL-21 Somebody else looked at it; where the device's time cannot be, they say which one counts. */
function verify(
  { look, actor, policy }: Scene,
  proposal: ProposalRow,
  { note, capture: said }: ProposalData['verify'],
): ProposalAnswer {
  const flagged = proposal.capture === 'flagged'
  if (flagged && said === null) return no({ code: 'capture-undecided' })
  const capture = flagged && said !== null ? said : proposal.capture
  const counts = countsFrom({ ...proposal, capture })
  const month = flagged ? monthOf(policy.calendar.zone, counts, look.cutOff(counts)) : proposal.month
  const set = { verifier: actor.staff, verifiedAt: policy.now, capture, month, ...stopped }
  return moved(policy, proposal, 'verify', set, { note })
}

/** PROPOSAL-10 What was typed into another system is ticked off by whoever typed it; a slip is taken back. */
function tick(
  { look, actor, policy }: Scene,
  proposal: ProposalRow,
  { target, fields, done }: ProposalData['tick'],
): ProposalAnswer {
  const known = look.targets.get(target)
  if (!known) return no({ code: 'unknown-target' })
  const strange = fields.find((field) => !known.includes(field))
  if (strange !== undefined) return no({ code: 'proposal-field', field: strange })
  const ticks = ticked(proposal.ticks, { target, fields, done, by: actor.staff, at: policy.now })
  return ticks === null ? no({ code: 'already-so' }) : moved(policy, proposal, 'tick', { ticks }, { target })
}

/** PROPOSAL-22 Does what the clock wants, once. */
export function decideAsClock(proposal: ProposalRow, action: ProposalClockAct, policy: Policy): ProposalAnswer {
  const { dueAt } = proposal
  if (dueAt === null || clockWants(proposal, policy.now) !== action) return no({ code: 'already-so' })
  const pressed = clockActs.indexOf(action) + 1
  return moved(policy, proposal, action, { pressed, pressAt: pressedAt(dueAt, pressed) })
}
const clockActs: readonly ProposalClockAct[] = ['warn', 'escalate', 'overdue']

/** The change that a step makes of a proposal: its status by the table, and what it says. */
export function changeOf(
  policy: Policy,
  proposal: ProposalRow,
  action: ProposalStep,
  set: Partial<ProposalRow>,
): Change {
  const { id: _id, version: _version, ...fields } = set
  const { to } = proposalRule(action)
  const status = to === 'same' ? proposal.status : to
  return {
    table: 'proposal',
    id: proposal.id,
    base: proposal.version,
    set: { ...fields, status, changedAt: policy.now },
  }
}

/** What a person says with it, and facts for the history. */
type Said = { readonly note?: string; readonly [fact: string]: string }

const moved = (
  policy: Policy,
  proposal: ProposalRow,
  action: ProposalStep,
  set: Partial<ProposalRow>,
  said: Said = {},
): ProposalAnswer => {
  const { note = '', ...say } = said
  return ok(decision(policy, `proposal-${action}`, note, say, [changeOf(policy, proposal, action, set)]))
}
