import { createECDH, createHash } from 'node:crypto'
import { pushSubscription } from '@openslrt/core/contract/notice-ways.ts'
import webPush from 'web-push'
import { isAnswer, post } from './post.ts'
import type { Send, Sent } from './way.ts'

/** The pair of keys by which push services know this installation. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** The pair that follows from 32 secret bytes: the same on every machine of an installation, and in no file of its own. */
export function pushKeysFrom(secret: Buffer): PushKeys {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(secret)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: secret.toString('base64url') }
}

export interface PushSettings {
  readonly keys: PushKeys
  /** Who is asked when a push service has a question: an address of the installation. */
  readonly subject: string
  readonly patienceMs?: number
}

/** For how long a push service keeps what it can't deliver, in seconds: what is a day old is news no more. */
const keptFor = 86_400

/** Tells a browser. `to` is its subscription; what is sent is sealed for it, and its push service can't read it. */
export const pushWay =
  ({ keys, subject, patienceMs }: PushSettings): Send =>
  async ({ to, subject: title, text, url, notice }) => {
    const subscription = pushSubscription.parse(JSON.parse(to))
    const { headers, body, endpoint } = webPush.generateRequestDetails(
      subscription,
      // The device shows one notice for one tag, however often it is told.
      JSON.stringify({ title, text, url, tag: notice }),
      {
        vapidDetails: { subject, ...keys },
        TTL: keptFor,
        topic: createHash('sha256').update(notice).digest('base64url').slice(0, 32),
      },
    )
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    const said = await post(endpoint, sent, Uint8Array.from(body ?? []), patienceMs)
    // One push service of several: the others may work.
    return isAnswer(said) ? readPush(said.status) : { kind: 'refused', why: said.why }
  }

/** NOTICE-11 What a push service says: taken, a browser that is gone, our keys, or come again. */
export function readPush(status: number): Sent {
  if (status >= 200 && status < 300) return { kind: 'taken', reference: null }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 401 || status === 403) return { kind: 'broken', why: String(status) }
  return { kind: 'refused', why: String(status) }
}

/** Whether an address is that of a push service we know: it is the browser's word, and we knock there. */
export function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  const { protocol, hostname, host } = new URL(endpoint)
  if (hosts.includes(host)) return true
  return protocol === 'https:' && hosts.some((known) => hostname === known || hostname.endsWith(`.${known}`))
}
