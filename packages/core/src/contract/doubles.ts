import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { familyId, pairId, personId, personLinkId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { doubleReasons } from '../registry/double-score.ts'
import { familyReasons } from '../registry/family-double.ts'
import { linkStatus } from '../registry/link.ts'
import { holder, sex } from '../registry/registry.ts'
import { nikText, phoneText, shortText } from './case.ts'
import { knownElsewhere, personLine } from './find.ts'
import { nothing, page, pageNumber, row } from './route.ts'

// A column, an official variable, a question of a place's own (those have dashes), or a statement of a rule.
const field = z.string().regex(/^(?:[a-zA-Z0-9_-]{1,70}|pernyataan: [^\p{Cc}\p{Cs}]{1,300})$/u)
const two = { of: holder, kept: z.uuid(), gone: z.uuid() }

/** Nobody's row was changed a million times. */
const version = z.int().min(1).max(1_000_000)

/**
 * What is done about two people, or two families, who look like one. The subject is the pair: its id is made where it is
 * said. A merge names the versions that were compared: whoever changed since is looked at anew.
 */
export const doubleCommandData = {
  'registry.merge': {
    path: '/api/registry/merge',
    right: 'registry.merge',
    data: z.strictObject({ ...two, take: z.array(field).max(200), keptVersion: version, goneVersion: version }),
  },
  'registry.not-same': { path: '/api/registry/not-same', right: 'registry.merge', data: z.strictObject(two) },
  'registry.unmerge': { path: '/api/registry/unmerge', right: 'registry.merge', data: z.strictObject({}) },
  // Somebody who is known in another district too: the subject is the link, and its district that of whoever asks.
  'registry.ask-link': {
    path: '/api/registry/links/ask',
    right: 'registry.edit',
    data: z.strictObject({ person: personId, note: shortText.min(3) }),
  },
  'registry.answer-link': {
    path: '/api/registry/links/answer',
    right: 'registry.merge',
    data: z.strictObject({ person: personId, same: z.boolean() }),
  },
  'registry.end-link': { path: '/api/registry/links/end', right: 'registry.merge', data: z.strictObject({}) },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>
export type DoubleCommand = keyof typeof doubleCommandData
export type DoubleCommandData = { readonly [Kind in DoubleCommand]: z.infer<(typeof doubleCommandData)[Kind]['data']> }

const why = { score: z.int(), reasons: z.array(z.enum(doubleReasons)) }
export const candidate = z.object({ person: personLine, ...why })
export type Candidate = z.infer<typeof candidate>

/** Two people on the list of likely doubles. */
export const doubleLine = z.object({ id: z.uuid(), first: personLine, second: personLine, ...why })
export type DoubleLine = z.infer<typeof doubleLine>

const familyShort = z.object({
  id: familyId,
  /** Of its head, or whoever of it is known; empty where nobody is. */
  name: z.string(),
  address: z.string(),
  placeName: z.string(),
  members: z.int(),
})
/** Two families on the list of likely doubles. */
export const familyDoubleLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  first: familyShort,
  second: familyShort,
  score: z.int(),
  reasons: z.array(z.enum(familyReasons)),
})
export type FamilyDoubleLine = z.infer<typeof familyDoubleLine>

/** One that was made of two, and may be parted again. */
export const mergeLine = z.object({
  id: pairId,
  district: ledgerCode,
  version: z.int(),
  of: holder,
  keptName: z.string(),
  goneName: z.string(),
  placeName: z.string(),
  byName: z.string(),
  at: z.int(),
})
export type MergeLine = z.infer<typeof mergeLine>

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
/** One field of two, numbers masked: what each says, and what stands if nobody chooses. */
export const comparedField = z.object({
  field: z.string(),
  kept: value,
  gone: value,
  same: z.boolean(),
  take: z.boolean(),
})
export type ComparedField = z.infer<typeof comparedField>

const holderHead = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  placeName: z.string(),
  /** The names of a family's members, its head first; none of a person. */
  members: z.array(z.string()),
})
export const mergePreview = z.object({
  district: ledgerCode,
  of: holder,
  kept: holderHead,
  gone: holderHead,
  fields: z.array(comparedField),
  /** How many rows elsewhere name the one that goes, and will name the other: by table. */
  follows: z.array(z.object({ table: z.string(), n: z.int() })),
  score: z.int(),
  reasons: z.array(z.enum([...doubleReasons, ...familyReasons])),
})
export type MergePreview = z.infer<typeof mergePreview>

/** Somebody whom two districts know, as the one of the two sees it that reads: of the other nothing but its name and its office. */
export const linkLine = z.object({
  id: personLinkId,
  /** The ledger in which it lies: that of the district that asked. */
  district: ledgerCode,
  version: z.int(),
  status: linkStatus,
  /** Whether the reader's district asked, or was asked. */
  asked: z.boolean(),
  otherName: z.string(),
  /** The office that asked, or the one that answered; empty where nobody has. */
  officeName: z.string(),
  note: z.string(),
  at: z.int(),
  answeredAt: z.int().nullable(),
  /** The reader's own person. */
  person: personId,
  personName: z.string(),
  mayAnswer: z.boolean(),
  mayEnd: z.boolean(),
})
export type LinkLine = z.infer<typeof linkLine>

/** What is asked about people who may stand in the registry twice. */
export const doubleRoutes = {
  candidates: row({
    method: 'POST',
    path: '/api/registry/candidates',
    summary: 'People of the registry whom somebody new may be, before they are written down',
    allow: 'registry.edit',
    audit: 'PEOPLE_COMPARED',
    query: nothing,
    body: z.strictObject({
      name: shortText,
      nik: nikText.nullable(),
      kk: nikText.nullable(),
      phone: phoneText.nullable(),
      birthDate: wireDay.nullable(),
      sex: sex.nullable(),
      place: villageCode,
    }),
    reply: z.object({ items: z.array(candidate), elsewhere: z.array(knownElsewhere), limited: z.boolean() }),
  }),
  list: row({
    method: 'GET',
    path: '/api/registry/doubles',
    summary: 'People within scope who may stand in the registry twice, the likeliest first',
    allow: 'registry.merge',
    audit: 'DOUBLES_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(doubleLine),
  }),
  families: row({
    method: 'GET',
    path: '/api/registry/doubles/families',
    summary: 'Families within scope that may stand in the registry twice, the likeliest first',
    allow: 'registry.merge',
    audit: 'FAMILY_DOUBLES_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(familyDoubleLine),
  }),
  merged: row({
    method: 'GET',
    path: '/api/registry/merged',
    summary: 'Those within scope that were made one of two, the newest first',
    allow: 'registry.merge',
    audit: 'MERGES_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(mergeLine),
  }),
  preview: row({
    method: 'GET',
    path: '/api/registry/merge-preview',
    summary: 'What two people or families say, field by field, before they become one',
    allow: 'registry.merge',
    audit: 'MERGE_PREVIEWED',
    query: z.strictObject({ district: ledgerCode, ...two }),
    body: nothing,
    reply: mergePreview,
  }),
  links: row({
    method: 'GET',
    path: '/api/registry/links',
    summary:
      'In which other districts a person is known, as far as these confirmed it; or what other districts ask of the reader',
    allow: 'registry.read',
    audit: 'PERSON_LINKS_READ',
    query: z.strictObject({ district: ledgerCode.optional(), person: personId.optional() }),
    body: nothing,
    reply: z.object({ items: z.array(linkLine) }),
  }),
} as const
