import type { Household } from './plan-families.ts'
import type { DemoProgramme } from './plan-programmes.ts'
import { demoProgrammes, openProgramme, programmeIdOf } from './plan-programmes.ts'
import type { Deed, PeopleScene, Thread } from './thread.ts'
import { anyAge, beginThread, elderly, merged, nthPerson } from './thread.ts'

/** How far an application comes. One that is granted may end in the line of those who wait. */
type End = 'drafted' | 'sent' | 'late' | 'granted' | 'met' | 'refused' | 'withdrawn' | 'released'

/** In their order: the earlier, the longer ago. Families of the demo's own village and of the others take turns. */
const ends: Readonly<Record<DemoProgramme['key'], readonly End[]>> = {
  house: [
    ...(['met', 'met', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted'] as const),
    ...([
      'granted',
      'granted',
      'granted',
      'refused',
      'granted',
      'late',
      'withdrawn',
      'sent',
      'sent',
      'drafted',
    ] as const),
  ],
  device: ['met', 'released', 'granted', 'met', 'refused', 'granted', 'withdrawn', 'late', 'sent', 'sent', 'drafted'],
  business: ['met', 'granted', 'granted', 'granted', 'refused', 'granted', 'late', 'sent', 'drafted'],
  food: ['met', 'granted', 'refused', 'met', 'sent'],
}

const ages = { house: anyAge, device: anyAge, business: [50, 80], food: elderly } as const

/** DEMO-13 What families need, what they ask for, and what was decided: one list of deeds for each programme and its places. */
export const planNeeds = (scene: PeopleScene): readonly (readonly Deed[])[] =>
  demoProgrammes.map((programme) =>
    merged([
      openProgramme(scene, programme),
      ...ends[programme.key].map((end, nth) => application(scene, programme, end, nth)),
    ]),
  )

const refusals = [
  ['not-eligible', 'Hasil pemeriksaan: syarat program belum terpenuhi.'],
  ['already-receives', 'Keluarga sudah menerima bantuan yang sama tahun lalu.'],
  ['data-invalid', 'NIK belum padan dengan Dukcapil, mohon diperbaiki dahulu.'],
] as const

function application(scene: PeopleScene, programme: DemoProgramme, end: End, nth: number): Thread {
  const { key, papers, decides } = programme
  // What a village gives is for its own people.
  const { household, person } = nthPerson(scene, key === 'food' ? nth * 2 : nth, ages[key])
  const thread = beginThread(scene, `application ${key} ${nth}`, daysAgo(end, nth))
  const [need, asked] = [thread.newId('need'), thread.newId('application')]
  const front = [household.village, 'fo'] as const
  const named = { programme: programmeIdOf(scene, programme) }
  thread.act(front, 'need.record', need, {
    holder: holderOf(household, person),
    kind: programme.need,
    text: programme.text,
  })
  const isWhole = end !== 'drafted' && end !== 'late'
  const ticked = isWhole ? papers : papers.slice(0, 2)
  const data = { need, ...named, ticked, note: '', send: end !== 'drafted' }
  thread.act(front, 'application.draft', asked, data)
  thread.wait(8)
  decide(thread, { end, asked, front, decides, nth })
  if (end === 'met') {
    thread.wait(14)
    thread.act(front, 'participation.record', thread.newId('participation'), {
      ...said(household, person, thread),
      ...named,
      since: thread.day(),
    })
  }
  return thread
}

interface Deciding {
  readonly end: End
  readonly asked: string
  readonly front: readonly [string, 'fo']
  readonly decides: DemoProgramme['decides']
  readonly nth: number
}

function decide(thread: Thread, { end, asked, front, decides, nth }: Deciding): void {
  if (end === 'granted' || end === 'met' || end === 'released')
    thread.act(decides, 'application.grant', asked, { note: '' })
  if (end === 'released') {
    thread.wait(5)
    thread.act(decides, 'application.release', asked, { note: 'Warga sudah menerima dari sumber lain.' })
  }
  if (end === 'refused') {
    const [reason, note] = refusals[nth % refusals.length] ?? refusals[0]
    thread.act(decides, 'application.refuse', asked, { reason, note })
  }
  if (end === 'withdrawn')
    thread.act(front, 'application.withdraw', asked, { note: 'Keluarga memilih menunggu program lain.' })
}

/** Those that wait are young, but for the late ones: fourteen working days are over. */
function daysAgo(end: End, nth: number): number {
  if (end === 'sent' || end === 'drafted') return 9 + (nth % 2)
  return end === 'late' ? 44 : 72 - nth * 2
}

/** A case is the head's: it is named where the need is theirs. */
const holderOf = ({ id, head, kase }: Household, person: string) => ({
  person,
  family: id,
  case: person === head.id ? kase : null,
})

const said = (household: Household, person: string, thread: Thread) => ({
  holder: { ...holderOf(household, person), case: null },
  status: 'receives',
  reason: null,
  until: null,
  amountRight: thread.dice.pick(['yes', 'yes', 'unknown']),
  onTime: thread.dice.pick(['yes', 'no', 'unknown']),
  useful: 'yes',
  saidBy: thread.dice.pick(['person', 'family', 'officer']),
  saidOn: thread.day(),
  need: null,
})
