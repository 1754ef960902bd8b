import type { SignInEvent } from '@openslrt/core/contract/session.ts'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { sourceOf } from '../../platform/http/address.ts'
import { saveEvent } from './queries-sessions.ts'

/** Writes down what happened at the door to an account, for its owner to look through. */
export async function noteEvent(pool: Pool, request: FastifyRequest, staff: string, event: SignInEvent): Promise<void> {
  await saveEvent(pool, { staff, event, at: new Date(), source: sourceOf(request), agent: agentOf(request) })
}

/** What the browser calls itself, at a length that a row takes. */
export const agentOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  (headers['user-agent'] ?? '').replaceAll('\0', '').slice(0, 300)
