import type { Permission } from '../access/permission.ts'
import type { Refusal } from '../contract/problem.ts'
import type { Json } from '../kernel/json.ts'
import type { OfficeKind, OfficeLevel } from '../office/office.ts'
import { nation } from '../place/code.ts'
import { shippedCodes } from '../registry/shipped-codes.ts'
import type { Clash } from '../registry/since.ts'
import { statementIn } from '../registry/statements.ts'
import { variableOf } from '../registry/variables.ts'
import { saySize } from './amount.ts'
import { isMessageKey } from './known-key.ts'
import { type Lang, translate } from './translate.ts'
import { sayDate } from './when.ts'

/**
 * R7 A refusal in one or two plain sentences: what happened, what it means, what to do next. `zone` is the district's,
 * for the few that name a day.
 */
export function sayRefusal(lang: Lang, refusal: Refusal, zone = 'Asia/Jakarta'): string {
  return translate(
    lang,
    `refusal.${refusal.code}`,
    isOfWelfare(refusal) ? welfareParams(lang, refusal) : params(lang, refusal, zone),
  )
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
      return needParams(lang, refusal)
  }
}

function needParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'need-status':
      return { status: translate(lang, `need-status.${refusal.status}`) }
    case 'application-status':
      return { status: translate(lang, `application-status.${refusal.status}`) }
    case 'need-standing':
      return { count: refusal.count }
    case 'quota-below':
      return { granted: refusal.granted }
    case 'quota-above':
      return { left: refusal.left }
    default:
      return proposalParams(lang, refusal)
  }
}

function proposalParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'wrong-proposal-status':
      return {
        status: translate(lang, `proposal-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `proposal-status.${status}`)),
        ),
      }
    case 'wrong-minutes-status':
      return { status: translate(lang, `minutes-status.${refusal.status}`) }
    case 'proposal-field':
      return { field: refusal.field }
    case 'proposal-incomplete':
    case 'minutes-incomplete':
      return { fields: refusal.fields.join(', ') }
    case 'proposal-later':
      return { count: refusal.count }
    default:
      return paperParams(lang, refusal)
  }
}

type OfWelfare = 'ppks-step' | 'ppks-owed' | 'psks-step' | 'psks-field'

const isOfWelfare = (refusal: Refusal): refusal is Extract<Refusal, { readonly code: OfWelfare }> =>
  ['ppks-step', 'ppks-owed', 'psks-step', 'psks-field'].includes(refusal.code)

function welfareParams(
  lang: Lang,
  refusal: Extract<Refusal, { readonly code: OfWelfare }>,
): Record<string, string | number> {
  switch (refusal.code) {
    case 'ppks-step':
      return {
        status: translate(lang, `ppks-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `ppks-status.${status}`)),
        ),
      }
    case 'psks-step':
      return {
        status: translate(lang, `psks-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `psks-status.${status}`)),
        ),
      }
    case 'ppks-owed':
      return { count: refusal.count }
    case 'psks-field':
      return { field: refusal.field }
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
    case 'wrong-visit-status':
      return {
        status: translate(lang, `visit-status.${refusal.status}`),
        allowed: either(
          lang,
          refusal.allowedFrom.map((status) => translate(lang, `visit-status.${status}`)),
        ),
      }
    case 'wrong-form-status':
      return { status: translate(lang, `blank-status.${refusal.status}`) }
    case 'desil-above':
      return { most: refusal.most }
    case 'letter-field':
    case 'template-field':
      return { field: refusal.field }
    case 'registry-value':
      return {
        variable: sayVariable(lang, refusal.variable),
        fault: translate(lang, `value-fault.${refusal.fault}`),
      }
    case 'registry-clash':
      return { fields: refusal.clashes.map((clash) => sayClash(lang, clash)).join('; ') }
    case 'letter-turn':
      return { act: translate(lang, `letter-act.${refusal.act}`) }
    default:
      return officeParams(lang, refusal)
  }
}

/** What a variable is called; one of a place's own, or of a later release, by its name. */
export function sayVariable(lang: Lang, name: string): string {
  const ask = statementIn(name)
  if (ask !== null) return ask
  const key = `variable.${name}`
  return isMessageKey(key) ? translate(lang, key) : name
}

const sayClash = (lang: Lang, { variable, stands, given, names = {} }: Clash): string => {
  const said = (value: Json): string => names[String(value)] ?? sayValue(lang, variable, value)
  return translate(lang, 'clash.field', {
    variable: sayVariable(lang, variable),
    stands: said(stands),
    given: said(given),
  })
}

/** A value as people call it: a code by its name as shipped, or as it is where a place has its own. */
function sayValue(lang: Lang, name: string, value: Json): string {
  if (value === null || value === '') return translate(lang, 'clash.none')
  if (typeof value === 'boolean') return translate(lang, value ? 'clash.yes' : 'clash.no')
  if (Array.isArray(value)) return value.map((one) => sayValue(lang, name, one)).join(', ')
  const list = [variableOf('person', name), variableOf('family', name)].find((one) => one?.list)?.list
  const item = shippedCodes.find((one) => one.list === list && one.code === value)
  return item?.names[lang] ?? String(value)
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
      return independenceParams(lang, refusal)
  }
}

function independenceParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'assessment-missing':
    case 'assessment-reason':
    case 'assessment-unjudged':
      return { count: refusal.count }
    case 'assessment-step':
      return { status: translate(lang, `assessment-status.${refusal.status}`) }
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
    default:
      return fileParams(lang, refusal)
  }
}

function fileParams(lang: Lang, refusal: Refusal): Record<string, string | number> {
  switch (refusal.code) {
    case 'table-too-long':
    case 'export-sheet':
      return { most: refusal.most }
    case 'line-differs':
      return { line: refusal.line }
    case 'password-weak':
      return { least: refusal.least }
    case 'programme-rule':
      return { fault: sayFault(lang, refusal) }
    case 'wrong-load-status':
      return { status: translate(lang, `load.status.${refusal.status}`) }
    default:
      return {}
  }
}

/** PROG-7 "Desil: Tidak seorang pun dapat memenuhi syarat ini." */
function sayFault(lang: Lang, { fault, fact }: Extract<Refusal, { readonly code: 'programme-rule' }>): string {
  const said = translate(lang, `rule-fault.${fault}`)
  const key = `fact.${fact}`
  const name = isMessageKey(key) ? translate(lang, key) : sayVariable(lang, fact)
  return fact === '' ? said : `${name}: ${said}`
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
