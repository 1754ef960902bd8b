import { taughtLabels } from './labels.ts'
import type { ReportField } from './report.ts'
import { reportFields } from './report.ts'

/** One numbered line of the template and of the printed form. */
export interface FormLine {
  readonly number: number
  readonly field: ReportField
  readonly label: string
}

/** INTAKE-17 The lines that template and printed form share, with their numbers. */
export const formLines: readonly FormLine[] = reportFields.map((field, at) => ({
  number: at + 1,
  field,
  label: taughtLabels[field],
}))

/** The template as a facilitator keeps it in WhatsApp: to be copied and filled in. */
export const templateText: string = [
  '*LAPORAN SLRT*',
  ...formLines.map(({ number, label }) => `${number}. ${label}: `),
].join('\n')
