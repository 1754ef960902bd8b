import { z } from 'zod'
import { caseStatuses } from '../case/case.ts'
import { caseId, familyId, personId, recordId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { codeLists } from '../registry/code-lists.ts'
import { doubtCodes } from '../registry/doubts.ts'
import { familyStatuses, holder, personStatuses, ways } from '../registry/registry.ts'
import { kinds } from '../registry/variables.ts'
import { shortText, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const at = { district: ledgerCode }
const names = z.object({ id: z.string(), en: z.string() })
/** Values under official names; numbers by which people could be found are masked. */
export const shown = z.record(z.string(), z.json())
export type Shown = z.infer<typeof shown>
const percent = z.int().min(0).max(100)
const completeness = z.object({ known: z.int(), asked: z.int(), percent })
export type CompletenessShown = z.infer<typeof completeness>
const doubts = z.array(z.object({ variable: z.string(), code: z.enum(doubtCodes) }))
export type DoubtShown = z.infer<typeof doubts>[number]

/** A family in a list. */
export const familyLine = z.object({
  id: familyId,
  ...at,
  version: z.int(),
  place: placeCode,
  placeName: z.string(),
  /** The name of its head; empty where there is none. */
  head: z.string(),
  members: z.int(),
  address: z.string(),
  kk: z.string().nullable(),
  desil: z.int().nullable(),
  complete: percent,
  status: z.enum(familyStatuses),
  changedAt: instant,
})
export type FamilyLine = z.infer<typeof familyLine>

/** A person with all that is said of them. */
export const personCard = z.object({
  id: personId,
  ...at,
  version: z.int(),
  family: familyId.nullable(),
  place: placeCode,
  placeName: z.string(),
  name: z.string(),
  age: z.int().nullable(),
  status: z.enum(personStatuses),
  mergedInto: personId.nullable(),
  today: wireDay,
  said: shown,
  completeness,
  doubts,
  changedAt: instant,
})
export type PersonCard = z.infer<typeof personCard>

export const caseOfFamily = z.object({
  id: caseId,
  ...at,
  number: z.string(),
  summary: z.string(),
  status: z.enum(caseStatuses),
  registeredAt: instant,
})
export type CaseOfFamily = z.infer<typeof caseOfFamily>

/** A family with its members and their cases, as far as the reader sees them. */
export const familyCard = z.object({
  line: familyLine,
  said: shown,
  completeness,
  doubts,
  mergedInto: familyId.nullable(),
  today: wireDay,
  members: z.array(personCard),
  cases: z.array(caseOfFamily),
  /** Whether the reader may record what is new. */
  mayEdit: z.boolean(),
  mayReveal: z.boolean(),
})
export type FamilyCard = z.infer<typeof familyCard>

/** One giving of values, as the history tells it. */
export const recordLine = z.object({
  id: recordId,
  at: instant,
  byName: z.string(),
  officeName: z.string(),
  way: z.enum(ways),
  source: z.string(),
  /** The day for which an extract said it; null for what people gave, who speak of the day on which they do. */
  on: wireDay.nullable(),
  values: shown,
  was: shown,
})
export type RecordLine = z.infer<typeof recordLine>

/** How much is known: under half, more, all that is asked. */
export const completeBands = ['low', 'part', 'whole'] as const
export type CompleteBand = (typeof completeBands)[number]
const desilText = z.string().regex(/^([1-9]|10|none)$/)

/** What is asked about people and families, by whoever reads the registry of their place. */
export const registryRoutes = {
  families: row({
    method: 'GET',
    path: '/api/registry/families',
    summary: 'Families of a place, by how much is known of them and by desil',
    allow: 'registry.read',
    audit: 'FAMILIES_LISTED',
    query: z.strictObject({
      place: placeCode.optional(),
      complete: z.enum(completeBands).optional(),
      desil: desilText.optional(),
      status: z.enum(familyStatuses).default('known'),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(familyLine),
  }),
  family: row({
    method: 'GET',
    path: '/api/registry/family',
    summary: 'A family: members, dwelling, assets, cases, with numbers masked',
    allow: 'registry.read',
    audit: 'FAMILY_READ',
    query: z.strictObject({ ...at, id: familyId }),
    body: nothing,
    reply: familyCard,
  }),
  person: row({
    method: 'GET',
    path: '/api/registry/person',
    summary: 'A person of the registry, with numbers masked',
    allow: 'registry.read',
    audit: 'PERSON_READ',
    query: z.strictObject({ ...at, id: personId }),
    body: nothing,
    reply: personCard,
  }),
  history: row({
    method: 'GET',
    path: '/api/registry/history',
    summary: 'Who gave the values of a person or family, when and how, with what stood before',
    allow: 'registry.read',
    audit: 'REGISTRY_HISTORY_READ',
    query: z.strictObject({
      ...at,
      of: holder,
      id: z.uuid(),
      variable: text(320).optional(),
      page: pageNumber,
    }),
    body: nothing,
    // REGISTRY-9 `heard`: of the one variable that is asked about, the days for which extracts found it as it stood.
    reply: page(recordLine).extend({ heard: z.array(wireDay) }),
  }),
  choices: row({
    method: 'GET',
    path: '/api/registry/choices',
    summary: 'Code lists and local questions of the registry as they hold today in a district',
    allow: 'registry.read',
    audit: 'REGISTRY_CHOICES_READ',
    query: z.strictObject(at),
    body: nothing,
    reply: z.object({
      lists: z.record(z.enum(codeLists), z.array(z.object({ code: z.string(), names }))),
      local: z.array(z.object({ name: z.string(), of: holder, kind: z.enum(kinds), names, why: z.string() })),
    }),
  }),
  ofCase: row({
    method: 'GET',
    path: '/api/registry/of-case',
    summary: 'Families whose card or member a case names, as far as the reader sees both',
    allow: 'registry.read',
    audit: 'FAMILIES_OF_CASE_READ',
    query: z.strictObject({ ...at, case: caseId }),
    body: nothing,
    reply: z.object({ items: z.array(familyLine) }),
  }),
  reveal: row({
    method: 'POST',
    path: '/api/registry/reveal',
    summary: 'NIK, KK and phone of a person or family in the open, with the reason on record',
    allow: 'person.reveal',
    audit: 'REGISTRY_REVEALED',
    query: nothing,
    body: z.strictObject({ ...at, of: holder, id: z.uuid(), reason: shortText.min(5) }),
    reply: z.object({ nik: z.string().nullable(), kk: z.string().nullable(), phone: z.string().nullable() }),
  }),
} as const
