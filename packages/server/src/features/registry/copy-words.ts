import type { Shown } from '@openslrt/core/contract/registry-queries.ts'
import { shown } from '@openslrt/core/contract/registry-queries.ts'
import type { Json } from '@openslrt/core/kernel/json.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import type { Telling } from './tell-things.ts'

/** The variable that holds a village by its code. */
const village = 'kode_kelurahan_desa'

/** The villages that values name, by their codes. */
export const villagesIn = (...values: readonly unknown[]): readonly string[] =>
  values.flatMap((one) => {
    const code = shown.safeParse(one).data?.[village]
    return typeof code === 'string' ? [code] : []
  })

/** PRIVACY-9 Values as the person reads them: items of a list by their names, and where they live by the village's. */
export function inWords(values: unknown, { nameIn }: Telling, places: ReadonlyMap<string, string>): Shown {
  const said = (name: string, value: Json): Json => {
    if (name === village && typeof value === 'string') return places.get(value) ?? value
    const list = listOf(name)
    if (list === undefined) return value
    if (Array.isArray(value)) return value.map((one) => nameIn(list, String(one)))
    return typeof value === 'string' ? nameIn(list, value) : value
  }
  const words = Object.entries(shown.parse(values)).map(([name, value]) => [name, said(name, value)])
  return shown.parse(Object.fromEntries(words))
}

const listOf = (name: string): Variable['list'] => variableOf('person', name)?.list ?? variableOf('family', name)?.list
