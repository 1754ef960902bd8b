import { z } from 'zod'
import { lineText } from '../contract/case.ts'
import type { ShippedItem } from '../lists/item.ts'
import { sinceTheStart } from '../lists/item.ts'
import { holders } from './registry.ts'
import type { Kind, Variable } from './variables.ts'

/** The list of local indicators: what a district asks beside the official variables (Trenggalek, Sragen have their own). */
export const indicatorList = 'indicator'

const kinds = ['yes-no', 'count', 'quantity', 'text', 'day'] as const satisfies readonly Kind[]
export const indicatorKinds = kinds

/** No official variable begins so: a local one can never be taken for one of them. */
const localPrefix = 'lokal-'
export const localName = (code: string): string => `${localPrefix}${code}`

/** Whether a name is that of a local indicator: its column in a file is called so as well. */
export const isLocalName = (name: string): boolean => /^lokal-[a-z0-9-]{1,60}$/.test(name)

/** REGISTRY-8 What an indicator says beside its label: of whom it is asked, what may be answered, and why it is asked. */
export const indicatorData = z.strictObject({
  of: z.enum(holders),
  kind: z.enum(kinds),
  why: lineText(300),
})
export type IndicatorData = z.infer<typeof indicatorData>

/** One that a new installation holds, to be changed or ended by whoever needs others. */
export const shippedIndicators: readonly ShippedItem[] = [
  {
    list: indicatorList,
    code: 'makan-dua-kali',
    names: { id: 'Makan kurang dari dua kali sehari', en: 'Eats less than twice a day' },
    data: { of: 'family', kind: 'yes-no', why: 'Dipakai banyak daerah untuk melihat keluarga yang rawan pangan.' },
    ...sinceTheStart,
  },
]

/** REGISTRY-8 The indicators of a place as variables: of data that is no indicator nothing is asked. */
export const localVariables = (
  items: readonly { readonly code: string; readonly data: unknown }[],
): readonly Variable[] =>
  items.flatMap(({ code, data }) => {
    const read = indicatorData.safeParse(data)
    return read.success
      ? [{ name: localName(code), of: read.data.of, kind: read.data.kind, from: 'local' as const }]
      : []
  })
