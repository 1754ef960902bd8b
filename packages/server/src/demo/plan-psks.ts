import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { examplePhone, nameOf } from './people.ts'
import type { Deed, PeopleScene, Thread, Who } from './thread.ts'
import { beginThread } from './thread.ts'
import { demoVillage } from './world.ts'

type End = 'registered' | 'returned' | 'verified' | 'ended' | 'reporting'
interface Source {
  readonly kind: string
  /** A body's name; null for somebody, who gets one by chance. */
  readonly name: string | null
  readonly end: End
  readonly fields: Readonly<Record<string, string>>
}

const education = 'SMA'
/** Those of each village, in turns; Caturtunggal has them all. */
const sources: readonly Source[] = [
  {
    kind: 'community-worker',
    name: null,
    end: 'reporting',
    fields: { education, 'active-since': '2019-03-01', certificate: 'PSM-CONTOH-014' },
  },
  {
    kind: 'disaster-volunteer',
    name: null,
    end: 'reporting',
    fields: { education, 'register-number': 'TGN-CONTOH-221', rank: 'Muda', 'active-since': '2017-05-01' },
  },
  {
    kind: 'youth',
    name: 'Karang Taruna',
    end: 'verified',
    fields: { class: 'Maju', members: '64', activities: 'Posko bencana, belajar bersama' },
  },
  {
    kind: 'institution',
    name: 'LKS Bina Kasih',
    end: 'verified',
    fields: { legality: 'Akta contoh', accreditation: 'B', 'cared-for': '38', activities: 'Perawatan lansia di rumah' },
  },
  {
    kind: 'community-vehicle',
    name: 'WKSBM Guyub Rukun',
    end: 'verified',
    fields: { members: '25', activities: 'Dana sehat dan jimpitan' },
  },
  {
    kind: 'woman-leader',
    name: null,
    end: 'registered',
    fields: { education: 'S1', role: 'Ketua PKK', 'active-since': '2021-01-15' },
  },
  {
    kind: 'business',
    name: 'Toko Bangunan Makmur',
    end: 'returned',
    fields: { sector: 'Bahan bangunan', 'csr-forum': 'no', programme: 'Semen untuk rumah lansia' },
  },
  { kind: 'pioneer-family', name: null, end: 'ended', fields: { 'plasma-families': '4' } },
]
const otherVillages = 7

/** DEMO-17 Who helps: people and bodies of villages, officers of sub-districts, their reports, trainings and tasks. */
export function planPsks(scene: PeopleScene): readonly (readonly Deed[])[] {
  const { villages } = scene.world
  const own = villages.find(({ code }) => code === demoVillage)
  const step = Math.max(1, Math.floor(villages.length / otherVillages))
  const others = villages.filter(({ code }, nth) => code !== demoVillage && nth % step === 0).slice(0, otherVillages)
  return [
    ...(own ? sources.map((source, nth) => ofVillage(scene, own, source, nth)) : []),
    ...others.flatMap((place, nth) =>
      [nth, nth + 2].flatMap((at) => {
        const source = sources[at % 5]
        return source ? [ofVillage(scene, place, source, at)] : []
      }),
    ),
    ...subdistricts(scene).map((place, nth) => ofSubdistrict(scene, place, nth)),
  ]
}

const manager = ['secretariat', 'manager'] as const

function ofVillage(
  scene: PeopleScene,
  { code, name: village }: { readonly code: PlaceCode; readonly name: string },
  { kind, name, end, fields }: Source,
  nth: number,
): readonly Deed[] {
  const thread = beginThread(scene, `psks ${code} ${kind}`, 80 + nth * 3)
  const by = [code, 'coordinator'] as const
  const id = thread.newId('psks')
  const called = name === null ? nameOf(thread.dice, thread.dice.chance(0.5)) : `${name} ${village} (contoh)`
  thread.act(by, 'psks.register', id, { ...said(thread, kind, called, code), fields })
  judge(thread, id, end)
  if (end === 'reporting') {
    const sender = code === demoVillage ? ([code, 'village-operator'] as const) : manager
    work(thread, id, code, by, sender)
  }
  if (end === 'ended') thread.act(by, 'psks.end', id, { note: 'Keluarga pindah ke luar kabupaten.' })
  return thread.deeds
}

function judge(thread: Thread, id: string, end: End): void {
  if (end === 'registered') return
  thread.wait(5)
  if (end === 'returned') thread.act(manager, 'psks.send-back', id, { note: 'Mohon lengkapi nama penanggung jawab.' })
  else thread.act(manager, 'psks.verify', id, {})
}

/** Reports of the last months, of which the newest waits and one was sent back; a training; a task in the village. */
function work(thread: Thread, id: string, village: PlaceCode, by: Who, sender: Who): void {
  const about = { activities: 'Kunjungan keluarga, rujukan ke puskesmas, pendataan PPKS.', days: 12, people: 31 }
  thread.wait(4)
  thread.act(by, 'psks.add-event', id, {
    event: thread.newId('event'),
    what: 'training',
    title: 'Pelatihan dasar pendampingan sosial',
    onDay: thread.dayAfter(-3),
    hours: 16,
    result: 'Lulus',
  })
  const task = { posting: thread.newId('posting'), target: 'village', case: null, visit: null, village }
  thread.act(by, 'psks.post', id, { ...task, task: 'Mendampingi lansia tunggal', from: thread.day(), until: null })
  const first = thread.day()
  for (const [nth, judged] of (['accept-report', 'return-report', null] as const).entries()) {
    const report = thread.newId(`report ${nth}`)
    thread.act(sender, 'psks.report', id, { report, month: monthOn(first, nth - 1), ...about })
    if (judged === 'accept-report') thread.act(by, 'psks.accept-report', id, { report })
    if (judged === 'return-report')
      thread.act(by, 'psks.return-report', id, { report, note: 'Sebutkan keluarga mana saja, tanpa nama.' })
    if (nth < 2) thread.wait(31)
  }
}

const monthOn = (day: string, months: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7)

/** A social welfare officer of a sub-district (TKSK) serves its villages; whoever wrote them down does not verify them. */
function ofSubdistrict(scene: PeopleScene, place: PlaceCode, nth: number): readonly Deed[] {
  const thread = beginThread(scene, `psks ${place}`, 60 + nth)
  const id = thread.newId('psks')
  const called = nameOf(thread.dice, thread.dice.chance(0.5))
  const fields = { 'register-number': `TKSK-CONTOH-${String(nth + 1).padStart(3, '0')}`, education: 'S1' }
  thread.act([...manager, 0], 'psks.register', id, { ...said(thread, 'subdistrict-worker', called, place), fields })
  thread.wait(4)
  if (nth % 6 !== 5) thread.act([...manager, 1], 'psks.verify', id, {})
  return thread.deeds
}

const subdistricts = ({ world }: PeopleScene): readonly PlaceCode[] =>
  [...new Set(world.villages.map(({ code }) => code.slice(0, 8)))].map((code) => placeCode.parse(code))

const said = (thread: Thread, kind: string, name: string, place: PlaceCode) => ({
  kind,
  place,
  serves: [place],
  name,
  nik: null,
  phone: examplePhone(thread.dice),
  email: null,
  address: 'Alamat contoh (data contoh)',
})
