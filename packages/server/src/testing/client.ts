import { randomUUID } from 'node:crypto'
import { commandRows } from '@openslrt/core/contract/command.ts'
import type { Outcome } from '@openslrt/core/contract/envelope.ts'
import { contractVersion, outcome } from '@openslrt/core/contract/envelope.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import type { z } from 'zod'
import type { Answer, Asked, Door } from './door.ts'

/** A command as a test writes it: what is left out has a sensible value. */
export interface Sent {
  readonly subject?: string
  readonly base?: number | null
  readonly data?: unknown
  readonly id?: string
  readonly district?: string
  readonly office?: string | null
  readonly doneAt?: string
  readonly v?: number
}

type Accepted = Extract<Outcome, { status: 'accepted' }>
interface Question {
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
}

/** Somebody at the door: signed in at an office, or nobody at all. */
export interface Client {
  readonly staff: string | null
  readonly office: string | null
  readonly cookie: string | null
  /** Any request, with this client's cookie and office. */
  raw(asked: Asked): Promise<Answer>
  /** A question by its row, whatever the answer. */
  ask(row: RouteRow, question?: Question): Promise<Answer>
  /** A question that is answered; throws with the refusal when it is not. */
  read<Reply extends z.ZodType>(
    row: RouteRow<z.ZodType, z.ZodType, Reply>,
    question?: Question,
  ): Promise<z.output<Reply>>
  /** A command by its own route, whatever the answer. */
  send(kind: string, sent: Sent): Promise<Answer>
  /** A command that is accepted; throws with the refusal when it is not. */
  does(kind: string, sent: Sent): Promise<Accepted>
}

export interface Seat {
  readonly staff: string
  readonly office: string
  readonly cookie: string
}

/** Makes a client of a door. Without a seat it is a stranger. */
export function clientAt(door: Door, seat: Seat | null, home = '34.04'): Client {
  const own = seat ? { cookie: seat.cookie, 'x-office': seat.office } : {}
  const raw = (asked: Asked): Promise<Answer> => door({ ...asked, headers: { ...own, ...asked.headers } })
  const post = (path: string, body: unknown): Promise<Answer> =>
    raw({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const ask = (row: RouteRow, { query = {}, body = {} }: Question = {}): Promise<Answer> => {
    const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
    const path = words === '' ? row.path : `${row.path}?${words}`
    return row.method === 'GET' ? raw({ method: 'GET', path }) : post(path, body)
  }
  const send = (kind: string, sent: Sent): Promise<Answer> =>
    post(pathOf(kind), envelopeOf(sent, seat?.office ?? null, home))
  return {
    staff: seat?.staff ?? null,
    office: seat?.office ?? null,
    cookie: seat?.cookie ?? null,
    raw,
    ask,
    send,
    async read(row, question) {
      const answer = await ask(row, question)
      if (answer.status !== 200) throw new Error(`${row.path}: ${answer.status} ${answer.text}`)
      return row.reply.parse(answer.body)
    },
    async does(kind, sent) {
      const answer = await send(kind, sent)
      const said = answer.status === 200 ? outcome.parse(answer.body) : null
      if (said?.status !== 'accepted') throw new Error(`${kind}: ${answer.status} ${answer.text}`)
      return said
    },
  }
}

/** A command's envelope with everything in it. */
export function envelopeOf(sent: Sent, office: string | null, home: string) {
  return {
    id: sent.id ?? randomUUID(),
    v: sent.v ?? contractVersion,
    district: sent.district ?? home,
    subject: sent.subject ?? randomUUID(),
    office: sent.office === undefined ? office : sent.office,
    doneAt: sent.doneAt ?? new Date().toISOString(),
    base: sent.base ?? null,
    data: sent.data ?? {},
  }
}

/** The route of a command. */
export function pathOf(kind: string): string {
  const row = commandRows.find((row) => row.kind === kind)
  if (!row) throw new Error(`there is no command ${kind}`)
  return row.path
}
