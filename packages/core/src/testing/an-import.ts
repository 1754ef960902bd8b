import type { Actor } from '../access/actor.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { ImportColumn } from '../office/import/columns.ts'
import type { PlaceBook } from '../office/import/find-place.ts'
import { lettersOf } from '../office/import/find-place.ts'
import { indexOver, standingOffices } from '../office/import/office-index.ts'
import type { ImportRow } from '../office/import/row-plan.ts'
import type { OfficeRow } from '../office/office.ts'
import { levelOf, nationPlace, placeCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { staff } from './actors.ts'
import { offices } from './an-office.ts'

const rolesByCode = new Map(shippedRoles.map((role) => [role.code as string, role]))

/** Real places: villages that are called the same in one district and in two, a district and a town of one name. */
const places: Readonly<Record<string, string>> = {
  '00': 'Indonesia',
  '34': 'Daerah Istimewa Yogyakarta',
  '34.04': 'Kabupaten Sleman',
  '34.04.06': 'Mlati',
  '34.04.06.2001': 'Sinduadi',
  '34.04.07': 'Depok',
  '34.04.07.2001': 'Caturtunggal',
  '34.04.07.2002': 'Maguwoharjo',
  '34.04.07.2003': 'Condongcatur',
  '34.02': 'Kabupaten Bantul',
  '34.02.10': 'Kasihan',
  '34.02.10.2001': 'Bangunjiwo',
  '32': 'Jawa Barat',
  '32.04': 'Kabupaten Bandung',
  '32.73': 'Kota Bandung',
  '32.76': 'Kota Depok',
  '32.04.01': 'Sukajaya',
  '32.04.01.2001': 'Sukamaju',
  '32.04.01.2002': 'Depok',
  '32.04.02': 'Sukaraja',
  '32.04.02.2001': 'Sukamaju',
}

export const placeBook: PlaceBook = {
  nameOf: (code) => places[code] ?? null,
  named: (level, letters) =>
    Object.entries(places)
      .map(([code, name]) => ({ code: placeCode.parse(code), name }))
      .filter(({ code, name }) => levelOf(code) === level && lettersOf(name) === letters)
      .map(({ code }) => code),
}

/** A row of a file, by its columns. */
export const importRow = (cells: Readonly<Partial<Record<ImportColumn, string>>>, line = 2): ImportRow => ({
  line,
  cell: (column) => cells[column] ?? '',
})

/** What rows are read with, by the administrator of Sleman unless told otherwise. */
export function importLook(actor: Actor = staff('admin', offices.district), more: readonly OfficeRow[] = []) {
  const standing = new Map<OfficeId, OfficeRow>(
    [...Object.values(offices), ...more].map((office) => [office.id, office]),
  )
  return {
    actor,
    now: monday,
    lang: 'id' as const,
    home: actor.kind === 'staff' ? actor.place : nationPlace,
    book: placeBook,
    offices: standing,
    roles: () => rolesByCode,
    idOf: seededId,
    index: indexOver(standingOffices(standing)),
  }
}

/** An id for each seed: the same in every run. */
export function seededId(seed: string): string {
  const digits = [...seed].reduce((sum, sign) => (sum * 31n + BigInt(sign.codePointAt(0) ?? 0)) % 10n ** 12n, 7n)
  return `90000000-0000-4000-8000-${String(digits).padStart(12, '0')}`
}
