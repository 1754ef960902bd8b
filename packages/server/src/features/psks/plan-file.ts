import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PlaceBook } from '@openslrt/core/office/import/find-place.ts'
import { lettersOf } from '@openslrt/core/office/import/find-place.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { PsksPlan } from '@openslrt/core/psks/plan-table.ts'
import { planPsks } from '@openslrt/core/psks/plan-table.ts'
import type { PsksHead } from '@openslrt/core/psks/table.ts'
import { placeNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { idOf } from '../office/index.ts'
import { todayIn } from '../reference/index.ts'
import { kindsOn } from './lists.ts'
import { selectAll, selectPlaces } from './queries.ts'

/** A line of a file with its cells in the file's order. */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What the lines of a file would change, as things stand now. */
export function planFile(
  { ledger, reference }: CaseParts,
  reader: StaffActor,
  { at }: PsksHead,
  file: readonly FileRow[],
): Promise<readonly PsksPlan[]> {
  const district = ledgerOf(reader.place)
  const day = todayIn(reference, district)
  const kinds = kindsOn(reference, district, day)
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]))
  const rows = file.map(({ line, cells }) => ({
    line,
    cell: (column: Parameters<typeof at.get>[0]) => (cells[at.get(column) ?? -1] ?? '').replaceAll(unseen, ''),
  }))
  return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
    const places = await selectPlaces(client, reader.place)
    const above = await placeNames(client, waysUp(reader.place))
    const keys = await ledger.keys.forDistrict(district)
    const known = (await selectAll(client, reader, district)).map((row) => rowOf('psks', row, keys))
    const names = new Map([...above, ...places.map(({ code, name }) => [code, name] as const)])
    const look = {
      now: Date.now(),
      day,
      kind: (code: string) => byCode.get(code) ?? null,
      knowsPlace: (place: PlaceCode) => names.has(place),
    }
    return planPsks(rows, {
      actor: reader,
      home: reader.place,
      book: bookOf(places, names),
      kinds,
      known,
      look,
      idOf,
    })
  })
}

function bookOf(
  places: readonly { readonly code: string; readonly name: string; readonly level: string }[],
  names: ReadonlyMap<string, string>,
): PlaceBook {
  const byLetters = Map.groupBy(places, ({ level, name }) => `${level} ${lettersOf(name)}`)
  return {
    nameOf: (code) => names.get(code) ?? null,
    named: (level, letters) => (byLetters.get(`${level} ${letters}`) ?? []).map(({ code }) => placeCode.parse(code)),
  }
}

const waysUp = (code: PlaceCode): readonly string[] => {
  const parts = code.split('.')
  return parts.map((_, nth) => parts.slice(0, nth + 1).join('.'))
}

/** Marks that are not seen: they come along with a number out of a phone. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
