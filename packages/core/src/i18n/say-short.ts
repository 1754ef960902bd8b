import type { NextStep } from '../case/next-step.ts'
import { promisedBy } from '../case/next-step.ts'
import type { ToldCase } from '../contract/public-case.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Lang, type Say, sayIn } from './translate.ts'
import { sayDay, sayTime } from './when.ts'

/** What a message on somebody's phone may tell of a case: no name, no words of anybody, nothing of what it is about. */
export type ShortFacts = Pick<
  ToldCase,
  'number' | 'status' | 'red' | 'officeName' | 'waitingOffice' | 'hopStartedAt' | 'dueAt' | 'totalDueAt'
>

/** One SMS of letters that every phone has. */
export const shortest = 160
const leastOfName = 8

/**
 * TRACK-11 Where a case stands, since when, what comes next and by when, in one SMS. The phone may be shared: it says
 * nothing that names a person or a need. A long office name is cut before anything else is.
 */
export function sayShort(lang: Lang, kase: ShortFacts, next: NextStep | null, zone: string, now: Instant): string {
  const t = sayIn(lang)
  const day: SayAt = (at) => sayDay(at, now, zone, lang)
  const limit: SayAt = (at) => (kase.red ? `${day(at)} ${sayTime(at, zone, lang)}` : day(at))
  const say = (name: string): string => {
    const where = t(`short.${phaseOf(kase)}`, { office: name, since: day(kase.hopStartedAt) })
    return [t('short.number', { number: kase.number, where }), ...asked(kase, next, t, { day, limit, now })].join(' ')
  }
  const office = plainLetters(kase.waitingOffice ?? kase.officeName)
  const over = say(office).length - shortest
  return over <= 0 ? say(office) : say(`${office.slice(0, Math.max(leastOfName, office.length - over - 2))}..`)
}

const phaseOf = ({ status, waitingOffice }: ShortFacts): ShortFacts['status'] | 'waiting' =>
  status === 'handling' && waitingOffice !== null ? 'waiting' : status

type SayAt = (at: Instant) => string

/** What is asked of the citizen, or what they may expect: never both. */
function asked(
  kase: ShortFacts,
  next: NextStep | null,
  t: Say,
  { day, limit, now }: { readonly day: SayAt; readonly limit: SayAt; readonly now: Instant },
): readonly string[] {
  if (!next) return []
  const { ahead, by, outlook } = next
  if (ahead === 'complete' || ahead === 'confirm')
    return [by === null ? t(`short.ask.${ahead}`) : t(`short.ask.${ahead}.until`, { date: day(by) })]
  const at = promisedBy(kase)
  if (at === null) return []
  return [t(`short.${outlook === 'late' && at > now ? 'behind' : outlook}`, { date: limit(at) })]
}

// One sign outside the letters of an SMS makes it three times as dear, or unreadable on an old phone.
const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/[^\x20-\x7e]/g, '')

/** TRACK-10 The next step in a sentence for the page: what, and by when unless that is over. */
export function sayNext(lang: Lang, next: NextStep, day: (at: Instant) => string): string {
  const t = sayIn(lang)
  const step = t(`short.step.${next.ahead}`)
  if (next.by === null || next.outlook === 'late') return t('short.next', { step })
  return t('short.next.by', { step, date: day(next.by) })
}
