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

/** Sends a refusal with its status. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status } = problems[refusal.code]
  if ('retryAfter' in refusal) reply.header('retry-after', String(refusal.retryAfter))
  return reply.code(status).send(problemOf(refusal, reply.request))
}
