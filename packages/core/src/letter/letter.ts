import { z } from 'zod'
import type { CaseId, LetterId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import type { LetterKind } from './kinds.ts'

/** Where a letter stands. The table of moves says what may follow what. */
export const letterStatuses = [
  'drafted',
  'initialled',
  'returned',
  'issued',
  'handed-over',
  'revoked',
  'replaced',
] as const
export const letterStatus = z.enum(letterStatuses)
export type LetterStatus = z.infer<typeof letterStatus>

/** One step of a letter's chain: an initial (paraf) or the signature, by the post that it is meant for. */
export type ChainStep = { readonly act: 'initial' | 'sign'; readonly post: string }

/** Somebody's initial or signature under a letter. */
export type Mark = { readonly staff: StaffId; readonly at: Instant }

/** A letter (surat) of a case. What names a person lies in `fields`, `note`, `content` and `handedTo`: sealed. */
export type LetterRow = {
  readonly id: LetterId
  readonly district: LedgerCode
  readonly version: number
  readonly caseId: CaseId
  readonly kind: LetterKind
  readonly office: OfficeId
  readonly status: LetterStatus
  readonly purpose: string | null
  /** What was typed, as JSON: what the case knows is not kept twice. */
  readonly fields: string
  readonly drafter: StaffId
  /** The chain as it held on the day of the draft, and who has gone it so far. */
  readonly chain: readonly ChainStep[]
  readonly marks: readonly Mark[]
  /** Why it was returned or revoked. */
  readonly note: string | null
  readonly number: string | null
  readonly serial: number | null
  readonly issuedAt: Instant | null
  /** Everything that stands on the paper, as JSON, fixed when it was signed; and the keyed digest of it. */
  readonly content: string | null
  readonly contentDigest: string | null
  /** The citizen's name as the check page shows it: masked. */
  readonly holder: string
  /** The digest of the secret behind its QR code. */
  readonly door: string | null
  readonly handedAt: Instant | null
  readonly handedTo: string | null
  readonly replaces: LetterId | null
  readonly replacedBy: LetterId | null
  readonly draftedAt: Instant
  readonly changedAt: Instant
}
