import type { NoticeParts } from '../notice/index.ts'

/** What messages that come in work with: what telling people works with. Its `pool` is the worker's: a sender is nobody to us. */
export type InboundParts = NoticeParts

/** One message as a gateway handed it in. */
export interface Heard {
  readonly way: 'sms' | 'whatsapp'
  /** What the gateway calls it. */
  readonly reference: string
  readonly from: string
  readonly name: string
  readonly kind: string
  readonly text: string
  readonly sentAt: number
}

/** What of a message is sealed. */
export interface Sealed {
  readonly from: string
  readonly name: string
  readonly text: string
}

/** What the sealed part of a message is bound to. */
export const about = (id: string): string => `inbound_message ${id}`
