import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import { endCitizenSession, saveCitizenSession, touchCitizenSession } from './queries.ts'

/** A citizen who showed the secret of one case. `proof` opens the door again at every page. */
export interface Citizen {
  readonly district: string
  readonly case: string
  readonly proof: Buffer
  /** The registering command, when the report was made in this session. */
  readonly receipt: string | null
}

const cookieName = 'warga'
/** Half an hour without use closes the case on a shared phone or computer. */
const lifeMs = 30 * 60_000

const cookieOf = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

/** Begins a citizen's session: a random token in the cookie, its digest in the database. */
export async function beginCitizen(pool: Pool, reply: FastifyReply, citizen: Citizen, secure: boolean): Promise<void> {
  const token = newToken()
  const now = Date.now()
  const row = { district: citizen.district, case_id: citizen.case, proof: citizen.proof, receipt: citizen.receipt }
  await saveCitizenSession(pool, token.digest, row, new Date(now), new Date(now + lifeMs))
  reply.setCookie(cookieName, token.text, cookieOf(secure))
}

/** Whose case is open in this browser, if any. */
export async function whoseCase(pool: Pool, request: FastifyRequest): Promise<Citizen | null> {
  const text = request.cookies[cookieName]
  const now = Date.now()
  const row = text ? await touchCitizenSession(pool, digestOf(text), new Date(now), new Date(now + lifeMs)) : null
  return row && { district: row.district, case: row.case_id, proof: row.proof, receipt: row.receipt }
}

/** Closes the case in this browser. */
export async function endCitizen(
  pool: Pool,
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean,
): Promise<void> {
  const text = request.cookies[cookieName]
  if (text) await endCitizenSession(pool, digestOf(text))
  reply.clearCookie(cookieName, cookieOf(secure))
}
