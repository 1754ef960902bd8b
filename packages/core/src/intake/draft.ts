import type { CaseKind } from '../case/case.ts'
import type { CategoryChoice } from './category.ts'
import { categoryIn } from './category.ts'
import type { Draft, Meant, Report, ReportField } from './report.ts'
import { neededFields, reportFields, sureEnough } from './report.ts'
import { isNothing, kindIn, numberIn, phoneIn, relationIn, urgencyIn } from './values.ts'

/**
 * INTAKE-15 A report in the values of a case, with what a person has to look at and what is missing. Nothing is made up:
 * what was not understood stays empty or as it was written, and is named.
 */
export function draftOf(report: Report, choices: readonly CategoryChoice[]): Draft {
  const said = saidIn(report)
  const spoken = [said('story'), ...report.asides].filter((line) => line !== '').join('\n')
  const numbers = { nik: numberIn(said('nik')), kk: numberIn(said('kk')) }
  const phones = { phone: phoneIn(said('phone')), reporterPhone: phoneIn(said('reporterPhone')) }
  const kind = kindIn(said('kind'))
  const about = said('category') || (kind ? '' : said('kind'))
  const category = categoryIn(about, spoken, kind?.value ?? null, choices)
  const relation = relationOf(said)
  const urgency = urgencyIn(said('urgency'))
  const meant: Judged = { ...numbers, ...phones, kind, category, relation, urgency }
  const values = {
    ...plainFields(said),
    nik: numbers.nik.value,
    kk: numbers.kk.value,
    phone: phones.phone.value,
    reporterPhone: phones.reporterPhone.value,
    relation: relation.value,
    kind: kind?.value ?? null,
    category: category?.value ?? null,
    story: spoken,
    red: urgency?.value ?? false,
  }
  return {
    ...values,
    doubtful: reportFields.filter((field) => isDoubtful(field, report, meant)),
    missing: neededFields.filter((field) => isMissing(values, field)),
  }
}

type Said = (field: ReportField) => string

const saidIn =
  ({ fields }: Report): Said =>
  (field) => {
    const text = fields[field]?.text ?? ''
    return isNothing(text) ? '' : text
  }

const plainFields = (said: Said) => ({
  name: said('name').replace(/\s+/g, ' '),
  address: said('address'),
  village: placeName(said('village')),
  subdistrict: placeName(said('subdistrict')),
  reporter: said('reporter').replace(/\s+/g, ' '),
})

/** "Desa Caturtunggal Kec. Depok" names the village and what it lies in; the first is what is looked for. */
const placeName = (text: string): string =>
  text
    .replace(/^(?:desa|kelurahan|kel|kalurahan|kecamatan|kec|kapanewon)\b\.?\s+/i, '')
    .replace(/[,(].*$|\s+(?:kec|kecamatan|kapanewon)\b.*$/i, '')
    .trim()

/** Nobody is named beside the one in need: they speak for themselves. Who is named without saying more must be asked. */
function relationOf(said: Said): Meant<Draft['relation']> {
  const named = relationIn(said('relation'))
  if (named) return named
  const alone = said('reporter') === '' || said('reporter') === said('name')
  return alone && said('relation') === '' ? { value: 'self', sure: 1 } : { value: 'other', sure: 0 }
}

/** What was made of the fields that can be read in more ways than one. */
type Judged = Readonly<Partial<Record<ReportField, Meant<unknown> | null>>>

function isDoubtful(field: ReportField, { fields }: Report, meant: Judged): boolean {
  const read = fields[field]
  const written = read !== undefined && !isNothing(read.text)
  // These two are also told from other lines: the category from the story, the relation from who is named.
  const hinted = field === 'category' || field === 'relation'
  if (!written && !(hinted && meant[field])) return false
  return Math.min(read?.sure ?? 1, sureOf(field, meant)) < sureEnough
}

const sureOf = (field: ReportField, meant: Judged): number => (field in meant ? (meant[field]?.sure ?? 0) : 1)

type Values = {
  readonly name: string
  readonly village: string
  readonly kind: CaseKind | null
  readonly category: string | null
}
const isMissing = (values: Values, field: (typeof neededFields)[number]): boolean =>
  values[field] === null || values[field] === ''
