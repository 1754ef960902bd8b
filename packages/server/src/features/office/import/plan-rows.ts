import type { ImportLine } from '@openslrt/core/contract/import.ts'
import { sayReason } from '@openslrt/core/i18n/import-reasons.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { Head, ImportColumn, ImportKind } from '@openslrt/core/office/import/columns.ts'
import { headOf } from '@openslrt/core/office/import/columns.ts'
import { planOffices } from '@openslrt/core/office/import/plan-offices.ts'
import { planStaff } from '@openslrt/core/office/import/plan-staff.ts'
import type { ImportRow, RowPlan } from '@openslrt/core/office/import/row-plan.ts'
import { inSlices } from '../../../platform/in-slices.ts'
import type { Importer, ImportParts } from './look.ts'
import { lookFor, peopleFor } from './look.ts'

/** A line of a file with its cells in the file's order. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What the rows of a file would change, as things stand now. */
export async function planRows(
  parts: ImportParts,
  kind: ImportKind,
  head: Head,
  file: readonly FileRow[],
  by: Importer,
): Promise<readonly RowPlan[]> {
  const rows = file.map((row) => importRow(row, head))
  const look = await lookFor(parts, rows, by)
  if (kind === 'offices') return inSlices(planOffices(rows, look))
  return inSlices(planStaff(rows, { ...look, people: await peopleFor(parts, rows, look) }))
}

/** A row's plan as a person reads it. */
export function lineOf(plan: RowPlan, kind: ImportKind, head: Head, cells: readonly string[], lang: Lang): ImportLine {
  // A column is called as the file itself calls it; one that it lacks, as the table to begin with does.
  const nameOf = (column: ImportColumn): string => {
    const at = head.at.get(column)
    return (at === undefined ? undefined : cells[at]?.trim()) ?? headOf(kind, column, lang)
  }
  const { line, what, name, turn, changes, problem } = plan
  return {
    line,
    what,
    name,
    turn,
    changes: changes.map(({ column, from, to }) => ({ column: nameOf(column), from, to })),
    problem: problem && {
      column: problem.column && nameOf(problem.column),
      text: sayReason(lang, problem.reason),
    },
  }
}

function importRow({ line, cells }: FileRow, { at }: Head): ImportRow {
  return { line, cell: (column) => (cells[at.get(column) ?? -1] ?? '').replaceAll(unseen, '') }
}

/** Marks that are not seen: they turn a name around on a screen, or come along with a number out of a phone. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
