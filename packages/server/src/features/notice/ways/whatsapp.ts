import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { isAnswer, post } from './post.ts'
import { noSecret, type ReadSecret, reasonSaid, type Send, type Sent } from './way.ts'

/** WhatsApp's Cloud API: a number of one's own, and a template with one place for text that was approved there. */
export interface WhatsAppGateway {
  /** `https://graph.facebook.com/v23.0`, or whatever speaks the same. */
  readonly url: string
  readonly phoneId: string
  readonly template: string
  readonly language: string
  readonly token: ReadSecret
  readonly patienceMs?: number
}

const reply = z.object({ messages: z.array(z.object({ id: z.string().max(200) })).min(1) })
const fault = z.object({ error: z.object({ code: z.number(), message: z.string().optional() }) })

/** Sends template messages. What becomes of one is told later, by callbacks. */
export const whatsAppWay =
  ({ url, phoneId, template, language, token, patienceMs }: WhatsAppGateway): Send =>
  async ({ id, district, to, text }) => {
    const bearer = await token()
    if (bearer === null) return noSecret
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const parameters = [{ type: 'text', text }]
    const body = {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to,
      type: 'template',
      template: { name: template, language: { code: language }, components: [{ type: 'body', parameters }] },
      // Comes back with every callback, also with one that is faster than our own note of the message's name.
      biz_opaque_callback_data: `${district} ${id}`,
    }
    const said = await post(`${url}/${phoneId}/messages`, headers, JSON.stringify(body), patienceMs)
    return isAnswer(said) ? readWhatsApp(said.status, said.body) : said
  }

// The number has no WhatsApp, blocked us, or takes no messages; anything else is ours, the token's or the service's.
const aboutTheNumber = new Set([100, 131_009, 131_021, 131_026, 131_030, 131_045, 131_047, 131_050, 131_051])

/** NOTICE-11 What an answer of the Cloud API means: about this number, or about token, template and service. */
export function readWhatsApp(status: number, body: unknown): Sent {
  const taken = reply.safeParse(body)
  if (status >= 200 && status < 300 && taken.success)
    return { kind: 'taken', reference: taken.data.messages[0]?.id ?? null }
  const told = fault.safeParse(body)
  if (!told.success) return { kind: 'broken', why: String(status) }
  const { code, message = '' } = told.data.error
  const why = reasonSaid(String(status), `(${code})`, message)
  return status < 500 && aboutTheNumber.has(code) ? { kind: 'refused', why } : { kind: 'broken', why }
}

/** Whether a callback was signed with the app's secret. */
export function isSigned(body: Buffer, signature: string | undefined, secret: string): boolean {
  const given = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '')?.[1]
  if (given === undefined) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', secret).update(body).digest())
}

const status = z.object({
  id: z.string().max(200),
  status: z.string(),
  biz_opaque_callback_data: z.string().max(200).optional(),
  errors: z.array(z.object({ code: z.number(), title: z.string().optional() })).optional(),
})
const callback = z.object({
  entry: z.array(
    z.object({ changes: z.array(z.object({ value: z.object({ statuses: z.array(status).optional() }) })) }),
  ),
})

/** One word of a gateway on a message that it took before. */
export interface LaterWord {
  readonly reference: string
  /** District and id of the delivery, where the callback brings them. */
  readonly delivery: { readonly district: string; readonly id: string } | null
  readonly state: 'sent' | 'delivered' | 'read' | 'failed'
  readonly why: string | null
}

const ours = /^(\d{2}\.\d{2}) ([0-9a-f-]{36})$/
const states = ['sent', 'delivered', 'read', 'failed'] as const

/** What a callback says of messages; words that are about something else, or of a later release, are left out. */
export function readCallback(body: unknown): readonly LaterWord[] {
  const read = callback.safeParse(body)
  if (!read.success) return []
  const told = read.data.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses ?? []))
  return told.flatMap((word) => {
    const state = states.find((known) => known === word.status)
    const [, district, id] = ours.exec(word.biz_opaque_callback_data ?? '') ?? []
    const [error] = word.errors ?? []
    const why = error ? reasonSaid(`(${error.code})`, error.title ?? '') : null
    return state ? [{ reference: word.id, delivery: district && id ? { district, id } : null, state, why }] : []
  })
}
