import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems } from '@openslrt/core/contract/problem.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The body of every answer that is not a yes: a code for programs, a sentence for people, and the id to quote. */
export interface ProblemBody {
  readonly code: string
  readonly message: string
  readonly requestId: string
  readonly details: Readonly<Record<string, unknown>>
}

/** The language a person reads: what they chose, else what their browser asks for, else Indonesian. */
export function languageOf(request: FastifyRequest): Lang {
  const chosen = request.cookies['bahasa']
  if (chosen === 'en' || chosen === 'id') return chosen
  return languageFor(request.headers['accept-language'])
}

/** What a browser asks for, else Indonesian. */
export const languageFor = (accepted = ''): Lang => (/^en\b/i.test(accepted) ? 'en' : 'id')

/** R7 A refusal as a caller gets it, translated here and nowhere else. */
export function problemOf(refusal: Refusal, request: FastifyRequest): ProblemBody {
  const { code, ...details } = refusal
  return { code, message: sayRefusal(languageOf(request), refusal), requestId: request.id, details }
}

// What a request was refused with: one code, or one for each refused line of a batch.
const refused = new WeakMap<FastifyRequest, string[]>()

/** Remembers that a request, or one line of it, was answered with a no: for the figures. */
export function noteRefusal(request: FastifyRequest, { code }: Refusal): void {
  const noted = refused.get(request)
  if (noted) noted.push(code)
  else refused.set(request, [code])
}

/** The codes that a request was refused with. */
export const refusalsOf = (request: FastifyRequest): readonly string[] => refused.get(request) ?? []

/** Sends a refusal with its status. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  noteRefusal(reply.request, refusal)
  const { status } = problems[refusal.code]
  if ('retryAfter' in refusal) reply.header('retry-after', String(refusal.retryAfter))
  return reply.code(status).send(problemOf(refusal, reply.request))
}
