import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { FieldProblem } from '@openslrt/core/contract/public-pages.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { PublicReply, ReplyForm } from '@openslrt/core/contract/reply.ts'
import { replyForm, revealForm } from '@openslrt/core/contract/reply.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import { sayIn, translate } from '@openslrt/core/i18n/translate.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { openReferral, referralRule } from '@openslrt/core/referral/moves.ts'
import type { ReplyAct } from '@openslrt/core/referral/reply-acts.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf, noteRefusal } from '../../platform/http/answers.ts'
import { readOrder } from '../../platform/http/order.ts'
import { parse } from '../../platform/http/parse.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { showReply } from './reply.ts'
import { takesChoice } from './reply-choices.ts'
import { showLinkDoor } from './reply-door.ts'
import type { Holder } from './reply-sessions.ts'
import { actorOf, endHolder, knockForReply, whoseReferral } from './reply-sessions.ts'

/** An asked office answers through its link: an ordinary command by the provider of that referral. */
export async function replyAct(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<FastifyReply, Refusal>> {
  const holder = await whoseReferral(parts, request)
  const referral = holder && (await knockForReply(parts, holder.district, holder.referral, holder.proof))
  if (!referral) return ok(showLinkDoor(parts, request, reply, { expired: true, status: 401 }))
  const wanted = revealForm.safeParse(request.body)
  if (wanted.success)
    return ok(await reveal(parts, request, reply, { holder, referral, reason: wanted.data.note.trim() }))
  const read = parse(replyForm, request.body)
  if (!read.ok) return read
  const form = read.value
  const problems = problemsOf(form)
  if (problems.length > 0)
    return ok(await showReply(parts, request, reply, holder, { typed: form, problems, status: 422 }))
  const refusal = await give(parts, request, referral, form)
  if (refusal) {
    const { status } = statuses[refusal.code]
    const said = sayRefusal(languageOf(request), refusal, parts.reference.zoneOf(referral.district))
    return ok(await showReply(parts, request, reply, holder, { typed: form, refusal: said, status }))
  }
  if (openReferral.includes(referralRule(form.act).to))
    return ok(reply.redirect(`${publicPaths.replyStanding}?pesan=${form.act}`, 303))
  await endHolder(parts, request, reply)
  return ok(thank(parts, request, reply, form.act, referral))
}

/** Steps that may go without words; the others tell the office that asked what it has to know. */
const wordless: ReadonlySet<ReplyAct> = new Set(['accept', 'start'])

function problemsOf({ act, note, reason, outcome }: ReplyForm): readonly FieldProblem<'note' | 'choice'>[] {
  const words = note.trim().replaceAll('\r\n', '\n')
  return [
    ...(takesChoice(act) && (act === 'complete' ? outcome : reason) === ''
      ? [{ field: 'choice', text: 'reply.choice.missing' } as const]
      : []),
    ...(words === '' && !wordless.has(act) ? [{ field: 'note', text: 'reply.note.missing' } as const] : []),
    ...(words.length > 4000 ? [{ field: 'note', text: 'reply.note.long' } as const] : []),
  ]
}

async function give(
  parts: PublicParts,
  request: FastifyRequest,
  referral: PublicReply,
  form: ReplyForm,
): Promise<Refusal | null> {
  const { act, note, reason, outcome } = form
  const order = readOrder(`referral.${act}`, {
    id: form.command,
    v: contractVersion,
    district: referral.district,
    subject: referral.caseId,
    office: referral.toOffice,
    doneAt: form.at,
    base: form.base,
    data: { referral: referral.id, note: note.trim(), ...chosen({ act, reason, outcome }) },
  })
  if (!order.ok) return order.error
  const handled = await parts.answer(order.value, actorOf(referral), Date.now())
  request.log.info({ audit: `referral.${act}`, subject: referral.caseId, status: handled.status }, 'command')
  if (handled.status !== 'refused') return null
  noteRefusal(request, handled.refusal)
  return handled.refusal
}

function chosen({ act, reason, outcome }: Pick<ReplyForm, 'act' | 'reason' | 'outcome'>): object {
  if (!takesChoice(act)) return {}
  return act === 'complete' ? { outcome } : { reason }
}

/** REF-26 The numbers of the person, once it is said what they are needed for. */
async function reveal(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { holder, referral, reason }: { readonly holder: Holder; readonly referral: PublicReply; readonly reason: string },
): Promise<FastifyReply> {
  if (reason.length < 5)
    return showReply(parts, request, reply, holder, { numbers: 'reply.reveal.missing', status: 422 })
  const actor = actorOf(referral)
  const { district, caseId: subject } = referral
  await inScope(parts.pools.api, scopeOf(actor, district), (client) =>
    logAccess(client, actor, { district, action: 'reveal', subject, reason: reason.slice(0, 200) }),
  )
  return showReply(parts, request, reply, holder, { numbers: 'open' })
}

/** What ends a referral ends its link: there is nothing more to look at here, and that is said. */
function thank(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
  act: ReplyAct,
  { fromOfficeName: office, number }: PublicReply,
): FastifyReply {
  const t = sayIn(languageOf(request))
  const title = translate(languageOf(request), `reply.act.${act}.done`)
  const props = {
    shell: shellOf(parts, request),
    kind: 'done',
    title,
    text: t('reply.over', { office, number }),
  } as const
  return sendPage(parts, reply, 'message', props, { keep: 'never' })
}
