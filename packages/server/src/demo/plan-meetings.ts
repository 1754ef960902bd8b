import { dayIn, dayMs, hourMs, startOfDay, wireOf } from '@openslrt/core/kernel/instant.ts'
import { nameOf } from './people.ts'
import { idOf } from './seeded.ts'
import type { Deed, PeopleScene, Thread, Who } from './thread.ts'
import { beginThread, lastWorkingDay, nthHousehold, officeId } from './thread.ts'
import { staffOf } from './trail.ts'
import { demoVillage } from './world.ts'

/** DEMO-19 Meetings with what came of them, and who answers for red cards at the desks of the demo. */
export const planMeetings = (scene: PeopleScene): readonly (readonly Deed[])[] => [
  series(scene),
  conference(scene, 'conference held', 6, 'held'),
  conference(scene, 'conference coming', 2, 'planned'),
  conference(scene, 'conference cancelled', 20, 'cancelled'),
  duties(scene, [demoVillage, 'coordinator'], 'bo'),
  duties(scene, ['secretariat', 'manager'], 'bo'),
]

const manager = ['secretariat', 'manager', 0] as const
const topics = ['Kasus yang lewat batas waktu', 'Usulan DTSEN bulan ini', 'Kuota rumah layak huni'] as const
const tasks = [
  ['dinsos', 'Kirim daftar warga yang belum padan ke Puskesos.', 5, 'meeting.task-done'],
  ['rsud', 'Tunjuk satu petugas penghubung untuk rujukan.', 4, null],
  ['dinkes', 'Periksa ulang kepesertaan 20 pasien kronis.', 10, 'meeting.task-fail'],
  ['baznas', 'Jadwalkan survei usaha lansia.', 30, null],
  ['dinsos', 'Sampaikan sisa kuota rumah layak huni per kalurahan.', 45, null],
  ['secretariat', 'Kirim rekap kasus yang lewat batas ke semua kantor.', 40, null],
] as const

/** A team that sits every month: three sittings that were held, and the next one. */
function series(scene: PeopleScene): readonly Deed[] {
  const thread = beginThread(scene, 'technical team', 98)
  let follows: string | null = null
  for (const nth of [0, 1, 2]) {
    const meeting = thread.newId(`sitting ${nth}`)
    const points = topics.map((title, at) => ({ id: idOf(`${meeting} point ${at}`), case: null, title }))
    call(scene, thread, manager, { meeting, follows, points, kind: 'technical-team', startsAt: thread.at() + hourMs })
    thread.wait(1)
    sit(scene, thread, manager, meeting, points)
    for (const [at, [office, text, days, settled]] of tasks.entries())
      if (at % 3 !== nth - 1) decide(scene, thread, { meeting, nth: at, office, text, days, settled, by: manager })
    thread.act(manager, 'meeting.close', meeting, {})
    follows = meeting
    thread.wait(29)
  }
  const next = thread.newId('sitting next')
  const points = topics.slice(0, 2).map((title, at) => ({ id: idOf(`${next} point ${at}`), case: null, title }))
  call(scene, thread, manager, { meeting: next, follows, points, kind: 'technical-team', startsAt: soon(scene, 6) })
  return thread.deeds
}

interface Sitting {
  readonly meeting: string
  readonly follows: string | null
  readonly kind: string
  readonly startsAt: number
  readonly points: readonly Point[]
}
interface Point {
  readonly id: string
  readonly case: { readonly district: string; readonly id: string } | null
  readonly title: string
}

const asked = ['dinsos', 'dinkes', 'rsud', 'baznas'] as const

const call = (scene: PeopleScene, thread: Thread, by: Who, { meeting, startsAt, ...rest }: Sitting): void =>
  thread.act(by, 'meeting.call', meeting, {
    ...rest,
    offices: asked.map((key) => officeId(scene, key)),
    startsAt: wireOf(startsAt),
    lasts: 120,
    place: 'Ruang rapat contoh (data contoh)',
    link: '',
  })

function sit(scene: PeopleScene, thread: Thread, by: Who, meeting: string, points: readonly Point[]): void {
  const seats = [by[0], ...asked].map((key, nth) => ({
    office: officeId(scene, key),
    present: nth !== 3,
    names: nth === 3 ? '' : nameOf(thread.dice, thread.dice.chance(0.5)),
  }))
  thread.act(by, 'meeting.hold', meeting, { seats })
  const text = 'Dibahas bersama. Hambatan: berkas datang terlambat. Disepakati langkah di bawah ini.'
  thread.act(by, 'meeting.minute', meeting, { seats, minutes: points.map(({ id }) => ({ point: id, text })) })
}

interface Task {
  readonly meeting: string
  readonly nth: number
  readonly office: string
  readonly text: string
  readonly days: number
  readonly settled: 'meeting.task-done' | 'meeting.task-fail' | null
  readonly by: Who
}

function decide(scene: PeopleScene, thread: Thread, { meeting, nth, office, text, days, settled, by }: Task): void {
  const task = idOf(`${meeting} task ${nth}`)
  const owner = { office: officeId(scene, office), person: null, point: null }
  thread.act(by, 'meeting.decide', meeting, { task, ...owner, text, days })
  if (settled === 'meeting.task-done')
    thread.act([office, 'provider'], settled, meeting, { task, note: 'Daftar sudah dikirim.' })
  if (settled === 'meeting.task-fail')
    thread.act(by, settled, meeting, { task, note: 'Menunggu data dari BPJS, dibahas lagi bulan depan.' })
}

/** Officers of the village sit together over one case. */
function conference(
  scene: PeopleScene,
  name: string,
  daysAgo: number,
  end: 'held' | 'planned' | 'cancelled',
): readonly Deed[] {
  const thread = beginThread(scene, name, daysAgo)
  const by = [demoVillage, 'bo'] as const
  const meeting = thread.newId('meeting')
  const { kase } = nthHousehold(scene, 0)
  const agenda = kase && { district: '34.04', id: kase }
  const points = [{ id: idOf(`${meeting} point`), case: agenda, title: agenda ? '' : 'Lansia sebatang kara' }]
  const startsAt = end === 'planned' ? soon(scene, 3) : thread.at() + hourMs
  call(scene, thread, by, { meeting, follows: null, points, kind: 'case-conference', startsAt })
  if (end === 'cancelled') thread.act(by, 'meeting.cancel', meeting, { note: 'Rumah sakit berhalangan hadir.' })
  if (end === 'held') {
    thread.wait(2)
    sit(scene, thread, by, meeting, points)
    const task = { meeting, days: 6, settled: null, by }
    decide(scene, thread, { ...task, nth: 0, office: 'dinkes', text: 'Antar pasien kontrol setiap Senin.' })
    decide(scene, thread, { ...task, nth: 1, office: demoVillage, text: 'Lengkapi KK dan surat kuasa keluarga.' })
  }
  return thread.deeds
}

/** Nine in the morning, some days from now, on a working day or just before one. */
const soon = ({ calendar, now }: PeopleScene, days: number): number => {
  const day = lastWorkingDay(calendar, now + days * dayMs)
  return Math.max(startOfDay(calendar.zone, day) + 9 * hourMs, now + hourMs)
}

/** Who answers for red cards: the days up to today, and the week that follows. */
function duties(scene: PeopleScene, by: Who, role: 'bo'): readonly Deed[] {
  const thread = beginThread(scene, `duty ${by[0]}`, 6)
  const on = (days: number): string => dayIn(scene.calendar.zone, scene.now + days * dayMs)
  const turn = (nth: number, from: string, until: string): void => {
    const data = { office: officeId(scene, by[0]), staff: staffOf(scene.world, by[0], role, String(nth)), from, until }
    thread.act(by, 'duty.name', thread.newId(`turn ${nth}`), data)
  }
  turn(0, thread.day(), on(0))
  turn(1, on(1), on(7))
  return thread.deeds
}
