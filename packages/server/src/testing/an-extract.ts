/** An extract as a ministry's file looks: people with their families, made up and the same each time. */
export const extractHead = [
  'NIK',
  'Nama',
  'No KK',
  'tanggal_lahir',
  'jenis_kelamin',
  'status_hubungan_keluarga',
  'status_kawin',
  'kode_kelurahan_desa',
  'alamat',
  'desil_nasional',
  'sepeda_motor',
  'jenis_lantai_terluas',
] as const

const villages = ['3404072001', '3404072002', '3404072003', '3404062001']
const first = [
  'Siti',
  'Budi',
  'Sri',
  'Agus',
  'Endang',
  'Slamet',
  'Wahyu',
  'Ratna',
  'Joko',
  'Dewi',
  'Muhammad',
  'Ngatini',
]
const last = [
  'Aminah',
  'Santoso',
  'Wahyuni',
  'Prasetyo',
  'Lestari',
  'Raharjo',
  'Handayani',
  'Kurniawan',
  'Utami',
  'Hidayat',
]
const two = (n: number): string => String(n).padStart(2, '0')

/** The nth person of an extract. `kawin` is what a later snapshot may say otherwise. */
export function extractRow(nth: number, kawin = String((nth % 4) + 1), perFamily = 3): readonly string[] {
  const family = Math.floor(nth / perFamily)
  const isWoman = nth % 2 === 0
  const [day, month, year] = [(nth % 28) + 1, (nth % 12) + 1, 1950 + (nth % 60)]
  const birth = `${two(isWoman ? day + 40 : day)}${two(month)}${two(year % 100)}`
  const [high, low] = [Math.floor(nth / 10_000), nth % 10_000].map((part) => String(part).padStart(4, '0'))
  return [
    `34${high}${birth}${low}`,
    `${first[nth % first.length]} ${last[Math.floor(nth / first.length) % last.length]}`,
    `3404${String(family).padStart(12, '0')}`,
    `${year}-${two(month)}-${two(day)}`,
    isWoman ? '2' : '1',
    String((nth % perFamily) + 1),
    kawin,
    villages[family % villages.length] ?? '',
    `Jl. Melati ${family % 90}`,
    String((family % 10) + 1),
    String(family % 3),
    String((family % 6) + 1),
  ]
}

export const csvOfRows = (rows: readonly (readonly string[])[], mark = ','): string =>
  `${rows.map((row) => row.join(mark)).join('\n')}\n`

/** A file of so many people. */
export const anExtract = (many: number, kawin?: string): string =>
  csvOfRows([extractHead, ...Array.from({ length: many }, (_, nth) => extractRow(nth, kawin))])

const wideHead = [
  ...extractHead,
  'ijazah_tertinggi',
  'status_pekerjaan',
  'lapangan_usaha',
  'penyandang_disabilitas',
  'status_kepemilikan_rumah',
  'jenis_dinding_terluas',
  'jenis_atap_terluas',
  'sumber_air_minum_utama',
  'sumber_penerangan_utama',
  'daya_terpasang',
  'bahan_bakar_utama_memasak',
  'fasilitas_bab',
  'jenis_kloset',
  'pembuangan_akhir_tinja',
  'lemari_es',
  'tv_datar',
  'komputer_laptop_tablet',
  'sepeda',
  'mobil',
  'smartphone',
  'sawah_kebun',
  'ternak_besar',
  'ternak_kecil',
]
export const wideColumns = wideHead.length

/** As wide as a ministry's extract, line by line, as many as are asked for. */
export function* wideLines(many: number): Generator<string> {
  yield csvOfRows([wideHead])
  const rest = wideColumns - extractHead.length
  for (let nth = 0; nth < many; nth += 500) {
    const rows = Array.from({ length: Math.min(500, many - nth) }, (_, at) => {
      const family = Math.floor((nth + at) / 3)
      return [
        ...extractRow(nth + at),
        ...Array.from({ length: rest }, (_none, cell) => String(((family + cell) % 4) + 1)),
      ]
    })
    yield csvOfRows(rows)
  }
}
