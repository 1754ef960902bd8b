import { createHash, randomUUID } from 'node:crypto'
import { caseActions, caseRule } from '@openslrt/core/case/moves.ts'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import { referralMoveData } from '@openslrt/core/contract/referral.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { askFrom, referralRule, referralSteps } from '@openslrt/core/referral/moves.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import fc from 'fast-check'
import { caseHandler } from '../features/case/index.ts'
import { readClockOrder, readOrder } from '../platform/http/order.ts'
import type { DistrictOffices } from './a-district-office.ts'
import type { Client } from './client.ts'
import { envelopeOf } from './client.ts'
import type { TestHouse } from './house.ts'

/** What somebody tries next: what, who, on which case. Numbers pick from what is there when it is tried. */
export interface Try {
  readonly kind: 'likely' | 'register' | string
  readonly nth: number
  readonly who: 'rightful' | 'anyone' | 'citizen' | 'clock'
  readonly person: number
  readonly kase: number
  readonly looked: boolean
}

const kinds = [
  ...caseActions.map((action) => `case.${action}`),
  ...['request', 'redirect', 'give-link', 'revoke-link', ...referralSteps].map((step) => `referral.${step}`),
]

/** Anything that anybody may try; most often something that the law allows now, so that cases come far. */
export const anyTry: fc.Arbitrary<Try> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constant('register') },
    { weight: 20, arbitrary: fc.constant('likely') },
    { weight: 6, arbitrary: fc.constantFrom(...kinds) },
  ),
  nth: fc.nat({ max: 1000 }),
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constant('rightful' as const) },
    { weight: 4, arbitrary: fc.constant('anyone' as const) },
    { weight: 1, arbitrary: fc.constantFrom('citizen' as const, 'clock' as const) },
  ),
  person: fc.nat({ max: 1000 }),
  kase: fc.nat({ max: 3 }),
  looked: fc.boolean(),
})

/** Who may be tried as: people of a district by their office, and some who have no business there. */
export interface Crowd {
  readonly offices: DistrictOffices
  /** Somebody at each office with every right that its roles can give. */
  readonly at: ReadonlyMap<string, Client>
  readonly anyone: readonly Client[]
}

interface Situation {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly office: string
  readonly decision: string | null
}
interface Asked {
  readonly id: string
  readonly status: string
  readonly to_office: string
}

/** Tries one thing through its door and gives the status of the answer, or null when there was nothing to try it on. */
export async function tryOne(house: TestHouse, crowd: Crowd, next: Try): Promise<number | null> {
  if (next.kind === 'register') return register(crowd, next)
  const [kase] = await house.owner<Situation & { [key: string]: unknown }>(
    'select id, version, status, office, decision from cases where district = $1 order by seq desc offset $2 limit 1',
    ['34.04', next.kase],
  )
  if (!kase) return register(crowd, next)
  const referrals = await house.owner<Asked & { [key: string]: unknown }>(
    'select id, status, to_office from referral where district = $1 and case_id = $2 order by requested_at desc, id',
    ['34.04', kase.id],
  )
  const referral = pick(referrals, next.nth)
  const kind = next.kind === 'likely' ? (pick(likely(kase, referral), next.nth) ?? 'case.note') : next.kind
  const scene: Scene = { kind, next, kase, referral }
  const data = await dataOf(house, crowd, scene)
  const sent = { subject: kase.id, base: next.looked ? kase.version : null, data }
  if (isClocks(kind) || next.who === 'citizen' || next.who === 'clock') return giveDirectly(house, kind, sent, next)
  const answer = await personFor(crowd, scene).send(kind, sent)
  return answer.status
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)]
const clocksOwn: ReadonlySet<string> = new Set(
  caseActions
    .filter((action) => caseRule(action).by.every((right) => right === 'clock'))
    .map((action) => `case.${action}`),
)
const isClocks = (kind: string): boolean => clocksOwn.has(kind)

async function register({ at, anyone, offices }: Crowd, { nth, person, who }: Try): Promise<number> {
  const kindOf = nth % 2 === 0 ? 'service' : 'complaint'
  const restricted = nth % 7 === 0 ? ('violence' as const) : null
  const puskesos = nth % 3 === 0 ? offices.maguwoharjo : offices.caturtunggal
  const officer = who === 'anyone' ? pick(anyone, person) : at.get(puskesos)
  const answer = await officer?.send('case.register', { data: registration({ kind: kindOf, restricted }) })
  return answer?.status ?? 0
}

function likely(kase: Situation, referral: Asked | undefined): readonly string[] {
  const moves = caseActions.filter((action) => (caseRule(action).from as readonly string[]).includes(kase.status))
  const steps = referralSteps.filter(
    (step) => referral && (referralRule(step).from as readonly string[]).includes(referral.status),
  )
  const asks = kase.decision === 'approved' && (askFrom as readonly string[]).includes(kase.status)
  const deep = [
    ...moves.filter((action) => action === 'recommend' || action === 'approve').map((action) => `case.${action}`),
    ...steps.map((step) => `referral.${step}`),
    ...(asks ? ['referral.request'] : []),
  ]
  const ends = new Set(['cancel', 'merge'])
  return [...moves.filter((action) => !ends.has(action)).map((action) => `case.${action}`), ...deep, ...deep, ...deep]
}

/** What is tried, on what is really there. */
interface Scene {
  readonly kind: string
  readonly next: Try
  readonly kase: Situation
  readonly referral: Asked | undefined
}

function personFor(crowd: Crowd, { kind, next, kase, referral }: Scene): Client {
  const anyone = pick(crowd.anyone, next.person)
  if (!anyone) throw new Error('a crowd of nobody')
  if (next.who === 'anyone') return anyone
  const step = referralSteps.find((known) => `referral.${known}` === kind)
  const owns = step !== undefined && referralRule(step).side === 'owner' && referral
  return crowd.at.get(owns ? referral.to_office : kase.office) ?? anyone
}

/** Data that the law has nothing against. */
function dataOf(house: TestHouse, { offices }: Crowd, scene: Scene): unknown {
  const [capability, action = ''] = scene.kind.split('.')
  const to = pick([offices.rsud, offices.dinsos], scene.next.nth)
  if (capability !== 'referral') return caseDataOf(house, offices, scene, action)
  const referral = action === 'request' ? randomUUID() : (scene.referral?.id ?? randomUUID())
  const own = { referral, to, grant: randomUUID(), next: randomUUID(), link: randomUUID() }
  return fitting(referralMoveData, referralData, action, own)
}

async function caseDataOf(house: TestHouse, offices: DistrictOffices, { next, kase }: Scene, action: string) {
  const { nth, person } = next
  const near = [offices.caturtunggal, offices.maguwoharjo]
  const own = {
    assignee: await firstId(house, 'select staff as id from post where office = $1 limit 1', kase.office),
    into: await firstId(house, 'select id from cases where id <> $1 order by seq desc limit 1', kase.id),
    office: pick(action === 'hand-down' ? near : [offices.rsud, offices.dinsos], nth),
    grant: randomUUID(),
    attachment: randomUUID(),
    sha256: action === 'attach' ? await aBlob(house, nth) : '',
    openReferrals: person % 2 === 0 ? '' : 'Menyusul.',
  }
  return fitting(caseMoveData, caseData, action, own)
}

type Shapes = Readonly<Record<string, { readonly shape: object }>>

function fitting(shapes: Shapes, usual: object, action: string, own: Readonly<Record<string, unknown>>): unknown {
  const fields = Object.keys(shapes[action]?.shape ?? {})
  const example = new Map(Object.entries(Object.entries(usual).find(([name]) => name === action)?.[1] ?? {}))
  return Object.fromEntries(fields.map((field) => [field, own[field] ?? example.get(field) ?? null]))
}

async function firstId(house: TestHouse, sql: string, value: string): Promise<string> {
  const [row] = await house.owner<{ id: string }>(sql, [value])
  return row?.id ?? randomUUID()
}

async function aBlob(house: TestHouse, nth: number): Promise<string> {
  const sha256 = createHash('sha256')
    .update(`berkas ${nth % 5}`)
    .digest('hex')
  await house.owner(
    "insert into file_blob (district, sha256, type, size, stored_at) values ('34.04', $1, 'application/pdf', 1000, now()) on conflict do nothing",
    [sha256],
  )
  return sha256
}

/** Citizens and the clock have doors of their own; here they come straight to the handler. */
async function giveDirectly(
  house: TestHouse,
  kind: string,
  sent: { subject: string; base: number | null; data: unknown },
  next: Try,
): Promise<number | null> {
  if (!kind.startsWith('case.')) return null
  const handle = caseHandler({ ledger: house.parts.ledger, reference: house.parts.reference })
  const body = envelopeOf(sent, null, '34.04')
  const isClock = isClocks(kind)
  const order = isClock ? readClockOrder(kind, body) : readOrder(kind, body)
  if (!order.ok) return null
  const who = isClock || next.who === 'clock' ? 'clock' : 'citizen'
  const handled = await handle(order.value, { kind: who, case: caseId.parse(sent.subject) }, Date.now())
  return handled.status === 'accepted' ? 200 : 409
}
