import type { OutWay } from '@openslrt/core/contract/notice-ways.ts'

/** One message on its way: to whom, what, and a name of its own by which a gateway knows a repeat. */
export interface Message {
  readonly id: string
  readonly district: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where it leads, for ways that carry an address apart from the text. */
  readonly url: string
  /** The notice that it carries: a device that is told twice shows it once. */
  readonly notice: string
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

/** Reads a secret from its file for each message: one that was renewed counts at once. Null: it can't be read. */
export type ReadSecret = () => Promise<string | null>
export const noSecret = { kind: 'broken', why: 'its secret can not be read' } as const satisfies Sent

export type Send = (message: Message) => Promise<Sent>

/** The ways that are set up; one that is not is not there. */
export type OpenWays = Readonly<Partial<Record<OutWay, Send>>>

/** What a gateway said, for administrators and the log: short, and without a number that may be somebody's. */
export const reasonSaid = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .replace(/\d{7,}/g, '…')
    .trim()
    .slice(0, 200)
