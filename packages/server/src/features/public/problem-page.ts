import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems } from '@openslrt/core/contract/problem.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply } from 'fastify'
import { noteRefusal } from '../../platform/http/answers.ts'
import { afterChoice, sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'

type Parts = Pick<PublicParts, 'renderer' | 'isDemo' | 'secure'>

/** Something went wrong for somebody who reads a page: what it means, what to do, and the number to quote. */
export function sendProblem(parts: Parts, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { request } = reply
  noteRefusal(request, refusal)
  const chosen = request.method === 'GET' ? afterChoice(request, reply, parts.secure) : null
  if (chosen) return chosen
  const shell = shellOf(parts, request)
  const t = sayIn(shell.lang)
  const { status } = problems[refusal.code]
  const title = `public.problem.${refusal.code}`
  const text = `public.problem.${refusal.code}.text`
  if ('retryAfter' in refusal) reply.header('retry-after', String(refusal.retryAfter))
  const props = {
    shell,
    // A wrong address is nobody's fault: it is told without the colour of one.
    kind: refusal.code === 'not-found' ? 'note' : 'problem',
    title: isMessageKey(title) ? t(title) : t('public.problem.other'),
    text: isMessageKey(text) ? t(text) : sayRefusal(shell.lang, refusal),
    next: { href: publicPaths.home, label: t('shell.not-found.action') },
    reference: request.id,
  } as const
  return sendPage(parts, reply, 'message', props, { status, keep: 'never' })
}
