import { randomUUID } from 'node:crypto'
import type { FieldProblem, ReplyNumbers, ReplyOffer, ReplyProps } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { PublicReply, ReplyForm } from '@openslrt/core/contract/reply.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { maskNumber, maskPhone } from '@openslrt/core/person/mask.ts'
import type { ReplyAct } from '@openslrt/core/referral/reply-acts.ts'
import { openToProvider, replyActs } from '@openslrt/core/referral/reply-acts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf } from '../../platform/http/answers.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { choicesFor } from './reply-choices.ts'
import { showLinkDoor } from './reply-door.ts'
import type { Holder } from './reply-sessions.ts'
import { endHolder, knockForReply, noteLook, whoseReferral } from './reply-sessions.ts'
import { nameOn } from './report-choices.ts'

/** What a page about a referral has to say besides where it stands. */
export interface ReplySaying {
  /** What was typed and not taken. */
  readonly typed?: ReplyForm
  readonly problems?: readonly FieldProblem<'note' | 'choice'>[]
  readonly refusal?: string
  readonly done?: ReplyAct | null
  /** Whether the numbers of the person are shown in the open, or what is wrong with the reason for it. */
  readonly numbers?: 'open' | MessageKey
  readonly status?: number
}

/** The referral that is open in this browser. */
export async function openReply(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const holder = await whoseReferral(parts, request)
  if (!holder) return reply.redirect(publicPaths.reply, 303)
  const said = addressOf(request).query.get('pesan')
  return showReply(parts, request, reply, holder, { done: replyActs.find((act) => act === said) ?? null })
}

/** Draws a referral as far as its grant goes, with a form for every step that the law leaves open. */
export async function showReply(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  holder: Holder,
  saying: ReplySaying,
): Promise<FastifyReply> {
  const referral = await knockForReply(parts, holder.district, holder.referral, holder.proof)
  if (!referral) return showLinkDoor(parts, request, reply, { expired: true, status: 410 })
  await noteLook(parts, referral)
  const { typed, refusal, done = null, status = 200 } = saying
  const shell = shellOf(parts, request, {
    kind: 'link',
    href: `${publicPaths.replyStanding}?bahasa=${languageOf(request) === 'en' ? 'id' : 'en'}`,
  })
  const now = Date.now()
  const offers = openToProvider(referral.status).map((act) =>
    offerOf(parts, { referral, now, lang: shell.lang }, act, saying),
  )
  const offered = offers.some(({ act }) => act === typed?.act)
  const { phone: _phone, nik: _nik, kk: _kk, ...shown } = referral
  const props: ReplyProps = {
    shell,
    referral: shown,
    numbers: await numbersOf(parts, referral, saying.numbers),
    zone: parts.reference.zoneOf(referral.district),
    now,
    categoryName: nameOn(parts.reference, 'category', referral.category, shell.lang, {
      district: referral.district,
      at: referral.requestedAt,
    }),
    offers,
    done,
    refusal: refusal === undefined ? null : { text: refusal, typed: offered ? '' : (typed?.note ?? '') },
  }
  return sendPage(parts, reply, 'replyStanding', props, { status, keep: 'never' })
}

/** Closes the referral in this browser. */
export async function leaveReply(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await endHolder(parts, request, reply)
  return reply.redirect(publicPaths.home, 303)
}

// The id and the moment are made with the form, so that pressing twice sends one and the same command.
function offerOf(
  parts: PublicParts,
  { referral, now, lang }: { readonly referral: PublicReply; readonly now: number; readonly lang: Lang },
  act: ReplyAct,
  { typed, problems = [] }: ReplySaying,
): ReplyOffer {
  const own = typed?.act === act ? typed : null
  return {
    act,
    command: randomUUID(),
    at: new Date(now).toISOString(),
    note: own?.note ?? '',
    choices: choicesFor(parts.reference, act, referral, lang, now),
    chosen: own?.reason || own?.outcome || '',
    problems: own ? problems : [],
  }
}

/** REF-26 What the grant names, masked; in the open only on the page that answers a stated reason. */
async function numbersOf(
  { ledger }: PublicParts,
  { district, phone, nik, kk }: PublicReply,
  said: ReplySaying['numbers'],
): Promise<ReplyNumbers> {
  const keys = await ledger.keys.forDistrict(district)
  const opened = (sealed: string | null): string | null =>
    sealed === null ? null : keys.open(Buffer.from(sealed, 'hex'), fieldAbout).toString()
  const plain = { phone: opened(phone), nik: opened(nik), kk: opened(kk) }
  if (said === 'open') return { ...plain, open: true, problem: null }
  const masked = { phone: maskPhone(plain.phone), nik: maskNumber(plain.nik), kk: maskNumber(plain.kk) }
  return { ...masked, open: false, problem: said ?? null }
}
