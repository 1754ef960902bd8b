import type { RestrictedKind } from '@openslrt/core/access/permission.ts'
import { type CaseKind, caseKinds } from '@openslrt/core/case/case.ts'
import { nikText, phoneText } from '@openslrt/core/contract/case.ts'
import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { consentBases } from '@openslrt/core/referral/consent.ts'
import { consentOf, isBasis } from '../../../platform/offices/consent-fields.tsx'
import type { Sendable } from '../../../platform/outbox/sendable.ts'
import type { ChosenPlace } from '../../../platform/places/place-picker.tsx'
import { fitsKind } from '../../../platform/reference/use-lists.ts'
import { digitsOf, restrictedOf } from '../register/register-values.ts'

/** What an office that is no desk tells of somebody whom it met: the least that the Puskesos can begin with. */
export interface OpenValues {
  readonly name: string
  readonly place: ChosenPlace | null
  readonly address: string
  readonly phone: string
  readonly nik: string
  readonly category: string
  readonly red: boolean
  readonly summary: string
  readonly story: string
  readonly basis: string
  readonly words: string
}

export const emptyOpening: OpenValues = {
  name: '',
  place: null,
  address: '',
  phone: '',
  nik: '',
  category: '',
  red: false,
  summary: '',
  story: '',
  basis: '',
  words: '',
}

type Wrong = Partial<Record<keyof OpenValues, MessageKey>>

const leastSummary = 3

/** OPEN-4 What is wrong, by field, as a key of the sentence that says so. */
export function wrongIn(values: OpenValues): Wrong {
  const { name, place, phone, nik, category, summary } = values
  return {
    ...(name.trim() === '' && { name: 'open.name.missing' as const }),
    ...(!villageCode.safeParse(place?.code).success && { place: 'case.wrong.place' as const }),
    ...(isWrong(phoneText, phone.trim()) && { phone: 'case.wrong.phone' as const }),
    ...(isWrong(nikText, digitsOf(nik)) && { nik: 'case.wrong.nik' as const }),
    ...(category === '' && { category: 'case.wrong.category' as const }),
    ...(summary.trim().length < leastSummary && { summary: 'open.summary.missing' as const }),
    ...unagreed(values),
  }
}

function unagreed({ basis, words }: OpenValues): Wrong {
  if (!isBasis(basis)) return { basis: 'consent.missing' }
  return consentBases[basis] && words.trim() === '' ? { words: 'open.words.missing' } : {}
}

const isWrong = (schema: typeof nikText, text: string): boolean => text !== '' && !schema.safeParse(text).success

/** What the chosen category and the lists say of a case. */
export interface Told {
  readonly category: ListItem | undefined
  readonly channels: readonly ListItem[]
  /** Who tells of it. */
  readonly reporter: string
}

/** OPEN-4 What the command carries: the kind that the category is for, and whoever typed it as the one who reports. */
export function openingOf(values: OpenValues, told: Told): Sendable['case.register'] {
  const { name, place, address, phone, nik, category, red, summary, story } = values
  const reached = orNull(phone)
  return {
    kind: kindOf(told.category),
    category,
    channel: channelOf(told.channels),
    red,
    place: villageCode.parse(place?.code),
    summary: summary.trim(),
    story: story.trim(),
    client: { name: name.trim(), nik: orNull(digitsOf(nik)), kk: null, phone: reached, address: address.trim() },
    reporter: { name: told.reporter, phone: null, relation: 'officer', anonymous: false },
    contactVia: reached === null ? 'none' : 'whatsapp',
    restricted: restrictedIn(told.category),
    ...consentOf(values),
  }
}

/** What a category says of who may see its cases. */
export const restrictedIn = (category: ListItem | undefined): RestrictedKind | null =>
  restrictedOf(category?.data['restricted'])

const kindOf = (category: ListItem | undefined): CaseKind =>
  caseKinds.find((kind) => category !== undefined && fitsKind(category, kind)) ?? 'service'

// Lists are each place's own: the channel is the one for this, or what every list has.
const channelOf = (channels: readonly ListItem[]): string =>
  channels.some(({ code }) => code === 'other-office') ? 'other-office' : 'walk-in'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
