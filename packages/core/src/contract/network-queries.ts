import { z } from 'zod'
import { networkFactId, officeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import {
  connection,
  connections,
  initiator,
  initiators,
  networkKinds,
  networkState,
  networkStates,
} from '../network/kinds.ts'
import { networkActs } from '../network/moves.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { text } from './case.ts'
import { factAbouts, saidFact } from './network.ts'
import { nothing, page, pageNumber, row, spelled } from './route.ts'

/** Where an office stands, or that nobody has said it yet. */
export const networkShows = [...networkStates, 'unsaid'] as const
export type NetworkShow = (typeof networkShows)[number]
export const factAbout = z.enum(factAbouts)

const line = {
  district: ledgerCode,
  id: officeId,
  name: z.string(),
  kind: z.enum(networkKinds),
  place: placeCode,
  placeName: z.string(),
  /** What the place lies in, from below. */
  within: z.string(),
  state: networkState.nullable(),
  stateOn: wireDay.nullable(),
  grownYear: z.int().nullable(),
  cohort: z.int().nullable(),
  initiator: initiator.nullable(),
  connection: connection.nullable(),
}
export const networkLine = z.object(line)
export type NetworkLine = z.infer<typeof networkLine>

const told = z.object({
  id: networkFactId,
  about: factAbout.or(z.literal('state')),
  fromDay: wireDay,
  said: saidFact.nullable(),
  state: networkState.nullable(),
  reason: z.string(),
  saidBy: z.string(),
  saidAt: z.int(),
})
export type NetworkTold = z.infer<typeof told>

export const networkCard = z.object({
  ...line,
  /** 0 where nothing was said of it yet. */
  version: z.int(),
  address: z.string(),
  phone: z.string(),
  /** Whether citizens are taken in there: what administrators say of offices. */
  open: z.boolean(),
  facts: z.array(z.object({ from: wireDay, said: saidFact })),
  /** How many people hold each role there now. */
  posts: z.array(z.object({ role: z.string(), names: z.object({ id: z.string(), en: z.string() }), people: z.int() })),
  history: z.array(told),
  /** Whether there is more history than is shown. */
  older: z.boolean(),
  today: wireDay,
  /** What the reader may do now. */
  says: z.boolean(),
  acts: z.array(z.enum(networkActs)),
})
export type NetworkCard = z.infer<typeof networkCard>

const cohort = z.preprocess(spelled, z.int().min(2000).max(2100))
const filter = {
  show: z.enum(networkShows).optional(),
  kind: z.enum(networkKinds).optional(),
  cohort: cohort.optional(),
  initiator: z.enum(initiators).optional(),
  connection: z.enum(connections).optional(),
  place: placeCode.optional(),
  q: text(60).optional(),
}
const reads = { method: 'GET', allow: 'figures.read', body: nothing } as const

/** What is asked about the network of offices. */
export const networkRoutes = {
  list: row({
    ...reads,
    path: '/api/network/list',
    summary:
      'Secretariats and Puskesos of the reader’s place, by where they stand, cohort, initiator, connection and name',
    audit: 'NETWORK_LISTED',
    query: z.strictObject({ ...filter, page: pageNumber }),
    reply: page(networkLine).extend({
      place: placeCode,
      placeName: z.string(),
      /** How many there are of each state, by the other filters. */
      counts: z.record(z.enum(networkShows), z.int()),
    }),
  }),
  one: row({
    ...reads,
    path: '/api/network/one',
    summary: 'One office of the network: what holds of it, where it stands, and all that was said',
    audit: 'NETWORK_OFFICE_READ',
    query: z.strictObject({ district: ledgerCode, id: officeId }),
    reply: networkCard,
  }),
  table: row({
    ...reads,
    path: '/api/network/table',
    summary: 'The offices of a list as a table for a file, a part at a time',
    audit: 'NETWORK_TABLE_TAKEN',
    query: z.strictObject({ ...filter, after: officeId.optional() }),
    reply: z.object({ items: z.array(networkLine), next: officeId.nullable() }),
  }),
} as const
