import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ImportLine, ImportPlan } from '@openslrt/core/contract/import.ts'
import {
  importRoutes,
  linksAtOnce,
  mostCells,
  mostImportBytes,
  mostImportRows,
  mostInCell,
} from '@openslrt/core/contract/import.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { each } from '@openslrt/core/kernel/steps.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import { headOf, readHead } from '@openslrt/core/office/import/columns.ts'
import { roleName } from '@openslrt/core/office/import/words.ts'
import type { FastifyRequest } from 'fastify'
import { readTable } from '../../../platform/files/read-table.ts'
import { languageOf } from '../../../platform/http/answers.ts'
import type { Route } from '../../../platform/http/route.ts'
import { route } from '../../../platform/http/route.ts'
import { inSlices } from '../../../platform/in-slices.ts'
import type { OfficeParts } from '../commands.ts'
import type { Importer } from './look.ts'
import type { FileRow } from './plan-rows.ts'
import { lineOf, planRows } from './plan-rows.ts'
import { selectUninvited } from './queries.ts'
import { tableFor } from './standing.ts'
import { takeRows } from './take-rows.ts'

/** Gives one person a link, as the screen of staff does. */
export type GiveLink = (
  staff: string,
  actor: StaffActor,
) => Promise<Result<{ readonly path: string; readonly expiresAt: number }, Refusal>>

/** The doors through which files of offices and of staff come in. */
export function importRoutesOf(parts: OfficeParts, giveLink: GiveLink): readonly Route[] {
  return [
    route(importRoutes.officesTable, ({ query, actor, request }) =>
      tableFor(parts, 'offices', query.of, importer(actor(), request)),
    ),
    route(importRoutes.staffTable, ({ query, actor, request }) =>
      tableFor(parts, 'staff', query.of, importer(actor(), request)),
    ),
    route(importRoutes.officesPlan, ({ body, actor, request }) =>
      readImport(parts, 'offices', Buffer.from(body.file, 'base64'), importer(actor(), request)),
    ),
    route(importRoutes.staffPlan, ({ body, actor, request }) =>
      readImport(parts, 'staff', Buffer.from(body.file, 'base64'), importer(actor(), request)),
    ),
    route(importRoutes.officesTake, async ({ body, actor, request }) =>
      ok({ lines: [...(await takeImport(parts, 'offices', body.head, body.rows, importer(actor(), request)))] }),
    ),
    route(importRoutes.staffTake, async ({ body, actor, request }) =>
      ok({ lines: [...(await takeImport(parts, 'staff', body.head, body.rows, importer(actor(), request)))] }),
    ),
    route(importRoutes.inviteMany, async ({ body, actor, request }) =>
      ok(await inviteMany(parts, giveLink, body.after, importer(actor(), request))),
    ),
  ]
}

const importer = (actor: StaffActor, request: FastifyRequest): Importer & { readonly actor: StaffActor } => ({
  actor,
  lang: languageOf(request),
  now: Date.now(),
})

/** Reads a file and says what it would change; nothing is changed. */
export async function readImport(
  parts: OfficeParts,
  kind: ImportKind,
  bytes: Buffer,
  by: Importer,
): Promise<Result<ImportPlan, Refusal>> {
  const table = await readTable(bytes, limits)
  if (!table.ok) return table
  const [first, ...rows] = table.value
  const cells = first?.cells ?? []
  const head = readHead(kind, cells)
  const names = (columns: typeof head.missing): string[] => columns.map((column) => headOf(kind, column, by.lang))
  const told = { head: [...cells], missing: names(head.missing), unknown: [...head.unknown], twice: names(head.twice) }
  if (told.missing.length > 0 || told.twice.length > 0) return ok({ ...told, lines: [] })
  const plans = await planRows(parts, kind, head, rows, by)
  const cellsOf = new Map(rows.map((row) => [row.line, row.cells]))
  const lines = await inSlices(
    each(plans, (plan) => ({
      ...lineOf(plan, kind, head, cells, by.lang),
      cells: [...(cellsOf.get(plan.line) ?? [])],
    })),
  )
  return ok({ ...told, lines: [...lines] })
}

// What is sent back row by row must pass the door again.
const limits = { bytes: mostImportBytes, rows: mostImportRows, cells: mostCells, inCell: mostInCell }

/** Takes some rows of a file and says of each what came of it. */
export async function takeImport(
  parts: OfficeParts,
  kind: ImportKind,
  cells: readonly string[],
  rows: readonly FileRow[],
  by: Importer,
): Promise<readonly ImportLine[]> {
  const head = readHead(kind, cells)
  const taken = await takeRows(parts, kind, head, rows, by)
  return taken.map(({ plan, refusal }) => {
    const line = lineOf(plan, kind, head, cells, by.lang)
    return refusal === null
      ? line
      : { ...line, what: 'wrong', problem: { column: null, text: sayRefusal(by.lang, refusal) } }
  })
}

/** IMPORT-13 Links for those who have none yet, some at a time; whoever the reader may not give one to is passed over. */
async function inviteMany(
  { pool }: OfficeParts,
  giveLink: GiveLink,
  after: string | null,
  { actor, lang }: Importer & { readonly actor: StaffActor },
) {
  const people = await selectUninvited(pool, actor.place, after, linksAtOnce)
  const items = []
  for (const { id, name, office, role } of people) {
    // oxlint-disable-next-line no-await-in-loop -- a hundred at a time, beside what others ask
    const link = await giveLink(id, actor)
    if (link.ok) items.push({ name, office, role: roleName(role, lang), ...link.value })
  }
  return { items, next: people.length < linksAtOnce ? null : (people.at(-1)?.id ?? null) }
}
