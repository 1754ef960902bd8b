import { z } from 'zod'
import { proposalId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { answerLineKinds } from '../proposal/answers.ts'
import { proposalKind } from '../proposal/kinds.ts'
import { mostImportBytes, rowsAtOnce } from './import.ts'
import { nothing, row } from './route.ts'

/** The file that went out from here has a column for every variable: answered, it comes back with some more. */
export const mostAnswerCells = 120
export const mostInAnswerCell = 1_000
const cells = z.array(z.string().max(mostInAnswerCell)).max(mostAnswerCells)

/** What comes of one line of a file of answers. Names are shown as lists show them. */
export const answerLine = z.object({
  line: z.int(),
  what: z.enum(answerLineKinds),
  proposal: proposalId.nullable(),
  name: z.string(),
  kind: proposalKind.nullable(),
  answer: z.enum(['accept', 'reject']).nullable(),
  /** The reason by its name, and the day, as they are recorded. */
  reason: z.string(),
  answeredOn: z.string(),
  /** Why it can't be recorded. */
  problem: z.string().nullable(),
})
export type AnswerLine = z.infer<typeof answerLine>

export const answerPlan = z.object({
  head: z.array(z.string()),
  /** Columns that it can't do without, by their names. */
  missing: z.array(z.string()),
  lines: z.array(answerLine.extend({ cells: z.array(z.string()) })),
})
export type AnswerPlan = z.infer<typeof answerPlan>

/** Answers of an agency, person by person, out of its file: looked at, and then recorded some at a time. */
export const proposalAnswerRoutes = {
  look: row({
    method: 'POST',
    path: '/api/proposals/answers/look',
    summary: 'What the lines of a file of answers say of proposals, without recording it',
    allow: 'registry.read',
    audit: 'PROPOSAL_ANSWERS_LOOKED_AT',
    query: nothing,
    body: z.strictObject({ file: z.string().min(1), day: wireDay }),
    // Base64 takes four characters for three bytes.
    mostBytes: Math.ceil((mostImportBytes * 4) / 3) + 1_000,
    reply: answerPlan,
  }),
  take: row({
    method: 'POST',
    path: '/api/proposals/answers/take',
    summary: 'Records the answers that lines of a file give',
    allow: 'registry.read',
    audit: 'PROPOSAL_ANSWERS_TAKEN',
    query: nothing,
    body: z.strictObject({
      head: cells,
      day: wireDay,
      rows: z
        .array(z.strictObject({ line: z.int().min(1), cells }))
        .min(1)
        .max(rowsAtOnce),
    }),
    reply: z.object({ lines: z.array(answerLine) }),
  }),
} as const
