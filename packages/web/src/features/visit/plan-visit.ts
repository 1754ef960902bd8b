import { z } from 'zod'

/** What somebody brings along who plans a visit from a card: what it is about, and what the form begins with. */
export const brought = z.object({
  about: z.object({
    case: z.uuid().nullable(),
    family: z.uuid().nullable(),
    person: z.uuid().nullable(),
  }),
  values: z.object({
    place: z.object({ code: z.string(), label: z.string() }).nullable(),
    name: z.string(),
    address: z.string(),
  }),
})
export type Brought = z.infer<typeof brought>
