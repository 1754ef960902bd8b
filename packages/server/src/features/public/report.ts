import { randomUUID } from 'node:crypto'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { ReportForm, ReportKind, ReportStep } from '@openslrt/core/contract/public-forms.ts'
import { reportForm, reportKinds, reportPress } from '@openslrt/core/contract/public-forms.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf, noteRefusal } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import { keepLanguage, sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { findPlace } from './places.ts'
import { openReceipt } from './receipt.ts'
import { checkWhat, checkWhere, checkWho } from './report-check.ts'
import { isCategory } from './report-choices.ts'
import { orderOf } from './report-order.ts'
import type { Visit } from './report-pages.ts'
import { isRestricted, show, showWhat, showWhere, showWho } from './report-pages.ts'

/** The first step of a report, empty; without a kind, the question what it is to be. */
export async function startReport(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = addressOf(request).query.get('jenis')
  const kind = reportKinds.find((known) => known === asked)
  const visit = { parts, request, reply, lang: languageOf(request) }
  if (!kind) return sendPage(parts, reply, 'reportKind', { shell: shellOf(parts, request) })
  return showWhat(visit, emptyForm(kind), [])
}

function emptyForm(kind: ReportKind): ReportForm {
  return reportForm.parse({
    command: randomUUID(),
    case: randomUUID(),
    startedAt: new Date().toISOString(),
    kind,
  })
}

/** A button of one of the three steps was pressed: on to the next, back, a search, or the other language. */
export async function answerReport(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<FastifyReply, Refusal>> {
  const press = parse(reportPress, request.body)
  const form = parse(reportForm, request.body)
  if (!press.ok) return press
  if (!form.ok) return form
  const { step, go, bahasa } = press.value
  if (bahasa) keepLanguage(reply, bahasa, parts.secure)
  const visit = { parts, request, reply, lang: bahasa ?? languageOf(request) }
  if (bahasa) return ok(await show(visit, step, form.value))
  if (go === 'back') return ok(await show(visit, step === 'who' ? 'where' : 'what', form.value))
  if (go === 'search') return ok(await show(visit, 'where', { ...form.value, village: '' }))
  return ok(await goOn(visit, step, form.value))
}

async function goOn(visit: Visit, step: ReportStep, form: ReportForm): Promise<FastifyReply> {
  const what = checkWhat(form, isCategory(visit.parts.reference, form))
  if (what.length > 0) return showWhat(visit, form, what)
  if (step === 'what') return showWhere(visit, form, [])
  const where = checkWhere(form)
  const place =
    where.length === 0 ? await findPlace(visit.parts, form.village, visit.lang, isRestricted(visit.parts, form)) : null
  if (!place?.office) return showWhere(visit, form, where)
  if (step === 'where') return showWho(visit, form, [])
  const who = checkWho(form)
  return who.length > 0 ? showWho(visit, form, who) : send(visit, form)
}

/** Registers the report. However often it is sent, it is one case, and the answer is its receipt. */
async function send(visit: Visit, form: ReportForm): Promise<FastifyReply> {
  const { parts, request, reply } = visit
  const order = orderOf(form, parts.reference)
  if (!order.ok) return showWho(visit, form, [], order.error)
  const subject = caseId.parse(form.case)
  const handled = await parts.handle(order.value, { kind: 'citizen', case: subject }, Date.now())
  request.log.info({ audit: 'case.register', subject, status: handled.status }, 'command')
  if (handled.status === 'refused') {
    noteRefusal(request, handled.refusal)
    return showWho(visit, afterRefusal(form, handled.refusal), [], handled.refusal)
  }
  await openReceipt(parts, reply, ledgerOf(villageCode.parse(form.village)), subject, form.command)
  return reply.redirect(publicPaths.receipt, 303)
}

// A refused command keeps its answer for good: what is sent after mending must be a new one.
const afterRefusal = (form: ReportForm, refusal: Refusal): ReportForm =>
  refusal.code === 'command-id-reused' ? form : { ...form, command: randomUUID() }
