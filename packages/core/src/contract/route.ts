import { z } from 'zod'
import type { Permission } from '../access/permission.ts'

/**
 * Who may knock: everyone, whoever is signed in or one step before it, whoever is signed in, or staff who hold a
 * permission where they act.
 */
export type Allow = Openness | Permission
const openness = ['public', 'entering', 'signed-in'] as const
type Openness = (typeof openness)[number]

/** Whether a door asks for a right, which people hold at an office. */
export const asksRight = (allow: Allow): allow is Permission => !openness.some((open) => open === allow)

/**
 * R4 A route is a row. Every field but one is required: a route without a permission, an audit name or a reply schema does not
 * compile. OpenAPI, the typed client, the access tests and the check of every reply are made from the same rows.
 * A GET never writes; a question whose words are personal is a POST, so that they stand in no address and no log.
 */
export interface RouteRow<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly allow: Allow
  readonly audit: string
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
  /** The most bytes of a body, where it may be larger than a form's. */
  readonly mostBytes?: number
}

/** For rows that take no query or no body. */
export const nothing = z.strictObject({})

/** Keeps the literal types of a row's schemas. */
export const row = <Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  it: RouteRow<Query, Body, Reply>,
): RouteRow<Query, Body, Reply> => it

// An address can only spell a number; "1e3" and "0x10" are no way to spell a page.
export const spelled = (given: unknown): unknown =>
  typeof given === 'string' && /^\d{1,6}$/.test(given) ? Number(given) : given

/** Page numbers: 1 and up, bounded so that nobody asks the database to count to a billion. */
export const pageNumber = z.preprocess(spelled, z.int().min(1).max(10_000)).default(1)
export const pageSize = 25

/** A page of a list. `more`: there are more than were counted. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), more: z.boolean().optional(), page: z.int(), size: z.int() })
