import { keysOf } from '../kernel/keys.ts'
import type { Spelled } from './alike.ts'
import { spelled } from './labels.data.ts'
import type { ReportField } from './report.ts'

/** What a label can name: a field of a report, a part of the address, or something that goes into the story as it is. */
export type Label = ReportField | 'address-part' | 'aside'

/** Every spelling with what it names. */
export const labels: readonly Spelled<Label>[] = keysOf(spelled).flatMap((key) =>
  spelled[key].split(',').map((spelling) => ({ key, spelling })),
)

/** How the template and the printed form name each field: the spelling that is taught. */
export const taughtLabels: Readonly<Record<ReportField, string>> = {
  name: 'Nama',
  nik: 'NIK',
  kk: 'KK',
  address: 'Alamat',
  village: 'Desa',
  subdistrict: 'Kecamatan',
  phone: 'HP',
  reporter: 'Pelapor',
  reporterPhone: 'HP pelapor',
  relation: 'Hubungan',
  kind: 'Jenis',
  category: 'Bidang/Kategori',
  story: 'Keluhan',
  urgency: 'Kartu merah',
}
