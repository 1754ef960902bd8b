import { translate } from '../../i18n/translate.ts'
import type { PlaceCode } from '../../place/code.ts'
import { levelOf } from '../../place/code.ts'
import type { OfficeRow, Offices, StaffRow } from '../office.ts'
import type { ImportColumn, ImportKind } from './columns.ts'
import { importTemplate, readHead } from './columns.ts'
import { roleName, sayYesOrNo } from './words.ts'

type Lang = 'id' | 'en'
type Cells = Readonly<Partial<Record<ImportColumn, string>>>
type NameOf = (place: PlaceCode) => string

/** IMPORT-15 The offices that stand, as a table that changes nothing when it is sent again. */
export function officeTable(rows: readonly OfficeRow[], offices: Offices, nameOf: NameOf, lang: Lang): Table {
  return tableOf('offices', lang, rows, (office) => {
    const parent = office.parent === null ? null : offices.get(office.parent)
    return {
      ...placeCells(office.place, nameOf),
      id: office.id,
      name: office.name,
      kind: translate(lang, `office-kind.${office.kind}`),
      parent: parent?.name ?? '-',
      parentPlace: parent?.place ?? '',
      address: office.address,
      phone: office.phone,
      active: sayYesOrNo(office.active, lang),
    }
  })
}

/** Somebody with a role that they hold now. */
export interface Held {
  readonly id: StaffRow['id']
  readonly name: string
  readonly role: string
  readonly office: OfficeRow
}

/** IMPORT-15 The people who work now, a row for each role, as a table that changes nothing when it is sent again. */
export function staffTable(rows: readonly Held[], nameOf: NameOf, lang: Lang): Table {
  return tableOf('staff', lang, rows, ({ id, name, role, office }) => ({
    ...placeCells(office.place, nameOf),
    id,
    name,
    role: roleName(role, lang),
    office: office.name,
  }))
}

type Table = readonly (readonly string[])[]

function tableOf<Row>(kind: ImportKind, lang: Lang, rows: readonly Row[], cellsOf: (row: Row) => Cells): Table {
  const [heads = []] = importTemplate(kind, lang)
  const columns = [...readHead(kind, heads).at.keys()]
  const lines = rows.map((row) => {
    const cells = cellsOf(row)
    return columns.map((column) => cells[column] ?? '')
  })
  return [heads, ...lines]
}

/** The code says which place; its name stands beside it for those who read. */
function placeCells(place: PlaceCode, nameOf: NameOf): Cells {
  const level = levelOf(place)
  return { code: place, ...(level === 'nation' ? {} : { [level]: nameOf(place) }) }
}
