import type { CaseId } from '@openslrt/core/kernel/id.ts'
import { saidByNik } from '@openslrt/core/registry/identity.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import type { DemoPerson } from './people.ts'
import { nameOf, personOf } from './people.ts'
import type { Dice } from './seeded.ts'
import { diceOf, idOf } from './seeded.ts'
import type { Step } from './trail.ts'
import type { DemoPlace, World } from './world.ts'
import { demoVillage } from './world.ts'

/** One command about a family of the demo, before it is given by the front office of its village. */
export interface FamilyStep {
  readonly id: string
  readonly kind: 'registry.add-family' | 'registry.add-person'
  readonly subject: string
  readonly village: string
  readonly data: object
}

/** A family that does not exist, as the rest of the demo speaks of it. */
export interface Household {
  readonly id: string
  readonly village: string
  /** Somebody of the family whom most of it is about, and their number in the registry. */
  readonly head: DemoPerson & { readonly id: string }
  readonly people: readonly { readonly id: string; readonly born: string }[]
  /** The case by which the family came to be known; null where it was visited without one. */
  readonly kase: CaseId | null
  /** Before how many days it was taken down: what follows is younger. */
  readonly daysAgo: number
  readonly steps: readonly FamilyStep[]
}

interface Home {
  readonly place: DemoPlace
  readonly head: DemoPerson
  readonly kase: CaseId | null
  /** Whether it is somebody who stands in the registry already. */
  readonly again?: boolean
}

/** How many families come of the clients of cases, so that a case finds its family, and how many have no case. */
const ofCases = 90
const others = 110
const origin = { way: 'visit', source: 'Pendataan keluarga (data contoh)', ref: null } as const

/** Families who do not exist: some hundred, a fifth of them in the village whose officers sign in. */
export function planFamilies(seed: string, { villages }: World, steps: readonly Step[]): readonly Household[] {
  const named = new Map(villages.map((place) => [String(place.code), place]))
  const clients = steps.flatMap((step) => homeOf(step, named)).slice(0, ofCases)
  const more = Array.from({ length: others }, (_, nth): Home => {
    const dice = diceOf(`${seed} family ${nth}`)
    const own = villages.find(({ code }) => code === demoVillage)
    const place = own && dice.chance(0.3) ? own : dice.pick(villages)
    return { place, head: personOf(dice, place), kase: null }
  })
  const homes = onceEach([...clients, ...more])
  const twins = homes.filter(({ place }) => place.code === demoVillage).slice(0, twice)
  return [...homes, ...twins.map(heardAgain)].map((home) => familyOf(seed, home))
}

/** How many heads of families were taken down a second time by somebody who did not look before. */
const twice = 3

const onceEach = (homes: readonly Home[]): readonly Home[] => [
  ...new Map(homes.toReversed().map((home) => [home.head.kk, home])).values(),
]

/** The same person as written by ear, alone and without a number: what the list of likely doubles shows. */
function heardAgain({ place, head }: Home): Home {
  const name = head.name.replace(/i(?=[a-z])/, 'y')
  const kk = `${head.kk.slice(0, 4)}99${head.kk.slice(6)}`
  return { place, head: { ...head, name, kk }, kase: null, again: true }
}

/** The client of a case that was registered with both numbers. */
function homeOf({ kind, data, case: own }: Step, named: ReadonlyMap<string, DemoPlace>): readonly Home[] {
  if (kind !== 'case.register') return []
  const place = named.get(String(Reflect.get(data, 'place')))
  const client: unknown = Reflect.get(data, 'client')
  if (!place || typeof client !== 'object' || client === null) return []
  const [name, nik, kk, phone, address] = ['name', 'nik', 'kk', 'phone', 'address'].map((part) =>
    Reflect.get(client, part),
  )
  if (!isText(name) || !isText(nik) || !isText(kk)) return []
  const head = { name, nik, kk, phone: isText(phone) ? phone : '', address: isText(address) ? address : '' }
  // What only some may see is not joined to what everybody of a village sees.
  return [{ place, head, kase: Reflect.get(data, 'restricted') === null ? own : null }]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Families were visited within the last half year, and long enough ago for something to have come of it. */
const youngest = 75
const visitedWithin = 105

function familyOf(seed: string, { place, head, kase, again }: Home): Household {
  const own = `${seed} family ${head.kk}`
  const dice = diceOf(own)
  const [family, village] = [idOf(own), String(place.code)]
  const step = (kind: FamilyStep['kind'], subject: string, data: object): FamilyStep => ({
    id: idOf(`${own} ${kind} ${subject}`),
    kind,
    subject,
    village,
    data: { ...data, ...origin },
  })
  const people = again ? membersOf(dice, head).slice(0, 1).map(withoutNik) : membersOf(dice, head)
  const idOfNth = (nth: number): string => idOf(`${own} ${nth}`)
  const steps = [
    step('registry.add-family', family, {
      place: place.code,
      values: {
        nomor_kartu_keluarga: head.kk,
        alamat: head.address || `${place.name} (data contoh)`,
        ...homeValues(dice),
      },
      desil: dice.chance(0.8) ? { value: dice.between(1, 6), on: '2026-07-10', source: 'DTSEN (data contoh)' } : null,
    }),
    ...people.map((values, nth) => step('registry.add-person', idOfNth(nth), { place: place.code, family, values })),
  ]
  const daysAgo = youngest + (Number.parseInt(family.slice(0, 4), 16) % visitedWithin)
  const all = people.map((values, nth) => ({ id: idOfNth(nth), born: String(values['tanggal_lahir'] ?? '') }))
  return { id: family, village, head: { ...head, id: idOfNth(0) }, people: all, kase, daysAgo, steps }
}

const withoutNik = ({ nomor_induk_kependudukan: _nik, ...values }: Values): Values => values

/** The head, often with a husband or wife, and children. */
function membersOf(dice: Dice, head: DemoPerson): readonly Values[] {
  const said = saidByNik(head.nik, '2026-01-01')
  const isWoman = said?.sex === 'P'
  const married = dice.chance(0.6)
  const first = {
    nama: head.name,
    nomor_induk_kependudukan: head.nik,
    jenis_kelamin: isWoman ? '2' : '1',
    status_hubungan_keluarga: '1',
    status_kawin: married ? '2' : '4',
    ...(said && { tanggal_lahir: said.birthDate }),
    ...(head.phone && { nomor_telepon: head.phone }),
    ...grown(dice),
  }
  const partner = {
    ...person(dice, !isWoman, dice.between(1955, 1990)),
    status_hubungan_keluarga: '2',
    status_kawin: '2',
    ...grown(dice),
  }
  const children = Array.from({ length: dice.between(0, 3) }, () => ({
    ...person(dice, dice.chance(0.5), dice.between(2005, 2024)),
    status_hubungan_keluarga: '3',
  }))
  return [first, ...(married ? [partner] : []), ...children]
}

const person = (dice: Dice, isWoman: boolean, year: number): Values => ({
  nama: nameOf(dice, isWoman),
  jenis_kelamin: isWoman ? '2' : '1',
  tanggal_lahir: `${year}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`,
  agama: 'islam',
})

const grown = (dice: Dice): Values => ({
  partisipasi_sekolah: '3',
  ijazah_tertinggi: dice.pick(['1', '2', '5', '8', '10']),
  status_pekerjaan: dice.pick(['1', '4', '5', '6']),
  penyakit_kronis: dice.chance(0.25) ? [dice.pick(['hipertensi', 'diabetes', 'jantung'])] : [],
})

/** A dwelling as people in need have it; of a third only the address is known yet. */
function homeValues(dice: Dice): Values {
  if (dice.chance(0.35)) return {}
  return {
    keluarga_dalam_rumah: dice.between(1, 2),
    status_kepemilikan_rumah: dice.pick(['1', '1', '3', '4', '5']),
    luas_lantai: dice.between(18, 60),
    jenis_lantai_terluas: dice.pick(['1', '2', '3', '3', '5']),
    jenis_dinding_terluas: dice.pick(['1', '1', '2', '3']),
    jenis_atap_terluas: dice.pick(['2', '2', '4', '5']),
    sumber_air_minum_utama: dice.pick(['3', '5', '6', '7']),
    sumber_penerangan_utama: '1',
    daya_terpasang: dice.pick(['1', '1', '2']),
    bahan_bakar_utama_memasak: dice.pick(['2', '2', '7']),
    fasilitas_bab: dice.pick(['1', '1', '2', '3']),
    jenis_kloset: dice.pick(['1', '1', '3']),
    pembuangan_akhir_tinja: dice.pick(['1', '1', '4']),
    sepeda_motor: dice.between(0, 2),
    sepeda: dice.between(0, 2),
    smartphone: dice.between(0, 3),
    lemari_es: dice.between(0, 1),
    tv_datar: dice.between(0, 1),
    ternak_kecil: dice.between(0, 4),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
