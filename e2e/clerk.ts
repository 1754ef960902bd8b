import { randomUUID } from 'node:crypto'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import { codeAt, secretOfKey } from '../packages/server/src/platform/auth/totp.ts'
import type { House } from './house.ts'

/** Somebody who uses the API with their own session: for what a journey needs to be there, and to see what a page is told. */
export interface Clerk {
  readonly cookie: string
  readonly office: string
  /** A command that is accepted. */
  does(kind: string, sent: Sent): Promise<Accepted>
  /** A question, with the reply as it came. */
  asks(path: string, query: Readonly<Record<string, string>>): Promise<unknown>
}

export interface Sent {
  readonly district?: string
  readonly subject?: string
  readonly base?: number | null
  readonly data: unknown
}

export interface Accepted {
  readonly version: number
  readonly number: string
  readonly receipt: { readonly short: string; readonly long: string }
}

/** Sends as a member of staff who acts from an office. */
export function clerkAt(house: House, cookie: string, office: string): Clerk {
  const headers = { cookie: `openslrt=${cookie}`, 'x-office': office }
  return {
    cookie,
    office,
    async does(kind, sent) {
      const path = commandRows.find((row) => row.kind === kind)?.path ?? ''
      const { status: _status, ...accepted } = await post<Accepted & { status: string }>(house, path, {
        headers,
        body: envelopeOf(sent, office, house.now()),
      })
      return accepted
    },
    async asks(path, query) {
      const answer = await fetch(new URL(`${path}?${new URLSearchParams(query)}`, house.url), { headers })
      return answer.json()
    },
  }
}

const envelopeOf = (
  { district = '34.04', subject = randomUUID(), base = null, data }: Sent,
  office: string,
  now: number,
) => ({
  id: randomUUID(),
  v: contractVersion,
  district,
  subject,
  office,
  doneAt: new Date(now).toISOString(),
  base,
  data,
})

interface Posted {
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Posts JSON and gives the reply; throws with it when it is a no. */
export async function post<Reply>(house: House, path: string, { headers = {}, body }: Posted): Promise<Reply> {
  const answer = await fetch(new URL(path, house.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text)
}

export const strongPassword = 'gerobak pisang hujan senja'

interface SignedIn {
  readonly cookie: string
  readonly staff: string
  readonly office: string
}

/** Uses a one-time link as its page does. */
export async function acceptLink(house: House, link: string, name: string, signInName: string): Promise<SignedIn> {
  const token = link.split('#t=').at(1) ?? ''
  const at = await knock<{ me: Me | null }>(house, '/api/link/accept', null, {
    token,
    name,
    signInName,
    password: strongPassword,
  })
  const { cookie, reply } = at.reply.me ? { cookie: at.cookie, reply: { me: at.reply.me } } : await setUp(house, at)
  return { cookie, staff: reply.me.staff, office: reply.me.posts[0]?.office ?? '' }
}

interface Me {
  readonly staff: string
  readonly posts: readonly { readonly office: string }[]
}

/** Who must have a second factor sets it up before anything else, as their app does. */
async function setUp(house: House, { cookie }: { cookie: string }): Promise<Knocked<{ me: Me }>> {
  const { reply } = await knock<{ key: string }>(house, '/api/second-factor/begin', cookie, {})
  return knock(house, '/api/second-factor/confirm', cookie, { code: codeAt(secretOfKey(reply.key), house.now()) })
}

interface Knocked<Reply> {
  readonly reply: Reply
  readonly cookie: string
}

/** A post at the door to an account, with the cookie that it gives. */
async function knock<Reply>(house: House, path: string, cookie: string | null, body: object): Promise<Knocked<Reply>> {
  const answer = await fetch(new URL(path, house.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie: `openslrt=${cookie}` } : {}) },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  const given = /openslrt=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  return { reply: JSON.parse(text), cookie: given ?? cookie ?? '' }
}
