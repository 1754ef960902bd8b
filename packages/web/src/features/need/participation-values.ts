import type { ParticipationLine } from '@openslrt/core/contract/need-queries.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { answer, participationStatus, sayer } from '@openslrt/core/need/need.ts'
import type { Whose } from './need-panel.tsx'
import { holderOf } from './record-form.tsx'

/** What is asked of something that is received. */
export const facts = ['amountRight', 'onTime', 'useful'] as const

const unsaid = {
  programme: '',
  status: 'receives',
  reason: '',
  since: '',
  until: '',
  amountRight: 'unknown',
  onTime: 'unknown',
  useful: 'unknown',
  saidBy: 'person',
  saidOn: '',
} as const
/** What is typed. */
export type Values = { readonly [Name in keyof typeof unsaid]: string }

/** What was said last, to be said anew today. */
export function firstOf(line: ParticipationLine | null, today: string): Values {
  if (!line) return { ...unsaid, saidOn: today }
  const { programme, status, reason, since, until, amountRight, onTime, useful, saidBy } = line
  const days = { since: since ?? '', until: until ?? '', saidOn: today }
  return { programme, status, reason: reason ?? '', amountRight, onTime, useful, saidBy, ...days }
}

/** What is typed as it is sent: of what was never had nothing more is said, and only what stopped has a reason and an end. */
export function dataOf(values: Values, of: Whose, line: ParticipationLine | null) {
  const never = values.status === 'never'
  const told = (name: (typeof facts)[number]) => (never ? 'unknown' : answer.parse(values[name]))
  return {
    holder: line ? { person: line.person, family: line.family, case: line.caseId } : holderOf(of),
    programme: programmeId.parse(values.programme),
    status: participationStatus.parse(values.status),
    reason: values.status === 'stopped' ? values.reason : null,
    since: never ? null : values.since || null,
    until: values.status === 'stopped' ? values.until || null : null,
    amountRight: told('amountRight'),
    onTime: told('onTime'),
    useful: told('useful'),
    saidBy: sayer.parse(values.saidBy),
    saidOn: values.saidOn,
    need: null,
  }
}
