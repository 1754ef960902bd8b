import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ImportLine } from '@openslrt/core/contract/import.ts'
import { mostCells, mostImportBytes, mostImportRows, mostInCell } from '@openslrt/core/contract/import.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { psksTemplate, readPsksHead } from '@openslrt/core/psks/table.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { headName, lineOf } from './file-lines.ts'
import { kindsOn } from './lists.ts'
import type { FileRow } from './plan-file.ts'
import { planFile } from './plan-file.ts'
import { takeFileRows } from './take-rows.ts'
import { tableOfAll } from './write-table.ts'

// What is sent back row by row must pass the door again.
const limits = { bytes: mostImportBytes, rows: mostImportRows, cells: mostCells, inCell: mostInCell }

/** The doors through which PSKS come in and go out as a table. */
export function tableRoutesOf(parts: CaseParts): readonly Route[] {
  return [
    route(psksRoutes.template, ({ actor, request }) =>
      Promise.resolve(ok({ rows: mutable(psksTemplate(kindsFor(parts, actor()), languageOf(request))) })),
    ),
    route(psksRoutes.table, ({ body, actor, request }) =>
      tableOfAll(parts, actor(), { ...body, lang: languageOf(request) }),
    ),
    route(psksRoutes.plan, async ({ body, actor, request }) => {
      const table = await readTable(Buffer.from(body.file, 'base64'), limits)
      if (!table.ok) return table
      const [first, ...rows] = table.value
      return ok(await looked(parts, actor(), first?.cells ?? [], rows, languageOf(request)))
    }),
    route(psksRoutes.take, async ({ body, actor, request }) =>
      ok({ lines: [...(await takeFileRows(parts, actor(), body.head, body.rows, languageOf(request)))] }),
    ),
  ]
}

const mutable = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => [...row])

const kindsFor = ({ reference }: CaseParts, { place }: StaffActor) =>
  kindsOn(reference, ledgerOf(place), todayIn(reference, ledgerOf(place)))

/** PSKS-9 What a file would change, line by line; nothing is changed. */
async function looked(
  parts: CaseParts,
  reader: StaffActor,
  cells: readonly string[],
  rows: readonly FileRow[],
  lang: Lang,
): Promise<{
  head: string[]
  missing: string[]
  unknown: string[]
  twice: string[]
  lines: (ImportLine & { cells: string[] })[]
}> {
  const kinds = kindsFor(parts, reader)
  const head = readPsksHead(cells, kinds)
  const names = (columns: typeof head.missing): string[] => columns.map((column) => headName(column, kinds, lang))
  const told = { head: [...cells], missing: names(head.missing), unknown: [...head.unknown], twice: names(head.twice) }
  if (told.missing.length > 0 || told.twice.length > 0) return { ...told, lines: [] }
  const plans = await planFile(parts, reader, head, rows)
  const cellsOf = new Map(rows.map((row) => [row.line, row.cells]))
  const said = { head, cells, kinds, lang }
  return {
    ...told,
    lines: plans.map((plan) => ({ ...lineOf(plan, said), cells: [...(cellsOf.get(plan.line) ?? [])] })),
  }
}
