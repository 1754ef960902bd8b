import fc from 'fast-check'
import type { CategoryChoice } from '../intake/category.ts'
import { taughtLabels } from '../intake/labels.ts'
import type { ReportField } from '../intake/report.ts'
import { categories } from '../lists/categories.ts'
import { sectorNames } from '../lists/sectors.ts'

/** The categories as shipped, as a screen offers them. */
export const categoryChoices: readonly CategoryChoice[] = categories.map(({ code, names, sector, kinds }) => ({
  code,
  name: names.id,
  sectorName: sectorNames[sector][0],
  kinds,
}))

/** One line of a report as it is meant to be written. */
export interface Said {
  readonly field: ReportField
  readonly text: string
}

const names = ['Ngatinem', 'Slamet Riyadi', 'Siti Aminah', 'Moh. Yusuf', 'Painem binti Karto', "Nur'aini"]
const villages = ['Caturtunggal', 'Condongcatur', 'Sendangadi', 'Tlogoadi']
const stories = ['BPJS tidak aktif sejak Februari', 'Atap rumah bocor dan dinding miring', 'Bansos belum cair 3 bulan']
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

/** Everything that the template asks, filled in. */
export const aReport: fc.Arbitrary<readonly Said[]> = fc
  .record({
    name: fc.constantFrom(...names),
    nik: digits(16),
    kk: digits(16),
    address: fc.constantFrom('Dusun Nologaten RT 04', 'Jl. Kaliurang km 5 no. 12'),
    village: fc.constantFrom(...villages),
    subdistrict: fc.constantFrom('Depok', 'Mlati'),
    phone: digits(8).map((rest) => `0812${rest}`),
    reporter: fc.constantFrom('Sri Rahayu', 'Bu Kader'),
    relation: fc.constantFrom('tetangga', 'anak', 'kader'),
    kind: fc.constantFrom('pengaduan', 'layanan'),
    category: fc.constantFrom('PBI-JKN (BPJS/KIS) tidak aktif', 'Lansia terlantar'),
    story: fc.constantFrom(...stories),
  })
  .map((report) => Object.entries(report).map(([field, text]) => ({ field: field as keyof typeof report, text })))

/** The report as lines of text. */
export const linesOfReport = (report: readonly Said[]): readonly string[] =>
  report.map(({ field, text }) => `${taughtLabels[field]}: ${text}`)
