import { z } from 'zod'
import { caseId, letterId, officeId, staffId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { letterKind } from '../letter/kinds.ts'
import { letterStatus } from '../letter/letter.ts'
import { letterLists } from '../letter/rules.ts'
import { sayings } from '../lists/rows.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { letterMoveData } from './letter.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const at = { district: ledgerCode }
const step = z.object({
  act: z.enum(['initial', 'sign']),
  post: z.string(),
  /** Who did it and when; null where it is still to come. */
  name: z.string().nullable(),
  at: instant.nullable(),
})
export type LetterStepLine = z.infer<typeof step>

/** What may be done with a letter, or why not. */
const offer = z.object({ action: z.string(), refusal: z.string().nullable(), message: z.string().nullable() })
export type LetterOffer = z.infer<typeof offer>

/** A letter as the card of its case shows it. */
export const letterLine = z.object({
  id: letterId,
  district: ledgerCode,
  version: z.int(),
  kind: letterKind,
  status: letterStatus,
  office: officeId,
  officeName: z.string(),
  number: z.string().nullable(),
  purpose: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  drafterName: z.string(),
  steps: z.array(step),
  note: z.string().nullable(),
  draftedAt: instant,
  issuedAt: instant.nullable(),
  handedAt: instant.nullable(),
  handedTo: z.string().nullable(),
  replaces: letterId.nullable(),
  replacedBy: letterId.nullable(),
  offers: z.array(offer),
})
export type LetterLine = z.infer<typeof letterLine>

/** A kind of letter that may be drafted for a case, or why not. */
export const kindOffer = z.object({
  kind: letterKind,
  refusal: z.string().nullable(),
  message: z.string().nullable(),
  steps: z.array(z.string()),
})
export type KindOffer = z.infer<typeof kindOffer>

const purpose = z.object({ code: z.string(), name: z.string(), maxDesil: z.int().nullable() })
export type LetterPurpose = z.infer<typeof purpose>

/** What an inbox shows: what waits for my initial or signature, what came back, what may be handed over. */
export const letterShows = ['sign', 'initial', 'returned', 'waiting', 'issued', 'handed-over'] as const
export type LetterShow = (typeof letterShows)[number]

export const inboxLetter = z.object({
  id: letterId,
  district: ledgerCode,
  version: z.int(),
  caseId,
  caseNumber: z.string(),
  kind: letterKind,
  status: letterStatus,
  number: z.string().nullable(),
  clientMasked: z.string(),
  placeName: z.string(),
  drafterName: z.string(),
  /** Whose turn it is: the post that the chain names. */
  post: z.string(),
  changedAt: instant,
})
export type InboxLetter = z.infer<typeof inboxLetter>

export const letterPaper = z.object({
  head: z.object({
    over: z.string(),
    office: z.string(),
    address: z.string(),
    logo: z.object({ place: ledgerCode, file: z.string() }).nullable(),
  }),
  title: z.string(),
  number: z.string(),
  body: z.string(),
  signed: z.object({ at: z.string(), post: z.string(), name: z.string(), rank: z.string(), nip: z.string() }),
  check: z.string(),
  day: instant,
})

const ruleSaid = z.object({
  place: ledgerCode,
  from: wireDay,
  says: z.enum(sayings),
  names: z.object({ id: z.string(), en: z.string() }),
  data: z.record(z.string(), z.unknown()),
})
/** One rule of letters: what counts today, and everything that was said and is planned. */
export const letterRule = z.object({
  list: z.enum(letterLists),
  code: z.string(),
  /** What the code stands for where it is an id: the office or the person. */
  about: z.string(),
  now: ruleSaid.nullable(),
  said: z.array(ruleSaid),
})
export type LetterRuleLine = z.infer<typeof letterRule>

export const letterOffice = z.object({ office: officeId, name: z.string(), place: placeCode, next: z.int() })
export type LetterOffice = z.infer<typeof letterOffice>

/** The most letters that are printed together. */
export const mostPrinted = 200
export const printBody = z.strictObject({
  letters: z
    .array(z.strictObject({ ...at, id: letterId }))
    .min(1)
    .max(mostPrinted),
})
export const letterPaths = { pdf: '/api/letters/pdf', print: '/api/letters/print', logo: '/api/letters/logo' } as const

const { kind, purpose: typedPurpose, fields } = letterMoveData.draft.shape
/** What is asked about letters; none of it is shown to whoever holds only a grant. */
export const letterRoutes = {
  ofCase: row({
    method: 'GET',
    path: '/api/letters/case',
    summary: 'Letters of one case, what may be done with each, and what may be drafted',
    allow: 'case.read',
    audit: 'LETTERS_OF_CASE_READ',
    query: z.strictObject({ ...at, id: caseId }),
    body: nothing,
    reply: z.object({ letters: z.array(letterLine), kinds: z.array(kindOffer), purposes: z.array(purpose) }),
  }),
  inbox: row({
    method: 'GET',
    path: '/api/letters/inbox',
    summary: 'Letters of the acting office that wait for somebody, the longest waiting first',
    allow: 'case.read',
    audit: 'LETTER_INBOX_READ',
    query: z.strictObject({ show: z.enum(letterShows).default('sign'), page: pageNumber }),
    body: nothing,
    reply: page(inboxLetter),
  }),
  paper: row({
    method: 'GET',
    path: '/api/letters/paper',
    summary: 'What a letter says: as it was signed, or as it would be signed now',
    allow: 'case.read',
    audit: 'LETTER_READ',
    query: z.strictObject({ ...at, id: letterId }),
    body: nothing,
    reply: z.object({ paper: letterPaper, kind: letterKind, status: letterStatus, caseId, version: z.int() }),
  }),
  preview: row({
    method: 'POST',
    path: '/api/letters/preview',
    summary: 'What a letter would say with these words, before it is drafted',
    allow: 'letter.draft',
    audit: 'LETTER_PREVIEWED',
    query: nothing,
    body: z.strictObject({ ...at, id: caseId, kind, purpose: typedPurpose, fields }),
    reply: z.object({ paper: letterPaper }),
  }),
  rules: row({
    method: 'GET',
    path: '/api/letters/rules',
    summary: 'Templates, chains, patterns of numbers, purposes and signers of a place',
    allow: 'lists.manage',
    audit: 'LETTER_RULES_READ',
    query: z.strictObject(at),
    body: nothing,
    reply: z.object({
      today: wireDay,
      rules: z.array(letterRule),
      /** Who may sign at offices of this place. */
      signers: z.array(z.object({ staff: staffId, name: z.string() })),
      /** Offices of this place, and the number in the series that the next letter of each gets. */
      offices: z.array(letterOffice),
    }),
  }),
} as const
