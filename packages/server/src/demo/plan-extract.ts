import { z } from 'zod'
import type { Household } from './plan-families.ts'

const head = [
  'NIK',
  'Nama',
  'No KK',
  'tanggal_lahir',
  'jenis_kelamin',
  'status_hubungan_keluarga',
  'kode_kelurahan_desa',
  'alamat',
  'desil_nasional',
] as const

const written = z.object({
  nomor_induk_kependudukan: z.string(),
  nama: z.string(),
  tanggal_lahir: z.string(),
  jenis_kelamin: z.string(),
  status_hubungan_keluarga: z.string(),
})

/** DEMO-22 An extract about families that are known, as a ministry sends one: most as they stand, some desil newer, some rows of which nobody could say who is meant. */
export function extractOf(households: readonly Household[]): string {
  const rows = households.flatMap((household, nth) => rowsOf(household, nth))
  return `${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`
}

function rowsOf({ village, head: first, steps }: Household, nth: number): readonly (readonly string[])[] {
  return steps.flatMap(({ data }) => {
    const said = written.safeParse(Reflect.get(data, 'values')).data
    if (!said) return []
    // Every ninth family has a number that lacks its last digit.
    const nik = nth % 9 === 8 ? said.nomor_induk_kependudukan.slice(0, -1) : said.nomor_induk_kependudukan
    const { nama, tanggal_lahir: born, jenis_kelamin: sex, status_hubungan_keluarga: relation } = said
    const address = first.address || '(data contoh)'
    return [[nik, nama, first.kk, born, sex, relation, village, address, String((nth % 6) + 1)]]
  })
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
