import type { CitizenAct } from '@openslrt/core/case/citizen-acts.ts'
import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { ActForm } from '@openslrt/core/contract/public-forms.ts'
import { actForm } from '@openslrt/core/contract/public-forms.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, noteRefusal } from '../../platform/http/answers.ts'
import { readOrder } from '../../platform/http/order.ts'
import { parse } from '../../platform/http/parse.ts'
import type { PublicParts } from './parts.ts'
import { sayToCitizen } from './refused.ts'
import type { Citizen } from './sessions.ts'
import { whoseCase } from './sessions.ts'
import { showStanding } from './standing.ts'
import { showTrack } from './track.ts'

/** A citizen acts on the case that is open in this browser: an ordinary command by the citizen of that case. */
export async function act(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<FastifyReply, Refusal>> {
  const read = parse(actForm, request.body)
  if (!read.ok) return read
  const form = read.value
  const citizen = await whoseCase(parts.pools.api, request)
  if (!citizen) return ok(showTrack(parts, request, reply, { form: carrying(form), expired: true, status: 401 }))
  const problem = problemOf(form)
  if (problem) return ok(await showStanding(parts, request, reply, { citizen, typed: form, problem, status: 422 }))
  const refusal = await give(parts, request, citizen, form)
  if (!refusal) return ok(reply.redirect(`${publicPaths.standing}?pesan=${form.act}`, 303))
  const said = sentence(parts, request, citizen, refusal)
  const { status } = statuses[refusal.code]
  return ok(await showStanding(parts, request, reply, { citizen, typed: form, refusal: said, status }))
}

/** The words of a form whose session is over travel through the door's own form. */
const carrying = ({ act, note, satisfaction }: ActForm) => ({
  number: '',
  secret: '',
  key: '',
  kept: JSON.stringify({ act, note, satisfaction }),
})

function problemOf({ act, note }: ActForm): MessageKey | null {
  if (note.trim().replaceAll('\r\n', '\n').length > 4000) return 'public.act.words.long'
  return act !== 'confirm' && note.trim() === '' ? 'public.act.words.missing' : null
}

async function give(
  parts: PublicParts,
  request: FastifyRequest,
  citizen: Citizen,
  form: ActForm,
): Promise<Refusal | null> {
  const order = readOrder(`case.${form.act}`, {
    id: form.command,
    v: contractVersion,
    district: citizen.district,
    subject: citizen.case,
    office: null,
    doneAt: form.at,
    base: form.base,
    data: dataOf[form.act](form),
  })
  if (!order.ok) return order.error
  const actor = { kind: 'citizen', case: caseId.parse(citizen.case) } as const
  const handled = await parts.handle(order.value, actor, Date.now())
  request.log.info({ audit: `case.${form.act}`, subject: citizen.case, status: handled.status }, 'command')
  if (handled.status !== 'refused') return null
  noteRefusal(request, handled.refusal)
  return handled.refusal
}

const words = ({ note }: ActForm) => ({ note })

/** What each act carries. A citizen who withdraws gives words; the code says only who it came from. */
const dataOf: Readonly<Record<CitizenAct, (form: ActForm) => object>> = {
  complete: words,
  confirm: ({ note, satisfaction }) => ({
    note,
    how: null,
    satisfaction: /^[1-5]$/.test(satisfaction) ? Number(satisfaction) : null,
  }),
  dispute: words,
  reopen: words,
  appeal: words,
  cancel: ({ note }) => ({ note, reason: 'withdrawn' }),
}

function sentence(parts: PublicParts, request: FastifyRequest, citizen: Citizen, refusal: Refusal): string {
  const lang = languageOf(request)
  return refusal.code === 'command-id-reused'
    ? translate(lang, 'public.refused.command-id-reused.act')
    : sayToCitizen(lang, refusal, parts.reference.zoneOf(citizen.district))
}
