import type { LanguageSwitch, PublicPage, PublicPages, PublicShell } from '@openslrt/core/contract/public-pages.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { PublicParts } from './parts.ts'

/** How a page is sent: its status, and whether a browser may keep it for the way back. */
export interface Sending {
  readonly status?: number
  /** `back`: kept for the back button, so that what was typed is still there. `never`: it shows a secret or a case. */
  readonly keep?: 'back' | 'never'
}

/** Draws a page and sends it. */
export function sendPage<Page extends PublicPage>(
  { renderer }: Pick<PublicParts, 'renderer'>,
  reply: FastifyReply,
  page: Page,
  props: PublicPages[Page],
  { status = 200, keep = 'back' }: Sending = {},
): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', keep === 'never' ? 'no-store' : 'private, no-cache')
    .header('vary', 'cookie, accept-language')
    .send(renderer.render(page, props))
}

/** What every page needs besides its own content. */
export function shellOf(
  { renderer, isDemo }: Pick<PublicParts, 'renderer' | 'isDemo'>,
  request: FastifyRequest,
  otherLang: LanguageSwitch = linkTo(request),
  lang: Lang = languageOf(request),
): PublicShell {
  return { lang, otherLang, assets: renderer.assets, demo: isDemo() }
}

const otherOf = (lang: Lang): Lang => (lang === 'id' ? 'en' : 'id')

/** The same address asking for the other language. Answers to a post are offered at the address of their form. */
function linkTo(request: FastifyRequest): LanguageSwitch {
  const { path, query } = addressOf(request)
  query.set(languageCookie, otherOf(languageOf(request)))
  return { kind: 'link', href: `${path}?${query}` }
}

export const languageCookie = 'bahasa'
const year = 365 * 24 * 60 * 60

/** Remembers the chosen language, for the desk as well. */
export function keepLanguage(reply: FastifyReply, lang: Lang, secure: boolean): void {
  reply.setCookie(languageCookie, lang, { path: '/', maxAge: year, sameSite: 'lax', secure })
}

/** A link that chose a language: remembers it and leads to the same page without the choice in its address. */
export function afterChoice(request: FastifyRequest, reply: FastifyReply, secure: boolean): FastifyReply | null {
  const { path, query } = addressOf(request)
  const chosen = query.get(languageCookie)
  if (chosen !== 'id' && chosen !== 'en') return null
  keepLanguage(reply, chosen, secure)
  query.delete(languageCookie)
  return reply.redirect(query.size > 0 ? `${path}?${query}` : path, 303)
}
