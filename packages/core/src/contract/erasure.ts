import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { erasureBasis } from '../case/case.ts'
import { erasureId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { holder } from '../registry/registry.ts'
import { note } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** Commands by which people and families are forgotten. The subject is the wish: its id is made where it is asked. */
export const erasureCommandData = {
  'registry.ask-erasure': {
    path: '/api/registry/erasures',
    right: 'registry.edit',
    data: z.strictObject({ of: holder, who: z.uuid(), basis: erasureBasis, note: note.min(1) }),
  },
  'registry.decline-erasure': {
    path: '/api/registry/erasures/decline',
    right: 'case.erase',
    data: z.strictObject({ note: note.min(1) }),
  },
  // Its entry outlives what it erases: no words, in which a name could stand.
  'registry.erase': { path: '/api/registry/erasures/erase', right: 'case.erase', data: z.strictObject({}) },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>
export type ErasureCommand = keyof typeof erasureCommandData
export type ErasureCommandData = {
  readonly [Kind in ErasureCommand]: z.infer<(typeof erasureCommandData)[Kind]['data']>
}

/** A wish that nobody decided, as whoever decides needs it. */
export const erasureLine = z.object({
  id: erasureId,
  district: ledgerCode,
  version: z.int(),
  of: holder,
  holder: z.uuid(),
  name: z.string(),
  placeName: z.string(),
  basis: erasureBasis,
  words: z.string(),
  byName: z.string(),
  own: z.boolean(),
  at: z.int(),
})
export type ErasureLine = z.infer<typeof erasureLine>

/** What is asked about wishes to be forgotten. */
export const erasureRoutes = {
  erasures: row({
    method: 'GET',
    path: '/api/registry/erasures/asked',
    summary: 'People and families whom somebody asked to erase, the longest waiting first',
    allow: 'registry.read',
    audit: 'ERASURES_LISTED',
    query: z.strictObject({ holder: z.uuid().optional(), page: pageNumber }),
    body: nothing,
    reply: page(erasureLine),
  }),
} as const
