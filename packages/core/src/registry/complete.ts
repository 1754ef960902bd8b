import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Holder, Values } from './registry.ts'
import { ageOn } from './said.ts'
import type { Variable } from './variables.ts'
import { familyVariables, personVariables } from './variables.ts'

/** What somebody may be asked, by what is known of them already: nobody asks a child for its diploma. */
interface Known {
  readonly said: Values
  readonly age: number | null
}
type Asked = (known: Known) => boolean

const grown: Asked = ({ age }) => age === null || age >= 10
const pupil: Asked = ({ age }) => age === null || age >= 5
const mayBe =
  (name: string, ...values: readonly Json[]): Asked =>
  ({ said }) =>
    !(name in said) || values.includes(said[name] ?? null)
const isNot =
  (name: string, ...values: readonly Json[]): Asked =>
  ({ said }) =>
    !(name in said) || !values.includes(said[name] ?? null)
const all =
  (...conditions: readonly Asked[]): Asked =>
  (known) =>
    conditions.every((condition) => condition(known))

const never: Asked = () => false
const always: Asked = () => true
const conditions: Readonly<Record<Holder, Readonly<Record<string, Asked>>>> = {
  person: {
    // Of a family whose number is known, its members' is.
    nomor_kartu_keluarga: never,
    status_kawin: grown,
    partisipasi_sekolah: pupil,
    ijazah_tertinggi: all(pupil, isNot('partisipasi_sekolah', '1')),
    status_pekerjaan: grown,
    lapangan_usaha: all(grown, isNot('status_pekerjaan', null)),
    jumlah_usaha: grown,
    lapangan_usaha_sendiri: all(grown, isNot('jumlah_usaha', 0, null)),
    hamil: ({ said, age }) => said['jenis_kelamin'] === '2' && age !== null && age >= 10 && age < 55,
    gizi_balita: ({ age }) => age !== null && age < 5,
    akta_kelahiran: ({ age }) => age === null || age < 18,
    rekam_ktp_el: ({ age }) => age === null || age >= 17,
    penghasilan: grown,
    aparatur_negara: grown,
  },
  family: {
    // What the village says, and what the members say.
    ...Object.fromEntries(
      [
        'kode_provinsi',
        'provinsi',
        'kode_kabupaten_kota',
        'kabupaten_kota',
        'kode_kecamatan',
        'kecamatan',
        'kelurahan_desa',
        'nama_kepala_keluarga',
      ].map((name) => [name, never]),
    ),
    daya_terpasang: mayBe('sumber_penerangan_utama', '1'),
    id_meteran_PLN: all(mayBe('sumber_penerangan_utama', '1'), isNot('daya_terpasang', '6')),
    jenis_kloset: isNot('fasilitas_bab', '4'),
    pembuangan_akhir_tinja: isNot('fasilitas_bab', '4'),
  },
}

const ofHolder = { person: personVariables, family: familyVariables } as const satisfies Record<
  Holder,
  readonly Variable[]
>

/** REGISTRY-11 The variables that are asked of somebody of whom this is said, with a place's own at the end. */
export function askedOf(of: Holder, said: Values, day: Day, local: readonly Variable[] = []): readonly Variable[] {
  const known = knownOf(of, said, day)
  return [
    ...ofHolder[of].filter(({ name }) => conditions[of][name]?.(known) ?? true),
    ...local.filter((variable) => variable.of === of),
  ]
}

function knownOf(of: Holder, said: Values, day: Day): Known {
  const birthDate = said['tanggal_lahir']
  return { said, age: of === 'person' ? ageOn(typeof birthDate === 'string' ? birthDate : null, day) : null }
}

/** How much of what is asked of somebody is known. */
export interface Completeness {
  readonly known: number
  readonly asked: number
  readonly percent: number
}

/** REGISTRY-11 Counted over the official variables and the counts of assets: "none" is an answer, silence is not. */
export function completenessOf(of: Holder, said: Values, day: Day): Completeness {
  const about = knownOf(of, said, day)
  let [known, asked] = [0, 0]
  for (const { name, isAsked } of counted[of]) {
    if (!isAsked(about)) continue
    asked++
    if (name in said) known++
  }
  return { known, asked, percent: Math.floor((100 * known) / asked) }
}

// A load reckons it for thousands of people a second: what counts, and when it is asked, is found once.
const countedOf = (of: Holder) =>
  ofHolder[of]
    .filter(({ from }) => from === 'official' || from === 'asset')
    .map(({ name }) => ({ name, isAsked: conditions[of][name] ?? always }))
const counted = { person: countedOf('person'), family: countedOf('family') } as const
