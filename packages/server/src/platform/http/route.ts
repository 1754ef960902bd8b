import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Permission } from '@openslrt/core/access/permission.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** Whoever is signed in, as far as a route needs to know. */
export interface Person {
  readonly staff: string
  readonly name: string
  readonly posts: readonly { readonly office: string; readonly role: string }[]
  /** Set where they may do no more than this of what their roles allow. */
  readonly only?: readonly Permission[]
}

/** What a route's own code is given: parsed input, who asks, and the raw request for cookies only. */
export interface Call<Query, Body> {
  readonly query: Query
  readonly body: Body
  readonly request: FastifyRequest
  readonly response: FastifyReply
  /** The person, on every route but public ones. */
  person(): Person
  /** The person acting from the office named in the request, on routes that ask for a permission. */
  actor(): StaffActor
}

export interface Route {
  readonly row: RouteRow
  readonly run: (call: Call<unknown, unknown>) => Promise<Result<unknown, Refusal>>
}

/** Binds a row to the code that answers it. */
export function route<Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  row: RouteRow<Query, Body, Reply>,
  run: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Result<z.input<Reply>, Refusal>>,
): Route {
  return { row, run: run as Route['run'] }
}
