/** Where something about the growth of the network was read. */
export interface GrowthSource {
  readonly title: string
  readonly by: string
  readonly on: string
}

const sources = {
  ministry2020: {
    title: 'SLRT as a Service Centre for PPKS Continued to be Developed',
    by: 'Kementerian Sosial',
    on: '2020-02-26',
  },
  republika2020: {
    title: 'Tampung Aduan Masyarakat, Kemensos Tambah Jumlah SLRT',
    by: 'Republika',
    on: '2020-02-27',
  },
  antara2018: { title: 'Berita ANTARA Sumatera Barat nomor 231189', by: 'ANTARA', on: '2018-08' },
  sync2020: {
    title: 'Synchronization of the Implementation of Puskesos - SLRT',
    by: 'Kementerian Sosial',
    on: '2020-09-29',
  },
} as const satisfies Readonly<Record<string, GrowthSource>>

/** What was counted or wished: grown in that year, standing at a moment, or meant to stand by its end. */
export const knownKinds = ['grown', 'standing', 'meant'] as const
export type KnownKind = (typeof knownKinds)[number]
/** Why a number is not to be taken as it stands. */
export const knownDoubts = ['between', 'no-source', 'two-readings', 'at-least', 'not-reached'] as const
export type KnownDoubt = (typeof knownDoubts)[number]

export interface KnownGrowth {
  readonly year: number
  /** The month in it, where it is known. */
  readonly month: number | null
  readonly of: 'district' | 'puskesos'
  readonly kind: KnownKind
  readonly count: number
  /** In how many districts they were counted, where it was told. */
  readonly districts: number | null
  readonly doubts: readonly KnownDoubt[]
  readonly sources: readonly GrowthSource[]
}

const both = [sources.ministry2020, sources.republika2020]
const grown = (year: number, count: number): KnownGrowth => ({
  year,
  month: null,
  of: 'district',
  kind: 'grown',
  count,
  districts: null,
  doubts: [],
  sources: both,
})

/**
 * NETWORK-13 What is publicly known of how the network grew before this register, with where it was read and what is to be
 * doubted in it. No count was published after 2020 as far as is known. Nothing of it is mixed with what offices say of themselves.
 */
export const knownGrowth: readonly KnownGrowth[] = [
  grown(2016, 50),
  grown(2017, 20),
  { ...grown(2018, 78), month: 4, kind: 'standing', doubts: ['between', 'no-source'], sources: [] },
  grown(2018, 60),
  {
    year: 2018,
    month: 8,
    of: 'puskesos',
    kind: 'standing',
    count: 1_500,
    districts: 130,
    doubts: [],
    sources: [sources.antara2018],
  },
  grown(2019, 20),
  { ...grown(2019, 150), kind: 'meant', doubts: ['no-source'], sources: [] },
  { ...grown(2020, 190), kind: 'meant', doubts: ['two-readings', 'not-reached'] },
  {
    year: 2020,
    month: 9,
    of: 'puskesos',
    kind: 'standing',
    count: 7_000,
    districts: 150,
    doubts: ['at-least'],
    sources: [sources.sync2020],
  },
  { ...grown(2024, 514), kind: 'meant', doubts: ['not-reached'] },
]

/** The last year of which anything was counted in public. */
export const lastKnownYear = 2020

/** How many districts had been grown by the end of a year, by the public counts; null where none is known. */
export function grownBy(year: number): number | null {
  const first = Math.min(...knownGrowth.map((one) => one.year))
  if (year < first || year >= lastKnownYear) return null
  return knownGrowth
    .filter((one) => one.kind === 'grown' && one.year <= year)
    .reduce((sum, { count }) => sum + count, 0)
}
