import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { LedgerCode, PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import { escapeLiteral } from 'pg'

/** What a transaction may see and write. What it does not name is not seen: the database's second wall reads this. */
export interface Scope {
  readonly ledger?: string
  readonly placeFrom?: string
  readonly placeTo?: string
  readonly office?: string
  readonly restricted?: string
  readonly case?: string
  /** Whose own notices are read. */
  readonly staff?: string
  /** The office whose meetings are seen. */
  readonly meets?: string
  /** The one referral that a reply link opens. */
  readonly reply?: string
  /** The office from which somebody takes part in joint programmes. */
  readonly joint?: string
  /** `yes` for those who read messages that found no office. */
  readonly unsorted?: string
  /** The one message that was just given away. */
  readonly message?: string
  /** The villages whose people and families are seen. */
  readonly registryFrom?: string
  readonly registryTo?: string
  /** Whoever goes on visits: they see their own, their office's, and those of their place. */
  readonly visits?: string
  /** `yes` for those who run affected lists over their place. */
  readonly surge?: string
  /** The one visit that time has something to say of, or that a command may take out of its own sight. */
  readonly visit?: string
  /** The one case that is being erased, with its visits. */
  readonly forgets?: string
  /** The office that decides on applications to programmes. */
  readonly decides?: string
  /** The quota whose line somebody moves up in. */
  readonly quota?: string
  /** The programme whose lines are carried over and moved up. */
  readonly line?: string
  /** The one proposal that the clock speaks of. */
  readonly proposal?: string
  /** The one challenge whose limit went by. */
  readonly challenge?: string
  /** The places whose challenges are seen. */
  readonly challengesFrom?: string
  readonly challengesTo?: string
  /** The places whose field phones are looked after. */
  readonly devicesFrom?: string
  readonly devicesTo?: string
  readonly figuresFrom?: string
  readonly figuresTo?: string
  /** Two who are made one, or parted, and who lives with them: whatever names them goes with them, whoever else sees it. */
  readonly follows?: string
}

const settingOf: Readonly<Record<keyof Scope, string>> = {
  ledger: 'ledger',
  placeFrom: 'place_from',
  placeTo: 'place_to',
  office: 'office',
  restricted: 'restricted',
  case: 'case',
  staff: 'staff',
  meets: 'meets',
  reply: 'reply',
  joint: 'joint',
  unsorted: 'unsorted',
  message: 'message',
  registryFrom: 'registry_from',
  registryTo: 'registry_to',
  visits: 'visits',
  visit: 'visit',
  forgets: 'forgets',
  surge: 'surge',
  decides: 'decides',
  quota: 'quota',
  line: 'line',
  proposal: 'proposal',
  challenge: 'challenge',
  challengesFrom: 'challenges_from',
  challengesTo: 'challenges_to',
  devicesFrom: 'devices_from',
  devicesTo: 'devices_to',
  figuresFrom: 'figures_from',
  figuresTo: 'figures_to',
  follows: 'follows',
}

/** ACCESS-5 The scope of an actor, for the transaction that acts on one ledger (or only reads, without one). */
export function scopeOf(actor: Actor, ledger: string | null): Scope {
  const own = ledger === null ? {} : { ledger }
  return actor.kind === 'staff' ? { ...own, ...staffScope(actor) } : { ...own, ...narrowScope(actor) }
}

/** What those see who are no staff: one case, or the meetings of one office. */
function narrowScope(actor: Exclude<Actor, StaffActor>): Scope {
  switch (actor.kind) {
    case 'citizen':
      return { case: actor.case }
    case 'clock':
      return {
        ...(actor.case ? { case: actor.case } : {}),
        ...(actor.meets ? { meets: actor.meets } : {}),
        ...(actor.visit ? { visit: actor.visit } : {}),
        ...(actor.proposal ? { proposal: actor.proposal } : {}),
        ...(actor.challenge ? { challenge: actor.challenge } : {}),
        ...(actor.decides ? { decides: actor.decides } : {}),
      }
    case 'provider':
      return { case: actor.case, reply: actor.referral }
    case 'setup':
      return {}
  }
}

function staffScope(actor: StaffActor): Scope {
  const range = rangeOf(actor.place)
  const reads = actor.permissions.has('case.read')
  const places = reads && actor.sees === 'place' ? { placeFrom: range.from, placeTo: range.to } : {}
  const office =
    reads && actor.sees !== 'none' ? { office: actor.office, restricted: [...actor.restricted].join(',') } : {}
  const figures = actor.permissions.has('figures.read') ? { figuresFrom: range.from, figuresTo: range.to } : {}
  const meets = actor.permissions.has('meeting.attend') ? { meets: actor.office } : {}
  return {
    ...places,
    ...office,
    ...figures,
    ...meets,
    ...jointScope(actor),
    ...registryScope(actor),
    ...visitScope(actor),
    ...surgeScope(actor),
    ...decidingScope(actor),
    ...challengeScope(actor),
  }
}

/** JOINT-11 Taking part in joint programmes opens these, and no case. */
const jointScope = ({ permissions, office }: StaffActor): Scope =>
  permissions.has('joint.join') ? { joint: office } : {}

/** REGISTRY-3 Whoever sees a whole place, and may read its people, sees those who live in it; nobody else sees any. */
function registryScope({ permissions, sees, place }: StaffActor): Scope {
  if (!permissions.has('registry.read') || sees !== 'place') return {}
  const { from, to } = rangeOf(place)
  return { registryFrom: from, registryTo: to }
}

/** SURGE-8 Whoever runs affected lists sees those of their place; others the people whom their office receives. */
const surgeScope = ({ permissions }: StaffActor): Scope => (permissions.has('surge.manage') ? { surge: 'yes' } : {})

/** VISIT-10 Whoever plans visits or makes them sees some; the wall says which. */
const visitScope = ({ permissions, staff }: StaffActor): Scope =>
  permissions.has('visit.do') || permissions.has('visit.plan') ? { visits: staff } : {}

/** NEED-10 Deciding on applications opens those that were sent to the acting office, and nobody's others. */
const decidingScope = ({ permissions, office }: StaffActor): Scope =>
  permissions.has('programme.decide') ? { decides: office } : {}

/** CHALLENGE-12 Whoever reports or answers challenges sees those of all places under their office. */
function challengeScope({ permissions, place }: StaffActor): Scope {
  if (!permissions.has('challenge.report') && !permissions.has('challenge.answer')) return {}
  const { from, to } = rangeOf(place)
  return { challengesFrom: from, challengesTo: to }
}

/**
 * The scope in which figures of a place are counted for someone who reads figures and no cases: all of its cases,
 * restricted kinds too. Only for queries that count.
 */
export function countingScope(place: PlaceCode): Scope {
  const { from, to } = rangeOf(place)
  return { placeFrom: from, placeTo: to, restricted: restrictedKinds.join(',') }
}

/**
 * INDICATOR-3 The scope in which visits, proposals, families and field phones of a place are counted beside its cases, also
 * for someone who reads none of them. Only for queries that count.
 */
export function indicatorScope(cases: Scope, { staff }: StaffActor, place: PlaceCode): Scope {
  const { from, to } = rangeOf(place)
  return { ...cases, registryFrom: from, registryTo: to, visits: staff, devicesFrom: from, devicesTo: to }
}

/** `set local` lines for a scope. Statements, not set_config(): only these travel to the machines of a cluster. Quoted: `case` is a word of SQL. */
export function scopeSql(scope: Scope): string {
  const settings = keysOf(settingOf).filter((key) => (scope[key] ?? '') !== '')
  const lines = settings.map((key) => `set local app."${settingOf[key]}" = ${escapeLiteral(scope[key] ?? '')};`)
  return lines.join('') + (scope.ledger ? planOnce : '')
}

// What runs inside one ledger finds rows by their keys: one plan serves all values, and making a new one for each took
// 0.6 ms of a command's 1.2.
const planOnce = 'set local plan_cache_mode = force_generic_plan;'

/** Runs in one transaction under a scope: opened and scoped in one message, committed, or rolled back on any throw. */
export function inScope<T>(pool: Pool, scope: Scope, run: (client: PoolClient) => Promise<T>): Promise<T> {
  return inScopeEndingWith(pool, scope, async (client) => {
    const value = await run(client)
    return async () => value
  })
}

/**
 * The same, for transactions that end with one known query: on a pool whose connections do not wait for one answer
 * before they send the next, it and the commit go out together, and with the opening too where nothing had to be read
 * first. When a query fails, the commit behind it ends an aborted transaction: PostgreSQL rolls back.
 */
export async function inScopeEndingWith<T>(
  pool: Pool,
  scope: Scope,
  prepare: (client: PoolClient) => Promise<() => Promise<T>>,
): Promise<T> {
  const client = await pool.connect()
  try {
    const opening = client.query(`begin;${scopeSql(scope)}`)
    // It may fail while something is still being prepared; it is asked for below, and until then is nobody's fault.
    opening.catch(() => undefined)
    const last = await afterBoth(opening, prepare(client))
    const value = last()
    await allAnswered([opening, value, client.query('commit')])
    client.release()
    return await value
  } catch (error) {
    await abandon(client)
    throw error
  }
}

/** What was prepared; when that failed, only after the opening was answered too. */
async function afterBoth<T>(opening: Promise<unknown>, prepared: Promise<T>): Promise<T> {
  try {
    return await prepared
  } catch (error) {
    await Promise.allSettled([opening])
    throw error
  }
}

/** Waits for all, also when one fails: a connection must not be given back with an answer still on its way. */
async function allAnswered(queries: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(queries)
  await Promise.all(queries)
}

/** Lets the rest of a transaction see one more case: the one that a command was already let into. */
export async function admitCase(client: PoolClient, caseId: string): Promise<void> {
  await client.query(scopeSql({ case: caseId }))
}

/** The same for the line of a quota, for a command that frees places in it. */
export async function admitQuota(client: PoolClient, quota: string): Promise<void> {
  await client.query(scopeSql({ quota }))
}

/** VISIT-4 The same for a visit that whoever was sent on it hands on, and then sees no more. */
export async function admitVisit(client: PoolClient, visit: string): Promise<void> {
  await client.query(scopeSql({ visit }))
}

/** VISIT-15 The same for the visits of a case that is being erased: their words go with it. */
export async function admitForgetting(client: PoolClient, caseId: string): Promise<void> {
  await client.query(scopeSql({ forgets: caseId }))
}

/** The same for everybody who waits for a programme: a command that frees places in one quota may fill those of another. */
export async function admitLine(client: PoolClient, programme: string): Promise<void> {
  await client.query(scopeSql({ line: programme }))
}

/** The same for whatever names some people or families, for a command that makes one of two or parts them. */
export async function admitFollowing(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(scopeSql({ follows: ids.join(',') }))
}

/**
 * PRIVACY-6 Lets the rest of a transaction see all of a district, restricted kinds too: whoever may erase somebody erases
 * what others keep of them as well. Only after it was decided, within their own scope, that they may.
 */
export async function admitDistrict(client: PoolClient, district: LedgerCode, staff: string): Promise<void> {
  const { from, to } = rangeOf(placeCode.parse(district))
  const ranges = { placeFrom: from, placeTo: to, registryFrom: from, registryTo: to }
  await client.query(scopeSql({ ...ranges, restricted: restrictedKinds.join(','), surge: 'yes', visits: staff }))
}

/** The same for messages that found no office, for those who read them. */
export async function admitUnsorted(client: PoolClient): Promise<void> {
  await client.query(scopeSql({ unsorted: 'yes' }))
}

async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    // The connection itself is gone: it must not go back to the pool.
    client.release(error instanceof Error ? error : true)
  }
}
