import { randomUUID } from 'node:crypto'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { ReportForm, ReportKind, ReportStep } from '@openslrt/core/contract/public-forms.ts'
import { reportForm, reportKinds, reportPress } from '@openslrt/core/contract/public-forms.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf } from '../../platform/http/answers.ts'
import { parse } from '../../platform/http/parse.ts'
import { keepLanguage, sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { fewestLetters, findPlace, searchPlaces } from './places.ts'
import { openReceipt } from './receipt.ts'
import { sayToCitizen } from './refused.ts'
import type { Problem } from './report-check.ts'
import { checkWhat, checkWhere, checkWho } from './report-check.ts'
import { categoryChoices, chosenCategory, isCategory, nameOn } from './report-choices.ts'
import { orderOf } from './report-order.ts'

/** One request for the report, with what its pages are drawn from. */
interface Visit {
  readonly parts: PublicParts
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly lang: Lang
}

/** The first step of a report, empty; without a kind, the question what it is to be. */
export async function startReport(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = new URL(request.url, 'http://here').searchParams.get('jenis')
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
  const place = where.length === 0 ? await findPlace(visit.parts, form.village, visit.lang) : null
  if (!place?.office) return showWhere(visit, form, where)
  if (step === 'where') return showWho(visit, form, [])
  const who = checkWho(form)
  return who.length > 0 ? showWho(visit, form, who) : send(visit, form)
}

function show(visit: Visit, step: ReportStep, form: ReportForm): Promise<FastifyReply> {
  return { what: showWhat, where: showWhere, who: showWho }[step](visit, form, [])
}

async function showWhat(visit: Visit, form: ReportForm, problems: readonly Problem[]): Promise<FastifyReply> {
  const choices = categoryChoices(visit.parts.reference, form.kind, visit.lang)
  const props = { shell: formShell(visit), form, problems, ...choices }
  return sendPage(visit.parts, visit.reply, 'reportWhat', props, { status: statusFor(problems) })
}

async function showWhere(visit: Visit, form: ReportForm, problems: readonly Problem[]): Promise<FastifyReply> {
  const { parts, lang } = visit
  const chosen = form.village === '' ? null : await findPlace(parts, form.village, lang)
  const searched = form.search.trim().length >= fewestLetters ? await searchPlaces(parts, form.search, lang) : null
  const listed = searched?.places.some(({ code }) => code === chosen?.code) ?? false
  const found =
    chosen && !listed ? { more: false, ...searched, places: [chosen, ...(searched?.places ?? [])] } : searched
  // One answer needs no choosing, only a look.
  const only = found?.places.length === 1 ? found.places[0] : undefined
  const village = chosen?.code ?? only?.code ?? ''
  const short = form.search.trim() !== '' && searched === null && chosen === null
  const said: readonly Problem[] = short ? [{ field: 'search', text: 'public.report.missing.search' }] : problems
  const unserved = chosen && chosen.office === null ? chosen.name : null
  const props = {
    shell: formShell(visit, 'search'),
    form: { ...form, village },
    problems: fitting(said, found),
    found,
    unserved,
  }
  return sendPage(parts, visit.reply, 'reportWhere', props, { status: statusFor(said) })
}

/** "Choose one from the list" makes no sense where the search found nothing: the page says that itself. */
const fitting = (problems: readonly Problem[], found: { readonly places: readonly unknown[] } | null) =>
  problems.filter(({ field }) => field !== 'village' || (found !== null && found.places.length > 0))

async function showWho(
  visit: Visit,
  form: ReportForm,
  problems: readonly Problem[],
  refusal: Refusal | null = null,
): Promise<FastifyReply> {
  const { parts, reply, lang } = visit
  const place = await findPlace(parts, form.village, lang)
  if (!place) return showWhere(visit, form, [])
  const said = refusal && {
    text: sayToCitizen(lang, refusal, parts.reference.zoneOf(form.village.slice(0, 5))),
    receipt: refusal.code === 'command-id-reused',
  }
  const categoryName = nameOn(parts.reference, 'category', chosenCategory(form), lang)
  const props = { shell: formShell(visit), form, problems, categoryName, place, refusal: said }
  const status = refusal ? statuses[refusal.code].status : statusFor(problems)
  return sendPage(parts, reply, 'reportWho', props, { status })
}

/** Registers the report. However often it is sent, it is one case, and the answer is its receipt. */
async function send(visit: Visit, form: ReportForm): Promise<FastifyReply> {
  const { parts, request, reply } = visit
  const order = orderOf(form, parts.reference)
  if (!order.ok) return showWho(visit, form, [], order.error)
  const subject = caseId.parse(form.case)
  const handled = await parts.handle(order.value, { kind: 'citizen', case: subject }, Date.now())
  request.log.info({ audit: 'case.register', subject, status: handled.status }, 'command')
  if (handled.status === 'refused') return showWho(visit, afterRefusal(form, handled.refusal), [], handled.refusal)
  await openReceipt(parts, reply, ledgerOf(villageCode.parse(form.village)), subject, form.command)
  return reply.redirect(publicPaths.receipt, 303)
}

// A refused command keeps its answer for good: what is sent after mending must be a new one.
const afterRefusal = (form: ReportForm, refusal: Refusal): ReportForm =>
  refusal.code === 'command-id-reused' ? form : { ...form, command: randomUUID() }

const formShell = ({ parts, request, lang }: Visit, press = 'next') =>
  shellOf(parts, request, { kind: 'button', form: 'lapor', press }, lang)

const statusFor = (problems: readonly Problem[]): number => (problems.length > 0 ? 422 : 200)
