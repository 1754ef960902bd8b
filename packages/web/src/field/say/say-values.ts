import { phoneText } from '@openslrt/core/contract/case.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { type ComplaintValues, complaintOf } from '../screens/complaint-values.ts'

/** What a citizen tells at the door that is no complaint. */
export const saidKinds = ['question', 'suggestion'] as const
export type SaidKind = (typeof saidKinds)[number]

export type SayValues = Omit<ComplaintValues, 'story'> & { readonly kind: string; readonly story: string }

/** FIELD-26 A question or a suggestion, as the desk registers it. */
export const saidOf = (values: SayValues, kind: SaidKind, place: PlaceCode): Sendable['case.register'] => ({
  ...complaintOf(values, place),
  kind,
})

type Fault =
  | 'visit.form.place.missing'
  | 'field.complaint.name.missing'
  | 'field.complaint.category.missing'
  | 'field.complaint.phone.wrong'
  | 'work.say.kind.missing'
  | 'work.say.summary.missing'

/** What is missing or wrong. */
export const faultsOf = (values: SayValues): Partial<Record<keyof SayValues, Fault>> => ({
  ...(kindOf(values.kind) === null && { kind: 'work.say.kind.missing' }),
  ...(values.place === '' && { place: 'visit.form.place.missing' }),
  ...(values.name.trim() === '' && { name: 'field.complaint.name.missing' }),
  ...(values.category === '' && { category: 'field.complaint.category.missing' }),
  ...(values.summary.trim().length < 3 && { summary: 'work.say.summary.missing' }),
  ...(values.phone !== '' && !phoneText.safeParse(values.phone).success && { phone: 'field.complaint.phone.wrong' }),
})

export const kindOf = (kind: string): SaidKind | null => saidKinds.find((one) => one === kind) ?? null

/** Whether an item of the list of categories is for a kind; one that names no kinds is for all. */
export const isFor = (kind: string, kinds: unknown): boolean => !Array.isArray(kinds) || kinds.includes(kind)
