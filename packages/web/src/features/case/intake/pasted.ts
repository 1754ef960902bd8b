import { blankIn } from '@openslrt/core/blank/blank.ts'
import type { CategoryChoice } from '@openslrt/core/intake/category.ts'
import { draftOf } from '@openslrt/core/intake/draft.ts'
import { lookUpLetters, type VillageChoice, villageIn } from '@openslrt/core/intake/place.ts'
import { readReports } from '@openslrt/core/intake/read-reports.ts'
import { type Draft, type Report, type ReportField, sureEnough } from '@openslrt/core/intake/report.ts'
import type { ChosenPlace } from '../../../platform/places/place-picker.tsx'
import { emptyCase, type RegisterValues } from '../register/register-values.ts'

/** One report of a paste, with a name of its own by which its form and what came of it are kept. */
export interface Pasted {
  readonly key: string
  readonly report: Report
  readonly draft: Draft
  /** Who sent it, where it came as a message. */
  readonly sender?: Sender
}

/** On which way a message came, and from which number; empty where it is an officer's own. */
export interface Sender {
  readonly channel: 'whatsapp' | 'sms'
  readonly phone: string
}

/** INTAKE-18 The reports of a text. The same words twice are one report: a message is often forwarded twice. */
export function pastedOf(text: string, choices: readonly CategoryChoice[]): readonly Pasted[] {
  const all = readReports(text).map((report) => ({ key: keyOf(report), report, draft: draftOf(report, choices) }))
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at)
}

// FNV-1a: short, and the same for the same words after a reload.
function keyOf({ lines }: Report): string {
  let hash = 0x811c9dc5
  for (const sign of lines.join('\n')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What the look-up of villages is asked: the beginning of the name, where slips are rare. Null where none is named. */
export function villageQuery({ village }: Draft): string | null {
  const letters = village.slice(0, lookUpLetters).trim()
  return letters.length < 2 ? null : letters
}

/** The real village that was meant, and whether somebody must look at it. */
export function villageOf(
  draft: Draft,
  found: readonly VillageChoice[],
): { readonly place: ChosenPlace | null; readonly doubtful: boolean } {
  const meant = villageIn(draft.village, draft.subdistrict, found)
  if (!meant) return { place: null, doubtful: draft.village !== '' }
  const { code, name, path } = meant.value
  return { place: { code, label: path === '' ? name : `${name}, ${path}` }, doubtful: meant.sure < sureEnough }
}

/**
 * INBOUND-6 The form of a new case as a report fills it; of a message with what is known of its sender. Words that name no
 * field are the story of a message: whoever writes freely has written just that.
 */
export function startOfPasted({ draft, report, sender }: Pasted, place: ChosenPlace | null): RegisterValues {
  const values = { ...startOf(draft, place), form: formIn(report.asides) }
  if (!sender) return values
  const free = Object.keys(report.fields).length === 0
  const own = values.relation === 'self'
  return {
    ...values,
    channel: sender.channel,
    story: free ? report.lines.join('\n').slice(0, 4000) : values.story,
    phone: own && values.phone === '' ? sender.phone : values.phone,
    reporterPhone: !own && values.reporterPhone === '' ? sender.phone : values.reporterPhone,
  }
}

/** A line that the printed form begins with: "No. formulir: F3404-26-012-07". */
const formIn = (asides: readonly string[]): string =>
  asides.map((line) => line.slice(line.indexOf(':') + 1).trim()).find((value) => /^f/i.test(value) && blankIn(value)) ??
  ''

/** INTAKE-18 The form of a new case as the report fills it. */
export const startOf = (draft: Draft, place: ChosenPlace | null): RegisterValues => ({
  ...emptyCase,
  place,
  name: draft.name.slice(0, 200),
  nik: draft.nik,
  kk: draft.kk,
  phone: draft.phone,
  address: draft.address.slice(0, 300),
  relation: draft.relation,
  reporterName: draft.reporter.slice(0, 200),
  reporterPhone: draft.reporterPhone,
  kind: draft.kind ?? '',
  category: draft.category ?? '',
  red: draft.red,
  story: draft.story.slice(0, 4000),
  channel: 'whatsapp',
})

/** Where the value of a report's line stands in the form. */
export const fieldOf: Readonly<Record<ReportField, keyof RegisterValues>> = {
  name: 'name',
  nik: 'nik',
  kk: 'kk',
  address: 'address',
  village: 'place',
  subdistrict: 'place',
  phone: 'phone',
  reporter: 'reporterName',
  reporterPhone: 'reporterPhone',
  relation: 'relation',
  kind: 'kind',
  category: 'category',
  story: 'story',
  urgency: 'red',
}

/** How one line of the text was taken. */
export function lineState({ report, draft }: Pasted, line: string): 'read' | 'doubtful' | 'unread' {
  if (report.unread.includes(line)) return 'unread'
  const doubtful = draft.doubtful.some((field) => {
    const label = report.fields[field]?.label
    return label !== undefined && line.startsWith(label)
  })
  return doubtful ? 'doubtful' : 'read'
}
