import { shippedProgrammeId } from '../features/programme/index.ts'
import type { Deed, PeopleScene } from './thread.ts'
import { beginThread, nthHousehold } from './thread.ts'

type LooseEnd = 'recorded' | 'matched' | 'unmet' | 'met' | 'reopened'
type Loose = readonly [kind: string, text: string, end: LooseEnd, word?: string]

/** Needs that no programme of the demo's own answers: as many wait as were told that nothing fits. */
const loose: readonly Loose[] = [
  ['family-hope', 'Anak masih sekolah, belum pernah menerima PKH.', 'matched', 'pkh'],
  ['health-card', 'KIS nonaktif, ibu harus kontrol setiap bulan.', 'matched', 'pbi-jkn'],
  ['school-card', 'Dua anak sekolah dasar, belum menerima PIP.', 'recorded'],
  ['home-care', 'Lansia tidak dapat bangun dari tempat tidur.', 'recorded'],
  ['registry-entry', 'Baru pindah, belum ada dalam DTSEN.', 'recorded'],
  ['mental-health', 'Perlu berobat rutin, keluarga tidak sanggup mengantar.', 'recorded'],
  ['business-group', 'Ingin bergabung dalam kelompok usaha bersama.', 'unmet', 'no-programme'],
  ['elderly-house', 'Rumah lansia rusak, tanah bukan milik sendiri.', 'unmet', 'not-eligible'],
  ['disability-business', 'Ingin membuka jasa pijat, perlu alat.', 'unmet', 'no-budget'],
  ['school-card', 'Anak berhenti sekolah karena biaya.', 'unmet', 'quota-full'],
  ['other-energy', 'Belum ada sambungan listrik sendiri.', 'met', 'Sambungan dipasang lewat program kalurahan.'],
  ['neglected', 'Lansia ditemukan tanpa keluarga.', 'met', 'Diasuh LKS, keluarga sudah ditemukan.'],
  ['other-food', 'Beras bantuan tidak cukup untuk enam orang.', 'reopened', 'Kebutuhan muncul lagi bulan ini.'],
]

/** What is said to be had of programmes of the centre, and why it stopped. */
const told = [
  ['pkh', 'receives', null],
  ['sembako', 'receives', null],
  ['pkh', 'stopped', 'graduated'],
  ['sembako', 'receives', null],
  ['pbi-jkn', 'receives', null],
  ['pbi-jkn', 'stopped', 'data-fault'],
  ['sembako', 'never', null],
  ['pkh', 'receives', null],
  ['pip', 'receives', null],
  ['sembako', 'stopped', 'not-known'],
] as const
const many = 36

/** DEMO-13 Needs beside those that are applied for, and what families already have of programmes. */
export const planParticipation = (scene: PeopleScene): readonly (readonly Deed[])[] => [
  ...loose.map((one, nth) => looseNeed(scene, one, nth)),
  ...Array.from({ length: many }, (_, nth) => participation(scene, nth)),
]

function looseNeed(scene: PeopleScene, [kind, text, end, word = '']: Loose, nth: number): readonly Deed[] {
  const { id, head, village } = nthHousehold(scene, nth)
  const thread = beginThread(scene, `need ${nth}`, end === 'recorded' ? 3 + nth : 60 - nth * 2)
  const need = thread.newId('need')
  const front = [village, 'fo'] as const
  const holder = { person: head.id, family: id, case: null }
  thread.act(front, 'need.record', need, { holder, kind, text })
  if (end === 'recorded') return thread.deeds
  thread.wait(5)
  if (end === 'matched') thread.act(front, 'need.match', need, { programme: shippedProgrammeId(word) })
  if (end === 'unmet') thread.act(front, 'need.fail', need, { reason: word, note: 'Dijelaskan kepada keluarga.' })
  if (end === 'met') thread.act(front, 'need.meet', need, { note: word })
  if (end === 'reopened') {
    thread.act(front, 'need.meet', need, { note: 'Mendapat tambahan dari lumbung kalurahan.' })
    thread.wait(14)
    thread.act(front, 'need.reopen', need, { note: word })
  }
  return thread.deeds
}

function participation(scene: PeopleScene, nth: number): readonly Deed[] {
  const { id, head, village } = nthHousehold(scene, nth)
  const thread = beginThread(scene, `participation ${nth}`, 8 + (nth % 50))
  const [programme, status, reason] = told[nth % told.length] ?? told[0]
  const began = thread.dayAfter(-400 - nth)
  thread.act([village, 'fo'], 'participation.record', thread.newId('participation'), {
    holder: { person: head.id, family: id, case: null },
    programme: shippedProgrammeId(programme),
    status,
    reason,
    since: status === 'never' ? null : began,
    until: status === 'stopped' ? thread.dayAfter(-60) : null,
    amountRight: status === 'receives' ? thread.dice.pick(['yes', 'yes', 'no', 'unknown']) : 'unknown',
    onTime: status === 'receives' ? thread.dice.pick(['yes', 'no', 'unknown']) : 'unknown',
    useful: status === 'never' ? 'unknown' : 'yes',
    saidBy: thread.dice.pick(['person', 'family', 'officer', 'document']),
    saidOn: thread.day(),
    need: null,
  })
  return thread.deeds
}
