import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Allow } from '@openslrt/core/contract/route.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendRefusal } from './answers.ts'
import { parse } from './parse.ts'
import type { Person, Route } from './route.ts'

/** How the door learns who knocks. */
export interface Doorkeeper {
  whoIs(request: FastifyRequest): Promise<Person | null>
  /** Whether somebody is in, or has shown a password and has one step left. */
  isEntering(request: FastifyRequest): Promise<boolean>
  actorAt(person: Person, office: string | null): StaffActor | null
}

interface Guest {
  readonly person: Person | null
  readonly actor: StaffActor | null
}

/** The office that a person acts from is named in this header; the first of their posts when it is left out. */
const officeHeader = 'x-office'

/** Hangs routes on the server, each behind its own guard: who, then what, then run, then only what the reply names. */
export function serveRoutes(app: FastifyInstance, keeper: Doorkeeper, routes: readonly Route[]): void {
  for (const route of routes) {
    app.route({
      method: route.row.method,
      url: route.row.path,
      ...(route.row.mostBytes === undefined ? {} : { bodyLimit: route.row.mostBytes }),
      handler: (request, reply) => answer(route, keeper, request, reply),
    })
  }
}

async function answer(
  route: Route,
  keeper: Doorkeeper,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const guest = await admit(route.row.allow, keeper, request)
  if (!guest.ok) return sendRefusal(reply, guest.error)
  const { person, actor } = guest.value
  const query = parse(route.row.query, request.query)
  if (!query.ok) return sendRefusal(reply, filterRefusal(query.error))
  const body = route.row.method === 'GET' ? ok({}) : parse(route.row.body, request.body ?? {})
  if (!body.ok) return sendRefusal(reply, body.error)
  const said = await route.run({
    query: query.value,
    body: body.value,
    request,
    response: reply,
    person: () => present(person),
    actor: () => present(actor),
  })
  request.log.info({ audit: route.row.audit, actor: person?.staff, office: actor?.office, ok: said.ok }, 'served')
  if (!said.ok) return sendRefusal(reply, said.error)
  // Only what the reply's schema names goes out; anything else is dropped here, and a wrong shape is our own fault.
  return reply.send(route.row.reply.parse(said.value))
}

/** Lets a request in or says why not. Default: no. */
export async function admit(
  allow: Allow,
  keeper: Doorkeeper,
  request: FastifyRequest,
): Promise<Result<Guest, Refusal>> {
  if (allow === 'public') return ok({ person: null, actor: null })
  if (allow === 'entering')
    return (await keeper.isEntering(request)) ? ok({ person: null, actor: null }) : no({ code: 'unauthenticated' })
  const person = await keeper.whoIs(request)
  if (!person) return no({ code: 'unauthenticated' })
  const actor = keeper.actorAt(person, officeIn(request))
  if (allow === 'signed-in') return ok({ person, actor })
  return actor?.permissions.has(allow) ? ok({ person, actor }) : no({ code: 'not-permitted', needs: [allow] })
}

/** The acting office that a request names, if it names one in the form of an id. */
export function officeIn(request: FastifyRequest): string | null {
  const named = request.headers[officeHeader]
  return typeof named === 'string' && /^[0-9a-f-]{36}$/i.test(named) ? named.toLowerCase() : null
}

const filterRefusal = (refusal: Refusal): Refusal =>
  refusal.code === 'unknown-field' ? { code: 'unknown-filter', fields: refusal.fields } : refusal

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a route used someone whom its row does not ask for')
  return value
}
