import type { StaffActor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import type { Right } from '../access/permission.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { ParticipationStatus } from '../need/need.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { covers, ledgerOf, levelOf } from '../place/code.ts'
import { mayLoad } from './decide.ts'
import type { LoadRefusal } from './load.ts'

/** What an export has a row for: each person, with their family's values beside theirs; or each family. */
export const exportSubjects = ['people', 'families'] as const
export type ExportSubject = (typeof exportSubjects)[number]
export const exportForms = ['csv', 'xlsx'] as const
export type ExportForm = (typeof exportForms)[number]
export const exportStates = ['waiting', 'ready', 'failed', 'forgotten'] as const
export type ExportState = (typeof exportStates)[number]

/** A sheet is opened whole by whoever reads it, and by our own import: what is longer goes out as CSV. */
export const mostSheetExport = 20_000
/** How long the file of an export can be fetched. That it was made is kept. */
export const exportKeptDays = 7
/** Of a programme, who has it now. */
export const receiving = 'receives' as const satisfies ParticipationStatus

type Refusal =
  | LoadRefusal
  | { readonly code: 'not-permitted'; readonly needs: readonly Right[] }
  | { readonly code: 'wrong-place' }

interface Wish {
  readonly place: PlaceCode
  readonly numbers: boolean
}

/**
 * LOAD-16 Who takes data out of a district's registry: whoever may load it, at an office of the district, and reads its
 * people; numbers in the open only who may reveal them.
 */
export function mayExport(actor: StaffActor, district: LedgerCode, { place, numbers }: Wish): Result<null, Refusal> {
  const may = mayLoad(actor, district)
  if (!may.ok) return may
  for (const right of numbers ? (['registry.read', 'person.reveal'] as const) : (['registry.read'] as const))
    if (!holds(actor, right)) return no({ code: 'not-permitted', needs: [right] })
  return covers(actor.place, place) && actor.sees === 'place' ? ok(null) : no({ code: 'wrong-place' })
}

/** LOAD-19 Who looks up what was taken out of a district: whoever reviews who looked at data, at an office of the district. */
export function mayReviewExports(actor: StaffActor, district: LedgerCode): Result<null, Refusal> {
  if (!holds(actor, 'access.review')) return no({ code: 'not-permitted', needs: ['access.review'] })
  return levelOf(actor.place) === 'district' && ledgerOf(actor.place) === district
    ? ok(null)
    : no({ code: 'wrong-place' })
}

/** LOAD-17 What fits into the form that was asked for. */
export const fitsForm = (form: ExportForm, rows: number): Result<null, Refusal> =>
  form === 'xlsx' && rows > mostSheetExport ? no({ code: 'export-sheet', most: mostSheetExport }) : ok(null)

/** LOAD-18 What stands on every row of an export: short enough to be read out, and known to the log. */
export function markOf(id: string): string {
  const digits = id.replaceAll('-', '').slice(-12).toUpperCase()
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-')
}

/** The same as somebody types it off a paper: capitals, spaces and dashes are as they come. */
export const typedMark = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '')
    .replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3')
