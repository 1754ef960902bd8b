import type { Actor, StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { MinutesMove, ProposalData } from '../contract/proposal.ts'
import type { MinutesId, ProposalBatchId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import { stopped } from './clock.ts'
import { changeOf, mayStep } from './decide.ts'
import { missingOf } from './fields.ts'
import type { MinutesStep } from './moves.ts'
import { minutesRule, openMinutes, proposalRule } from './moves.ts'
import type { Counts, MinutesRow, ProposalBatchRow, ProposalRow, Verdict } from './proposal.ts'
import { attendanceOf, verdictsOf } from './proposal.ts'
import type { ProposalAnswer, ProposalLook } from './scene.ts'
import { decision } from './scene.ts'

interface Scene {
  readonly look: ProposalLook
  readonly actor: StaffActor
  readonly policy: Policy
}

/** PROPOSAL-13, PROPOSAL-14 Decides one act of the minutes of a village meeting. */
export function decideMinutes(
  id: MinutesId,
  move: MinutesMove,
  actor: Actor,
  look: ProposalLook,
  policy: Policy,
): ProposalAnswer {
  if (actor.kind !== 'staff' || !actor.permissions.has('proposal.make'))
    return no({ code: 'not-permitted', needs: ['proposal.make'] })
  const scene = { look, actor, policy }
  if (move.action === 'meet') return meet(scene, id, move.data)
  const { minutes } = look
  if (!minutes) return no({ code: 'not-found' })
  if (!minutesRule(move.action).from.includes(minutes.status))
    return no({ code: 'wrong-minutes-status', status: minutes.status })
  switch (move.action) {
    case 'minute':
      return minute(scene, minutes, move.data)
    case 'sign':
      return sign(scene, minutes, move.data)
    case 'call-off':
      return moved(scene, minutes, 'call-off', { note: move.data.note }, [])
  }
}

function meet({ look, actor, policy }: Scene, id: MinutesId, data: ProposalData['meet']): ProposalAnswer {
  if (look.minutes) return no({ code: 'already-so' })
  if (levelOf(data.place) !== 'village' || !covers(actor.place, data.place)) return no({ code: 'wrong-place' })
  const set = {
    district: ledgerOf(data.place),
    kind: data.kind,
    status: openMinutes,
    place: data.place,
    office: actor.office,
    writer: actor.staff,
    day: data.day,
    venue: data.venue,
    leader: '',
    attendance: canonical([]),
    counts: noCounts,
    decisions: '',
    verdicts: canonical([]),
    file: null,
    fileName: null,
    note: null,
    openedAt: policy.now,
    signedAt: null,
    changedAt: policy.now,
  }
  return ok(decision(policy, 'proposal-meet', '', {}, [{ table: 'minutes', id, base: 0, set }]))
}

const noCounts: Counts = { notFound: 0, wellOff: 0, moved: 0, corrected: 0, prelist: 0, fresh: 0 }

/** PROPOSAL-13, FIELD-31 Minutes are written bit by bit; what they name lies in the village. A sheet named here signs nothing. */
function minute(scene: Scene, minutes: MinutesRow, data: ProposalData['minute']): ProposalAnswer {
  const { look } = scene
  const ids = new Set(data.verdicts.map(({ proposal }) => proposal))
  const fit = data.verdicts.every(({ proposal }) => look.proposals.get(proposal)?.place === minutes.place)
  if (!fit || ids.size !== data.verdicts.length) return no({ code: 'unknown-proposal' })
  const { venue, leader, attendance, counts, decisions, verdicts, files } = data
  const set = { venue, leader, attendance: canonical(attendance), counts, decisions, verdicts: canonical(verdicts) }
  const [sheet] = files ?? []
  const named = sheet ? { file: sheet.sha256, fileName: sheet.name } : {}
  return moved(scene, minutes, 'minute', { ...set, ...named }, [])
}

/** PROPOSAL-14 With the signed scan the meeting stands behind what it agreed to; what it did not agree to ends there. */
function sign(scene: Scene, minutes: MinutesRow, { file, fileName }: ProposalData['sign']): ProposalAnswer {
  const { look, policy } = scene
  if (!look.filed) return no({ code: 'unknown-file' })
  if (policy.day < minutes.day) return no({ code: 'too-early', until: Date.parse(minutes.day) })
  const missing = unwritten(minutes)
  if (missing.length > 0) return no({ code: 'minutes-incomplete', fields: missing })
  const changes: Change[] = []
  for (const verdict of verdictsOf(minutes)) {
    const proposal = look.proposals.get(verdict.proposal)
    if (!proposal) return no({ code: 'unknown-proposal' })
    const lacking = verdict.agreed ? missingOf(proposal) : []
    if (lacking.length > 0) return no({ code: 'proposal-incomplete', fields: lacking })
    const change = verdictOn(scene, minutes, proposal, verdict)
    // Somebody else took it on meanwhile: what the meeting said of it is in its minutes all the same.
    if (change) changes.push(change)
  }
  const own = { file, fileName, signedAt: policy.now }
  return moved(scene, minutes, 'sign', own, changes)
}

const unwritten = (minutes: MinutesRow): readonly string[] => [
  ...(minutes.leader === '' ? ['leader'] : []),
  ...(attendanceOf(minutes).length === 0 ? ['attendance'] : []),
]

function verdictOn(
  { actor, policy }: Scene,
  minutes: MinutesRow,
  proposal: ProposalRow,
  { agreed, note }: Verdict,
): Change | null {
  const step = agreed ? 'back' : 'withdraw'
  if (mayStep(proposal, step, actor) !== null || !proposalRule('back').from.includes(proposal.status)) return null
  const set = agreed
    ? ({ backing: 'minutes', minutes: minutes.id, backedAt: policy.now } as const)
    : { minutes: minutes.id, words: note, ...stopped }
  return changeOf(policy, proposal, step, set)
}

function moved(
  { policy }: Scene,
  minutes: MinutesRow,
  action: MinutesStep,
  set: Partial<MinutesRow>,
  more: readonly Change[],
): ProposalAnswer {
  const { id: _id, version: _version, ...fields } = set
  const to = { ...fields, status: minutesRule(action).to, changedAt: policy.now }
  const own: Change = { table: 'minutes', id: minutes.id, base: minutes.version, set: to }
  return ok(decision(policy, `proposal-${action}`, set.note ?? '', {}, [own, ...more]))
}

/** PROPOSAL-9 What is approved and counts for the month, or an earlier one, is taken out together, each once. */
export function decideExport(
  id: ProposalBatchId,
  data: ProposalData['export'],
  actor: Actor,
  look: ProposalLook & { readonly batch: ProposalBatchRow | null },
  policy: Policy,
): ProposalAnswer {
  const { by } = proposalRule('export')
  if (actor.kind !== 'staff') return no({ code: 'not-permitted', needs: by })
  const { batch } = look
  if (batch && !grows(batch, data, actor, policy)) return no({ code: 'already-so' })
  const changes: Change[] = []
  for (const one of new Set(data.proposals)) {
    const proposal = look.proposals.get(one)
    if (!proposal) return no({ code: 'unknown-proposal' })
    const refusal = mayStep(proposal, 'export', actor)
    if (refusal) return no(refusal)
    if (proposal.month > data.month) return no({ code: 'proposal-later', count: 1 })
    changes.push(changeOf(policy, proposal, 'export', { batch: id, exportedAt: policy.now }))
  }
  const made = batchOf(batch, id, changes.length, { month: data.month, actor, policy })
  return ok(decision(policy, 'proposal-export', '', { month: data.month, size: changes.length }, [made, ...changes]))
}

/** More than one command takes goes into the same batch: by who makes it, for its month, within a day. */
const grows = (
  { maker, office, month, madeAt }: ProposalBatchRow,
  data: ProposalData['export'],
  actor: StaffActor,
  { now }: Policy,
): boolean => maker === actor.staff && office === actor.office && month === data.month && now - madeAt < dayMs

interface Making {
  readonly month: string
  readonly actor: StaffActor
  readonly policy: Policy
}

function batchOf(
  batch: ProposalBatchRow | null,
  id: ProposalBatchId,
  more: number,
  { month, actor, policy }: Making,
): Change {
  if (batch) return { table: 'proposalBatch', id, base: batch.version, set: { size: batch.size + more } }
  const { place, office, staff: maker } = actor
  const set = { district: ledgerOf(place), month, place, office, maker, size: more, madeAt: policy.now }
  return { table: 'proposalBatch', id, base: 0, set }
}
