import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { answer, participationStatus, sayer } from '@openslrt/core/need/need.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import type { Shown } from '../../platform/replica/view.ts'
import { commandOf } from '../make-command.ts'
import { holderOf } from './who.ts'

type Row = ReplicaRow['participation']

/** What is asked of something that is received. */
export const facts = ['amountRight', 'onTime', 'useful'] as const

export interface TakenValues {
  readonly who: string
  readonly programme: string
  readonly status: string
  readonly reason: string
  readonly since: string
  readonly until: string
  readonly amountRight: string
  readonly onTime: string
  readonly useful: string
  readonly saidBy: string
}

const unsaid = { reason: '', since: '', until: '', amountRight: 'unknown', onTime: 'unknown', useful: 'unknown' }

/** What was said last of the same, else nothing yet. */
export function firstOf(row: Row | null, who: string, programme: string): TakenValues {
  if (!row) return { ...unsaid, who, programme, status: '', saidBy: 'person' }
  const { status, reason, since, until, amountRight, onTime, useful, saidBy } = row
  const days = { since: since ?? '', until: until ?? '', reason: reason ?? '' }
  return { who, programme: row.programme, status, ...days, amountRight, onTime, useful, saidBy }
}

/** What is known of somebody and a programme: said anew, it stays one row. */
export const knownOf = (rows: Iterable<Row>, who: string, programme: string): Row | null =>
  [...rows].find((row) => row.programme === programme && (row.person ?? row.family) === who) ?? null

/** FIELD-23 What somebody receives, as it is said on a day; of what was never had nothing more is said. */
export function commandOfTaken(
  view: Shown,
  values: TakenValues,
  about: { readonly id: string; readonly known: Row | null; readonly place: string; readonly today: Day },
): Command {
  const { known } = about
  const [never, stopped] = [values.status === 'never', values.status === 'stopped']
  const told = (name: (typeof facts)[number]) => (never ? ('unknown' as const) : answer.parse(values[name]))
  return commandOf('participation.record', {
    district: ledgerOf(placeCode.parse(about.place)),
    subject: known?.id ?? about.id,
    base: known && known.seq > 0 ? known.version : null,
    data: {
      holder: known ? { person: known.person, family: known.family, case: known.caseId } : holderOf(view, values.who),
      programme: programmeId.parse(values.programme),
      status: participationStatus.parse(values.status),
      reason: stopped ? values.reason : null,
      since: never ? null : values.since || null,
      until: stopped ? values.until || null : null,
      amountRight: told('amountRight'),
      onTime: told('onTime'),
      useful: told('useful'),
      saidBy: sayer.parse(values.saidBy),
      saidOn: about.today,
      need: null,
    },
  })
}
