import type { RestrictedKind } from '../access/permission.ts'
import type { CaseRow } from '../case/case.ts'

/** What must be minded when somebody is reached: they are not to be called, others read the phone, or it is not safe. */
export const contactCares = ['no-call', 'shared-phone', 'unsafe'] as const
export type ContactCare = (typeof contactCares)[number]

/** Ways that carry a text to a phone by themselves. */
export const phoneWays = ['whatsapp', 'sms'] as const
export type PhoneWay = (typeof phoneWays)[number]

/** How somebody showed who they are, when they ask for a new secret. */
export const identityChecks = ['id-card', 'family-card', 'other-paper', 'known-in-person'] as const

/** What of a case says how its citizen may be reached. */
export type Contact = Pick<
  CaseRow,
  'contactVia' | 'contactCare' | 'clientPhone' | 'reporterPhone' | 'reporterRelation' | 'restricted' | 'status'
>

/** How much may be said where others could read along. */
export type Wording = 'full' | 'bare'

/**
 * How a citizen is told: not at all, by somebody who stands before them, or by a text to a phone. Without a gateway that
 * the citizen agreed to, somebody sends the text by hand (`ways` is empty).
 */
export type Reach =
  | { readonly kind: 'none' }
  | { readonly kind: 'in-person' }
  | {
      readonly kind: 'phone'
      readonly number: string
      readonly wording: Wording
      readonly ways: readonly PhoneWay[]
      readonly mayCall: boolean
    }

// Where a message itself may harm: whoever did the harm may hold the phone.
const silentKinds: ReadonlySet<RestrictedKind> = new Set<RestrictedKind>([
  'child-violence',
  'child-protection',
  'trafficking',
  'violence',
])

// Who asked for a text message may have no WhatsApp; who asked for WhatsApp gets text messages on the same number.
const agreed: Readonly<Record<Contact['contactVia'], readonly PhoneWay[]>> = {
  none: [],
  visit: [],
  whatsapp: ['whatsapp', 'sms'],
  sms: ['sms'],
  phone: ['sms'],
}

/** NOTICE-3, NOTICE-4 How the citizen of a case may be told something now. It is asked again for every message, just before it goes out. */
export function reachOf(kase: Contact, open: ReadonlySet<PhoneWay>): Reach {
  const { contactVia, restricted, status } = kase
  const care = new Set(kase.contactCare ?? [])
  if (contactVia === 'none' || status === 'erased') return { kind: 'none' }
  if (contactVia === 'visit') return { kind: 'in-person' }
  if (care.has('unsafe') || (restricted !== null && silentKinds.has(restricted))) return { kind: 'none' }
  const number = phoneOf(kase)
  if (number === null) return { kind: 'in-person' }
  const wording = restricted !== null || care.has('shared-phone') ? 'bare' : 'full'
  const ways = agreed[contactVia].filter((way) => open.has(way))
  return { kind: 'phone', number, wording, ways, mayCall: !care.has('no-call') }
}

/** Whoever reported holds the receipt; their number comes first. */
function phoneOf({ clientPhone, reporterPhone, reporterRelation }: Contact): string | null {
  const phone = reporterRelation === 'self' ? (clientPhone ?? reporterPhone) : (reporterPhone ?? clientPhone)
  return phone === null ? null : internationalOf(phone)
}

/** A number as gateways take it: "0812-3456 789" is 628123456789. Null where it can be no phone in the world. */
export function internationalOf(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  const whole = digits.startsWith('0') ? `62${digits.slice(1)}` : digits
  return whole.length >= 8 && whole.length <= 15 ? whole : null
}
