/** Numbers between 0 and 1, the same in every run (mulberry32). */
export function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// The commonest first: Siti and Muhammad are as common here as they are.
const common =
  'Siti Muhammad Nur Sri Ahmad Dewi Agus Eko Budi Dwi Tri Abdul Endang Yuli Rina Wahyu Slamet Aminah Hidayat Fitri Sari Indah Bambang Joko Rahayu Lestari Wati Sutrisno Suparman Supriyadi Susanti Ningsih Yanti Astuti Wibowo Santoso Setiawan Prasetyo Kurniawan Saputra Putri Putra Rahman Rahmat Zainal Abidin Yusuf Ibrahim Ismail Khoirul Anwar Fatimah Khadijah Maryam Zahra Utami Handayani Puspita Permata Ratna Wulandari Anggraini Kartika Maharani Hartono Sugiarto Suharto Sukarno Soleh Mulyadi Mulyono Haryanto Subagyo Purnomo Cahyono Nugroho Widodo Gunawan Firmansyah Maulana Ramadhan Fauzi Rizki Ilham Aditya Bayu Dimas Galih Reza Dian Ayu Wulan Bagus Made Wayan Ketut Nyoman Gede'.split(
    ' ',
  )
const heads =
  'Su Har Wi Pri Mar Kus Wah Ris Yul Rat Sul Ros Jum Sum Sar War Pon Tu Ngat Sak Kas Dar Par Tar Mur Wid'.split(' ')
const tails =
  'yanto yono yati tini tono wati ningsih diyah manto mini narti karno parman tika adi jaya utomo tinah kem minah sih sono sari mono nem tun'.split(
    ' ',
  )
const words = [...common, ...heads.flatMap((head) => tails.map((tail) => `${head}${tail}`))]
const weights = words.map((_word, at) => 1 / (at + 6) ** 0.9)
const sums = weights.reduce<number[]>((all, weight) => [...all, (all.at(-1) ?? 0) + weight], [])
/** How many words names have. */
const lengths = [0.12, 0.6, 0.94, 1]

/** Names as often as words of names are. */
export function makeNames(many: number): readonly string[] {
  const random = steady(1)
  const whole = sums.at(-1) ?? 1
  const word = (): string => {
    const drawn = random() * whole
    return words[sums.findIndex((sum) => sum >= drawn)] ?? 'Siti'
  }
  return Array.from({ length: many }, () => {
    const at = random()
    const n = lengths.findIndex((share) => at <= share) + 1
    return [...new Set(Array.from({ length: n }, word))].join(' ')
  })
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/u/, 'oe'],
  [/j/i, 'dj'],
  [/y/, 'j'],
  [/f/i, 'p'],
  [/Muhammad/, 'Moh.'],
  [/Siti/, 'St.'],
  [/z/i, 's'],
  [/a\b/, 'ah'],
  [/([nlrt])/, '$1$1'],
]

/** The same name as somebody else writes it. */
export function respell(name: string, random: () => number): string {
  const fitting = spellings.filter(([shape]) => shape.test(name))
  const [shape, as] = fitting[Math.floor(random() * fitting.length)] ?? [/$/, '']
  return name.replace(shape, as).toUpperCase()
}

/** The name with one letter left out, changed about or another. */
export function mistype(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2))
  const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)]
  const kind = random()
  if (kind < 0.4) return `${before}${after}`
  return kind < 0.7 ? `${before}${after.slice(0, 1)}${here}${after.slice(1)}` : `${before}e${after}`
}
