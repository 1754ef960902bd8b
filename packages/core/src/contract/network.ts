import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { networkFactId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import {
  connection,
  firstYear,
  fundingSources,
  initiator,
  legalForms,
  premisesKinds,
  targetOf,
} from '../network/kinds.ts'
import type { NetworkAct } from '../network/moves.ts'
import { lineText, shortText } from './case.ts'

const year = z.int().min(firstYear).max(2100)
const count = z.int().min(0).max(999)
/** In rupiah; what it comes to may be left unsaid. */
const amount = z.int().min(1).max(10_000_000_000_000).nullable()

/** NETWORK-1 What is said of an office, by what it is about. */
export const saidShapes = {
  legal: { form: z.enum(legalForms), number: lineText(120).min(1), on: wireDay },
  grown: { year, on: wireDay.nullable(), cohort: year.nullable(), initiator },
  funding: { source: z.enum(fundingSources), year, amount },
  premises: { premises: z.enum(premisesKinds), words: shortText },
  devices: { computer: count, laptop: count, tablet: count, phone: count, printer: count, modem: count },
  connection: { connection },
  site: { spot: z.strictObject({ lat: z.number().min(-12).max(8), long: z.number().min(94).max(142) }) },
} as const

const of = <About extends string, Shape extends z.ZodRawShape>(about: About, shape: Shape) =>
  z.object({ about: z.literal(about), ...shape })
export const saidFact = z.discriminatedUnion('about', [
  of('legal', saidShapes.legal),
  of('grown', saidShapes.grown),
  of('funding', saidShapes.funding),
  of('premises', saidShapes.premises),
  of('devices', saidShapes.devices),
  of('connection', saidShapes.connection),
  of('site', saidShapes.site),
])
/** One fact of an office. */
export type SaidFact = z.infer<typeof saidFact>
export type FactAbout = SaidFact['about']
/** What may be said of an office besides where it stands. */
export const factAbouts = keysOf(saidShapes)

/** Under which number it is kept, and the day from which it holds. */
const dated = { fact: networkFactId, from: wireDay }
const door = { right: 'network.write' as const satisfies Permission }
const fact = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...dated, ...shape })
const why = shortText.min(3)
const quiet = z.strictObject({ ...dated, reason: shortText })
const saying = z.strictObject({ ...dated, reason: why })

const moveData = {
  plan: quiet,
  grow: quiet,
  activate: quiet,
  release: saying,
  lapse: saying,
  revive: saying,
} as const satisfies Readonly<Record<NetworkAct, z.ZodType>>

/** Commands about an office of the network. The subject of all of them is the office. */
export const networkCommandData = {
  'network.legal': { ...door, path: '/api/network/legal', data: fact(saidShapes.legal) },
  'network.grown': { ...door, path: '/api/network/grown', data: fact(saidShapes.grown) },
  'network.funding': { ...door, path: '/api/network/funding', data: fact(saidShapes.funding) },
  'network.premises': { ...door, path: '/api/network/premises', data: fact(saidShapes.premises) },
  'network.devices': { ...door, path: '/api/network/devices', data: fact(saidShapes.devices) },
  'network.connection': { ...door, path: '/api/network/connection', data: fact(saidShapes.connection) },
  'network.site': { ...door, path: '/api/network/site', data: fact(saidShapes.site) },
  'network.plan': { ...door, path: '/api/network/plan', data: moveData.plan },
  'network.grow': { ...door, path: '/api/network/grow', data: moveData.grow },
  'network.activate': { ...door, path: '/api/network/activate', data: moveData.activate },
  'network.release': { ...door, path: '/api/network/release', data: moveData.release },
  'network.lapse': { ...door, path: '/api/network/lapse', data: moveData.lapse },
  'network.revive': { ...door, path: '/api/network/revive', data: moveData.revive },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

/** NETWORK-10 A target of the acting office's place for a year. The subject is this word about it, the `turn`-th after the first. */
const targetData = z.strictObject({
  year,
  of: z.enum(targetOf),
  count: z.int().min(1).max(100_000),
  from: wireDay,
  reason: shortText,
  turn: z.int().min(0).max(999),
})
export type NetworkTargetData = z.infer<typeof targetData>
export type NetworkTargetMove = { readonly action: 'target'; readonly data: NetworkTargetData }
export const networkTargetCommandData = {
  'network.target': { path: '/api/network/target', right: 'network.target', data: targetData },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

type Table = typeof networkCommandData
/** What each act carries, by the last part of its name. */
export type NetworkData = {
  readonly [Kind in keyof Table as Kind extends `network.${infer Act}` ? Act : never]: z.infer<Table[Kind]['data']>
}
export type NetworkMoveOf<Act extends keyof NetworkData> = { readonly action: Act; readonly data: NetworkData[Act] }
export type NetworkMove = { [Act in keyof NetworkData]: NetworkMoveOf<Act> }[keyof NetworkData]
