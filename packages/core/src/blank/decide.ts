import type { Actor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { Policy } from '../case/policy.ts'
import type { BlankCommandData } from '../contract/blank.ts'
import type { BatchId, BlankId } from '../kernel/id.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { receives } from '../office/office.ts'
import { type LedgerCode, ledgerOf } from '../place/code.ts'
import type { BlankRefusal, BlankRow } from './blank.ts'
import { blankRule } from './moves.ts'

/** One sheet to be printed: its id and the digests of its secrets, made outside because core knows no keys. */
export interface Sheet {
  readonly id: BlankId
  readonly short: string
  readonly long: string
}

type Refusal =
  | BlankRefusal
  | { readonly code: 'not-permitted'; readonly needs: readonly ['case.register'] }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'not-here'; readonly office: BlankRow['office'] }
  | { readonly code: 'note-missing' }

const mayNot = no({ code: 'not-permitted', needs: ['case.register'] } as const)

/** BLANK-2 Issues a batch of forms for the desk that prints them: each with its receipt, before there is any case. */
export function issueBlanks(
  batch: BatchId,
  sheets: readonly Sheet[],
  actor: Actor,
  policy: Policy,
  district: LedgerCode,
): Result<Decision, Refusal> {
  if (actor.kind !== 'staff' || !holds(actor, 'case.register')) return mayNot
  const office = policy.offices.get(actor.office)
  if (!office || !receives(office) || ledgerOf(office.place) !== district || !district.includes('.'))
    return no({ code: 'wrong-place' })
  const year = policy.day.slice(0, 4)
  const pattern = `F${district.replace('.', '')}-${year.slice(2)}-{nomor}`
  const own = { district, office: office.id }
  const issued: Change = {
    table: 'batch',
    id: batch,
    base: 0,
    set: { ...own, size: sheets.length, issuedBy: actor.staff, issuedAt: policy.now },
    numbered: { series: `form ${year}`, pattern },
  }
  const blanks = sheets.map(
    ({ id, short, long }, at): Change => ({
      table: 'blank',
      id,
      base: 0,
      set: {
        ...own,
        batch,
        sheet: at + 1,
        status: 'issued',
        caseId: null,
        note: '',
        changedAt: policy.now,
        doorShort: short,
        doorLong: long,
      },
    }),
  )
  const say = { office: office.name, size: sheets.length }
  return ok({ action: 'issue', note: '', say, day: policy.day, changes: [issued, ...blanks], jobs: [] })
}

/** One act on a form that is not its typing. */
export type BlankAct = {
  [Move in 'void' | 'lose' | 'find']: { readonly move: Move; readonly data: BlankCommandData[`blank.${Move}`] }
}['void' | 'lose' | 'find']

/** BLANK-5 Voids a form, says that it is lost, or that it was found again: at the office that holds the pile. */
export function decideBlank(
  form: BlankRow,
  { move, data }: BlankAct,
  actor: Actor,
  policy: Policy,
): Result<Decision, Refusal> {
  if (actor.kind !== 'staff' || !holds(actor, 'case.register')) return mayNot
  if (form.office !== actor.office) return no({ code: 'not-here', office: form.office })
  const rule = blankRule(move)
  if (!rule.from.includes(form.status)) return no({ code: 'wrong-form-status', status: form.status })
  if (rule.note === 'required' && data.note === '') return no({ code: 'note-missing' })
  const set = { status: rule.to, note: data.note, changedAt: policy.now }
  return ok({
    action: move,
    note: data.note,
    say: {},
    day: policy.day,
    changes: [{ table: 'blank', id: form.id, base: form.version, set }],
    jobs: [],
  })
}
