import type { Right } from '../access/permission.ts'
import type { CaseStatus } from '../case/case.ts'
import { caseStatuses } from '../case/case.ts'
import type { CaseAction, CaseRule, ClockAct } from '../case/moves.ts'

/** A row of the law as the specification writes it, apart from the table that the program reads: one checks the other. */
export interface CaseSpec {
  readonly rule: string
  readonly from: readonly CaseStatus[]
  readonly to: CaseRule['to']
  readonly by: readonly Right[]
  readonly note: CaseRule['note']
  readonly hop: CaseRule['hop']
  readonly total: ClockAct
  readonly where: CaseRule['where']
}

const office: Pick<CaseSpec, 'note' | 'where'> = { note: 'required', where: 'here' }
const optional: Pick<CaseSpec, 'note' | 'where'> = { note: 'optional', where: 'here' }
const anywhere: Pick<CaseSpec, 'note' | 'where'> = { note: 'required', where: 'seen' }
const silent: Pick<CaseSpec, 'note' | 'where'> = { note: 'optional', where: 'seen' }
const run = { hop: 'run', total: 'run' } as const
const stop = { hop: 'end', total: 'end' } as const
const hopStops = { hop: 'end', total: 'pause' } as const
const newHop = { hop: 'start', total: 'run' } as const
const untouched = { hop: 'keep', total: 'keep' } as const

const anyButEnded: readonly CaseStatus[] = caseStatuses.filter(
  (status) => !['closed', 'cancelled', 'duplicate', 'erased'].includes(status),
)
const anyButGone: readonly CaseStatus[] = caseStatuses.filter(
  (status) => !['cancelled', 'duplicate', 'erased'].includes(status),
)
const pressed: readonly CaseStatus[] = ['registered', 'handling', 'recommended']
const ended: readonly CaseStatus[] = ['closed', 'duplicate', 'cancelled']

export const caseSpec: Readonly<Record<CaseAction, CaseSpec>> = {
  settle: { rule: 'CASE-1', from: ['registered'], to: 'closed', by: ['case.settle'], ...optional, ...stop },
  'review-pass': { rule: 'SUPER-2', from: ['registered'], to: 'same', by: ['case.review'], ...silent, ...newHop },
  'review-return': { rule: 'SUPER-2', from: ['registered'], to: 'same', by: ['case.review'], ...anywhere, ...newHop },
  'review-mend': { rule: 'SUPER-2', from: ['registered'], to: 'same', by: ['case.register'], ...anywhere, ...newHop },
  'review-hand': { rule: 'SUPER-6', from: ['registered'], to: 'same', by: ['case.review'], ...silent, ...untouched },
  'review-lapse': { rule: 'SUPER-5', from: ['registered'], to: 'same', by: ['clock'], ...silent, ...newHop },
  take: { rule: 'CASE-2', from: ['registered', 'handling'], to: 'handling', by: ['case.handle'], ...optional, ...run },
  assign: {
    rule: 'CASE-3',
    from: ['registered', 'handling', 'recommended'],
    to: 'same',
    by: ['case.assign'],
    ...optional,
    ...run,
  },
  return: {
    rule: 'CASE-4',
    from: ['registered', 'handling'],
    to: 'returned',
    by: ['case.handle'],
    ...office,
    hop: 'pause',
    total: 'pause',
  },
  complete: {
    rule: 'CASE-5',
    from: ['returned'],
    to: 'before',
    by: ['citizen', 'case.register'],
    ...anywhere,
    ...run,
  },
  expire: { rule: 'CASE-6', from: ['returned'], to: 'closed', by: ['clock'], ...silent, ...stop },
  recommend: { rule: 'CASE-7', from: ['handling'], to: 'recommended', by: ['case.recommend'], ...office, ...run },
  approve: { rule: 'CASE-8', from: ['recommended'], to: 'handling', by: ['case.decide'], ...optional, ...run },
  'send-back': { rule: 'CASE-9', from: ['recommended'], to: 'handling', by: ['case.decide'], ...office, ...run },
  reject: {
    rule: 'CASE-10',
    from: ['recommended', 'handling'],
    to: 'answered',
    by: ['case.decide'],
    ...office,
    ...hopStops,
  },
  escalate: {
    rule: 'CASE-11',
    from: ['registered', 'handling'],
    to: 'registered',
    by: ['case.escalate', 'clock'],
    ...office,
    ...newHop,
  },
  'hand-down': {
    rule: 'CASE-12',
    from: ['registered', 'handling'],
    to: 'registered',
    by: ['case.escalate'],
    ...office,
    ...newHop,
  },
  'take-back': {
    rule: 'CASE-37',
    from: ['registered'],
    to: 'before',
    by: ['case.escalate'],
    note: 'optional',
    where: 'seen',
    hop: 'as-before',
    total: 'run',
  },
  remind: { rule: 'CASE-38', from: pressed, to: 'same', by: ['clock'], ...silent, ...untouched },
  overdue: { rule: 'CASE-39', from: pressed, to: 'same', by: ['clock'], ...silent, ...untouched },
  'set-red': { rule: 'CASE-40', from: pressed, to: 'same', by: ['case.handle'], ...office, ...newHop },
  answer: { rule: 'CASE-13', from: ['handling'], to: 'answered', by: ['case.answer'], ...office, ...hopStops },
  confirm: { rule: 'CASE-14', from: ['answered'], to: 'closed', by: ['citizen', 'case.register'], ...silent, ...stop },
  dispute: {
    rule: 'CASE-15',
    from: ['answered'],
    to: 'handling',
    by: ['citizen', 'case.register'],
    ...anywhere,
    ...newHop,
  },
  lapse: { rule: 'CASE-16', from: ['answered'], to: 'closed', by: ['clock'], ...silent, ...stop },
  appeal: {
    rule: 'CASE-17',
    from: ['answered', 'closed'],
    to: 'registered',
    by: ['citizen', 'case.register'],
    ...anywhere,
    ...newHop,
  },
  visit: {
    rule: 'OUTCOME-2',
    from: ['closed'],
    to: 'same',
    by: ['case.handle', 'case.register'],
    ...anywhere,
    ...untouched,
  },
  reopen: { rule: 'CASE-18', from: ['closed'], to: 'handling', by: ['citizen', 'case.decide'], ...office, ...newHop },
  merge: {
    rule: 'CASE-19',
    from: ['registered', 'handling'],
    to: 'duplicate',
    by: ['case.handle'],
    ...optional,
    ...stop,
  },
  unmerge: { rule: 'CASE-20', from: ['duplicate'], to: 'before', by: ['case.decide'], ...office, ...run },
  cancel: { rule: 'CASE-21', from: anyButEnded, to: 'cancelled', by: ['citizen', 'case.decide'], ...office, ...stop },
  note: { rule: 'CASE-22', from: anyButGone, to: 'same', by: ['case.handle'], ...office, ...untouched },
  attach: {
    rule: 'CASE-22',
    from: anyButGone,
    to: 'same',
    by: ['case.handle', 'case.register', 'citizen'],
    ...optional,
    ...untouched,
  },
  share: { rule: 'CASE-23', from: anyButGone, to: 'same', by: ['case.handle'], ...office, ...untouched },
  'set-contact': {
    rule: 'NOTICE-4',
    from: anyButGone,
    to: 'same',
    by: ['case.register', 'case.handle'],
    ...silent,
    ...untouched,
  },
  'renew-secret': {
    rule: 'NOTICE-18',
    from: anyButGone,
    to: 'same',
    by: ['case.register'],
    ...anywhere,
    ...untouched,
  },
  'ask-erasure': { rule: 'CASE-33', from: ended, to: 'same', by: ['case.decide'], ...anywhere, ...untouched },
  'decline-erasure': { rule: 'CASE-34', from: ended, to: 'same', by: ['case.erase'], ...anywhere, ...untouched },
  erase: { rule: 'CASE-35', from: ended, to: 'erased', by: ['case.erase'], ...silent, ...untouched },
  restrict: { rule: 'CASE-23', from: anyButGone, to: 'same', by: ['case.handle'], ...office, ...untouched },
}
