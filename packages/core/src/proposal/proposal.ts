import { z } from 'zod'
import type {
  CaseId,
  FamilyId,
  MinutesId,
  OfficeId,
  PersonId,
  ProposalBatchId,
  ProposalId,
  StaffId,
} from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import type { Month } from './cut-off.ts'
import type { ProposalKind } from './kinds.ts'

/** Where a proposal stands (usulan). The table of moves says what may follow what. */
export const proposalStatuses = [
  'drafted',
  'backed',
  'verified',
  'approved',
  'exported',
  'accepted',
  'rejected',
  'returned',
  'withdrawn',
] as const
export const proposalStatus = z.enum(proposalStatuses)
export type ProposalStatus = z.infer<typeof proposalStatus>

/** Where the minutes of a village meeting stand. */
export const minutesStatuses = ['open', 'signed', 'called-off'] as const
export const minutesStatus = z.enum(minutesStatuses)
export type MinutesStatus = z.infer<typeof minutesStatus>

/** What carries a proposal: the minutes of a village meeting, or a signed statement of full responsibility (SPTJM). */
export const backings = ['minutes', 'sptjm'] as const
export type Backing = (typeof backings)[number]

/** A village deliberates in a musdes, a kelurahan in a muskel. */
export const meetingKinds = ['musdes', 'muskel'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/**
 * What is held of the time at which a device says that a proposal was taken down: it can be so; it cannot, and a person is to
 * say which of two times counts; somebody said that the device was right; or that the receipt counts.
 */
export const captures = ['plausible', 'flagged', 'trusted', 'received'] as const
export type Capture = (typeof captures)[number]

/** One value that is asked for, by its official name; null is "said to be none". */
export type Asked = { readonly name: string; readonly before: string | null; readonly after: string | null }

/** One field, or a whole person where `field` is null, typed into another system: who did it, and when. */
export type Tick = {
  readonly target: string
  readonly field: string | null
  readonly by: StaffId
  readonly at: Instant
}

/** A proposal to the national registry (usulan). What was typed of people lies sealed. */
export type ProposalRow = {
  readonly id: ProposalId
  readonly district: LedgerCode
  readonly version: number
  readonly kind: ProposalKind
  readonly status: ProposalStatus
  readonly place: PlaceCode
  /** The person and the family in the registry, where they are in it. */
  readonly person: PersonId | null
  readonly family: FamilyId | null
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly caseId: CaseId | null
  readonly visit: string | null
  readonly programme: string | null
  readonly asked: string
  readonly reason: string
  readonly note: string
  /** Evidence: digests of photos, null for none, and where the house stands. */
  readonly photos: readonly string[] | null
  readonly spot: string | null
  /** Everybody who drafted or changed it: none of them verifies or approves it. */
  readonly drafters: readonly string[]
  readonly office: OfficeId
  readonly capturedAt: Instant
  readonly receivedAt: Instant
  readonly capture: Capture
  /** The month for which it counts. */
  readonly month: Month
  readonly backing: Backing | null
  readonly minutes: MinutesId | null
  readonly file: string | null
  readonly fileName: string | null
  readonly backedAt: Instant | null
  readonly verifier: StaffId | null
  readonly verifiedAt: Instant | null
  readonly approver: StaffId | null
  readonly approvedAt: Instant | null
  /** Why it was returned, withdrawn or rejected: a code of a list, and words. */
  readonly why: string | null
  readonly words: string | null
  readonly batch: ProposalBatchId | null
  readonly exportedAt: Instant | null
  readonly ticks: readonly Tick[]
  readonly answeredOn: Day | null
  readonly answeredAt: Instant | null
  /** The clock of an objection: until when it is to be verified, how often time has spoken, and when it speaks next. */
  readonly dueAt: Instant | null
  readonly pressed: number
  readonly pressAt: Instant | null
  readonly draftedAt: Instant
  readonly changedAt: Instant
}

/** What a village meeting counted of its list. */
export const countNames = ['notFound', 'wellOff', 'moved', 'corrected', 'prelist', 'fresh'] as const
export type Counts = Readonly<Record<(typeof countNames)[number], number>>
export type Attendant = { readonly name: string; readonly post: string }
/** What a meeting said of one proposal. */
export type Verdict = { readonly proposal: ProposalId; readonly agreed: boolean; readonly note: string }

/** The minutes of a village meeting (berita acara). Names and words lie sealed. */
export type MinutesRow = {
  readonly id: MinutesId
  readonly district: LedgerCode
  readonly version: number
  readonly kind: MeetingKind
  readonly status: MinutesStatus
  readonly place: PlaceCode
  readonly office: OfficeId
  readonly writer: StaffId
  readonly day: Day
  readonly venue: string
  readonly leader: string
  readonly attendance: string
  readonly counts: Counts
  readonly decisions: string
  readonly verdicts: string
  /** The signed scan; of open minutes the sheet that a phone names, which may still be on its way. */
  readonly file: string | null
  readonly fileName: string | null
  readonly note: string | null
  readonly openedAt: Instant
  readonly signedAt: Instant | null
  readonly changedAt: Instant
}

/** What was taken out together for one month: a file, and the sheets that are typed off into the closed system. */
export type ProposalBatchRow = {
  readonly id: ProposalBatchId
  readonly district: LedgerCode
  readonly version: number
  readonly month: Month
  readonly place: PlaceCode
  readonly office: OfficeId
  readonly maker: StaffId
  readonly size: number
  readonly madeAt: Instant
}

const asked = z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
const attendants = z.array(z.object({ name: z.string(), post: z.string() }))
const verdicts = z.array(
  z.object({ proposal: z.custom<ProposalId>((id) => typeof id === 'string'), agreed: z.boolean(), note: z.string() }),
)
// Without keys a sealed field reads as null: deciding on it never happens so, listing may.
const read = <Value>(schema: z.ZodType<Value>, words: string | null, none: Value): Value =>
  words === null ? none : schema.parse(JSON.parse(words))

/** Where a house stands, in degrees, and how well the device knew, in metres; typed, nobody knows. */
export type ProposalSpot = { readonly lat: number; readonly long: number; readonly accuracy: number | null }
const spot = z.object({ lat: z.number(), long: z.number(), accuracy: z.number().nullable() })

/** The parts that lie sealed, read back. */
export const spotOf = (row: Pick<ProposalRow, 'spot'>): ProposalSpot | null => read(spot.nullable(), row.spot, null)
export const askedOf = (row: Pick<ProposalRow, 'asked'>): readonly Asked[] => read(asked, row.asked, [])
export const attendanceOf = (row: Pick<MinutesRow, 'attendance'>): readonly Attendant[] =>
  read(attendants, row.attendance, [])
export const verdictsOf = (row: Pick<MinutesRow, 'verdicts'>): readonly Verdict[] => read(verdicts, row.verdicts, [])
