import type { Actor } from '@openslrt/core/access/actor.ts'
import type { Permission, Right } from '@openslrt/core/access/permission.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type {
  MinutesMove,
  ProposalAction,
  ProposalActOf,
  ProposalData,
  ProposalMove,
} from '@openslrt/core/contract/proposal.ts'
import { minutesMoveData } from '@openslrt/core/contract/proposal.ts'
import { minutesId, proposalBatchId, proposalId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import { decideAsClock, decideProposal } from '@openslrt/core/proposal/decide.ts'
import { decideExport, decideMinutes } from '@openslrt/core/proposal/decide-minutes.ts'
import type { ProposalClockAct } from '@openslrt/core/proposal/moves.ts'
import type { MinutesRow, ProposalBatchRow, ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import { verdictsOf } from '@openslrt/core/proposal/proposal.ts'
import type { ProposalAnswer, ProposalLook } from '@openslrt/core/proposal/scene.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, holdBlob } from '../case/index.ts'
import { findNamed } from '../registry/index.ts'
import { cutOffAt, findOne, findProposals, targetsOn } from './load.ts'

/** Answers every command whose kind begins with `proposal.`: of proposals, of the minutes of meetings, of batches. */
export function proposalHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      plan({ parts, client, order, actor, receivedAt }),
    )
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly actor: Actor
  readonly receivedAt: number
}
interface Scene extends Asked {
  readonly keys: DistrictKeys
  readonly policy: Policy
  readonly look: ProposalLook
}
type Answer = Result<Plan, Refusal>

async function plan(asked: Asked): Promise<Answer> {
  const { parts, order, actor, receivedAt } = asked
  const { district, doneAt } = order.envelope
  // Before anything is looked for: whoever may not do it is told that, and not whether it is there.
  if (!mayAsk(actor, order)) return no({ code: 'not-permitted', needs: order.row.rights })
  const keys = await parts.ledger.keys.forDistrict(district)
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const scene = { ...asked, keys, policy, look: lookFor(parts, district, policy) }
  if (actor.kind === 'clock') return asClock(scene, actOf<ClockMove>(order).action)
  const move = actOf<ProposalActOf<ProposalAction>>(order)
  if (move.action === 'export') return exporting(scene, move.data)
  return isOfMinutes(move) ? aboutMinutes(scene, move) : aboutProposal(scene, move)
}

interface ClockMove {
  readonly action: ProposalClockAct
  readonly data: unknown
}
const isOfMinutes = (move: MinutesMove | ProposalMove): move is MinutesMove => move.action in minutesMoveData

const mayAsk = (actor: Actor, { row: { rights } }: Order): boolean =>
  actor.kind === 'clock' ||
  (actor.kind === 'staff' && rights.some((right) => isPermission(right) && actor.permissions.has(right)))
const isPermission = (right: Right): right is Permission => right !== 'citizen' && right !== 'clock'

/** What lists say; the rows are added by whoever decides on them. */
function lookFor({ reference }: CaseParts, district: string, policy: Policy): ProposalLook {
  const { day } = policy
  return {
    proposal: null,
    minutes: null,
    proposals: new Map(),
    has: (list, code) => reference.list(list, district, day).some((item) => item.code === code),
    cutOff: (at) => cutOffAt(reference, district, at),
    targets: new Map(targetsOn(reference, district, day).map(({ code, target }) => [code, target.fields])),
    filed: false,
  }
}

async function asClock({ client, order, actor, keys, policy }: Scene, action: ProposalClockAct): Promise<Answer> {
  const { district, subject } = order.envelope
  const proposal = await findOne(client, actor, 'proposal', { district, id: subject }, keys)
  if (!proposal) return no({ code: 'not-found' })
  if (isStale(order, proposal)) return no({ code: 'stale' })
  return planned(decideAsClock(proposal, action, policy), proposal.place, [proposal])
}

async function aboutProposal(scene: Scene, move: ProposalMove): Promise<Answer> {
  const { client, order, actor, keys, policy, look } = scene
  const { district, subject } = order.envelope
  const proposal = await findOne(client, actor, 'proposal', { district, id: subject }, keys)
  if (proposal && isStale(order, proposal)) return no({ code: 'stale' })
  if (!proposal && move.action !== 'draft') return no({ code: 'not-found' })
  const named = await namedIn(scene, move)
  if (!named.ok) return named
  const filed = await areFiled(scene, move, proposal)
  const decided = decideProposal(proposalId.parse(subject), move, actor, { ...look, proposal, filed }, policy)
  return planned(decided, proposal?.place ?? placeOf(move), proposal ? [proposal] : [], named.value)
}

const placeOf = (move: ProposalMove): PlaceCode | null => (move.action === 'draft' ? move.data.place : null)

const isStale = ({ envelope: { base } }: Order, { version }: { readonly version: number }): boolean =>
  base !== null && base !== version

/** Whom and what a proposal names: all of it there, and seen by whoever drafts it. */
async function namedIn(
  { client, order, actor }: Scene,
  move: ProposalMove,
): Promise<Result<readonly Relied[], Refusal>> {
  if (move.action !== 'draft' && move.action !== 'change') return ok([])
  const { district } = order.envelope
  const place = placeOf(move)
  if (place !== null && ledgerOf(place) !== district) return no({ code: 'wrong-district' })
  const found = await findNamed(client, actor, district, move.data)
  const named = move.action === 'draft' ? move.data.case : null
  const kase = named && (await findCase(client, actor, district, named, null))
  if (!found || (named && !kase)) return no({ code: 'not-found' })
  return ok([...found, ...relied('case', kase || null)])
}

/** Whether what a move names was sent before: a scan, or photos. Those that the proposal has already are known. */
async function areFiled(scene: Scene, move: ProposalMove, proposal: ProposalRow | null): Promise<boolean> {
  if (move.action === 'back') return isFiled(scene, move.data.file)
  if (move.action !== 'evidence') return false
  const { client, order } = scene
  for (const photo of (move.data.photos ?? []).filter((one) => !proposal?.photos?.includes(one))) {
    // oxlint-disable-next-line no-await-in-loop -- a handful, on one connection
    const blob = await holdBlob(client, order.envelope.district, photo)
    if (!blob?.type.startsWith('image/')) return false
  }
  return true
}

const isFiled = async ({ client, order }: Scene, file: string): Promise<boolean> =>
  (await holdBlob(client, order.envelope.district, file)) !== null

async function aboutMinutes(scene: Scene, move: MinutesMove): Promise<Answer> {
  const { client, order, actor, keys, policy, look } = scene
  const { district, subject } = order.envelope
  const minutes = await findOne(client, actor, 'minutes', { district, id: subject }, keys)
  if (!minutes && move.action !== 'meet') return no({ code: 'not-found' })
  if (minutes && isStale(order, minutes)) return no({ code: 'stale' })
  if (move.action === 'meet' && ledgerOf(move.data.place) !== district) return no({ code: 'wrong-district' })
  const named = namedBy(minutes, move)
  const proposals = await findProposals(client, actor, district, named, keys)
  const filed = move.action === 'sign' && (await isFiled(scene, move.data.file))
  const decided = decideMinutes(minutesId.parse(subject), move, actor, { ...look, minutes, proposals, filed }, policy)
  const place = minutes?.place ?? (move.action === 'meet' ? move.data.place : null)
  const relies = relied('proposal', ...proposals.values())
  return planned(decided, place, [...(minutes ? [minutes] : []), ...proposals.values()], relies)
}

function namedBy(minutes: MinutesRow | null, move: MinutesMove): readonly string[] {
  if (move.action === 'minute') return move.data.verdicts.map(({ proposal }) => proposal)
  return move.action === 'sign' && minutes ? verdictsOf(minutes).map(({ proposal }) => proposal) : []
}

async function exporting(scene: Scene, data: ProposalData['export']): Promise<Answer> {
  const { client, order, actor, keys, policy, look } = scene
  const { district, subject } = order.envelope
  if (actor.kind !== 'staff' || ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const batch = await findOne(client, actor, 'proposalBatch', { district, id: subject }, keys)
  const proposals = await findProposals(client, actor, district, data.proposals, keys)
  const decided = decideExport(proposalBatchId.parse(subject), data, actor, { ...look, proposals, batch }, policy)
  return planned(decided, actor.place, [...(batch ? [batch] : []), ...proposals.values()])
}

const planned = (
  decided: ProposalAnswer,
  place: PlaceCode | null,
  before: readonly (ProposalRow | MinutesRow | ProposalBatchRow)[],
  relies: readonly Relied[] = [],
): Answer =>
  decided.ok ? ok({ decision: decided.value, place: place ?? placeCode.parse('00'), before, relies }) : decided
