import { z } from 'zod'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { code } from './case.ts'
import { itemLine } from './list-queries.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** A role as it stands somewhere today with all that is said of it, and how many hold it there. */
export const roleLine = itemLine.omit({ uses: true }).extend({
  /** Made by this very place: only then it is changed here. */
  own: z.boolean(),
  people: z.int(),
  offices: z.int(),
})
export type RoleLine = z.infer<typeof roleLine>

export const holderLine = z.object({
  staff: z.uuid(),
  name: z.string(),
  office: z.uuid(),
  officeName: z.string(),
  until: z.int().nullable(),
})

/** What administrators look at before they make, change or end a role. */
export const roleRoutes = {
  items: row({
    method: 'GET',
    path: '/api/roles/items',
    summary: 'Roles of a place with all that is said of them, and how many people hold each at how many offices',
    allow: 'staff.manage',
    audit: 'ROLE_ITEMS_READ',
    query: z.strictObject({ district: ledgerCode }),
    body: nothing,
    reply: z.object({ today: wireDay, items: z.array(roleLine) }),
  }),
  holders: row({
    method: 'GET',
    path: '/api/roles/holders',
    summary: 'Who holds a role now at the offices of a place',
    allow: 'staff.manage',
    audit: 'ROLE_HOLDERS_READ',
    query: z.strictObject({ district: ledgerCode, code, page: pageNumber }),
    body: nothing,
    reply: page(holderLine),
  }),
} as const
