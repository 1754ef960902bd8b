import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { DemoFiles } from './demo-files.ts'
import type { Household } from './plan-families.ts'
import { spotOf } from './spot-of.ts'
import type { Deed, PeopleScene, Thread } from './thread.ts'
import { beginThread, nthHousehold, officeId } from './thread.ts'
import { staffOf } from './trail.ts'
import { demoVillage } from './world.ts'

type End = 'done' | 'missed' | 'again' | 'cancelled' | 'late' | 'today' | 'soon'

/** In turns, as often as they stand here: most were made, some are to come, a few are late. */
const ends: readonly End[] = [
  ...(['done', 'soon', 'today', 'done', 'late', 'done', 'missed', 'done', 'soon', 'again'] as const),
  ...(['today', 'done', 'cancelled', 'done', 'done', 'late', 'soon', 'done', 'missed', 'done'] as const),
]
const many = 40

const reasons = [
  ['not-registered', 'Periksa keadaan rumah dan siapa yang tinggal di sana.'],
  ['housing', 'Periksa atap, dinding, lantai, dan bukti tanah.'],
  ['pbi-medical', 'Periksa penyakit dan kepesertaan BPJS seluruh keluarga.'],
  ['follow-up', 'Lihat apakah bantuan sudah dipakai dan keadaan membaik.'],
  ['objection', 'Periksa sanggahan warga: kendaraan dan usaha.'],
  ['survey', 'Mutakhirkan data keluarga.'],
] as const
const found = [
  ['as-told', 'fit', 'Keadaan sesuai keterangan. Atap bocor di dua ruang, lantai semen retak.'],
  ['partly', 'fit', 'Sebagian sesuai. Satu anak sudah bekerja di kota, belum rutin mengirim uang.'],
  ['otherwise', 'unfit', 'Tidak sesuai keterangan. Rumah permanen dan ada usaha yang berjalan.'],
  ['updated', 'unsure', 'Data keluarga diperbarui. Bukti tanah masih dicari.'],
  ['urgent', 'fit', 'Lansia sakit dan belum berobat. Sudah dihubungkan ke puskesmas.'],
] as const
const missedFor = ['nobody-home', 'address-unknown', 'other-duty', 'declined'] as const

/** DEMO-15 Visits to homes: planned, made, missed and tried again, called off, and late. */
export const planVisits = (scene: PeopleScene, files: DemoFiles): readonly (readonly Deed[])[] =>
  Array.from({ length: many }, (_, nth) => visit(scene, files, ends[nth % ends.length] ?? 'done', nth))

function visit(scene: PeopleScene, files: DemoFiles, end: End, nth: number): readonly Deed[] {
  const household = nthHousehold(scene, nth)
  const thread = beginThread(scene, `visit ${nth}`, daysAgo(end, nth))
  const id = thread.newId('visit')
  const plans = [household.village, 'bo'] as const
  const goes = visitorOf(household, nth)
  const today = dayIn(scene.calendar.zone, scene.now)
  const coming = dayIn(scene.calendar.zone, scene.now + (1 + (nth % 9)) * dayMs)
  const day = { today, soon: coming, late: thread.dayAfter(3) }[end === 'today' || end === 'soon' ? end : 'late']
  thread.act(plans, 'visit.plan', id, {
    office: officeId(scene, household.village),
    assignee: staffOf(scene.world, goes[0], goes[1], id),
    ...aboutThem(household, nth, day),
  })
  if (end === 'today' || end === 'soon' || end === 'late') return thread.deeds
  if (end === 'cancelled') {
    thread.act(plans, 'visit.cancel', id, { note: 'Keluarga sudah datang sendiri ke Puskesos.' })
    return thread.deeds
  }
  thread.wait(3)
  const there = { spot: spotOf(household), capturedAt: wireOf(thread.at()) }
  if (end === 'missed' || end === 'again') {
    const reason = missedFor[nth % missedFor.length]
    thread.act(goes, 'visit.miss', id, { reason, note: 'Dicoba lagi pekan depan.', ...there })
  }
  if (end === 'missed') return thread.deeds
  if (end === 'again') {
    thread.act(plans, 'visit.replan', id, { day: thread.dayAfter(5), note: 'Keluarga ada di rumah sore hari.' })
    thread.wait(5)
  }
  report(thread, id, goes, files, { household, nth })
  return thread.deeds
}

/** The village's facilitator goes, where it has one; sometimes an officer from the desk. */
const visitorOf = ({ village }: Household, nth: number): readonly [string, 'facilitator' | 'bo'] =>
  village === demoVillage && nth % 6 > 0 ? [village, 'facilitator'] : [village, 'bo']

interface Whose {
  readonly household: Household
  readonly nth: number
}

function report(
  thread: Thread,
  id: string,
  goes: readonly [string, 'facilitator' | 'bo'],
  { picture }: DemoFiles,
  { household, nth }: Whose,
): void {
  const [result, fit, words] = found[nth % found.length] ?? found[0]
  const capturedAt = wireOf(thread.at())
  thread.act(goes, 'visit.done', id, {
    result,
    fit,
    met: household.head.name,
    words,
    papers: nth % 3 === 0 ? ['ktp', 'kk', 'tax'] : ['ktp', 'kk'],
    agencies: result === 'urgent' ? 'Puskesmas Depok III' : '',
    followUp: fit === 'fit' ? 'Ajukan permohonan dan lengkapi berkas.' : '',
    spot: spotOf(household),
    capturedAt,
  })
  if (nth % 3 !== 1)
    thread.act(goes, 'visit.photo', id, { photo: thread.newId('photo'), kind: 'front', sha256: picture, capturedAt })
}

function aboutThem({ id, head, kase, village }: Household, nth: number, day: Day) {
  const [trigger, ask] = reasons[nth % reasons.length] ?? reasons[0]
  const { name, nik, kk, phone, address } = head
  const whom = { name, nik, kk, phone: phone || null, address }
  return { place: village, case: kase, family: id, person: head.id, whom, trigger, ask, proposal: '', day }
}

function daysAgo(end: End, nth: number): number {
  if (end === 'today' || end === 'soon') return 1 + (nth % 3)
  return end === 'late' ? 8 + (nth % 4) : 14 + nth
}
