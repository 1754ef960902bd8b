/** Ways by which something leaves the house by itself. */
export const outWays = ['email', 'push', 'sms', 'whatsapp'] as const
export type OutWay = (typeof outWays)[number]

/** One message on its way: to whom, what, and a name of its own by which a gateway knows a repeat. */
export interface Message {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where it leads, for ways that carry a link apart from the text. */
  readonly url: string
}

/**
 * What came of sending: taken (with the name that the gateway gave it), not to this recipient, not to this address any
 * more, or not at all: the way itself is broken, and everything on it waits.
 */
export type Sent =
  | { readonly kind: 'taken'; readonly reference: string | null }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'broken'; readonly why: string }

export type Send = (message: Message) => Promise<Sent>

/** The ways that are set up; one that is not is not there. */
export type OpenWays = Readonly<Partial<Record<OutWay, Send>>>
