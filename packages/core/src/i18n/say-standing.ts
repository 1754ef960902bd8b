import { promisedBy } from '../case/next-step.ts'
import type { PublicCase, PublicStep, ToldCase } from '../contract/public-case.ts'
import type { Calendar } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import { isMessageKey } from './known-key.ts'
import { type Lang, type Say, sayIn } from './translate.ts'
import { calendarNames, sayDate, sayTime } from './when.ts'

/** Where a case stands, in the sentences that its citizen reads first: where it is, since when, and until when. */
export function sayStanding(lang: Lang, kase: ToldCase, zone: string, now: Instant): readonly string[] {
  const t = sayIn(lang)
  const day = (at: Instant): string => sayNearDate(at, now, zone, lang)
  const sentence = t(`public.now.${phaseOf(kase)}`, {
    office: kase.officeName,
    waiting: kase.waitingOffice ?? '',
    number: kase.livesOnAs ?? '',
    date: day(sinceOf(kase)),
  })
  return [sentence, ...deadline(kase, t, sayLimit(lang, kase, zone, now), now)]
}

/** "3 November", and with the year when that is another one. */
export function sayNearDate(at: Instant, now: Instant, zone: string, lang: Lang): string {
  const [year, date] = [sayDate(now, zone, lang).slice(-5), sayDate(at, zone, lang)]
  return date.endsWith(year) ? date.slice(0, -year.length) : date
}

type Phase =
  | Exclude<PublicCase['status'], 'handling' | 'closed'>
  | 'handling'
  | 'waiting'
  | 'settled'
  | 'confirmed'
  | 'no-word'
  | 'not-completed'

/** A case that only waits on a referral stays `handling`, and a closed one says why: both need a sentence of their own. */
function phaseOf(kase: PublicCase): Phase {
  if (kase.status === 'closed') return kase.closure ?? 'settled'
  return kase.status === 'handling' && kase.waitingOffice !== null ? 'waiting' : kase.status
}

function sinceOf(kase: PublicCase): Instant {
  const lastStep = kase.steps.at(-1)?.at ?? kase.registeredAt
  const asked = kase.referrals.findLast(({ officeName }) => officeName === kase.waitingOffice)?.requestedAt
  const since: Partial<Record<Phase, Instant | null | undefined>> = {
    registered: kase.hopStartedAt,
    handling: kase.hopStartedAt,
    waiting: asked,
    answered: kase.answeredAt,
  }
  return since[phaseOf(kase)] ?? kase.closedAt ?? lastStep
}

/** Says until when something is promised: the day, and of a red card the hour too. */
export const sayLimit =
  (lang: Lang, { red }: Pick<ToldCase, 'red'>, zone: string, now: Instant) =>
  (at: Instant): string =>
    red ? `${sayNearDate(at, now, zone, lang)} ${sayTime(at, zone, lang)}` : sayNearDate(at, now, zone, lang)

// A clock that stands has no due moment: then nothing is promised.
function deadline(kase: ToldCase, t: Say, limit: (at: Instant) => string, now: Instant): readonly string[] {
  const due = promisedBy(kase)
  if (due === null || kase.outlook === null) return []
  const urgent = kase.red ? [t('public.now.red')] : []
  return [t(`public.now.${promiseOf(kase, due, now)}`, { date: limit(due), ...askAt(kase) }), ...urgent]
}

/** A promise that stands, is in danger, was broken; or stands though the office itself is late. */
function promiseOf({ outlook, officePhone }: ToldCase, due: Instant, now: Instant) {
  if (outlook === 'at-risk') return 'at-risk'
  if (outlook !== 'late') return 'due'
  if (due > now) return 'behind'
  return officePhone === '' ? 'late' : 'late.phone'
}

const askAt = ({ officeName: office, officePhone: phone }: ToldCase) => ({ office, phone })

/** One step of the way in plain words; one from a later release keeps its place without them. */
export function sayStep(lang: Lang, step: PublicStep, kase: PublicCase): string {
  const t = sayIn(lang)
  const asked = kase.referrals.find(({ requestedAt }) => requestedAt === step.at)?.officeName
  if (asked !== undefined) return t('public.did.referral.to', { office: asked })
  const key = `public.did.${step.kind}`
  return isMessageKey(key) ? t(key) : t('public.did.other')
}

/** When offices of a district are open: "Senin–Kamis 08.00–15.00, Jumat 08.00–14.30". */
export function sayHours(lang: Lang, { week }: Calendar): string {
  const { weekdays } = calendarNames[lang]
  const runs: { from: number; to: number; hours: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const open = week[day]
    if (!open) continue
    const hours = `${clockOf(open[0], lang)}–${clockOf(open[1], lang)}`
    const last = runs.at(-1)
    if (last?.hours === hours && (last.to + 1) % 7 === day) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
    .map(({ from, to, hours }) => {
      const days = from === to ? weekdays[from] : `${weekdays[from]}–${weekdays[to]}`
      return `${days} ${hours}`
    })
    .join(', ')
}

const clockOf = (minutes: number, lang: Lang): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(lang === 'id' ? '.' : ':')
