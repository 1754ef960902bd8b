import type { ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Sector } from '@openslrt/core/lists/sectors.ts'
import { ledgerOf, type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import type { Unit } from '@openslrt/core/programme/check-rule.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { Certainty, OwnerKind } from '@openslrt/core/programme/programme.ts'
import { useState } from 'react'
import { useActForm } from '../../platform/act/use-act-form.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'
import { type Post, useActing, useZone } from '../../platform/session/use-session.ts'
import {
  blankCriteria,
  type CriteriaValues,
  criteriaFaults,
  criteriaFrom,
  criteriaNow,
  criteriaOf,
} from './criteria-values.ts'
import { useChoices } from './vocabulary.tsx'

export interface FormProps {
  /** Null for a new one. */
  readonly card: ProgrammeCard | null
  /** The one in whose stead a new one stands. */
  readonly replaces: ProgrammeCard | null
  readonly onClose: () => void
  /** With the address of a new programme, once it is there. */
  readonly onDone: (address: string | null) => void
}

interface Values extends CriteriaValues {
  readonly name: string
  readonly gives: string
  readonly sector: Sector
  readonly unit: Unit
  readonly owner: OwnerKind
  readonly ownerName: string
  /** The village that a district writes a programme down for; null where it is the acting office's own place. */
  readonly village: ChosenPlace | null
  readonly office: string
  readonly decides: string
  readonly papers: string
  readonly contact: string
  readonly schedule: string
  readonly certainty: Certainty
}

/** The form of a programme, new or known. */
export function useProgrammeForm({ card, replaces, onDone }: FormProps) {
  const t = useText()
  const { post } = useActing()
  const choices = useChoices()
  const zone = useZone()
  // One id for as long as the form is open: pressed twice, it still is one programme.
  const [subject] = useState(() => card?.id ?? newId())
  const [today] = useState(() => dayIn(zone, Date.now()))
  const place = placeCode.parse(post?.place ?? '00')
  const district = card?.district ?? ledgerOf(place)
  const form = useActForm<'programme.open' | 'programme.change', Values>(
    {
      kind: card ? 'programme.change' : 'programme.open',
      key: draftKey(card, replaces),
      target: { district, subject, base: card?.version ?? null },
      onDone: (waiting) => onDone(card || waiting ? null : `/program/${district}/${subject}`),
    },
    {
      initial: initialOf(card, replaces, today, post),
      check: (values) => ({ ...faultsOf(values, t), ...(card ? {} : newFaults(values, post, choices.vocabulary, t)) }),
      data: (values) => (card ? wordsOf(values) : openOf(values, { place, replaces, known: choices.vocabulary })),
    },
  )
  return { ...form, choices }
}

const draftKey = (card: ProgrammeCard | null, replaces: ProgrammeCard | null): string =>
  card ? `programme ${card.id} ${card.version}` : `programme for ${replaces?.id ?? 'new'}`

function initialOf(
  card: ProgrammeCard | null,
  replaces: ProgrammeCard | null,
  today: string,
  post: Post | null,
): Values {
  if (card) return valuesOf(card, today, null)
  return replaces ? valuesOf(replaces, today, post) : blank(today, post)
}

const ownerAt = {
  village: 'village',
  subdistrict: 'village',
  district: 'district',
  province: 'provincial',
  nation: 'central',
} as const

const blank = (today: string, post: Post | null): Values => ({
  name: '',
  gives: '',
  sector: 'social-economy',
  unit: 'family',
  owner: ownerAt[post?.level ?? 'village'],
  ownerName: post?.officeName ?? '',
  village: null,
  office: '',
  decides: '',
  papers: 'KTP\nKK',
  contact: '',
  schedule: '',
  certainty: 'sure',
  ...blankCriteria(today),
})

// A local rule begins as the general one is, under the name of whoever writes it.
const valuesOf = (card: ProgrammeCard, today: string, post: Post | null): Values => {
  const { name, gives, sector, unit, owner, ownerName, decides, contact, schedule, certainty } = card
  return {
    ...blank(today, post),
    name,
    gives,
    sector,
    unit,
    decides,
    contact,
    schedule,
    certainty,
    ...(post ? {} : { owner, ownerName, office: card.office ?? '' }),
    papers: card.papers.join('\n'),
    ...criteriaFrom(criteriaNow(card), today),
  }
}

const wordsOf = (values: Values): Sendable['programme.change'] => ({
  name: values.name.trim(),
  gives: values.gives.trim(),
  sector: values.sector,
  ownerName: values.ownerName.trim(),
  office: values.office || null,
  decides: values.decides.trim(),
  papers: linesOf(values.papers),
  contact: values.contact.trim(),
  schedule: values.schedule.trim(),
  certainty: values.certainty,
})

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 1)

interface Opening {
  readonly place: PlaceCode
  readonly replaces: ProgrammeCard | null
  readonly known: Vocabulary
}

const openOf = (values: Values, { place, replaces, known }: Opening): Sendable['programme.open'] => ({
  ...wordsOf(values),
  ...criteriaOf(values, known),
  code: replaces?.code ?? '',
  unit: values.unit,
  owner: values.owner,
  place: values.owner === 'village' && values.village ? placeCode.parse(values.village.code) : place,
  replaces: replaces?.id ?? null,
})

function faultsOf(values: Values, t: Say): Errors<Values> {
  const missing = t('programme.form.missing')
  return {
    ...(values.name.trim().length < 3 && { name: missing }),
    ...(values.gives.trim().length < 3 && { gives: missing }),
    ...(values.ownerName.trim().length < 2 && { ownerName: missing }),
  }
}

const newFaults = (values: Values, post: Post | null, known: Vocabulary, t: Say): Errors<Values> => ({
  ...criteriaFaults(values, values.unit, known, t),
  ...(asksVillage(values.owner, post) && !values.village && { village: t('programme.form.missing') }),
})

/** PROG-9 A village's programme is one village's: an office above says which. */
export const asksVillage = (owner: OwnerKind, post: Post | null): boolean =>
  owner === 'village' && post !== null && post.level !== 'village'
