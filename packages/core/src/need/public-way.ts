import type { PublicApplication } from '../contract/public-application.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { ApplicationStatus } from './need.ts'

/** The steps of an application as its citizen follows them; `due`, `late` and `place` are still to come. */
export const publicSteps = [
  'prepared',
  'sent',
  'due',
  'late',
  'waiting',
  'place',
  'granted',
  'refused',
  'ended',
] as const
export type PublicApplicationStep = (typeof publicSteps)[number]

export interface PublicWayStep {
  readonly step: PublicApplicationStep
  readonly state: 'past' | 'current' | 'coming'
  readonly at: Instant | null
}

/** NEED-14 How an application stands, for the citizen of its case: prepared, sent, answered by when, and what was answered. */
export function publicWay(application: PublicApplication, today: Day): readonly PublicWayStep[] {
  const { draftedAt, sentAt, decidedAt, changedAt, status } = application
  const answer = answers[status]
  const done: readonly { readonly step: PublicApplicationStep; readonly at: Instant }[] = [
    { step: 'prepared', at: draftedAt },
    ...(sentAt === null ? [] : [{ step: 'sent', at: sentAt } as const]),
    ...(answer === null ? [] : [{ step: answer, at: decidedAt ?? changedAt }]),
  ]
  const next = coming[status](application, today)
  return [
    ...done.map((one, nth) => ({ ...one, state: nth === done.length - 1 ? ('current' as const) : ('past' as const) })),
    ...(next === null ? [] : [{ step: next, state: 'coming' as const, at: null }]),
  ]
}

/** What stands there once it was answered. Whoever is in line was answered too: there is no place yet. */
const answers: Readonly<Record<ApplicationStatus, PublicApplicationStep | null>> = {
  drafted: null,
  sent: null,
  waiting: 'waiting',
  granted: 'granted',
  refused: 'refused',
  withdrawn: 'ended',
}

type Next = (application: PublicApplication, today: Day) => PublicApplicationStep | null
const nothing: Next = () => null
const coming: Readonly<Record<ApplicationStatus, Next>> = {
  drafted: () => 'sent',
  sent: ({ dueDay }, today) => (dueDay !== null && dueDay < today ? 'late' : 'due'),
  waiting: () => 'place',
  granted: nothing,
  refused: nothing,
  withdrawn: nothing,
}
