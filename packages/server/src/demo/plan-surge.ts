import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { isWorkingDay } from '@openslrt/core/meeting/days.ts'
import { usualRules } from '@openslrt/core/surge/order.ts'
import type { Affected } from './affected.ts'
import { affected, affectedIn, begun, received, villagesOf, waveName } from './affected.ts'
import type { Deed, PeopleScene, Thread } from './thread.ts'
import { beginThread, officeId } from './thread.ts'
import { demoDistrict } from './world.ts'

const perDay = 3
const days = 4
const manager = ['secretariat', 'manager'] as const

/** DEMO-18 Two waves: one that is worked through, and one that is over. */
export const planSurge = (scene: PeopleScene): readonly (readonly Deed[])[] => [running(scene), over(scene)]

function running(scene: PeopleScene): readonly Deed[] {
  const thread = beginThread(scene, 'surge pbi', begun)
  const id = thread.newId('surge')
  const villages = affectedIn(scene)
  const slots = workingDays(scene, days)
  start(scene, thread, id, {
    kind: 'pbi-off',
    category: 'pbi-inactive',
    villages,
    name: waveName,
    days: slots,
    isPublic: true,
  })
  thread.act(manager, 'surge.list', id, { rows: villages.flat().map(({ said }) => said) })
  thread.act(manager, 'surge.arrange', id, {})
  thread.wait(3)
  const opened = villages.flatMap((those) => those.slice(0, received + 1))
  thread.act(manager, 'surge.open', id, { rows: opened.map(({ id: row }) => row) })
  for (const those of villages) {
    const [first, second, absent, again, drop] = those.map(({ id: row, village }) => ({
      row,
      fo: [village, 'fo'] as const,
    }))
    for (const one of [first, second])
      if (one) thread.act(one.fo, 'surge.done', id, { row: one.row, note: 'Usulan pengaktifan kembali dikirim.' })
    for (const one of [absent, again])
      if (one) thread.act(one.fo, 'surge.absent', id, { row: one.row, note: 'Tidak datang, sudah dihubungi.' })
    if (again) thread.act(again.fo, 'surge.again', id, { row: again.row, note: '' })
    if (drop) thread.act(drop.fo, 'surge.drop', id, { row: drop.row, note: 'Kepesertaan ternyata masih aktif.' })
  }
  return thread.deeds
}

function over(scene: PeopleScene): readonly Deed[] {
  const thread = beginThread(scene, 'surge wind', 50)
  const id = thread.newId('surge')
  const [village] = villagesOf(scene.world.villages)
  if (!village) return []
  const rows = Array.from({ length: 6 }, (_, line) =>
    affected(`${scene.seed} wind ${line}`, village, { line: line + 1, on: thread.day() }),
  ).toSorted((one, other) => one.rank - other.rank)
  const called = 'Angin kencang Depok (data contoh)'
  const more = { kind: 'disaster', category: 'disaster', villages: [rows], name: called, days: [thread.day()] }
  start(scene, thread, id, { ...more, isPublic: false })
  thread.act(manager, 'surge.list', id, { rows: rows.map(({ said }) => said) })
  thread.act(manager, 'surge.arrange', id, {})
  const fo = [village.code, 'fo'] as const
  for (const { id: row } of rows.slice(0, perDay))
    thread.act(fo, 'surge.done', id, { row, note: 'Terpal dan bahan makanan diterima.' })
  thread.wait(10)
  thread.act(manager, 'surge.close', id, { note: 'Semua keluarga sudah kembali ke rumah.' })
  return thread.deeds
}

interface Wave {
  readonly kind: string
  readonly category: string
  readonly name: string
  readonly villages: readonly (readonly Affected[])[]
  readonly days: readonly Day[]
  readonly isPublic: boolean
}

const start = (scene: PeopleScene, thread: Thread, id: string, wave: Wave): void =>
  thread.act(manager, 'surge.start', id, {
    kind: wave.kind,
    category: wave.category,
    name: wave.name,
    days: wave.days,
    isPublic: wave.isPublic,
    offices: wave.villages.flatMap(([one]) => (one ? [officeId(scene, one.village)] : [])),
    perDay,
    place: demoDistrict,
    day: thread.day(),
    rules: usualRules,
  })

/** Some days on which people are received: from a few days ago on. */
function workingDays({ calendar, now }: PeopleScene, count: number): readonly Day[] {
  const all = Array.from({ length: 30 }, (_, nth) => dayIn(calendar.zone, now + (nth - 3) * dayMs))
  return all.filter((day) => isWorkingDay(calendar, day)).slice(0, count)
}
