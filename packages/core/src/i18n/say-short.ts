import type { NextStep } from '../case/next-step.ts'
import type { PublicCase } from '../contract/public-case.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Lang, type Say, sayIn } from './translate.ts'
import { sayDay } from './when.ts'

/** What a message on somebody's phone may tell of a case: no name, no words of anybody, nothing of what it is about. */
export type ShortFacts = Pick<
  PublicCase,
  'number' | 'status' | 'officeName' | 'waitingOffice' | 'hopStartedAt' | 'totalDueAt'
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
  const day = (at: Instant): string => sayDay(at, now, zone, lang)
  const say = (name: string): string => {
    const where = t(`short.${phaseOf(kase)}`, { office: name, since: day(kase.hopStartedAt) })
    return [t('short.number', { number: kase.number, where }), ...asked(kase, next, t, day)].join(' ')
  }
  const office = plainLetters(kase.waitingOffice ?? kase.officeName)
  const over = say(office).length - shortest
  return over <= 0 ? say(office) : say(`${office.slice(0, Math.max(leastOfName, office.length - over - 2))}..`)
}

const phaseOf = ({ status, waitingOffice }: ShortFacts): ShortFacts['status'] | 'waiting' =>
  status === 'handling' && waitingOffice !== null ? 'waiting' : status

/** What is asked of the citizen, or what they may expect: never both. */
function asked(kase: ShortFacts, next: NextStep | null, t: Say, day: (at: Instant) => string): readonly string[] {
  if (!next) return []
  const own = next.ahead === 'complete' || next.ahead === 'confirm'
  const at = own ? next.by : kase.totalDueAt
  if (own) return [at === null ? t(`short.ask.${next.ahead}`) : t(`short.ask.${next.ahead}.until`, { date: day(at) })]
  return at === null ? [] : [t(`short.${next.outlook}`, { date: day(at) })]
}

// One sign outside the letters of an SMS makes it three times as dear, or unreadable on an old phone.
const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/[^\x20-\x7e]/g, '')

/** TRACK-10 The next step in a sentence for the page: what, by when, and if it may be late, that. */
export function sayNext(lang: Lang, next: NextStep, day: (at: Instant) => string): readonly string[] {
  const t = sayIn(lang)
  const step = t(`short.step.${next.ahead}`)
  const what =
    next.by === null || next.outlook === 'late'
      ? t('short.next', { step })
      : t('short.next.by', { step, date: day(next.by) })
  return next.outlook === 'at-risk' ? [what, t('short.may-be-late')] : [what]
}
