import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { carryOver } from '@openslrt/core/need/carry.ts'
import { decideApplicationAsClock } from '@openslrt/core/need/clock.ts'
import { decideAboutNeed } from '@openslrt/core/need/decide.ts'
import { factsOf } from '@openslrt/core/need/facts.ts'
import { applicationClockActs } from '@openslrt/core/need/moves.ts'
import type { QuotaRow } from '@openslrt/core/need/need.ts'
import { collide, placesLeft } from '@openslrt/core/need/quota.ts'
import type { InLine, MoveOf, NeedFile, NeedMove } from '@openslrt/core/need/scene.ts'
import { wholeOf } from '@openslrt/core/need/shares.ts'
import { ledgerOf, levelOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findProgramme } from '../programme/index.ts'
import { findApplication, findHolder, findNeed, grantedNeeds, holderOf, ownNeed } from './load.ts'
import { carryingOf, dayOfGiving, lineOf, quotaOf, quotasAround } from './load-quota.ts'
import { isAsked, isSaid, selectParticipation, selectQuota } from './queries.ts'

/** Answers every command about needs, applications, participation and quotas. The subject is the row that is changed. */
export function needHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    // Asked before the transaction: inside it, it would wait for a second connection.
    const knowsPlace = order.row.kind === 'quota.set' && (await isPlaceHere(parts, order))
    return execute(parts.ledger, commandOf(order, actor, receivedAt), (client) => {
      if (actor.kind === 'staff') return decide({ parts, client, order, actor, knowsPlace }, receivedAt)
      if (actor.kind === 'clock') return asClock({ parts, client, order }, receivedAt)
      return Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights }))
    })
  }
}

async function isPlaceHere({ reference }: CaseParts, order: Order): Promise<boolean> {
  const { place } = order.data as MoveOf<'quota.set'>['data']
  if (ledgerOf(place) !== order.envelope.district) return false
  return levelOf(place) === 'village' ? reference.knowsVillage(place) : reference.placeName(place) !== place
}

/** What time says of an application; which one, the command's own scope says. */
async function asClock(
  { parts, client, order }: Omit<Asked, 'actor' | 'knowsPlace'>,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject } = order.envelope
  if (order.row.kind === 'quota.carry') return carry({ parts, client, order }, receivedAt)
  const act = applicationClockActs.find((one) => order.row.kind === `application.${one}`)
  const application = act ? await findApplication(client, district, subject, null) : null
  if (!act || !application) return no({ code: 'application-unknown' })
  const policy = parts.reference.policyFor(district, receivedAt, receivedAt)
  const decided = decideApplicationAsClock(application, act, policy)
  return decided.ok
    ? ok({ decision: decided.value, place: application.place, before: [application], relies: [] })
    : decided
}

/** QUOTA-8 Time brings those who waited into the quota that counts now. */
async function carry(
  { parts, client, order }: Omit<Asked, 'actor' | 'knowsPlace'>,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject } = order.envelope
  // LEDGER-24 Who waits, and for which quota, is no row that could be found moved.
  await holdLedger(client, district)
  const policy = parts.reference.policyFor(district, receivedAt, receivedAt)
  const carrying = await carryingOf(client, district, subject, dayOfGiving(policy))
  if (!carrying) return no({ code: 'already-so' })
  const decided = carryOver(carrying, policy)
  return decided.ok
    ? ok({
        decision: decided.value,
        place: carrying.quota.place,
        before: [carrying.quota, ...carrying.ended],
        relies: [],
      })
    : decided
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly actor: StaffActor
  /** Of a quota that is set. */
  readonly knowsPlace: boolean
}

async function decide(asked: Asked, receivedAt: number): Promise<Result<Plan, Refusal>> {
  const { parts, order, actor } = asked
  const { district, subject, base, doneAt } = order.envelope
  const move = moveOf<NeedMove>(order)
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const file = await fileOf(asked, move, policy)
  const rows = [file.need, file.application, file.participation, file.quota].filter((row) => row !== null)
  const own = rows.find(({ id }) => id === subject)
  if (base !== null && own && own.version !== base) return no({ code: 'stale' })
  const decided = decideAboutNeed(file, move, actor, policy)
  if (!decided.ok) return decided
  if (decided.value.changes.some(({ set }) => 'district' in set && set.district !== district))
    return no({ code: 'wrong-district' })
  return ok({ decision: decided.value, place: placeOf(file) ?? district, before: rows, relies: file.relies })
}

const placeOf = ({ application, need, holder, quota }: NeedFile) => (application ?? need ?? holder ?? quota)?.place

/** What a command touches, and the rows that it rests on. */
type Loaded = NeedFile & { readonly relies: readonly Relied[] }

const nothing: Loaded = {
  need: null,
  application: null,
  participation: null,
  granted: [],
  holder: null,
  programme: null,
  twice: false,
  quota: null,
  owed: false,
  around: [],
  line: [],
  knowsPlace: false,
  relies: [],
}

/** What a command touches, as far as the acting office may see it. */
function fileOf(asked: Asked, move: NeedMove, policy: Policy): Promise<Loaded> {
  switch (move.kind) {
    case 'need.record':
      return toRecord(asked, move)
    case 'need.match':
      return toMatch(asked, move, policy)
    case 'need.meet':
    case 'need.fail':
    case 'need.reopen':
      return ofNeed(asked, move.subject)
    case 'application.draft':
      return toDraft(asked, move, policy)
    case 'participation.record':
      return toSay(asked, move, policy)
    case 'quota.set':
      return toSet(asked, move, policy)
    default:
      return ofApplication(asked, move, policy)
  }
}

async function programmeOn(client: PoolClient, id: string, day: string): Promise<NeedFile['programme']> {
  const programme = await findProgramme(client, id)
  return programme && factsOf(programme, day)
}

const ofNeed = async ({ client, order }: Asked, id: string): Promise<Loaded> => ({
  ...nothing,
  need: await findNeed(client, order.envelope.district, id, null),
})

async function toRecord({ client, actor, order }: Asked, { subject, data }: MoveOf<'need.record'>): Promise<Loaded> {
  const { district } = order.envelope
  const need = await findNeed(client, district, subject, null)
  return { ...nothing, need, ...(await findHolder(client, actor, district, data.holder)) }
}

async function toMatch(asked: Asked, { subject, data }: MoveOf<'need.match'>, { day }: Policy): Promise<Loaded> {
  const programme = await programmeOn(asked.client, data.programme, day)
  return { ...(await ofNeed(asked, subject)), programme }
}

async function toDraft(asked: Asked, { data }: MoveOf<'application.draft'>, { day }: Policy): Promise<Loaded> {
  const { client, actor, order } = asked
  const { district } = order.envelope
  const need = await findNeed(client, district, data.need, null)
  if (!need) return nothing
  const programme = await programmeOn(asked.client, data.programme, day)
  const found = await holderOf(client, actor, need)
  const relies = [...relied('need', need), ...(found?.relies ?? [])]
  const twice = await isAsked(client, district, need.id, data.programme)
  return { ...nothing, need, holder: found?.holder ?? null, programme, twice, relies }
}

async function toSay(
  asked: Asked,
  { subject, data }: MoveOf<'participation.record'>,
  { day }: Policy,
): Promise<Loaded> {
  const { client, actor, order } = asked
  const { district } = order.envelope
  // LEDGER-24 Which needs were granted is no row that could be found moved.
  if (data.status === 'receives') await holdLedger(client, district)
  const known = await selectParticipation(client, district, subject)
  const participation = known && rowOf('participation', known, null)
  const found = await findHolder(client, actor, district, data.holder)
  if (!found) return { ...nothing, participation }
  const { holder } = found
  const need = await ownNeed(client, district, data.need, holder)
  const of = holder.person ?? holder.family ?? holder.caseId
  return {
    ...nothing,
    holder,
    participation,
    need,
    granted: data.status === 'receives' ? await grantedNeeds(client, district, holder, data.programme) : [],
    programme: await programmeOn(client, data.programme, day),
    twice: of ? await isSaid(client, district, { holder: of, programme: data.programme, but: subject }) : false,
    relies: [...relied('need', need), ...found.relies],
  }
}

async function toSet(asked: Asked, { subject, data }: MoveOf<'quota.set'>, policy: Policy): Promise<Loaded> {
  const { client, order, knowsPlace } = asked
  const { district } = order.envelope
  // QUOTA-5 Of two that begin beside each other neither is a row that the other could find moved.
  await holdLedger(client, district)
  const known = await selectQuota(client, district, subject)
  const quota = known && rowOf('quota', known, null)
  const around = (await quotasAround(client, district, data.programme, data)).filter(({ id }) => id !== subject)
  const day = dayOfGiving(policy)
  return {
    ...nothing,
    quota,
    around,
    programme: await programmeOn(client, data.programme, policy.day),
    twice: around.some((other) => collide(other, data)),
    line: [
      ...(await lineOf(client, quota, {
        but: subject,
        free: quota ? placesLeft({ ...quota, places: data.places }) : 0,
        day,
      })),
      ...(await lineOfWhole(client, quota, around, { places: data.places, day })),
    ],
    knowsPlace,
  }
}

/** QUOTA-7 Who waits for a quota whose share becomes smaller. */
async function lineOfWhole(
  client: PoolClient,
  quota: QuotaRow | null,
  around: readonly QuotaRow[],
  { places, day }: { readonly places: number; readonly day: string },
): Promise<readonly InLine[]> {
  const whole = quota && wholeOf(quota, around)
  if (!whole) return []
  return lineOf(client, whole, { but: whole.id, free: placesLeft(whole) + quota.places - places, day })
}

async function ofApplication({ client, order }: Asked, move: NeedMove, policy: Policy): Promise<Loaded> {
  const { district } = order.envelope
  // LEDGER-24 Of a quota that is just being set no row could be found moved.
  if (counts.has(move.kind)) await holdLedger(client, district)
  const application = await findApplication(client, district, move.subject, null)
  if (!application) return nothing
  const need = await findNeed(client, district, application.need, null)
  const day = dayOfGiving(policy)
  const { quota, owed } = counts.has(move.kind) ? await quotaOf(client, application, day) : { quota: null, owed: false }
  // Whoever holds a place gives it back.
  const free = (quota ? placesLeft(quota) : 0) + (move.kind === 'application.release' ? 1 : 0)
  const line = await lineOf(client, quota, { but: application.id, free, day })
  return { ...nothing, application, need, quota, owed, line, relies: relied('need', need) }
}

/** Acts that may move the counts of a quota. */
const counts: ReadonlySet<NeedMove['kind']> = new Set([
  'application.grant',
  'application.refuse',
  'application.withdraw',
  'application.release',
])
