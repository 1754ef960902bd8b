import { type RestrictedKind, restrictedKinds } from '@openslrt/core/access/permission.ts'
import { blankIn, blankNumber } from '@openslrt/core/blank/blank.ts'
import type { CaseKind, contactWays, relations } from '@openslrt/core/case/case.ts'
import { caseRule } from '@openslrt/core/case/moves.ts'
import { nikText, phoneText } from '@openslrt/core/contract/case.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { type ContactCare, contactCares } from '@openslrt/core/notice/contact.ts'
import { type PlaceCode, villageCode } from '@openslrt/core/place/code.ts'
import type { Sendable } from '../../../platform/outbox/sendable.ts'
import type { ChosenPlace } from '../../../platform/places/place-picker.tsx'

/** What is typed on the page. Empty text means "not said"; `place` comes back from a draft as whatever it was. */
export interface RegisterValues {
  readonly place: ChosenPlace | null
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly phone: string
  readonly address: string
  readonly relation: (typeof relations)[number]
  readonly reporterName: string
  readonly reporterPhone: string
  readonly anonymous: boolean
  readonly kind: CaseKind | ''
  readonly category: string
  readonly red: boolean
  readonly summary: string
  readonly story: string
  readonly restricted: RestrictedKind | ''
  readonly channel: string
  /** The number of the paper form that it is typed from. */
  readonly form: string
  readonly contactVia: (typeof contactWays)[number] | ''
  readonly contactCare: readonly ContactCare[]
  /** The quick way: empty while the case is to go on to the back office. */
  readonly outcome: string
  readonly answer: string
}

export const emptyCase: RegisterValues = {
  place: null,
  name: '',
  nik: '',
  kk: '',
  phone: '',
  address: '',
  relation: 'self',
  reporterName: '',
  reporterPhone: '',
  anonymous: false,
  kind: '',
  category: '',
  red: false,
  summary: '',
  story: '',
  restricted: '',
  channel: 'walk-in',
  form: '',
  contactVia: '',
  contactCare: [],
  outcome: '',
  answer: '',
}

/** Who reports about themselves and wants no name leaves nothing that names them. */
export const isHidden = ({ anonymous, relation }: Pick<RegisterValues, 'anonymous' | 'relation'>): boolean =>
  anonymous && relation === 'self'

/** Kinds that the desk may answer at once. */
export const isQuick = (kind: CaseKind | ''): boolean => kind !== '' && (caseRule('settle').kinds ?? []).includes(kind)

/** The way of reaching the citizen that holds while nobody chose one. */
export function contactOf({
  contactVia,
  phone,
}: Pick<RegisterValues, 'contactVia' | 'phone'>): (typeof contactWays)[number] {
  if (contactVia !== '') return contactVia
  return phone.trim() === '' ? 'none' : 'whatsapp'
}

export const restrictedOf = (value: unknown): RestrictedKind | null =>
  restrictedKinds.find((kind) => kind === value) ?? null

type Wrong = Partial<Record<keyof RegisterValues, MessageKey>>

/** REGISTER-1 What is wrong, by field, as a key of the sentence that says so. */
export function wrongIn(values: RegisterValues): Wrong {
  const { anonymous, name, nik, kk, phone, place, kind, category } = values
  const known = isHidden(values) ? { nik: '', kk: '', phone: '' } : { nik, kk, phone }
  return {
    ...(villageOf(place) === null && { place: 'case.wrong.place' as const }),
    ...(!anonymous && name.trim() === '' && { name: 'case.wrong.name' as const }),
    ...(isWrong(nikText, digitsOf(known.nik)) && { nik: 'case.wrong.nik' as const }),
    ...(isWrong(nikText, digitsOf(known.kk)) && { kk: 'case.wrong.kk' as const }),
    ...(isWrong(phoneText, known.phone.trim()) && { phone: 'case.wrong.phone' as const }),
    ...(isWrong(phoneText, reporterPhoneOf(values)) && { reporterPhone: 'case.wrong.phone' as const }),
    ...(kind === '' && { kind: 'case.wrong.kind' as const }),
    ...(category === '' && { category: 'case.wrong.category' as const }),
    ...wordsWrong(values),
  }
}

const wordsWrong = ({ form, summary }: RegisterValues): Wrong => ({
  ...(form.trim() !== '' && !blankIn(form) && { form: 'case.wrong.form' as const }),
  ...(isTooShort(summary) && { summary: 'case.wrong.summary' as const }),
})

const leastSummary = 3
const isTooShort = (text: string): boolean => text.trim() !== '' && text.trim().length < leastSummary

/** What was typed of somebody who reports for themselves after all, or wants no name, stands in no field any more. */
const reporterPhoneOf = ({ anonymous, relation, reporterPhone }: RegisterValues): string =>
  anonymous || relation === 'self' ? '' : reporterPhone.trim()

/** The village that was chosen; a draft may hold anything. */
function villageOf(place: ChosenPlace | null): PlaceCode | null {
  const code = villageCode.safeParse(place?.code)
  return code.success ? code.data : null
}

const isWrong = (schema: typeof nikText, text: string): boolean => text !== '' && !schema.safeParse(text).success

/** Numbers are read aloud and typed in groups. */
export const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '')

/** REGISTER-2 What the command carries. A case without words of its own is named after its category. */
export function caseDataOf(values: RegisterValues, categoryName: string): Sendable['case.register'] {
  const { anonymous, relation, kind, category, channel, red, summary, story, restricted } = values
  const place = villageCode.parse(values.place?.code)
  const self = relation === 'self'
  return {
    kind: kind === '' ? 'question' : kind,
    category,
    channel,
    red,
    place,
    summary: (summary.trim() || categoryName).slice(0, 200),
    story: story.trim(),
    client: isHidden(values) ? nobody : clientOf(values),
    reporter: {
      relation,
      anonymous,
      name: anonymous || self ? null : orNull(values.reporterName),
      phone: anonymous || self ? null : orNull(values.reporterPhone),
    },
    contactVia: isHidden(values) ? 'none' : contactOf(values),
    contactCare: isHidden(values) ? [] : contactCares.filter((care) => values.contactCare.includes(care)),
    restricted: restricted === '' ? null : restricted,
    ...formOf(values),
  }
}

/** BLANK-3 The number as it is printed, however it was typed. */
function formOf({ form }: RegisterValues): { readonly form?: string } {
  const named = blankIn(form)
  return named ? { form: blankNumber(named.batch, named.sheet) } : {}
}

const nobody = { name: '', nik: null, kk: null, phone: null, address: '' } as const

const clientOf = ({ name, nik, kk, phone, address }: RegisterValues) => ({
  name: name.trim(),
  nik: orNull(digitsOf(nik)),
  kk: orNull(digitsOf(kk)),
  phone: orNull(phone),
  address: address.trim(),
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

type Comparison = Readonly<Record<'place' | 'category' | 'nik' | 'kk' | 'phone', string | null>> & {
  readonly name: string
}

const leastName = 3

/** REGISTER-3 What is compared with the cases that are there; null while too little is typed to find anything. */
export function comparisonOf(values: RegisterValues): Comparison | null {
  if (isHidden(values)) return null
  const compared = {
    place: villageOf(values.place),
    category: orNull(values.category),
    name: values.name.trim(),
    nik: whole(nikText, digitsOf(values.nik)),
    kk: whole(nikText, digitsOf(values.kk)),
    phone: whole(phoneText, values.phone.trim()),
  }
  const byName = compared.name.length >= leastName && compared.place !== null
  return byName || compared.nik || compared.kk || compared.phone ? compared : null
}

const whole = (schema: typeof nikText, text: string): string | null => (schema.safeParse(text).success ? text : null)
