import { phoneKey } from '@openslrt/core/person/mask.ts'

/** Where the citizen follows their case. The secret stands behind the `#`, which no browser sends to a server. */
export const trackLink = (origin: string, long: string): string => `${origin}/lacak#k=${long}`

/** The page where number and secret are typed: an address that tells nothing. */
export const trackPage = (origin: string): string => `${origin}/lacak`

/** RECEIPT-1 A message that the citizen sends to themselves, or gets on the phone number that they gave. */
export function whatsappLink(phone: string, text: string): string {
  return `https://wa.me/${phoneKey(phone)}?text=${encodeURIComponent(text)}`
}

/** The secret in two halves: eight signs in a row are copied wrong. */
export const inHalves = (short: string): string => [short.slice(0, 4), short.slice(4)].filter(Boolean).join('-')
