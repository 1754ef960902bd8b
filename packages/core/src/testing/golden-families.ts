import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import { statementsIn } from '../programme/criterion.ts'
import type { FactSet } from '../programme/fact-set.ts'
import { factsFrom } from '../programme/facts-of.ts'
import { shippedProgrammes } from '../programme/shipped.ts'
import type { PersonRow, Values } from '../registry/registry.ts'
import { answered } from './a-programme.ts'

/** A family whose programmes are written down, with the reasons, in golden-matches.txt. */
export interface GoldenFamily {
  readonly name: string
  readonly members: readonly string[]
  readonly place: PlaceCode
  readonly facts: FactSet
}

type Person = Partial<Pick<PersonRow, 'birthDate' | 'sex' | 'values'>>
const family = (
  name: string,
  desil: number | null,
  values: FactSet['family'],
  people: Readonly<Record<string, Person>>,
  { place = inSleman, said = {} }: { readonly place?: PlaceCode; readonly said?: Values } = {},
): GoldenFamily => ({
  name,
  members: Object.keys(people),
  place,
  facts: factsFrom({
    family: { desil, values: { ...values, ...said } },
    members: Object.values(people).map(({ birthDate = null, sex = null, values: own = {} }) => ({
      birthDate,
      sex,
      values: { ...own, ...said },
    })),
  }),
})

const inSleman = placeCode.parse('34.04.07.2001')
/** East Java gives what no other province does. */
const inMalang = placeCode.parse('35.07.01.2001')
/** Everything that shipped rules leave to officers to find out, answered alike. */
const asked = (answer: boolean): Values =>
  answered(
    Object.fromEntries(
      shippedProgrammes.flatMap(({ versions }) =>
        versions.flatMap(({ rule }) => [...statementsIn(rule)].map(({ ask }) => [ask, answer] as const)),
      ),
    ),
  )

const able = { penglihatan: '1', pendengaran: '1', berjalan: '1', mengingat: '1', mengurus_diri: '1', komunikasi: '1' }
const notPregnant = { hamil: false }

/** Nobody's families: each stands for people that the field meets. */
export const goldenFamilies: readonly GoldenFamily[] = [
  family(
    'Keluarga miskin dengan anak sekolah',
    2,
    { daya_terpasang: '1', status_kepemilikan_rumah: '1' },
    {
      Sari: { birthDate: '1990-03-12', sex: 'P', values: { status_hubungan_keluarga: '1', partisipasi_sekolah: '3' } },
      Budi: { birthDate: '2014-07-01', sex: 'L', values: { partisipasi_sekolah: '2' } },
    },
  ),
  family(
    'Lansia sendirian di rumah tidak layak',
    1,
    {
      luas_lantai: 20,
      sumber_air_minum_utama: '7',
      fasilitas_bab: '4',
      jenis_kloset: '4',
      pembuangan_akhir_tinja: '5',
      jenis_atap_terluas: '6',
      jenis_dinding_terluas: '3',
      jenis_lantai_terluas: '5',
      status_kepemilikan_rumah: '1',
      daya_terpasang: '2',
    },
    {
      'Mbah Karto': {
        birthDate: '1950-02-28',
        sex: 'L',
        values: { ...able, berjalan: '4', jenis_ppks: ['neglected-elderly'] },
      },
    },
  ),
  family('Keluarga yang belum didata', null, {}, { Tono: {} }, { place: inMalang }),
  family(
    'Keluarga mampu',
    8,
    { daya_terpasang: '4', status_kepemilikan_rumah: '1', luas_lantai: 120 },
    {
      Rudi: { birthDate: '1980-01-01', sex: 'L', values: { ...able, partisipasi_sekolah: '3', lapangan_usaha: '11' } },
      Ani: { birthDate: '1984-05-05', sex: 'P', values: { ...able, ...notPregnant, partisipasi_sekolah: '3' } },
    },
  ),
  family(
    'Keluarga di tepi batas, ibu hamil',
    5,
    { daya_terpasang: '2' },
    {
      Wati: { birthDate: '1998-12-01', sex: 'P', values: { hamil: true, partisipasi_sekolah: '3' } },
      Joko: { birthDate: '1957-03-01', sex: 'L', values: { ...able, lapangan_usaha: '4' } },
    },
  ),
  family(
    'Keluarga nelayan miskin di Malang, semua sudah ditanyakan',
    1,
    {
      luas_lantai: 18,
      sumber_air_minum_utama: '7',
      fasilitas_bab: '4',
      jenis_kloset: '4',
      pembuangan_akhir_tinja: '5',
      jenis_atap_terluas: '6',
      jenis_dinding_terluas: '3',
      jenis_lantai_terluas: '5',
      status_kepemilikan_rumah: '1',
      daya_terpasang: '1',
    },
    {
      Kasmi: { birthDate: '1948-08-17', sex: 'P', values: { ...able, ...notPregnant, partisipasi_sekolah: '3' } },
      Slamet: {
        birthDate: '1988-04-04',
        sex: 'L',
        values: { ...able, berjalan: '3', lapangan_usaha: '4', partisipasi_sekolah: '3' },
      },
      Rini: {
        birthDate: '2007-09-09',
        sex: 'P',
        values: { ...able, hamil: true, ijazah_tertinggi: '8', partisipasi_sekolah: '3' },
      },
      Agus: { birthDate: '2016-02-29', sex: 'L', values: { ...able, partisipasi_sekolah: '2' } },
    },
    { place: inMalang, said: asked(true) },
  ),
  family(
    'Keluarga mampu di Malang, semua sudah ditanyakan',
    9,
    {
      luas_lantai: 150,
      sumber_air_minum_utama: '3',
      fasilitas_bab: '1',
      jenis_kloset: '1',
      pembuangan_akhir_tinja: '1',
      jenis_atap_terluas: '2',
      jenis_dinding_terluas: '1',
      jenis_lantai_terluas: '1',
      status_kepemilikan_rumah: '1',
      daya_terpasang: '4',
    },
    {
      Hendra: {
        birthDate: '1975-10-10',
        sex: 'L',
        values: {
          ...able,
          ...notPregnant,
          partisipasi_sekolah: '3',
          ijazah_tertinggi: '13',
          lapangan_usaha: '11',
          lapangan_usaha_sendiri: '11',
          penyandang_disabilitas: [],
          jenis_ppks: [],
        },
      },
    },
    { place: inMalang, said: asked(false) },
  ),
]
