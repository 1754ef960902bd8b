import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf, levelOf } from '@openslrt/core/place/code.ts'
import type { PsksRow } from '@openslrt/core/psks/psks.ts'
import { fieldsOf } from '@openslrt/core/psks/psks.ts'
import type { NamedKind, PsksBaseColumn, PsksColumn } from '@openslrt/core/psks/table.ts'
import { baseColumns, headsOf } from '@openslrt/core/psks/table.ts'
import { placeNames } from '../../platform/db/names.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { todayIn } from '../reference/index.ts'
import { kindsOn } from './lists.ts'
import { selectAll } from './queries.ts'

interface Wish {
  readonly form: 'csv' | 'xlsx'
  readonly reason: string
  readonly lang: Lang
}

/** PSKS-9 All PSKS of the reader's places as a file that can be changed and sent again; NIK only for those who may export. */
export function tableOfAll({ ledger, reference }: CaseParts, reader: StaffActor, { form, reason, lang }: Wish) {
  const district = ledgerOf(reader.place)
  return inScope(ledger.pool, scopeOf(reader, null), async (client) => {
    const kinds = kindsOn(reference, district, todayIn(reference, district))
    const keys = await ledger.keys.forDistrict(district)
    const all = (await selectAll(client, reader, district)).map((row) => rowOf('psks', row, keys))
    const places = await placeNames(
      client,
      all.map(({ place }) => place),
    )
    await logAccess(client, reader, { district, action: 'export', subject: null, reason })
    const heads = headsOf(kinds, lang)
    const told = { kinds, places, lang, numbers: reader.permissions.has('person.export') }
    const rows = [
      [...heads.map(([, head]) => head), translate(lang, 'psks.column.status')],
      ...all.map((psks) => [
        ...heads.map(([column]) => cellOf(psks, column, told)),
        translate(lang, `psks-status.${psks.status}`),
      ]),
    ]
    const file = form === 'csv' ? Buffer.from(csvOf(rows)) : writeSheet(rows)
    return ok({ name: `psks-${district}.${form}`, type: types[form], content: file.toString('base64') })
  })
}

interface Told {
  readonly kinds: readonly NamedKind[]
  readonly places: ReadonlyMap<string, string>
  readonly lang: Lang
  readonly numbers: boolean
}

function cellOf(psks: PsksRow, column: PsksColumn, told: Told): string {
  if (column.startsWith('field:')) return fieldsOf(psks)[column.slice('field:'.length)] ?? ''
  const own = baseColumns.find((one) => one === column)
  return own ? cells[own](psks, told) : ''
}

const cells: Readonly<Record<PsksBaseColumn, (psks: PsksRow, told: Told) => string>> = {
  kind: ({ kind }, { kinds, lang }) => kinds.find(({ code }) => code === kind)?.names[lang] ?? kind,
  nik: ({ nik }, { numbers }) => (numbers ? (nik ?? '') : ''),
  code: ({ place }) => place,
  village: ({ place }, { places }) => (levelOf(place) === 'village' ? (places.get(place) ?? '') : ''),
  subdistrict: () => '',
  serves: ({ serves }) => serves.join('; '),
  name: ({ name }) => name,
  phone: ({ phone }) => phone ?? '',
  email: ({ email }) => email ?? '',
  address: ({ address }) => address ?? '',
}

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
