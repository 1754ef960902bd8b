import { z } from 'zod'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { about, type Sealed } from './parts.ts'

const sealed = z.object({ from: z.string(), name: z.string(), text: z.string() })

/** What of a message is sealed, opened. */
export const opened = (row: { readonly id: string; readonly sealed: Buffer }, keys: DistrictKeys): Sealed =>
  sealed.parse(JSON.parse(keys.open(row.sealed, about(row.id)).toString()))

/** A number as people here write it: gateways say 62812..., people 0812... */
export const localPhone = (from: string): string => from.replace(/^\+?62/, '0')
