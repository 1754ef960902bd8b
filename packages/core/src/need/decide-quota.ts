import type { StaffActor } from '../access/actor.ts'
import { quotaId } from '../kernel/id.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import type { ProgrammeFacts } from './facts.ts'
import { applicationMoves } from './moves.ts'
import type { QuotaRow } from './need.ts'
import type { Counts } from './quota.ts'
import { movedUp, movingUp, placesLeft, sharedOut } from './quota.ts'
import type { NeedRefusal } from './refusal.ts'
import type { InLine, MoveOf, NeedAnswer, NeedScene } from './scene.ts'
import { decided } from './scene.ts'
import { isAstride, partsOf, placesOf, wholeOf } from './shares.ts'

type SetMove = MoveOf<'quota.set'>
type Own = Pick<QuotaRow, 'id' | 'place' | 'from' | 'until' | 'places'>

/** QUOTA-5 to QUOTA-7 Says how many places there are; whoever waits moves up into new ones in the same entry. */
export function setQuota(scene: NeedScene, move: SetMove): NeedAnswer {
  const { data } = move
  const { programme, quota } = scene.file
  if (!programme) return no({ code: 'programme-unknown' })
  if (!maySet(scene.actor, programme, data.place)) return no({ code: 'quota-not-yours' })
  if (!scene.file.knowsPlace || !isShared(data.place)) return no({ code: 'village-elsewhere' })
  if (data.until < data.from) return no({ code: 'quota-days' })
  if (!quota) return opened(scene, move, programme)
  // Whoever may set the one must not reach another by its id.
  return isSame(quota, data) ? reset(scene, quota, data.places) : no({ code: 'already-so' })
}

/** People live in districts: a quota of a province would count for nobody. */
const isShared = (place: QuotaRow['place']): boolean => !['nation', 'province'].includes(levelOf(place))

const isSame = (quota: QuotaRow, data: SetMove['data']): boolean =>
  quota.programme === data.programme &&
  quota.place === data.place &&
  quota.from === data.from &&
  quota.until === data.until

function opened(scene: NeedScene, { subject, data }: SetMove, programme: ProgrammeFacts): NeedAnswer {
  const { around } = scene.file
  const own = { id: quotaId.parse(subject), ...data }
  if (scene.file.twice) return no({ code: 'quota-twice' })
  if (around.some((other) => isAstride(own, other))) return no({ code: 'quota-astride' })
  const parts = partsOf(own, around)
  const shared = placesOf(parts)
  if (data.places < shared) return no({ code: 'quota-below', granted: shared })
  const whole = wholeOf(own, around)
  const refusal = mayNotShare(whole, own, around)
  if (refusal) return no(refusal)
  const { now } = scene.policy
  const set = {
    district: ledgerOf(data.place),
    programme: programme.id,
    programmeHome: programme.home,
    programmeName: programme.name,
    place: data.place,
    from: data.from,
    until: data.until,
    places: data.places,
    granted: 0,
    shared,
    waiting: 0,
    lastTicket: 0,
    office: scene.actor.office,
    changedAt: now,
  }
  return decided(scene, 'quota-set', '', [
    { table: 'quota', id: subject, base: 0, set },
    // Another number of places for one of these, decided meanwhile, must not be missed: each is written where no whole is.
    ...(whole ? shares(scene, whole, own) : parts.map((part) => changeOf(part, {}, now))),
  ])
}

function reset(scene: NeedScene, quota: QuotaRow, places: number): NeedAnswer {
  const { around } = scene.file
  const least = quota.granted + sharedOut(quota)
  if (places < least) return no({ code: 'quota-below', granted: least })
  const own = { ...quota, places }
  const whole = wholeOf(own, around)
  const refusal = mayNotShare(whole, own, around)
  if (refusal) return no(refusal)
  return decided(scene, 'quota-set', '', [...settled(scene, quota, own), ...(whole ? shares(scene, whole, own) : [])])
}

/** QUOTA-7 Why a share may not have so many places: the whole has not so many left. */
function mayNotShare(whole: QuotaRow | null, own: Own, around: readonly QuotaRow[]): NeedRefusal | null {
  if (!whole) return null
  const left = placesLeft({ ...whole, shared: sharedWith(whole, own, around) })
  return left < 0 ? { code: 'quota-above', left: left + own.places } : null
}

/** What a quota shares out once one of its shares is as said. */
const sharedWith = (whole: QuotaRow, own: Own, around: readonly QuotaRow[]): number =>
  placesOf(partsOf(whole, [...around.filter(({ id }) => id !== whole.id && id !== own.id), own]))

/** The whole with a share as said. That its row is written keeps two shares from taking one place. */
const shares = (scene: NeedScene, whole: QuotaRow, own: Own): readonly Change[] =>
  settled(scene, whole, { ...whole, shared: sharedWith(whole, own, scene.file.around) })

/** QUOTA-6 Whose share it is to say: the office that decides, or one of a district or above that holds the place. */
export const maySet = (
  actor: StaffActor,
  { office }: Pick<ProgrammeFacts, 'office'>,
  place: QuotaRow['place'],
): boolean => covers(actor.place, place) && (actor.office === office || actor.level !== 'village')

/**
 * QUOTA-2 to QUOTA-4 The quota with these counts, and whoever moves up by it, as one entry writes them. That the row is
 * written at the version it was read at is what keeps two grants from taking one place.
 */
export function settled({ file, policy }: NeedScene, quota: QuotaRow, counts: Counts): readonly Change[] {
  const line = file.line.filter((next) => next.quota === quota.id)
  const up = line.slice(0, movingUp(counts))
  const { places, granted, shared, waiting, lastTicket } = movedUp(counts, up.length)
  return [
    changeOf(quota, { places, granted, shared, waiting, lastTicket }, policy.now),
    ...up.map((next) => moved(next, policy.now)),
  ]
}

type QuotaSet = Omit<Extract<Change, { table: 'quota' }>['set'], 'changedAt'>
/**
 * QUOTA-3 One quota's change, on the version that was looked at. Its time never goes back, though a command that arrived
 * before another may be decided after it: who stands in line since when is measured on it.
 */
export const changeOf = ({ id, version, changedAt }: QuotaRow, set: QuotaSet, now: number): Change => ({
  table: 'quota',
  id,
  base: version,
  set: { ...set, changedAt: Math.max(now, changedAt) },
})

/** Somebody who waited gets a place. */
export const moved = (
  { id, version }: InLine,
  now: number,
  own: Extract<Change, { table: 'application' }>['set'] = {},
): Change => ({
  table: 'application',
  id,
  base: version,
  set: { ...own, status: applicationMoves.grant.to, decidedAt: now, remindAt: null, changedAt: now },
})
