import type { Criterion } from './criterion.ts'
import type { Fact } from './fact.ts'
import { ageOf, membersOf, spaceOf } from './sums.ts'

/** PROG-3 Square metres that a person needs, of the ministry of housing's rule for a healthy house. */
const enoughSpace = 7.2

/** The Washington short set: what a person finds hard, by degree. Three is "a lot", four "cannot at all". */
const difficulties = ['penglihatan', 'pendengaran', 'berjalan', 'mengingat', 'mengurus_diri', 'komunikasi']
const anyDifficulty = (degrees: readonly string[]): Criterion => ({
  any: difficulties.map((fact) => ({ fact, is: 'in', value: degrees })),
})
const safeWater = ['3', '4', '5', '6', '8', '11']

/**
 * PROG-3 Facts that nobody asks about because they follow from others: age, space for each person, safe water and
 * sanitation, an adequate house (domain, code lists). What they are made of is what is missing while they are not known.
 */
export const derivedFacts: readonly Fact[] = [
  {
    name: 'usia',
    of: 'person',
    kind: 'count',
    least: 0,
    most: 130,
    fixed: true,
    derived: { by: 'sum', from: ['tanggal_lahir'], sum: ageOf },
  },
  {
    name: 'jumlah_anggota',
    of: 'family',
    kind: 'count',
    least: 0,
    most: 50,
    derived: { by: 'sum', from: [], sum: membersOf },
  },
  {
    name: 'm2_per_orang',
    of: 'family',
    kind: 'quantity',
    least: 0,
    derived: { by: 'sum', from: ['luas_lantai', 'jumlah_anggota'], sum: spaceOf },
  },
  follows('disabilitas', 'person', anyDifficulty(['3', '4'])),
  follows('disabilitas_berat', 'person', anyDifficulty(['4'])),
  follows('air_layak', 'family', {
    any: [
      { fact: 'sumber_air_minum_utama', is: 'in', value: safeWater },
      // Who drinks bottled water may wash with anything: then the other water says whether it is safe.
      {
        all: [
          { fact: 'sumber_air_minum_utama', is: 'in', value: ['1', '2'] },
          { fact: 'sumber_air_mandi', is: 'in', value: safeWater },
        ],
      },
    ],
  }),
  follows('sanitasi_layak', 'family', {
    all: [
      { fact: 'fasilitas_bab', is: 'in', value: ['1', '2', '3'] },
      { fact: 'jenis_kloset', is: 'eq', value: '1' },
      { fact: 'pembuangan_akhir_tinja', is: 'eq', value: '1' },
    ],
  }),
  follows('rumah_layak', 'family', {
    all: [
      { fact: 'm2_per_orang', is: 'at-least', value: enoughSpace },
      { fact: 'air_layak', is: 'eq', value: true },
      { fact: 'sanitasi_layak', is: 'eq', value: true },
      { fact: 'jenis_atap_terluas', is: 'in', value: ['1', '2', '3', '4'] },
      { fact: 'jenis_dinding_terluas', is: 'in', value: ['1', '2', '5', '7'] },
      { fact: 'jenis_lantai_terluas', is: 'in', value: ['1', '2', '3', '4', '7'] },
    ],
  }),
]

function follows(name: string, of: Fact['of'], rule: Criterion): Fact {
  return { name, of, kind: 'yes-no', derived: { by: 'rule', rule } }
}
