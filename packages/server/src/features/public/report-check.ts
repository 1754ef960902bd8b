import { contactWays, relations } from '@openslrt/core/case/case.ts'
import { nikText, note, phoneText, shortText, text } from '@openslrt/core/contract/case.ts'
import type { ReportField, ReportForm } from '@openslrt/core/contract/public-forms.ts'
import { otherChoice } from '@openslrt/core/contract/public-forms.ts'
import type { FieldProblem } from '@openslrt/core/contract/public-pages.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import type { z } from 'zod'

export type Problem = FieldProblem<ReportField>

/** What is still wrong with the first step. `isKnown` tells whether the chosen category is one of this kind of report. */
export function checkWhat(form: ReportForm, isKnown: boolean): readonly Problem[] {
  return problems(
    ['category', isKnown || form.category === otherChoice ? null : 'public.report.missing.category'],
    ['otherCategory', isKnown || form.category !== otherChoice ? null : 'public.report.missing.other'],
    ['summary', form.summary.trim().length < 3 ? 'public.report.missing.summary' : null],
    ['summary', unfit(form.summary, shortText, 200, 'public.report.long.summary')],
    ['story', unfit(form.story, note, 4000, 'public.report.long.story')],
  )
}

/** What is still wrong with the second step, once something was searched. */
export function checkWhere(form: ReportForm): readonly Problem[] {
  const chosen = villageCode.safeParse(form.village).success
  const searched = form.search.trim() !== ''
  return problems(
    ['search', !chosen && !searched ? 'public.report.missing.search' : null],
    ['village', !chosen && searched ? 'public.report.missing.village' : null],
    ['address', unfit(form.address, text(300), 300, 'public.report.long.address')],
  )
}

/** What is still wrong with the third step. Fields that an anonymous reporter does not fill in are not looked at. */
export function checkWho(form: ReportForm): readonly Problem[] {
  const other = form.forWhom === 'other'
  return problems(
    ['forWhom', other || form.forWhom === 'self' ? null : 'public.report.missing.for'],
    ...(other ? personProblems(form) : []),
    ...(form.anonymous === '' ? ownProblems(form) : []),
    ['nik', usesNik(form) && wrongNik(form.nik) ? 'public.report.wrong.nik' : null],
  )
}

type Check = readonly [field: ReportField, text: MessageKey | null]

const personProblems = (form: ReportForm): readonly Check[] => [
  ['person', form.person.trim() === '' && form.anonymous === '' ? 'public.report.missing.name.other' : null],
  ['person', unfit(form.person, shortText, 200, 'public.report.long.name')],
  ['relation', isRelation(form.relation) ? null : 'public.report.missing.relation'],
]

function ownProblems(form: ReportForm): readonly Check[] {
  const phone = form.phone.trim()
  const wrong = phone !== '' && !phoneText.safeParse(phone).success
  const calls = ['whatsapp', 'phone', 'sms'].includes(form.contactVia)
  return [
    ['name', form.name.trim() === '' ? 'public.report.missing.name' : null],
    ['name', unfit(form.name, shortText, 200, 'public.report.long.name')],
    ['phone', wrong ? 'public.report.wrong.phone' : null],
    ['phone', calls && phone === '' ? 'public.report.contact.phone' : null],
    ['contactVia', isContactWay(form.contactVia) ? null : 'public.report.missing.contact'],
  ]
}

/** The first thing that is wrong with each field, in the order of the page. */
function problems(...checks: readonly Check[]): readonly Problem[] {
  const found = checks.flatMap(([field, said]) => (said === null ? [] : [{ field, text: said }]))
  return found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at)
}

function unfit(typed: string, schema: z.ZodType, most: number, tooLong: MessageKey): MessageKey | null {
  // A browser without script ends lines with two signs; they count as one.
  if (typed.trim().replaceAll('\r\n', '\n').length > most) return tooLong
  return schema.safeParse(typed).success || typed.trim() === '' ? null : 'public.report.odd'
}

/** Who reports for themselves without a name has no number to give either. */
export const usesNik = (form: ReportForm): boolean => form.forWhom === 'other' || form.anonymous === ''

/** A NIK as its digits: people copy it from the card with gaps. */
export const nikDigits = (typed: string): string => typed.replace(/[\s.-]/g, '')
const wrongNik = (typed: string): boolean => nikDigits(typed) !== '' && !nikText.safeParse(nikDigits(typed)).success

export const isRelation = (value: string): value is Exclude<(typeof relations)[number], 'self'> =>
  value !== 'self' && relations.some((relation) => relation === value)
export const isContactWay = (value: string): value is (typeof contactWays)[number] =>
  contactWays.some((way) => way === value)
