import { z } from 'zod'
import { familyId, personId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { personStatuses, sexes } from '../registry/registry.ts'
import { text } from './case.ts'
import { nothing, row } from './route.ts'

/** A person as a list of people found shows them: enough to choose by, numbers masked. */
export const personLine = z.object({
  id: personId,
  district: ledgerCode,
  name: z.string(),
  nik: z.string().nullable(),
  birthDate: wireDay.nullable(),
  sex: z.enum(sexes).nullable(),
  place: placeCode,
  placeName: z.string(),
  family: familyId.nullable(),
  status: z.enum(personStatuses),
})
export type PersonLine = z.infer<typeof personLine>

/** Where else somebody is known, and nothing of them: which district, and the office to ask. */
export const knownElsewhere = z.object({ district: ledgerCode, districtName: z.string(), officeName: z.string() })
export type KnownElsewhere = z.infer<typeof knownElsewhere>

/** How a typed line was read, so that whoever typed it sees what was searched for. */
export const foundAs = ['number', 'name', 'nothing', 'place-needed'] as const
const read = z.object({
  as: z.enum(foundAs),
  name: z.string(),
  birth: wireDay.nullable(),
  year: z.int().nullable(),
  places: z.array(z.object({ code: placeCode, name: z.string() })),
})

/** What is asked when somebody is looked for in the registry. */
export const findRoutes = {
  find: row({
    method: 'POST',
    path: '/api/registry/find',
    summary: 'People of the registry by one line: NIK, KK number, or name with birth and place',
    allow: 'registry.read',
    audit: 'PEOPLE_SEARCHED',
    query: nothing,
    body: z.strictObject({ text: text(200).min(2), place: placeCode.nullable() }),
    reply: z.object({
      items: z.array(personLine),
      /** There are more than are shown: a place or a day of birth would part them. */
      more: z.boolean(),
      read,
      elsewhere: z.array(knownElsewhere),
      /** Too many numbers were asked about in this hour to be told where else one is known. */
      limited: z.boolean(),
    }),
  }),
} as const
