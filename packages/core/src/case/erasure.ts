import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Change, Payload, Remnant, Table } from '../ledger/entry.ts'
import type { LetterRow } from '../letter/letter.ts'
import type { ReferralRow } from '../referral/referral.ts'
import type { Readable, RowAbout } from '../registry/forgotten.ts'
import { forgetRows, isGoing, remnantsAbout } from '../registry/forgotten.ts'
import { affectedRule } from '../surge/moves.ts'
import { openVisit, visitMoves } from '../visit/moves.ts'
import type { VisitPhotoRow, VisitRow } from '../visit/visit.ts'
import type { AttachmentRow, CaseRow } from './case.ts'
import type { CaseAction } from './moves.ts'
import type { Retention } from './policy.ts'
import type { LawRefusal } from './refusal.ts'

/**
 * What speaks of a person in each table, and what stands there once it is forgotten. What is not named here
 * stays: where, when, what kind, which office, how it ended. Figures need it and it names nobody.
 */
export const forgotten = {
  case: {
    summary: '',
    story: '',
    clientName: '',
    clientNik: null,
    clientKk: null,
    clientPhone: null,
    clientAddress: '',
    reporterName: null,
    reporterPhone: null,
    reporterRelation: 'other',
    contactVia: 'none',
    contactCare: null,
    consentWords: null,
    missing: null,
    result: null,
  },
  referral: { asked: '', result: null, consentWords: null },
  // The digest of a file tells whether somebody holds the same one.
  attachment: { name: '', sha256: '' },
  // Number, kind and office stay: a register of letters has no gaps.
  letter: { fields: '{}', note: null, content: null, contentDigest: null, holder: '', handedTo: null },
  // Why, when and by which office somebody went, and how it ended, stay.
  visit: {
    whom: '{"address":"","kk":null,"name":"","nik":null,"phone":null}',
    ask: '',
    proposal: '',
    report: null,
    spot: null,
    note: null,
  },
  visitPhoto: { sha256: '' },
} as const satisfies { readonly case: Partial<CaseRow> } & {
  readonly referral: Partial<ReferralRow>
  readonly attachment: Partial<AttachmentRow>
  readonly letter: Partial<LetterRow>
  readonly visit: Partial<VisitRow>
  readonly visitPhoto: Partial<VisitPhotoRow>
}

type Forgets = keyof typeof forgotten
const forgets = (table: Table): table is Forgets => Object.hasOwn(forgotten, table)

/** What is left of an entry: who, when, where and what was done, without a word that anybody said. */
export function remnantOf(seq: number, { v, action, day, changes }: Payload): Remnant {
  return { seq, payload: { v, action, note: '', say: {}, day, changes: changes.map(blanked) } }
}

function blanked(change: Change): Change {
  if (!forgets(change.table)) return change
  const blank: Readonly<Record<string, unknown>> = forgotten[change.table]
  const set = Object.fromEntries(
    Object.entries(change.set).map(([field, value]) => [field, Object.hasOwn(blank, field) ? blank[field] : value]),
  )
  return { ...change, set } as Change
}

/** What hangs on a case and speaks of its person. */
export interface Hangings {
  readonly referrals: readonly ReferralRow[]
  readonly attachments: readonly AttachmentRow[]
  readonly letters: readonly LetterRow[]
  readonly visits: readonly VisitRow[]
  readonly photos: readonly VisitPhotoRow[]
  /** Needs and applications of the case, and the entries about them. */
  readonly help: readonly RowAbout[]
  readonly helpEntries: readonly Readable[]
  /** The affected lists that its person stands on. */
  readonly surges?: readonly string[]
  /** Every entry of the case and of its visits until now, as far as it can still be read. */
  readonly entries: readonly { readonly seq: number; readonly payload: Payload }[]
}

/** The rows that hang on an erased case, blanked. */
export const forgetHangings = ({
  referrals,
  attachments,
  letters,
  visits,
  photos,
  help,
}: Hangings): readonly Change[] => [
  ...referrals.map(
    ({ id, version }): Change => ({ table: 'referral', id, base: version, set: { ...forgotten.referral } }),
  ),
  ...attachments.map(
    ({ id, version }): Change => ({ table: 'attachment', id, base: version, set: { ...forgotten.attachment } }),
  ),
  ...letters.map(({ id, version }): Change => ({ table: 'letter', id, base: version, set: { ...forgotten.letter } })),
  ...visits.map((visit): Change => ({ table: 'visit', id: visit.id, base: visit.version, set: visitLeft(visit) })),
  ...photos.map(
    ({ id, version }): Change => ({ table: 'visitPhoto', id, base: version, set: { ...forgotten.visitPhoto } }),
  ),
  ...forgetRows(help).map((change) => takenOff(change, help)),
]

/** PRIVACY-12 Whoever still waits on an affected list is taken off it: nobody is known to be received. */
function takenOff(change: Change, help: Hangings['help']): Change {
  if (change.table !== 'affected') return change
  const waits = help.some((row) => row.id === change.id && isGoing(row))
  return waits
    ? { ...change, set: { ...change.set, status: affectedRule('drop').to, slotDay: null, slotNth: null } }
    : change
}

/** PRIVACY-5 What is left of every entry of a case and of what was done for it. */
export const remnantsOf = ({ entries, help, helpEntries }: Hangings): readonly Remnant[] => [
  ...entries.map(({ seq, payload }) => remnantOf(seq, payload)),
  ...remnantsAbout(helpEntries, new Set(help.map(({ id }) => id))),
]

/** VISIT-15 What is left of a visit; nobody goes any more where nobody is known to be. */
const visitLeft = ({ status }: Pick<VisitRow, 'status'>): Partial<VisitRow> => ({
  ...forgotten.visit,
  ...(openVisit.includes(status) ? { status: visitMoves.cancel.to } : {}),
})

/** The moment at which a case came to its end: what its years are counted from. */
const endedAt = ({ closedAt, changedAt }: Ending): Instant => closedAt ?? changedAt

type Ending = Pick<CaseRow, 'closedAt' | 'changedAt' | 'restricted'>

/** CASE-33 From when on a case may be erased because its years are over. */
export function keptUntil(kase: Ending, retention: Retention): Instant {
  const years = kase.restricted === null ? retention.case : retention.restricted
  return erasureUntil(endedAt(kase), years)
}

/** So many years after a moment. */
export function erasureUntil(ended: Instant, years: number): Instant {
  const until = new Date(ended)
  const month = until.getUTCMonth()
  until.setUTCFullYear(until.getUTCFullYear() + years)
  // What ended on 29 February is kept until the 28th of a year that has none, as PostgreSQL counts years.
  if (until.getUTCMonth() !== month) until.setUTCDate(0)
  return until.getTime()
}

/** CASE-35 Whether somebody's wish to erase a case still stands: whatever happened to it since takes the wish back. */
export const isAsked = (kase: Pick<CaseRow, 'changedAt' | 'erasureAskedAt' | 'erasureAskedBy'>): boolean =>
  kase.erasureAskedBy !== null && kase.erasureAskedAt !== null && kase.erasureAskedAt >= kase.changedAt

/** CASE-34, CASE-35 What a wish to erase that stands, or that nobody has, means for the three moves about it. */
export function erasureStands(kase: CaseRow, action: CaseAction, actor: Actor): LawRefusal | null {
  if (action === 'ask-erasure') return isAsked(kase) ? { code: 'already-so' } : null
  if (action !== 'decline-erasure' && action !== 'erase') return null
  if (!isAsked(kase)) return { code: 'not-asked' }
  const own = actor.kind !== 'staff' || actor.staff === kase.erasureAskedBy
  return action === 'erase' && own ? { code: 'same-person' } : null
}

/** Whether nothing is left of a case but what names nobody. */
export const isForgotten = ({ status }: Pick<CaseRow, 'status'>): boolean => status === 'erased'
