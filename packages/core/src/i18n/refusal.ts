import type { Permission } from '../access/permission.ts'
import type { Refusal } from '../contract/problem.ts'
import type { OfficeKind, OfficeLevel } from '../office/office.ts'
import { nation } from '../place/code.ts'
import { saySize } from './amount.ts'
import { type Lang, translate } from './translate.ts'
import { sayDate } from './when.ts'

/**
 * R7 A refusal in one or two plain sentences: what happened, what it means, what to do next. `zone` is the district's,
 * for the few that name a day.
 */
export function sayRefusal(lang: Lang, refusal: Refusal, zone = 'Asia/Jakarta'): string {
  return translate(lang, `refusal.${refusal.code}`, params(lang, refusal, zone))
}

function params(lang: Lang, refusal: Refusal, zone: string): Record<string, string | number> {
  switch (refusal.code) {
    case 'not-permitted':
      return {
        needs: either(
          lang,
          refusal.needs.map((right) => translate(lang, `permission.${right}`)),
        ),
      }
    case 'wrong-status':
      return {
        status: translate(lang, `status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `status.${status}`)),
        ),
      }
    case 'wrong-referral-status':
      return {
        status: translate(lang, `referral-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `referral-status.${status}`)),
        ),
      }
    case 'wrong-kind':
      return {
        kind: translate(lang, `kind.${refusal.kind}`),
        allowed: either(
          lang,
          refusal.allowed.map((kind) => translate(lang, `kind.${kind}`)),
        ),
      }
    case 'referral-open':
      return { count: refusal.count }
    case 'window-over':
    case 'too-early':
      return { until: sayDate(refusal.until, zone, lang) }
    case 'wrong-meeting-status':
    case 'wrong-task-status':
    case 'meeting-not-yet':
    case 'minutes-missing':
      return meetingParams(lang, refusal, zone)
    default:
      return paperParams(lang, refusal)
  }
}

type OfMeeting = 'wrong-meeting-status' | 'wrong-task-status' | 'meeting-not-yet' | 'minutes-missing'

function meetingParams(
  lang: Lang,
  refusal: Extract<Refusal, { readonly code: OfMeeting }>,
  zone: string,
): Record<string, string | number> {
  switch (refusal.code) {
    case 'wrong-meeting-status':
      return {
        status: translate(lang, `meeting-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `meeting-status.${status}`)),
        ),
      }
    case 'wrong-task-status':
      return { status: translate(lang, `task-status.${refusal.status}`) }
    case 'meeting-not-yet':
      return { until: sayDate(refusal.until, zone, lang) }
    case 'minutes-missing':
      return { count: refusal.count }
  }
}

function paperParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'wrong-letter-status':
      return {
        status: translate(lang, `letter-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `letter-status.${status}`)),
        ),
      }
    case 'wrong-form-status':
      return { status: translate(lang, `blank-status.${refusal.status}`) }
    case 'desil-above':
      return { most: refusal.most }
    case 'letter-field':
    case 'template-field':
      return { field: refusal.field }
    case 'letter-turn':
      return { act: translate(lang, `letter-act.${refusal.act}`) }
    default:
      return officeParams(lang, refusal)
  }
}

function officeParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  const levels = (of: readonly OfficeLevel[]): string =>
    either(
      lang,
      of.map((level) => translate(lang, `level.${level}`)),
    )
  const kindOf = (kind: OfficeKind): string => translate(lang, `office-kind.${kind}`)
  switch (refusal.code) {
    case 'wrong-level':
      return { kind: kindOf(refusal.kind), levels: levels(refusal.levels) }
    case 'role-not-here':
      return { kinds: either(lang, refusal.heldAt.map(kindOf)) }
    case 'role-not-yours':
      return { levels: levels(refusal.givenFrom) }
    case 'day-past':
      return { earliest: sayDate(Date.parse(`${refusal.earliest}T12:00:00+07:00`), 'Asia/Jakarta', lang) }
    case 'role-too-wide':
      return { kinds: either(lang, refusal.heldAt.map(kindOf)) }
    case 'posts-elsewhere':
      return { office: refusal.office ?? kindOf('national-office') }
    default:
      return roleParams(lang, refusal)
  }
}

function roleParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  const right = (one: Permission): string => translate(lang, `permission.${one}`)
  switch (refusal.code) {
    case 'role-apart':
    case 'role-not-held':
      return { rights: refusal.permissions.map(right).join(', ') }
    case 'role-lacks':
      return { right: right(refusal.permission), needs: right(refusal.needs) }
    case 'role-of-above':
      return { level: translate(lang, `level.${refusal.place === nation ? 'nation' : 'province'}`) }
    case 'role-beyond':
      return {
        what: [
          ...refusal.permissions.map(right),
          ...refusal.restricted.map((kind) => translate(lang, `restricted.${kind}`)),
          ...(refusal.sees ? [translate(lang, `sight.${refusal.sees}`)] : []),
        ].join(', '),
      }
    case 'last-administration':
      return { day: sayDate(Date.parse(`${refusal.day}T12:00:00+07:00`), 'Asia/Jakarta', lang) }
    default:
      return doorParams(lang, refusal)
  }
}

function doorParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'invalid':
    case 'unknown-field':
    case 'unknown-filter':
      return { fields: refusal.fields.join(', ') }
    case 'too-large':
    case 'file-too-large':
      return { limit: saySize(refusal.limit, lang) }
    case 'locked-out':
    case 'rate-limited':
    case 'unavailable':
      return { wait: sayWait(lang, refusal.retryAfter) }
    case 'table-too-long':
      return { most: refusal.most }
    case 'line-differs':
      return { line: refusal.line }
    case 'password-weak':
      return { least: refusal.least }
    default:
      return {}
  }
}

/** "40 detik", "5 menit", "2 jam": rounded up, so that who waits that long is not refused again. */
function sayWait(lang: Lang, seconds: number): string {
  if (seconds <= 90) return translate(lang, 'wait.seconds', { count: Math.ceil(seconds) })
  if (seconds <= 90 * 60) return translate(lang, 'wait.minutes', { count: Math.ceil(seconds / 60) })
  return translate(lang, 'wait.hours', { count: Math.ceil(seconds / 3600) })
}

/** "satu", "satu atau dua", "satu, dua, atau tiga". */
function either(lang: Lang, options: readonly string[]): string {
  const or = translate(lang, 'either.or')
  if (options.length < 3) return options.join(` ${or} `)
  return `${options.slice(0, -1).join(', ')}, ${or} ${options.at(-1)}`
}
