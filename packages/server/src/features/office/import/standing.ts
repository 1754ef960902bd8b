import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { mostImportRows } from '@openslrt/core/contract/import.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { ImportKind } from '@openslrt/core/office/import/columns.ts'
import { importTemplate } from '@openslrt/core/office/import/columns.ts'
import { officeTable, staffTable } from '@openslrt/core/office/import/standing-table.ts'
import { covers } from '@openslrt/core/place/code.ts'
import type { ImportParts } from './look.ts'
import { selectHeld } from './queries.ts'

type Rows = { readonly rows: string[][] }

/** The table of a kind: an example, or what stands now under the reader's place, as long as a file may be. */
export async function tableFor(
  parts: ImportParts,
  kind: ImportKind,
  of: 'example' | 'now',
  { actor, lang }: { readonly actor: StaffActor; readonly lang: Lang },
): Promise<Result<Rows, Refusal>> {
  const table = of === 'example' ? importTemplate(kind, lang) : await standingNow(parts, kind, actor, lang)
  if (table.length - 1 > mostImportRows) return no({ code: 'table-too-long', most: mostImportRows })
  return ok({ rows: table.map((row) => [...row]) })
}

async function standingNow(
  { pool, reference }: ImportParts,
  kind: ImportKind,
  { place }: StaffActor,
  lang: Lang,
): Promise<readonly (readonly string[])[]> {
  const offices = reference.offices()
  if (kind === 'offices') {
    const rows = [...offices.values()].filter((office) => covers(place, office.place))
    const ordered = rows.toSorted(
      (one, other) => one.place.localeCompare(other.place) || one.name.localeCompare(other.name),
    )
    return officeTable(ordered, offices, reference.placeName, lang)
  }
  const held = await selectHeld(pool, place, mostImportRows + 1)
  const rows = held.flatMap(({ id, office: at, ...rest }) => {
    const office = offices.get(officeId.parse(at))
    return office ? [{ ...rest, id: staffId.parse(id), office }] : []
  })
  return staffTable(rows, reference.placeName, lang)
}
