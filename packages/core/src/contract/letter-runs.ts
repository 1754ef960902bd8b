import { z } from 'zod'
import { caseId, letterId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { shortText } from './case.ts'
import { letterMoveData } from './letter.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** What is done with many letters: each by a command of its own, or, for paper, a look at each. */
export const runKinds = ['sign', 'initial', 'draft', 'print'] as const
export type RunKind = (typeof runKinds)[number]

/** How far one letter of many has come. */
export const runStates = ['waiting', 'done', 'refused'] as const
export type RunState = (typeof runStates)[number]

export const mostInRun = 2000
/** How many letters become one file: some seconds of drawing. */
export const lettersInPart = 50

export const runId = z.uuid()
const { kind: letter, purpose, fields } = letterMoveData.draft.shape
const what = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['sign', 'initial', 'print']) }),
  z.strictObject({ kind: z.literal('draft'), letter, purpose, fields }),
])
export type RunWhat = z.infer<typeof what>

const item = z.strictObject({
  district: ledgerCode,
  caseId,
  caseNumber: shortText,
  letter: letterId,
  /** The version of the letter that the person looked at; 0 where it is still to be drafted. */
  seen: z.int().min(0).max(100_000),
})
export type RunItem = z.infer<typeof item>
/** As it is asked for. */
export type RunItemAsked = z.input<typeof item>

export const runLine = z.object({
  id: runId,
  kind: z.enum(runKinds),
  askedAt: z.int(),
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  ended: z.boolean(),
  cancelled: z.boolean(),
  /** How many files its letters make, once it has ended; 0 where there is nothing to print. */
  parts: z.int(),
})
export type RunLine = z.infer<typeof runLine>

export const runItemLine = z.object({
  district: ledgerCode,
  caseId,
  caseNumber: z.string(),
  letter: letterId,
  number: z.string().nullable(),
  /** Why it was not done. */
  message: z.string().nullable(),
})
export type RunItemLine = z.infer<typeof runItemLine>

const which = { id: runId }
export const runPaths = { pdf: '/api/letters/runs/pdf' } as const

/** Work on many letters: kept here, so that a closed window ends nothing. Everybody sees their own. */
export const letterRunRoutes = {
  list: row({
    method: 'GET',
    path: '/api/letters/runs',
    summary: "The reader's own work on many letters, the newest first, until it is put away",
    allow: 'case.read',
    audit: 'LETTER_RUNS_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ runs: z.array(runLine) }),
  }),
  start: row({
    method: 'POST',
    path: '/api/letters/runs',
    summary: 'Begins work on many letters; the same id sent twice begins it once',
    allow: 'case.read',
    audit: 'LETTER_RUN_STARTED',
    query: nothing,
    body: z.strictObject({ ...which, what, items: z.array(item).min(1).max(mostInRun) }),
    reply: z.object({ run: runLine }),
  }),
  lines: row({
    method: 'GET',
    path: '/api/letters/runs/lines',
    summary: 'Letters of one such work: what became of each and why',
    allow: 'case.read',
    audit: 'LETTER_RUN_READ',
    query: z.strictObject({ ...which, state: z.enum(runStates).default('refused'), page: pageNumber }),
    body: nothing,
    reply: page(runItemLine),
  }),
  cancel: row({
    method: 'POST',
    path: '/api/letters/runs/cancel',
    summary: 'Ends work on many letters; what was done stays done',
    allow: 'case.read',
    audit: 'LETTER_RUN_CANCELLED',
    query: nothing,
    body: z.strictObject(which),
    reply: z.object({ run: runLine }),
  }),
  close: row({
    method: 'POST',
    path: '/api/letters/runs/close',
    summary: 'Puts ended work away',
    allow: 'case.read',
    audit: 'LETTER_RUN_CLOSED',
    query: nothing,
    body: z.strictObject(which),
    reply: z.object({}),
  }),
} as const
