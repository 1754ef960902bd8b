import { z } from 'zod'
import type { OfficeKind } from '../office/office.ts'

/** The offices that the network is made of: the secretariat of each district, and the Puskesos of its villages. */
export const networkKinds = ['secretariat', 'puskesos'] as const satisfies readonly OfficeKind[]
export const networkKind = z.enum(networkKinds)
export type NetworkKind = z.infer<typeof networkKind>
export const isOfNetwork = (kind: OfficeKind): kind is NetworkKind => networkKinds.some((one) => one === kind)

/** How far an office has come. */
export const networkStates = ['planned', 'growing', 'active', 'independent', 'lapsed'] as const
export const networkState = z.enum(networkStates)
export type NetworkState = z.infer<typeof networkState>

/** The paper that an office rests on. */
export const legalForms = ['perda', 'perbup', 'perwali', 'sk', 'perdes'] as const
/** Who had it grown. */
export const initiators = ['ministry', 'province', 'district', 'village'] as const
export const initiator = z.enum(initiators)
export type Initiator = z.infer<typeof initiator>
/** Whose money it runs on. */
export const fundingSources = ['apbn', 'apbd-province', 'apbd-district', 'dana-desa', 'other'] as const
export const premisesKinds = ['own', 'lent', 'rented', 'village-hall', 'none'] as const
export const deviceKinds = ['computer', 'laptop', 'tablet', 'phone', 'printer', 'modem'] as const
export const connections = ['none', '2g', '3g', '4g', 'fixed'] as const
export const connection = z.enum(connections)
export type Connection = z.infer<typeof connection>

/** What targets are set of: districts, which are counted by their secretariats, and Puskesos. */
export const targetOf = ['district', 'puskesos'] as const
export type TargetOf = (typeof targetOf)[number]

/** The first cohort of the programme. */
export const firstCohort = 2016
/** The first year that is held to be true of an office: the pilots before it were not of this network. */
export const firstYear = 2010
/** How far ahead money and cohorts are planned. */
export const yearsAhead = 5
