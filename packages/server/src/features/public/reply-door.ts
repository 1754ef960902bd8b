import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { TrackForm } from '@openslrt/core/contract/public-forms.ts'
import { trackForm } from '@openslrt/core/contract/public-forms.ts'
import type { TrackProps } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forgive, takeGuess } from '../../platform/auth/queries.ts'
import { sourceOf } from '../../platform/http/address.ts'
import { languageOf, noteRefusal } from '../../platform/http/answers.ts'
import type { Named } from './door.ts'
import { namedBy, namedByKey } from './door.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { beginHolder, knockForReply } from './reply-sessions.ts'

const empty: TrackForm = trackForm.parse({})

/** The form for the number and secret of a reply link, empty. */
export async function askForLink(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return showLinkDoor(parts, request, reply, { form: empty })
}

/** Draws the form for a link's secret; the secret itself is never sent back into a page. */
export function showLinkDoor(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  said: Partial<Pick<TrackProps, 'problems' | 'refusal' | 'expired'>> & { form?: TrackForm; status?: number },
): FastifyReply {
  const { status = 200, form = empty, ...rest } = said
  const shell = shellOf(parts, request)
  const props = { shell, problems: [], refusal: null, expired: false, ...rest, form: { ...form, secret: '', key: '' } }
  return sendPage(parts, reply, 'reply', props, { status, keep: 'never' })
}

/** Opens a referral to whoever holds the secret of its link, and says how long to wait after too many wrong guesses. */
export async function openLink(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = trackForm.safeParse(request.body ?? {})
  const form = read.success ? read.data : empty
  const named = form.key === '' ? namedBy(form.number, form.secret) : namedByKey(form.key)
  const problems = form.key === '' ? missing(named) : []
  if (problems.length > 0) return showLinkDoor(parts, request, reply, { form, problems, status: 422 })
  const opened = named ? await tryLink(parts, request, reply, named) : no({ code: 'wrong-secret' } as const)
  if (opened.ok) return reply.redirect(publicPaths.replyStanding, 303)
  noteRefusal(request, opened.error)
  if ('retryAfter' in opened.error) reply.header('retry-after', String(opened.error.retryAfter))
  const refusal = sentence(request, opened.error)
  return showLinkDoor(parts, request, reply, { form, refusal, status: statuses[opened.error.code].status })
}

const sentence = (request: FastifyRequest, refusal: Refusal): string =>
  refusal.code === 'wrong-secret'
    ? translate(languageOf(request), 'reply.wrong-secret')
    : sayRefusal(languageOf(request), refusal)

const missing = (named: Named | null): TrackProps['problems'] => [
  ...(named ? [] : [{ field: 'number', text: 'reply.number.missing' } as const]),
  ...(named?.secret === '' ? [{ field: 'secret', text: 'reply.secret.missing' } as const] : []),
]

/** REF-25 Guesses are counted per case and per source, apart from those of the case's citizen: neither locks out the other. */
async function tryLink(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { district, number, secret }: Named,
): Promise<Result<null, Refusal>> {
  const { pools, ledger } = parts
  const now = Date.now()
  const guarded = [...(number === '' ? [] : [`reply:${number}`]), `track-source:${sourceOf(request)}`]
  const until = await takeGuess(pools.api, guarded, now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const proof = ledger.keys.doorDigest(secret)
  const referral = await knockForReply(parts, district, number, proof)
  if (!referral) return no({ code: 'wrong-secret' })
  await forgive(pools.api, guarded)
  await beginHolder(parts, reply, { district, referral: referral.id, proof })
  return ok(null)
}
