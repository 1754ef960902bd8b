import type { ProposalData } from '@openslrt/core/contract/proposal.ts'
import type { FoundPerson, ProposalCard } from '@openslrt/core/contract/proposal-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { familyId, personId } from '@openslrt/core/kernel/id.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { kindLaw, type ProposalKind, proposalKind } from '@openslrt/core/proposal/kinds.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'
import { fieldName } from './field-name.ts'

/** One value that is asked for, as it is typed. */
export interface AskedValue {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What the form of a proposal holds. */
export interface DraftValues {
  readonly kind: string
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly place: ChosenPlace | null
  readonly programme: string
  readonly asked: readonly AskedValue[]
  readonly reason: string
  readonly note: string
}

export const emptyDraft: DraftValues = {
  kind: '',
  name: '',
  nik: '',
  kk: '',
  place: null,
  programme: '',
  asked: [],
  reason: '',
  note: '',
}

/** The values that a kind asks for stand in the form from the start. */
export const askedFor = (
  kind: string,
  found: FoundPerson | null,
  typed: readonly AskedValue[],
): readonly AskedValue[] => {
  const known = proposalKind.safeParse(kind)
  if (!known.success) return typed
  const asks = kindLaw(known.data).asks.filter((name) => typed.every((one) => one.name !== name))
  return [...asks.map((name) => ({ name, before: found?.values[name] ?? '', after: '' })), ...typed]
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** What is wrong with a draft. It may lack much: only what would be lost is asked for. */
export function draftFaults(values: DraftValues, t: Say, chosen: boolean) {
  const number = (typed: string): boolean => digits(typed) !== '' && digits(typed).length !== 16
  const after = values.asked.find(({ after: typed }) => typed.trim() === '')
  return {
    ...(values.kind === '' && { kind: t('proposal.form.kind.missing') }),
    ...(!chosen && values.name.trim() === '' && { name: t('proposal.form.name.missing') }),
    ...(!chosen && values.place === null && { place: t('proposal.form.place.missing') }),
    ...(!chosen && number(values.nik) && { nik: t('proposal.form.nik.wrong') }),
    ...(number(values.kk) && { kk: t('proposal.form.nik.wrong') }),
    ...(values.reason === '' && { reason: t('proposal.reason.missing') }),
    ...(after && { asked: t('proposal.form.asked.missing', { field: fieldName(after.name) }) }),
  }
}

type Words = Omit<ProposalData['change'], 'nik' | 'kk'> & Pick<ProposalData['draft'], 'nik' | 'kk'>

interface Whom {
  readonly found: FoundPerson | null
  /** The number by which they were found: lists show it masked. */
  readonly nik: string
}

/** What a new proposal and a changed one have in common. */
export function wordsOf(values: DraftValues, { found, nik }: Whom): Words {
  return {
    person: found ? personId.parse(found.id) : null,
    family: found?.family ? familyId.parse(found.family) : null,
    name: found?.name ?? values.name.trim(),
    nik: (found ? nik : digits(values.nik)) || null,
    kk: digits(values.kk) || null,
    programme:
      values.programme
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || null,
    asked: values.asked.map(({ name, before, after }) => ({
      name,
      before: before || null,
      after: after.trim() || null,
    })),
    reason: values.reason,
    note: values.note.trim(),
  }
}

export const kindOf = (values: DraftValues): ProposalKind => proposalKind.parse(values.kind)
export const placeOf = (values: DraftValues, found: FoundPerson | null): PlaceCode =>
  placeCode.parse(found?.place ?? values.place?.code)

/** A proposal as it is changed: numbers that were not typed anew are left as they are. */
export function changedWords(values: DraftValues, card: ProposalCard): ProposalData['change'] {
  const { nik, kk, ...words } = wordsOf(values, { found: null, nik: '' })
  return {
    ...words,
    person: card.person,
    family: card.family,
    ...(nik !== null && { nik }),
    ...(kk !== null && { kk }),
  }
}

/** A proposal that is changed, as its form begins. Numbers are shown masked: who changes them types them anew. */
export const draftOf = (card: ProposalCard): DraftValues => ({
  kind: card.kind,
  name: card.name,
  nik: '',
  kk: '',
  place: { code: card.place, label: card.placeName },
  programme: card.programme ?? '',
  asked: card.asked.map(({ name, before, after }) => ({ name, before: before ?? '', after: after ?? '' })),
  reason: card.reason,
  note: card.note,
})
