import type { JointField, PartnerKind } from '@openslrt/core/joint/joint.ts'
import type { Deed, PeopleScene, Thread, Who } from './thread.ts'
import { beginThread, nthHousehold, officeId } from './thread.ts'

/** DEMO-20 Programmes that several carry together: one on its way, one whose agreement runs out soon, one that is over. */
export const planJoint = (scene: PeopleScene): readonly (readonly Deed[])[] => [
  houses(scene),
  chronic(scene),
  over(scene),
]

const lead = ['secretariat', 'manager', 0] as const

interface Joint {
  readonly thread: Thread
  readonly id: string
}

function start(scene: PeopleScene, daysAgo: number, words: { name: string; purpose: string }, validFor: number): Joint {
  const thread = beginThread(scene, `joint ${words.name}`, daysAgo)
  const id = thread.newId('joint')
  const agreed = {
    agreement: `PKS contoh ${daysAgo}/2026`,
    agreedOn: thread.day(),
    validUntil: later(thread, validFor),
  }
  thread.act(lead, 'joint.start', id, { ...words, ...agreed })
  return { thread, id }
}

const later = (thread: Thread, days: number): string =>
  new Date(Date.parse(`${thread.day()}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

interface Partner {
  readonly kind: PartnerKind
  readonly fields: readonly JointField[]
}

/** An office of the demo takes part. */
function join(scene: PeopleScene, { thread, id }: Joint, office: string, { kind, fields }: Partner): string {
  const partner = thread.newId(`partner ${office}`)
  const own = { office: officeId(scene, office), name: '', contact: '' }
  thread.act(lead, 'joint.add-partner', partner, { joint: id, kind, fields, ...own })
  return partner
}

type Step = readonly [by: Who, move: 'begin-task' | 'finish-task' | 'drop-task', note: string]

function task(
  { thread, id }: Joint,
  partner: string | null,
  [what, days]: readonly [string, number],
  ...steps: readonly Step[]
): void {
  const own = thread.newId(`task ${what}`)
  thread.act(lead, 'joint.add-task', own, { joint: id, partner, what, dueOn: later(thread, days) })
  for (const [by, move, note] of steps) thread.act(by, `joint.${move}`, own, { joint: id, note })
}

interface Reached {
  readonly partner: string
  readonly by: Who
  readonly note: string
}

/** Families as targets, of whom some were reached. */
function targets(
  scene: PeopleScene,
  { thread, id }: Joint,
  need: string,
  reached: readonly (Reached | 'moved' | null)[],
): void {
  for (const [nth, one] of reached.entries()) {
    const { village, head } = nthHousehold(scene, nth + 3)
    const own = thread.newId(`target ${nth}`)
    const whom = { name: head.name, nik: head.nik, phone: null, address: head.address || '(data contoh)' }
    thread.act(lead, 'joint.list-target', own, { joint: id, case: null, village, ...whom, need })
    if (one === 'moved') thread.act(lead, 'joint.drop-target', own, { joint: id, note: 'Sudah pindah ke luar daerah.' })
    else if (one) thread.act(one.by, 'joint.reach-target', own, { joint: id, partner: one.partner, note: one.note })
  }
}

function houses(scene: PeopleScene): readonly Deed[] {
  const purpose = 'Memperbaiki rumah keluarga miskin: bahan dari Baznas, tukang dari kalurahan, data dari SLRT.'
  const joint = start(scene, 50, { name: 'Bedah rumah bersama (contoh)', purpose }, 365)
  const baznas = join(scene, joint, 'baznas', { kind: 'non-government', fields: ['name', 'address', 'need'] })
  const dinsos = join(scene, joint, 'dinsos', { kind: 'agency', fields: ['name', 'address', 'nik', 'need'] })
  const own: Who = ['baznas', 'provider']
  task(
    joint,
    baznas,
    ['Survei rumah calon penerima', 20],
    [own, 'finish-task', 'Semua rumah disurvei, hasil dilampirkan.'],
  )
  task(joint, dinsos, ['Tetapkan daftar penerima', 40], [['dinsos', 'provider'], 'begin-task', ''])
  task(joint, null, ['Serahkan kunci bersama bupati', 120])
  task(joint, baznas, ['Beli bahan dari luar daerah', 30], [lead, 'drop-task', 'Bahan cukup dari toko setempat.'])
  joint.thread.wait(21)
  const done = { partner: baznas, by: own, note: 'Atap dan lantai selesai diperbaiki.' }
  targets(scene, joint, 'Atap bocor, lantai tanah', [done, done, 'moved', null, null])
  return joint.thread.deeds
}

function chronic(scene: PeopleScene): readonly Deed[] {
  const purpose = 'Pasien cuci darah tetap berobat: rumah sakit memberi tahu, SLRT mengurus kepesertaan.'
  const joint = start(scene, 80, { name: 'Jalur cepat pasien kronis (contoh)', purpose }, 95)
  const rsud = join(scene, joint, 'rsud', { kind: 'agency', fields: ['name', 'phone'] })
  join(scene, joint, 'dinkes', { kind: 'agency', fields: ['name', 'nik'] })
  task(joint, rsud, ['Kirim daftar pasien yang kartunya tidak aktif', 10], [['rsud', 'provider'], 'begin-task', ''])
  targets(scene, joint, 'Kartu tidak aktif, cuci darah dua kali seminggu', [null, null])
  return joint.thread.deeds
}

function over(scene: PeopleScene): readonly Deed[] {
  const purpose = 'Makanan tambahan untuk lansia sebatang kara selama kemarau.'
  const joint = start(scene, 200, { name: 'Dapur lansia kemarau (contoh)', purpose }, 90)
  const baznas = join(scene, joint, 'baznas', { kind: 'non-government', fields: ['name', 'address'] })
  const own: Who = ['baznas', 'provider']
  task(joint, baznas, ['Antar makanan setiap hari', 90], [own, 'finish-task', 'Diantar sampai hujan turun.'])
  targets(scene, joint, 'Tinggal sendiri', [{ partner: baznas, by: own, note: 'Menerima makanan 90 hari.' }])
  joint.thread.wait(95)
  joint.thread.act(lead, 'joint.end', joint.id, { note: 'Selesai sesuai rencana.' })
  return joint.thread.deeds
}
