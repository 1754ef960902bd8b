import { z } from 'zod'
import { faceNames, faces } from '../condition/condition.ts'
import { wireDay } from '../kernel/instant.ts'
import { placeCode } from '../place/code.ts'
import { placeFrame } from './figures.ts'
import { nothing, row } from './route.ts'

const count = z.int()
const face = z.enum(faceNames)
/** Whom a face counts: families, people, or children who ought to be at school. */
const counted = z.enum(faceNames.map((name) => faces[name].of))
const values = z.array(z.object({ value: z.string(), n: count }))

/** CONDITION-1 How people of a place live: each face adds up to all whom it counts. */
export const conditions = z.object({
  place: placeFrame.place,
  above: placeFrame.above,
  /** Whether this reader may open the people who are counted; numbers are rounded for all others. */
  opens: z.boolean(),
  /** To multiples of what the numbers are rounded. */
  base: count,
  /** The day that the oldest count is of, and how many districts were never counted; no day before the first. */
  day: wireDay.nullable(),
  uncounted: count,
  faces: z.array(z.object({ face, of: counted, values })),
  /** The face that is shown for the places right below. */
  face,
  below: z.array(z.object({ place: placeCode, name: z.string(), values })),
})
export type Conditions = z.infer<typeof conditions>

export const conditionsQuery = z.strictObject({ place: placeCode.optional(), face: face.default('desil') })

/** How people live, place by place. */
export const conditionRoutes = {
  read: row({
    method: 'GET',
    path: '/api/figures/conditions',
    summary:
      'How people of a place live, counted from the registry: desil, houses, school, disability, programmes, needs',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: conditionsQuery,
    body: nothing,
    reply: conditions,
  }),
} as const
