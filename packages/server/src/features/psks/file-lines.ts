import type { ImportLine } from '@openslrt/core/contract/import.ts'
import { sayReason } from '@openslrt/core/i18n/import-reasons.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { PsksPlan, PsksReason } from '@openslrt/core/psks/plan-table.ts'
import type { NamedKind, PsksColumn, PsksHead } from '@openslrt/core/psks/table.ts'
import { headsOf } from '@openslrt/core/psks/table.ts'

export interface SaidFile {
  readonly head: PsksHead
  readonly cells: readonly string[]
  readonly kinds: readonly NamedKind[]
  readonly lang: Lang
}

/** What a column is called in a language. */
export const headName = (column: PsksColumn, kinds: readonly NamedKind[], lang: Lang): string =>
  headsOf(kinds, lang).find(([known]) => known === column)?.[1] ?? column

/** A line's plan as a person reads it. A column is called as the file itself calls it. */
export function lineOf({ line, what, name, changes, problem }: PsksPlan, file: SaidFile): ImportLine {
  const nameOf = (column: PsksColumn): string => {
    const at = file.head.at.get(column)
    return (at === undefined ? undefined : file.cells[at]?.trim()) ?? headName(column, file.kinds, file.lang)
  }
  return {
    line,
    what,
    name,
    turn: 0,
    changes: changes.map(({ column, from, to }) => ({ column: nameOf(column), from, to })),
    problem: problem && {
      column: problem.column && nameOf(problem.column),
      text: sayProblem(file.lang, problem.reason),
    },
  }
}

function sayProblem(lang: Lang, reason: PsksReason): string {
  switch (reason.code) {
    case 'place-missing':
    case 'place-unknown':
    case 'place-differs':
    case 'place-ambiguous':
    case 'cell-missing':
    case 'cell-unreadable':
    case 'twice':
      return sayReason(lang, reason)
    default:
      return sayRefusal(lang, reason)
  }
}
