import type { CitizenWord } from './words.ts'

/** What a template's slots are filled with; a slot without a value takes its sentence with it. */
export type Slots = Readonly<Partial<Record<'number' | 'office' | 'date' | 'step' | 'url', string>>>

/** What is said to a citizen, before it is put into words: resolved when it happened, worded when it is sent. */
export interface CitizenSays {
  readonly word: CitizenWord
  readonly slots: Slots
}

/** The signs of one text message in the alphabet of phones. */
export const smsLength = 160

/** NOTICE-5 Fills a template. A sentence that needs what nobody knows is left out rather than sent with a hole. */
export function fillTemplate(template: string, slots: Slots): string {
  const sentences = template.split(/(?<=[.?!]) /)
  return sentences.flatMap((sentence) => filled(sentence, slots) ?? []).join(' ')
}

function filled(sentence: string, slots: Slots): string | null {
  let whole = true
  const text = sentence.replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const value = Object.entries(slots).find(([slot]) => slot === name)?.[1]
    if (value === undefined || value === '') whole = false
    return value ?? ''
  })
  return whole ? text : null
}

/**
 * NOTICE-6 The same for a text message: only signs that every phone has, and within 160 of them as long as shortening
 * the name of an office gets there. The address is never cut.
 */
export function fillSms(template: string, slots: Slots): string {
  const plain = { ...slots, ...(slots.office ? { office: asGsm(slots.office) } : {}) }
  const whole = asGsm(fillTemplate(template, plain))
  const over = gsmLength(whole) - smsLength
  const office = plain.office ?? ''
  if (over <= 0 || office.length - over < shortestName) return whole
  const short = `${office.slice(0, office.length - over - 1).trimEnd()}.`
  return asGsm(fillTemplate(template, { ...plain, office: short }))
}

/** Shorter than this, nobody knows which office is meant. */
const shortestName = 8

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
// Sent as two signs each.
const extended = new Set('^{}\\[~]|€')
const like: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
}

/** A text in the alphabet of phones (GSM 03.38): one foreign sign would halve what fits into a message. */
export function asGsm(text: string): string {
  return [...text].map(gsmSign).join('')
}

function gsmSign(sign: string): string {
  if (basic.has(sign) || extended.has(sign)) return sign
  const known = like[sign]
  if (known) return known
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '')
  return bare !== '' && [...bare].every((part) => basic.has(part)) ? bare : '?'
}

/** How many signs of a message a text takes. */
export const gsmLength = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (extended.has(sign) ? 2 : 1), 0)
