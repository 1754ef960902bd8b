import type { StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ProposalRow, Tick } from './proposal.ts'
import { askedOf } from './proposal.ts'

/** One line of the sheet that is typed off: the field as the other system names it, its value, and who has typed it. */
export interface SheetLine {
  readonly field: string
  readonly value: string
  readonly tick: Tick | null
}

/** PROPOSAL-10 The sheet of a proposal for a system, in the order in which that system asks. */
export const sheetOf = (
  proposal: ProposalRow,
  target: string,
  fields: readonly string[],
  known: Readonly<Record<string, string | null>>,
): readonly SheetLine[] => {
  const asked = new Map(askedOf(proposal).map(({ name, after }) => [name, after]))
  const own = ownValues(proposal)
  return fields.map((field) => ({
    field,
    // What is asked for counts before what the registry says.
    value: (asked.has(field) ? asked.get(field) : (own[field] ?? known[field])) ?? '',
    tick: proposal.ticks.find((tick) => tick.target === target && tick.field === field) ?? null,
  }))
}

/** What a proposal itself says of its person, by official names. */
export const ownValues = ({
  nik,
  kk,
  name,
  place,
  programme,
  note,
}: ProposalRow): Readonly<Record<string, string | null>> => ({
  nomor_induk_kependudukan: nik,
  nama: name,
  nomor_kartu_keluarga: kk,
  kode_provinsi: digits(place.slice(0, 2)),
  kode_kabupaten_kota: digits(place.slice(0, 5)),
  kode_kecamatan: digits(place.slice(0, 8)),
  kode_kelurahan_desa: digits(place),
  program: programme,
  keterangan: note,
})

// The closed systems write place codes without dots.
const digits = (code: string): string => code.replaceAll('.', '')

/** Whether the whole of a person was typed into a system, and by whom. */
export const typedInto = (ticks: readonly Tick[], target: string): Tick | null =>
  ticks.find((tick) => tick.target === target && tick.field === null) ?? null

interface Ticking {
  readonly target: string
  /** None: the whole person. */
  readonly fields: readonly string[]
  readonly done: boolean
  readonly by: StaffId
  readonly at: Instant
}

/** The ticks after somebody ticked some off, or took some back; null where nothing changes. The first who ticked stays. */
export function ticked(before: readonly Tick[], { target, fields, done, by, at }: Ticking): readonly Tick[] | null {
  const which: readonly (string | null)[] = fields.length === 0 ? [null] : fields
  const isOne = (tick: Tick): boolean => tick.target === target && which.includes(tick.field)
  if (!done) {
    const left = before.filter((tick) => !isOne(tick))
    return left.length === before.length ? null : left
  }
  const fresh = which.filter((field) => !before.some((tick) => tick.target === target && tick.field === field))
  return fresh.length === 0 ? null : [...before, ...fresh.map((field) => ({ target, field, by, at }))]
}
