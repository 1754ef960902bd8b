import { type MessageKey } from '../i18n/id.ts'
import { translate } from '../i18n/translate.ts'
import { taughtLabels } from '../intake/labels.ts'
import type { ReportField } from '../intake/report.ts'
import type { Contact } from '../notice/contact.ts'
import { reachOf } from '../notice/contact.ts'
import { asGsm, gsmLength, smsLength } from '../notice/fill.ts'
import type { Sorted } from './sort.ts'
import type { Understood } from './understand.ts'

/** What a sender is answered: that it came, that no office is known for it, what it does not say, or its number. */
export const answerWords = ['received', 'unsorted', 'incomplete', 'registered'] as const
export type AnswerWord = (typeof answerWords)[number]

/** INBOUND-4 What is answered when a message comes. Nothing is asked that no report was meant to say. */
export function firstAnswer(
  { office }: Pick<Sorted, 'office'>,
  { missing, villages }: Understood,
): { readonly what: AnswerWord; readonly missing: readonly ReportField[] } {
  if (missing && missing.length > 0) return { what: 'incomplete', missing }
  return { what: office === null && villages.length === 0 ? 'unsorted' : 'received', missing: [] }
}

/** More than this in one hour from one number is kept, and not answered: two programs could write to each other for ever. */
export const mostAnswersAnHour = 12

/** What an answer is made of. */
export interface AnswerSays {
  readonly office: string
  readonly missing: readonly ReportField[]
  readonly number: string
  readonly secret: string
  readonly url: string
}

const keys = {
  received: 'inbound.answer.received',
  unsorted: 'inbound.answer.unsorted',
  incomplete: 'inbound.answer.incomplete',
  registered: 'inbound.answer.registered',
} as const satisfies Record<AnswerWord, MessageKey>

/** INBOUND-4 The words of an answer, in the alphabet of phones; the name of a long office gives way, never a code. */
export function answerText(what: AnswerWord, says: AnswerSays): string {
  const fields = says.missing.map((field) => taughtLabels[field]).join(', ')
  const said = (office: string): string => {
    const text = translate('id', keys[what], { ...says, office, fields, missing: '' })
    return asGsm(says.url === '' ? text.replace(/ Cek: *$/, '') : text)
  }
  const name = asGsm(says.office)
  const whole = said(name)
  const over = gsmLength(whole) - smsLength
  const left = name.length - over - 1
  return over <= 0 || left < shortestName ? whole : said(`${name.slice(0, left).trimEnd()}.`)
}

/** Shorter than this, nobody knows which office is meant. */
const shortestName = 8

/**
 * INBOUND-8 Whether number and secret may go to whoever wrote: never where a message itself may harm, or where others read
 * the phone; and a citizen who asked not to be written to is not.
 */
export function mayHaveReceipt(kase: Contact, sender: string): boolean {
  const care = kase.contactCare ?? []
  if (kase.restricted !== null || care.includes('unsafe') || care.includes('shared-phone')) return false
  const own = kase.clientPhone !== null && phoneEnd(kase.clientPhone) === phoneEnd(sender)
  return !own || reachOf(kase, new Set()).kind === 'phone'
}

// "0812 ...", "+62 812 ..." and "62812..." are one number.
const phoneEnd = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:62|0)/, '')
