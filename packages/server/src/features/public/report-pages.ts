import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { problems as statuses } from '@openslrt/core/contract/problem.ts'
import type { ReportForm, ReportStep } from '@openslrt/core/contract/public-forms.ts'
import type { PlaceChoice, PlacesFound } from '@openslrt/core/contract/public-pages.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { fewestLetters, findPlace, searchPlaces } from './places.ts'
import { sayToCitizen } from './refused.ts'
import type { Problem } from './report-check.ts'
import { categoryChoices, chosenCategory, nameOn, restrictedBy } from './report-choices.ts'

/** One request for the report, with what its pages are drawn from. */
export interface Visit {
  readonly parts: PublicParts
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly lang: Lang
}

/** Draws a step as it was left, with nothing held against it. */
export function show(visit: Visit, step: ReportStep, form: ReportForm): Promise<FastifyReply> {
  return { what: showWhat, where: showWhere, who: showWho }[step](visit, form, [])
}

/** Whether what is reported may only be seen by roles that name it: another office then receives it. */
export const isRestricted = ({ reference }: PublicParts, form: ReportForm): boolean =>
  restrictedBy(reference, chosenCategory(form)) !== null

/** Step 1: what happened. */
export async function showWhat(visit: Visit, form: ReportForm, problems: readonly Problem[]): Promise<FastifyReply> {
  const choices = categoryChoices(visit.parts.reference, form.kind, visit.lang)
  const props = { shell: formShell(visit), form, problems, ...choices }
  return sendPage(visit.parts, visit.reply, 'reportWhat', props, { status: statusFor(problems) })
}

/** Step 2: where, with the villages of the search and the one that was chosen before. */
export async function showWhere(visit: Visit, form: ReportForm, problems: readonly Problem[]): Promise<FastifyReply> {
  const { parts, lang } = visit
  const restricted = isRestricted(parts, form)
  const chosen = form.village === '' ? null : await findPlace(parts, form.village, lang, restricted)
  const searched =
    form.search.trim().length >= fewestLetters ? await searchPlaces(parts, form.search, lang, restricted) : null
  const found = together(chosen, searched)
  const isShort = found === null && form.search.trim() !== ''
  const said: readonly Problem[] = isShort ? [{ field: 'search', text: 'public.report.missing.search' }] : problems
  const props = {
    shell: formShell(visit, 'search'),
    form: { ...form, village: chosen?.code ?? onlyOne(found) },
    problems: fitting(said, found),
    found,
    unserved: chosen?.office === null ? chosen.name : null,
  }
  return sendPage(parts, visit.reply, 'reportWhere', props, { status: statusFor(said) })
}

/** What was chosen stays on the list, whatever was searched since. */
function together(chosen: PlaceChoice | null, searched: PlacesFound | null): PlacesFound | null {
  if (chosen === null) return searched
  const { places, more } = searched ?? { places: [], more: false }
  return places.some(({ code }) => code === chosen.code) ? searched : { places: [chosen, ...places], more }
}

/** One answer needs no choosing, only a look. */
const onlyOne = (found: PlacesFound | null): string => (found?.places.length === 1 ? (found.places[0]?.code ?? '') : '')

/** "Choose one from the list" makes no sense where the search found nothing: the page says that itself. */
const fitting = (problems: readonly Problem[], found: PlacesFound | null): readonly Problem[] =>
  problems.filter(({ field }) => field !== 'village' || (found !== null && found.places.length > 0))

/** Step 3: for whom and how to reach the reporter, with what is about to be sent, and why it was not taken. */
export async function showWho(
  visit: Visit,
  form: ReportForm,
  problems: readonly Problem[],
  refusal: Refusal | null = null,
): Promise<FastifyReply> {
  const { parts, reply, lang } = visit
  const place = await findPlace(parts, form.village, lang, isRestricted(parts, form))
  if (!place) return showWhere(visit, form, [])
  const categoryName = nameOn(parts.reference, 'category', chosenCategory(form), lang)
  const said = refusal && refusedOf(visit, form, refusal)
  const props = { shell: formShell(visit), form, problems, categoryName, place, refusal: said }
  const status = refusal ? statuses[refusal.code].status : statusFor(problems)
  return sendPage(parts, reply, 'reportWho', props, { status })
}

const refusedOf = ({ parts, lang }: Visit, form: ReportForm, refusal: Refusal) => ({
  text: sayToCitizen(lang, refusal, parts.reference.zoneOf(form.village.slice(0, 5))),
  receipt: refusal.code === 'command-id-reused',
})

const formShell = ({ parts, request, lang }: Visit, press = 'next') =>
  shellOf(parts, request, { kind: 'button', form: 'lapor', press }, lang)

const statusFor = (problems: readonly Problem[]): number => (problems.length > 0 ? 422 : 200)
