import { z } from 'zod'
import { wireDay } from '../kernel/instant.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { code, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const names = z.object({ id: z.string(), en: z.string() })
export const listItem = z.object({ code: z.string(), names, data: z.record(z.string(), z.unknown()) })
export type ListItem = z.infer<typeof listItem>

const weekShown = z.array(z.tuple([z.int(), z.int()]).nullable())

export const officeLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  version: z.int(),
  name: z.string(),
  kind: z.enum(officeKinds),
  level: z.enum(officeLevels),
  place: placeCode,
  placeName: z.string(),
  parent: z.uuid().nullable(),
  active: z.boolean(),
  address: z.string(),
  phone: z.string(),
  staff: z.int(),
})
export type OfficeLine = z.infer<typeof officeLine>

/** An office in the tree, with how many lie below it at whatever depth. */
export const officeBranch = officeLine.extend({ below: z.int(), inactiveBelow: z.int() })
export type OfficeBranch = z.infer<typeof officeBranch>

export const staffLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  version: z.int(),
  name: z.string(),
  active: z.boolean(),
  signInName: z.string().nullable(),
  /** Whether a program uses the account: it was given a key. */
  service: z.boolean(),
  posts: z.array(
    z.object({
      id: z.uuid(),
      district: ledgerCode,
      version: z.int(),
      office: z.uuid(),
      officeName: z.string(),
      officePlace: placeCode,
      role: z.string(),
      from: z.int(),
      until: z.int().nullable(),
      /** The leave from this post that has not ended, and who stands in meanwhile. */
      leave: z
        .object({ id: z.uuid(), version: z.int(), from: z.int(), until: z.int(), standInName: z.string().nullable() })
        .nullable(),
      /** Whose post it is, where it is held for somebody who is away. */
      standsInFor: z.string().nullable(),
      /** The villages that a facilitator goes to; null where none were ever named. */
      area: z
        .object({ version: z.int(), villages: z.array(z.object({ code: placeCode, name: z.string() })) })
        .nullable(),
    }),
  ),
})
export type StaffLine = z.infer<typeof staffLine>

export const placeLine = z.object({ code: placeCode, name: z.string(), level: z.string(), path: z.string() })

export const postLine = z.object({
  office: z.uuid(),
  officeName: z.string(),
  kind: z.enum(officeKinds),
  level: z.enum(officeLevels),
  place: placeCode,
  placeName: z.string(),
  district: ledgerCode,
  zone: z.string(),
  roles: z.array(z.string()),
  /** What those are called. */
  roleNames: z.array(names),
  permissions: z.array(z.string()),
})

/** Who is signed in. `outboxKey` seals what waits on this device; it is the same person's at every sign-in. */
export const me = z.object({
  staff: z.uuid(),
  name: z.string(),
  outboxKey: z.string(),
  demo: z.boolean(),
  posts: z.array(postLine),
})
export type Me = z.infer<typeof me>

/** Lists, offices and places that screens choose from. */
export const referenceRoutes = {
  lists: row({
    method: 'GET',
    path: '/api/lists',
    summary: 'Categories, reasons, channels and outcomes that hold today in a district',
    allow: 'signed-in',
    audit: 'LISTS_READ',
    query: z.strictObject({ district: ledgerCode }),
    body: nothing,
    reply: z.object({ lists: z.record(z.string(), z.array(listItem)) }),
  }),
  targets: row({
    method: 'GET',
    path: '/api/offices/targets',
    summary: 'Offices that a case of a place can be referred or handed to',
    allow: 'case.read',
    audit: 'OFFICES_READ',
    query: z.strictObject({ district: ledgerCode, place: placeCode }),
    body: nothing,
    reply: z.object({
      referral: z.array(officeLine),
      /** Those of them where somebody can answer here; the others are sent a reply link. */
      answering: z.array(z.uuid()),
      below: z.array(officeLine),
      above: officeLine.nullable(),
    }),
  }),
  colleagues: row({
    method: 'GET',
    path: '/api/offices/colleagues',
    summary: 'People who hold a post at the acting office',
    allow: 'case.read',
    audit: 'COLLEAGUES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          roles: z.array(z.string()),
          open: z.int(),
          /** On leave now, until when, and who stands in at this office. */
          away: z
            .object({ until: z.int(), standIn: z.uuid().nullable(), standInName: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
  }),
  places: row({
    method: 'GET',
    path: '/api/places',
    summary: 'Places by name or by the place above them',
    allow: 'public',
    audit: 'PLACES_READ',
    query: z.strictObject({
      q: text(60).optional(),
      parent: placeCode.optional(),
      level: z.enum(['province', 'district', 'subdistrict', 'village']).optional(),
    }),
    body: nothing,
    reply: z.object({ items: z.array(placeLine) }),
  }),
  offices: row({
    method: 'GET',
    path: '/api/offices',
    summary: 'Offices under the acting office',
    allow: 'signed-in',
    audit: 'OFFICES_LISTED',
    query: z.strictObject({
      q: text(60).optional(),
      kind: z.enum(officeKinds).optional(),
      id: z.uuid().optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(officeLine),
  }),
  tree: row({
    method: 'GET',
    path: '/api/offices/tree',
    summary: 'Offices right below one, or the highest under the acting office',
    allow: 'signed-in',
    audit: 'OFFICES_LISTED',
    query: z.strictObject({ parent: z.uuid().optional(), page: pageNumber }),
    body: nothing,
    reply: page(officeBranch),
  }),
  officeHours: row({
    method: 'GET',
    path: '/api/offices/hours',
    summary: 'Hours of an office under the acting one: its own from their days on, and what its district has set',
    allow: 'signed-in',
    audit: 'OFFICE_HOURS_READ',
    query: z.strictObject({ office: z.uuid() }),
    body: nothing,
    reply: z.object({
      now: z.int(),
      today: wireDay,
      zone: z.string(),
      /** What holds where the office says nothing. */
      district: weekShown,
      own: z.array(z.object({ from: wireDay, week: weekShown.nullable(), version: z.int() })),
      open: z.boolean(),
      /** Until when it is open, or when it opens next. */
      at: z.int().nullable(),
    }),
  }),
  staff: row({
    method: 'GET',
    path: '/api/staff',
    summary: 'Staff of the offices under the acting office',
    allow: 'staff.manage',
    audit: 'STAFF_LISTED',
    query: z.strictObject({ q: text(60).optional(), office: z.uuid().optional(), page: pageNumber }),
    body: nothing,
    reply: page(staffLine),
  }),
  served: row({
    method: 'GET',
    path: '/api/villages/served',
    summary: 'Villages under the acting office and the facilitators who go to them',
    allow: 'staff.manage',
    audit: 'VILLAGES_SERVED_READ',
    query: z.strictObject({ without: z.enum(['yes']).optional(), q: text(60).optional(), page: pageNumber }),
    body: nothing,
    reply: page(
      z.object({
        code: placeCode,
        name: z.string(),
        path: z.string(),
        facilitators: z.array(z.object({ staff: z.uuid(), name: z.string() })),
      }),
    ).extend({ without: z.int() }),
  }),
  roles: row({
    method: 'GET',
    path: '/api/roles',
    summary: 'Roles that hold today in a district, or where one acts, and what roles are called',
    allow: 'signed-in',
    audit: 'ROLES_READ',
    query: z.strictObject({ district: ledgerCode.optional() }),
    body: nothing,
    reply: z.object({
      items: z.array(
        z.object({
          code,
          names,
          permissions: z.array(z.string()),
          sees: z.string(),
          heldAt: z.array(z.enum(officeKinds)),
          givenFrom: z.array(z.enum(officeLevels)),
        }),
      ),
      /** What each role is called by the place that made it, also those that hold no more. */
      called: z.array(z.object({ code, place: ledgerCode, names })),
    }),
  }),
} as const
