import { z } from 'zod'
import { citizenActs } from '../case/citizen-acts.ts'

// Forms that browsers post without script: every field is text, a missing one is empty. What is wrong with a field is
// said beside it with what was typed still there, so nothing is refused here but what no form of ours can send.
const field = z.string().max(20_000).default('')

/** The kinds of report that the home page offers, as `/lapor?jenis=...` names them. */
export const reportKinds = ['pengaduan', 'layanan', 'pertanyaan'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportSteps = ['what', 'where', 'who'] as const
export type ReportStep = (typeof reportSteps)[number]

/**
 * Everything that is typed in the three steps. Each step's page shows its own fields and carries the others hidden, so
 * that nothing stands in an address and nothing is kept on the server before it is sent. `command`, `case` and
 * `startedAt` are made when the first step is first shown: sending twice registers once.
 */
export const reportForm = z.object({
  command: z.uuid(),
  case: z.uuid(),
  startedAt: z.iso.datetime(),
  kind: z.enum(reportKinds),
  category: field,
  otherCategory: field,
  summary: field,
  story: field,
  search: field,
  village: field,
  address: field,
  anonymous: field,
  forWhom: field,
  name: field,
  person: field,
  relation: field,
  nik: field,
  phone: field,
  contactVia: field,
})
export type ReportForm = z.output<typeof reportForm>
export type ReportField = Exclude<keyof ReportForm, 'command' | 'case' | 'startedAt' | 'kind'>

/** Which step was posted, and which button was pressed. */
export const reportPress = z.object({
  step: z.enum(reportSteps),
  go: z.enum(['next', 'back', 'search']).default('next'),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** The choice in the list of common categories that points to the full list. */
export const otherChoice = 'lain'

/** Opening a report: number and secret as typed, or the long key that a QR code carries behind its `#`. */
export const trackForm = z.object({ number: field, secret: field, key: field, kept: field })
export type TrackForm = z.output<typeof trackForm>

/** One act of a citizen. `command`, `at` and `base` are made when the form is shown: a double press acts once. */
export const actForm = z.object({
  act: z.enum(citizenActs),
  command: z.uuid(),
  at: z.iso.datetime(),
  base: z.coerce.number().int().min(1),
  note: field,
  satisfaction: field,
})
export type ActForm = z.output<typeof actForm>

/** What somebody had typed when their report was closed for want of use; carried through the door's form. */
export const keptAct = z.object({ act: z.enum(citizenActs), note: field, satisfaction: field })
export type KeptAct = z.output<typeof keptAct>
