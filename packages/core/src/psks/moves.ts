import { keysOf } from '../kernel/keys.ts'
import type { PsksStatus, ReportStatus } from './psks.ts'

export interface PsksRule {
  readonly from: readonly PsksStatus[]
  /** `same` stays where it is. */
  readonly to: PsksStatus | 'same'
  readonly note: boolean
  /** Anybody whom they serve, whoever looks after where they sit, or of these the district, and not whoever wrote it down. */
  readonly by: 'anybody' | 'home' | 'district'
}
interface ReportRule {
  readonly from: readonly ReportStatus[]
  readonly to: ReportStatus
}

const open = ['registered', 'returned', 'verified'] as const

/** PSKS-2 What may follow what. Whoever is written down is registered; whatever is changed is verified anew. */
export const psksMoves = {
  change: { from: open, to: 'registered', note: false, by: 'home' },
  verify: { from: ['registered'], to: 'verified', note: false, by: 'district' },
  'send-back': { from: ['registered'], to: 'returned', note: true, by: 'district' },
  renew: { from: ['verified'], to: 'verified', note: false, by: 'home' },
  end: { from: open, to: 'ended', note: true, by: 'home' },
  reopen: { from: ['ended'], to: 'registered', note: true, by: 'home' },
  report: { from: ['verified'], to: 'same', note: false, by: 'home' },
  'accept-report': { from: ['verified', 'registered'], to: 'same', note: false, by: 'home' },
  'return-report': { from: ['verified', 'registered'], to: 'same', note: true, by: 'home' },
  'add-event': { from: open, to: 'same', note: false, by: 'home' },
  'set-user': { from: open, to: 'same', note: false, by: 'home' },
  post: { from: ['verified'], to: 'same', note: false, by: 'anybody' },
  'end-posting': { from: open, to: 'same', note: false, by: 'anybody' },
} as const satisfies Readonly<Record<string, PsksRule>>

/** PSKS-5 The same for a report. One that was sent back is sent again. */
export const reportMoves = {
  report: { from: ['returned'], to: 'sent' },
  'accept-report': { from: ['sent'], to: 'accepted' },
  'return-report': { from: ['sent'], to: 'returned' },
} as const satisfies Readonly<Record<string, ReportRule>>

export type PsksStep = keyof typeof psksMoves
export type ReportStep = keyof typeof reportMoves
export const psksSteps = keysOf(psksMoves)
export const reportSteps = keysOf(reportMoves)
export const psksRule = (step: PsksStep): PsksRule => psksMoves[step]
export const reportRule = (step: ReportStep): ReportRule => reportMoves[step]

/** Where a PSKS begins, who counts as one that serves, and those who are still kept. */
export const registeredPsks: PsksStatus = 'registered'
export const servingPsks: PsksStatus = psksMoves.verify.to
export const openPsks: readonly PsksStatus[] = open
export const waitingPsks: readonly PsksStatus[] = psksMoves.verify.from
export const sentReport: ReportStatus = reportMoves.report.to
export const acceptedReport: ReportStatus = reportMoves['accept-report'].to
