import { z } from 'zod'
import type { CaseId, FamilyId, OfficeId, PersonId, StaffId, VisitId, VisitPhotoId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Where a visit stands. The table of moves says what may follow what. */
export const visitStatuses = ['planned', 'done', 'missed', 'cancelled'] as const
export const visitStatus = z.enum(visitStatuses)
export type VisitStatus = z.infer<typeof visitStatus>

/** What the visitor states of the help that was asked for: fit, unfit, or it can't be told yet. */
export const fitness = ['fit', 'unfit', 'unsure'] as const
export const fit = z.enum(fitness)
export type Fit = z.infer<typeof fit>

/** What a picture shows. Identity papers stay inside: no page for citizens ever shows any picture of a visit. */
export const photoKinds = ['front', 'left', 'right', 'back', 'inside', 'ktp', 'kk', 'paper', 'signature'] as const
export const photoKind = z.enum(photoKinds)
export type PhotoKind = z.infer<typeof photoKind>
/** What a desk adds a picture of; a signature is drawn where somebody was. */
export const deskPhotoKinds = photoKinds.filter((kind) => kind !== 'signature')

/** Papers that were there to be seen. */
export const paperKinds = ['ktp', 'kk', 'sktm', 'kia', 'tax', 'medical'] as const
export const paperKind = z.enum(paperKinds)
export type PaperKind = z.infer<typeof paperKind>

/** Whom somebody goes to see: no more of them than the visit needs. */
export type Whom = {
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
  readonly address: string
}

/** What was found there, in words; it becomes the printed report. */
export type Report = {
  readonly met: string
  readonly words: string
  readonly papers: readonly PaperKind[]
  readonly agencies: string
  readonly followUp: string
  /** Who signed; or why nobody could. Left out of reports from before either was asked. */
  readonly signer?: string | undefined
  readonly unsigned?: string | undefined
}

/** Where the visitor stood, in degrees, and how well the device knew, in metres. */
export type Spot = { readonly lat: number; readonly long: number; readonly accuracy: number }

/** A visit to a home (kunjungan). What was typed of people lies in sealed fields, as JSON where it has parts. */
export type VisitRow = {
  readonly id: VisitId
  readonly district: LedgerCode
  readonly version: number
  readonly place: PlaceCode
  readonly caseId: CaseId | null
  readonly caseNumber: string | null
  readonly family: FamilyId | null
  readonly person: PersonId | null
  readonly whom: string
  /** Why somebody goes: a code of the list `visit-trigger`; what is to be looked at; the proposal it is about, if any. */
  readonly trigger: string
  readonly ask: string
  readonly proposal: string
  readonly plannedFor: Day
  /** Until when: the end of that day. And since when it is known to be late. */
  readonly dueAt: Instant
  readonly overdueSince: Instant | null
  readonly office: OfficeId
  readonly assignee: StaffId | null
  readonly status: VisitStatus
  readonly result: string | null
  readonly fit: Fit | null
  readonly report: string | null
  readonly spot: string | null
  /** Who went, when they said that they were there, and when it came in: three facts. */
  readonly visitor: StaffId | null
  readonly capturedAt: Instant | null
  readonly receivedAt: Instant | null
  /** Why nobody was met, from the list `visit-missed`; words for that, or for a cancelling. */
  readonly reason: string | null
  readonly note: string | null
  readonly tries: number
  readonly plannedBy: StaffId
  readonly plannedAt: Instant
  readonly changedAt: Instant
}

/**
 * A picture of a visit. The bytes lie sealed in the files, or are still on their way from a phone; this says what they
 * show, and which bytes they are.
 */
export type VisitPhotoRow = {
  readonly id: VisitPhotoId
  readonly district: LedgerCode
  readonly version: number
  readonly visit: VisitId
  readonly kind: PhotoKind
  readonly sha256: string
  readonly type: string
  readonly size: number
  readonly capturedAt: Instant
  readonly addedAt: Instant
}

const whom = z.object({
  name: z.string(),
  nik: z.string().nullable(),
  kk: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string(),
})
const report = z.object({
  met: z.string(),
  words: z.string(),
  papers: z.array(paperKind),
  agencies: z.string(),
  followUp: z.string(),
  signer: z.string().optional(),
  unsigned: z.string().optional(),
})
const spot = z.object({ lat: z.number(), long: z.number(), accuracy: z.number() })

/** The parts of a visit that lie sealed, read back. */
export const whomOf = ({ whom: words }: Pick<VisitRow, 'whom'>): Whom => whom.parse(JSON.parse(words))
export const reportOf = ({ report: words }: Pick<VisitRow, 'report'>): Report | null =>
  words === null ? null : report.parse(JSON.parse(words))
export const spotOf = ({ spot: words }: Pick<VisitRow, 'spot'>): Spot | null =>
  words === null ? null : spot.parse(JSON.parse(words))

/** A device's clock may be a little off, and desks write minutes; earlier than the plan nobody was sent. */
export const oddTimeMs = 5 * 60_000

/** VISIT-8 Whether the moment that a device told can hardly be: a person looks at it, nothing is refused for it. */
export const isOddTime = ({
  capturedAt,
  receivedAt,
  plannedAt,
}: Pick<VisitRow, 'capturedAt' | 'receivedAt' | 'plannedAt'>): boolean =>
  capturedAt !== null &&
  receivedAt !== null &&
  (capturedAt > receivedAt + oddTimeMs || capturedAt < plannedAt - oddTimeMs)
