import { z } from 'zod'
import { isAnswer, post } from './post.ts'
import { noSecret, type ReadSecret, reasonSaid, type Send, type Sent } from './way.ts'

/** A gateway for text messages, as docs/how-to/notices.md describes its interface. */
export interface SmsGateway {
  readonly url: string
  readonly sender: string
  readonly token: ReadSecret
  readonly patienceMs?: number
}

const reply = z.object({ id: z.string().max(200).optional(), message: z.string().max(300).optional() })

/** Sends text messages. The gateway knows a repeat by the message's id. */
export const smsWay =
  ({ url, sender, token, patienceMs }: SmsGateway): Send =>
  async ({ id, to, text }) => {
    const bearer = await token()
    if (bearer === null) return noSecret
    const headers = {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    }
    const said = await post(url, headers, JSON.stringify({ id, to, text, sender }), patienceMs)
    return isAnswer(said) ? readSms(said.status, said.body) : said
  }

/** NOTICE-11 What the answer of a gateway means: about this number, or about the gateway. */
export function readSms(status: number, body: unknown): Sent {
  const read = reply.safeParse(body)
  const { id = null, message = '' } = read.success ? read.data : {}
  const why = reasonSaid(String(status), message)
  // 409: it has this message already; the first try went through and nobody wrote it down.
  if ((status >= 200 && status < 300) || status === 409) return { kind: 'taken', reference: id }
  if ([400, 404, 410, 422].includes(status)) return { kind: 'refused', why }
  return { kind: 'broken', why }
}
