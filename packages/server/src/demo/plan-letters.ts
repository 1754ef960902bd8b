import { letterId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { arrivals } from './arrivals.ts'
import type { DemoCase, Scene } from './demo-case.ts'
import { demoCase } from './demo-case.ts'
import { diceOf } from './seeded.ts'
import type { Step, Trail } from './trail.ts'
import { beginTrail } from './trail.ts'
import { demoVillage } from './world.ts'

/** How far a letter of the demo comes. */
type End = 'waits' | 'half-way' | 'sent-back' | 'signed' | 'given' | 'withdrawn'

/** From the newest: first what waits for an initial or a signature, for that is what a newcomer should find. */
const newest: readonly End[] = [
  'waits',
  'waits',
  'waits',
  'waits',
  'waits',
  'half-way',
  'sent-back',
  'half-way',
  'signed',
  'given',
  'withdrawn',
  'signed',
]
const older: readonly End[] = ['signed', 'given', 'signed', 'given', 'withdrawn', 'given']
const mostWaiting = 18
const mostLetters = 40
/** As busy as the year's cases, so that the newest lie within days; of few letters as many days, or none had time to come far. */
const asBusyAs = (letters: number): number => letters * 50
/** Numbers that no other case of the demo has. */
const firstNumber = 1_000_000

/** How many of a demo's cases are services with a letter. */
export const lettersAmong = (cases: number): number => Math.min(mostLetters, Math.floor(cases / 10))

/** DEMO-11 Services of the last days at the demo's own desks, each with its letter and how far that came. */
export function planLetters(scene: Scene, many: number): readonly Step[] {
  const { seed, now, calendar } = scene
  const days = arrivals(calendar, now, asBusyAs(many), diceOf(`${seed} letters`))
    .slice(-many)
    .toReversed()
  return days
    .flatMap((at, nth) => {
      const office = nth % 2 === 0 ? demoVillage : 'secretariat'
      return way(scene, serviceAt(scene, office, firstNumber + nth * 1000, at), endOf(nth))
    })
    .filter(({ at }) => at < now)
}

const endOf = (nth: number): End =>
  (nth < mostWaiting ? newest[nth % newest.length] : older[nth % older.length]) ?? 'waits'

/** The first case from a number on that is brought to this desk as a service that everybody there may see. */
function serviceAt(scene: Scene, office: string, from: number, at: number): DemoCase {
  for (let n = from; ; n++) {
    const kase = demoCase(scene, n, at)
    if (kase.kind === 'service' && kase.office === office && !kase.fromHome && !kase.need.restricted) return kase
  }
}

function way(scene: Scene, kase: DemoCase, end: End): readonly Step[] {
  // A letter is a matter of an hour: what takes weeks is not brought here.
  const trail = beginTrail(kase, scene, 1)
  const letter = letterId.parse(trail.newId('letter'))
  const { calendar } = scene
  trail.staff('receives', 'case.register', kase.data, [0, 0])
  trail.staff('handles', 'letter.draft', { letter, kind: 'registered', ...typed(trail, calendar.zone) }, [3, 15])
  if (end === 'waits') return trail.steps
  if (end === 'sent-back') {
    const note = 'Alamat belum sesuai KTP. Mohon diperbaiki.'
    trail.staff(
      trail.office === 'secretariat' ? 'initials' : 'signs',
      'letter.return',
      { letter, seen: 1, note },
      [5, 30],
    )
    return trail.steps
  }
  // At a Puskesos the coordinator signs at once; at the district the head of a section goes first.
  const initials = trail.office === 'secretariat'
  if (initials) trail.staff('initials', 'letter.initial', { letter, seen: 1, note: '' }, [5, 40])
  if (end === 'half-way') return trail.steps
  trail.staff('signs', 'letter.sign', { letter, seen: initials ? 2 : 1 }, [5, 40])
  if (end === 'given') handOver(trail, letter)
  if (end === 'withdrawn')
    trail.staff('signs', 'letter.revoke', { letter, note: 'Desil keliru; surat baru menyusul.' }, [10, 60])
  return trail.steps
}

const handOver = (trail: Trail, letter: string): void =>
  trail.staff('receives', 'letter.hand-over', { letter, to: trail.kase.person.name, note: '' }, [5, 60])

/** What was typed: the dice of the letter are its own, so that the case is the same with and without one. */
function typed({ kase }: Trail, zone: string) {
  const dice = diceOf(`${kase.seed} letter`)
  const purpose = dice.pick(['health', 'pip', 'education', 'baznas'] as const)
  const read = dayIn(zone, kase.at - 40 * dayMs)
  return { purpose, fields: { desil: String(dice.between(1, 4)), 'tanggal-data': `${read.slice(0, 8)}01` } }
}
