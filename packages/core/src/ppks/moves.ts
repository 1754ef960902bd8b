import { keysOf } from '../kernel/keys.ts'
import type { PpksStatus, ServiceStatus } from './ppks.ts'

export interface PpksRule {
  readonly from: readonly PpksStatus[]
  /** `same` stays where it is. */
  readonly to: PpksStatus | 'same'
  readonly note: boolean
}
interface ServiceRule {
  readonly from: readonly ServiceStatus[]
  readonly to: ServiceStatus
}

/** PPKS-2 What may follow what. Whoever is taken down is received. Steps back need a reason. */
export const ppksMoves = {
  assess: { from: ['received'], to: 'assessed', note: false },
  plan: { from: ['assessed'], to: 'planned', note: false },
  'add-service': { from: ['planned', 'in-service', 'monitored'], to: 'same', note: false },
  'begin-service': { from: ['planned', 'in-service', 'monitored'], to: 'in-service', note: false },
  'finish-service': { from: ['in-service', 'monitored'], to: 'same', note: false },
  'stop-service': { from: ['planned', 'in-service', 'monitored'], to: 'same', note: true },
  monitor: { from: ['in-service', 'monitored'], to: 'monitored', note: true },
  end: { from: ['received', 'assessed', 'planned', 'in-service', 'monitored'], to: 'ended', note: false },
  correct: { from: ['received', 'assessed', 'planned', 'in-service', 'monitored'], to: 'same', note: true },
  reassess: { from: ['assessed', 'planned', 'in-service', 'monitored'], to: 'received', note: true },
  replan: { from: ['planned', 'in-service', 'monitored'], to: 'assessed', note: true },
  reopen: { from: ['ended'], to: 'received', note: true },
} as const satisfies Readonly<Record<string, PpksRule>>

/** PPKS-5 The same for a service of a plan. */
export const serviceMoves = {
  'begin-service': { from: ['planned'], to: 'running' },
  'finish-service': { from: ['running'], to: 'done' },
  'stop-service': { from: ['planned', 'running'], to: 'stopped' },
} as const satisfies Readonly<Record<string, ServiceRule>>

export type PpksStepName = keyof typeof ppksMoves
export type ServiceStep = keyof typeof serviceMoves
export const ppksSteps = keysOf(ppksMoves)
export const serviceSteps = keysOf(serviceMoves)
export const ppksRule = (step: PpksStepName): PpksRule => ppksMoves[step]
export const serviceRule = (step: ServiceStep): ServiceRule => serviceMoves[step]

/** Where a PPKS begins, and a service that was planned. */
export const receivedPpks: PpksStatus = 'received'
export const plannedService: ServiceStatus = 'planned'
/** PPKS-2 How somebody ends who was found not to be one. */
export const noPpks = 'not-ppks'
/** Those who are still looked after, and services that are still owed. */
export const openPpks: readonly PpksStatus[] = ppksMoves.end.from
export const owedService: readonly ServiceStatus[] = serviceMoves['stop-service'].from
