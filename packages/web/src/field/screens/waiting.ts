import { registerData } from '@openslrt/core/contract/case.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { Command } from '../../platform/outbox/entry.ts'

const titles = {
  'visit.done': 'field.visit.done',
  'visit.miss': 'field.visit.miss',
  'case.review-mend': 'field.pending.mend',
  'registry.record': 'field.pending.record',
  'registry.add-family': 'field.pending.family',
  'registry.add-person': 'field.pending.person',
} as const
/** Kinds of commands of one register are called by it. */
const registers = [
  ['need.', 'field.pending.need'],
  ['participation.', 'field.pending.taken'],
  ['proposal.', 'field.pending.proposal'],
] as const
const meetingActs: ReadonlySet<string> = new Set(['meet', 'minute'])
/** Of a village meeting, which shares its register with proposals. */
export const isOfMeeting = (kind: string): boolean => {
  const [register, act = ''] = kind.split('.')
  return register === 'proposal' && meetingActs.has(act)
}
const isTitled = (kind: string): kind is keyof typeof titles => Object.hasOwn(titles, kind)

/** What somebody did, so that they know it again: a complaint by its sentence, the rest by what it was. */
export function titleOf({ kind, data }: Command, t: Say): string {
  if (isTitled(kind)) return t(titles[kind])
  if (isOfMeeting(kind)) return t('field.pending.meeting')
  const register = registers.find(([begin]) => kind.startsWith(begin))
  if (register) return t(register[1])
  const said = registerData.pick({ summary: true }).loose().safeParse(data)
  return said.success ? said.data.summary : t('field.complaint.title')
}
