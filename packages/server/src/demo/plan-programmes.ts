import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { shippedProgrammeId } from '../features/programme/index.ts'
import { idOf } from './seeded.ts'
import type { PeopleScene, Thread } from './thread.ts'
import { beginThread, officeId } from './thread.ts'
import { demoDistrict, demoVillage } from './world.ts'

/** A programme of the demo district on which an office of it decides. */
export interface DemoProgramme {
  readonly key: 'house' | 'device' | 'business' | 'food'
  readonly need: string
  readonly text: string
  readonly papers: readonly string[]
  readonly decides: readonly [office: string, role: 'provider' | 'coordinator']
  /** Places, for the district and of these for the village; null where everybody gets one. */
  readonly places: { readonly all: number; readonly village: number } | null
}

const paper = ['KTP', 'KK']
export const demoProgrammes: readonly DemoProgramme[] = [
  {
    key: 'house',
    need: 'unfit-house',
    text: 'Atap bocor, dinding bambu lapuk, lantai tanah.',
    papers: [...paper, 'Bukti penguasaan tanah', 'Foto rumah'],
    decides: ['dinsos', 'provider'],
    places: { all: 10, village: 4 },
  },
  {
    key: 'device',
    need: 'assistive-device',
    text: 'Tidak dapat berjalan sejak stroke, perlu kursi roda.',
    papers: [...paper, 'Surat keterangan puskesmas'],
    decides: ['dinsos', 'provider'],
    places: { all: 25, village: 5 },
  },
  {
    key: 'business',
    need: 'elderly-business',
    text: 'Warung berhenti karena modal habis untuk berobat.',
    papers: [...paper, 'Foto usaha'],
    decides: ['baznas', 'provider'],
    places: { all: 3, village: 0 },
  },
  {
    key: 'food',
    need: 'food-card',
    text: 'Lansia tinggal sendiri, makan dari pemberian tetangga.',
    papers: paper,
    decides: [demoVillage, 'coordinator'],
    places: null,
  },
]

export const programmeIdOf = ({ seed }: Pick<PeopleScene, 'seed'>, { key }: Pick<DemoProgramme, 'key'>): string =>
  idOf(`${seed} programme ${key}`)

const since = 300

/** The programme is written down and given its places: before anybody asks for it. */
export function openProgramme(scene: PeopleScene, programme: DemoProgramme): Thread {
  const thread = beginThread(scene, `programme ${programme.key}`, since)
  const id = programmeIdOf(scene, programme)
  const keeper = programme.key === 'food' ? ([demoVillage, 'coordinator'] as const) : manager
  const words = wordsOf[programme.key]
  thread.act(keeper, 'programme.open', id, {
    code: '',
    replaces: null,
    ownerName: 'Pemerintah Kabupaten Sleman',
    place: demoDistrict,
    ...words,
    office: officeId(scene, programme.decides[0]),
    papers: programme.papers,
    contact: 'Puskesos terdekat (data contoh)',
    schedule: 'Sepanjang tahun selama kuota ada',
    certainty: 'local',
    from: thread.day(),
    legal: 'Aturan contoh untuk peragaan',
    note: '',
    conflicts: [],
  })
  if (programme.places) {
    const days = { from: thread.day(), until: yearAfter(thread.day()) }
    const set = (place: PlaceCode, places: number): void =>
      thread.act(manager, 'quota.set', thread.newId(`quota ${place}`), { programme: id, place, ...days, places })
    set(demoDistrict, programme.places.all)
    if (programme.places.village > 0) set(demoVillage, programme.places.village)
  }
  return thread
}

const manager = ['secretariat', 'manager'] as const
const poor = { fact: 'desil', is: 'at-most', value: 4 }

const wordsOf = {
  house: {
    name: 'Rumah layak huni Sleman (contoh)',
    gives: 'Bahan bangunan dan upah tukang untuk memperbaiki rumah',
    sector: 'housing',
    unit: 'family',
    owner: 'district',
    decides: 'Dinas Sosial Kabupaten Sleman',
    code: 'rutilahu',
    replaces: shippedProgrammeId('rutilahu'),
    rule: {
      all: [
        poor,
        { fact: 'rumah_layak', is: 'eq', value: false },
        { fact: 'status_kepemilikan_rumah', is: 'in', value: ['1'] },
        { ask: 'Menguasai tanahnya secara sah' },
      ],
    },
  },
  device: {
    name: 'Alat bantu disabilitas Sleman (contoh)',
    gives: 'Kursi roda, alat bantu dengar, tongkat, atau kaki palsu',
    sector: 'health',
    unit: 'person',
    owner: 'district',
    decides: 'Dinas Sosial Kabupaten Sleman',
    rule: { all: [poor, { ask: 'Ada keterangan puskesmas bahwa alat diperlukan' }] },
  },
  business: {
    name: 'Modal usaha BAZNAS Sleman (contoh)',
    gives: 'Modal usaha kecil dan pendampingan enam bulan',
    sector: 'social-economy',
    unit: 'person',
    owner: 'non-government',
    ownerName: 'BAZNAS Kabupaten Sleman',
    decides: 'BAZNAS Kabupaten Sleman',
    rule: { all: [{ fact: 'usia', is: 'at-least', value: 18 }, { ask: 'Ada usaha yang dapat diteruskan' }] },
  },
  food: {
    name: 'Makanan lansia Caturtunggal (contoh)',
    gives: 'Makanan siap santap setiap hari kerja',
    sector: 'food',
    unit: 'person',
    owner: 'village',
    ownerName: 'Kalurahan Caturtunggal',
    place: demoVillage,
    decides: 'Puskesos Caturtunggal',
    rule: { all: [poor, { fact: 'usia', is: 'at-least', value: 60 }] },
  },
} as const

/** The last day of the year that begins on a day. */
const yearAfter = (day: string): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)) + 1, Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - 1))
    .toISOString()
    .slice(0, 10)
