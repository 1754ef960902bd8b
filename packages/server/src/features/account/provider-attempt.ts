import { nation } from '@openslrt/core/place/code.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Keys } from '../../platform/ledger/keys.ts'

const attempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Whose account is being connected; null when somebody signs in. */
  staff: z.uuid().nullable(),
  until: z.int(),
})
export type Attempt = z.infer<typeof attempt>

const cookieName = 'openslrt-provider'
const about = 'provider attempt'
const lifeMs = 15 * 60_000

/**
 * An attempt to sign in by a provider waits in the browser that began it, sealed: another browser can't finish it, and
 * strangers who begin many fill no table.
 */
export function attemptsOf(keys: Keys, secure: boolean) {
  const options = { path: '/api/provider', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    async keep(response: FastifyReply, begun: Omit<Attempt, 'until'>): Promise<void> {
      const { seal } = await keys.forDistrict(nation)
      const sealed = seal(Buffer.from(JSON.stringify({ ...begun, until: Date.now() + lifeMs })), about)
      response.setCookie(cookieName, sealed.toString('base64url'), options)
    },
    /** The attempt that this browser began, for this once. */
    async take(request: FastifyRequest, response: FastifyReply): Promise<Attempt | null> {
      const kept = request.cookies[cookieName]
      response.clearCookie(cookieName, options)
      if (!kept) return null
      const { open } = await keys.forDistrict(nation)
      const read = attempt.safeParse(opened(() => open(Buffer.from(kept, 'base64url'), about)))
      return read.success && read.data.until > Date.now() ? read.data : null
    },
  }
}

/** What was sealed; nothing when it was not sealed here. */
function opened(open: () => Buffer): unknown {
  try {
    return JSON.parse(open().toString('utf8'))
  } catch {
    return null
  }
}
