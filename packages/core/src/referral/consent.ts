import { z } from 'zod'
import type { LawRefusal } from '../case/refusal.ts'
import { keysOf } from '../kernel/keys.ts'

/**
 * REF-31 By what right another office is told of a person, and whether that takes words: who heard the yes, which law
 * obliges, or why nobody could be asked. A signed form speaks for itself.
 */
export const consentBases = { form: false, verbal: true, statute: true, override: true } as const satisfies Readonly<
  Record<string, boolean>
>
export type ConsentBasis = keyof typeof consentBases
export const consentBasis = z.enum(keysOf(consentBases))

/** What was recorded of it: the basis, and its words. */
export interface Consent {
  readonly basis: ConsentBasis
  readonly words: string
}

/** The same as a reply tells it. */
export const consentSaid = z.object({ basis: consentBasis, words: z.string() })

/** REF-31 Why a consent is not whole; null where it is, and where a program says nothing of it. */
export const lacksConsentWords = (consent: Consent | undefined): LawRefusal | null =>
  consent && consentBases[consent.basis] && consent.words.trim() === '' ? { code: 'note-missing' } : null
