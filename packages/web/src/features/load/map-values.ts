import type { LoadFileReply } from '@openslrt/core/contract/load.ts'
import { type Locals, type Mapping, mappingProblem } from '@openslrt/core/load/columns.ts'

/** What each column of a file means, by its place in the file; empty where it is not read. */
export type Meanings = readonly string[]

/** The mapping of a file as a form shows it: one meaning beside each column. */
export function meaningsOf({ head, mapping }: Pick<LoadFileReply, 'head' | 'mapping'>): Meanings {
  const byColumn = new Map(Object.entries(mapping).map(([key, at]) => [at, key]))
  return head.map((_, at) => byColumn.get(at) ?? '')
}

/** The same as the server takes it; null where a meaning is given to two columns. */
export function mappingOf(meanings: Meanings): Mapping | null {
  const chosen = meanings.flatMap((key, at) => (key === '' ? [] : [[key, at] as const]))
  return new Set(chosen.map(([key]) => key)).size === chosen.length ? Object.fromEntries(chosen) : null
}

/** What is wrong with the meanings, by the code of the law. */
export function meaningProblem(meanings: Meanings, local: Locals): string | null {
  const mapping = mappingOf(meanings)
  return mapping === null ? 'column-twice' : mappingProblem(mapping, local)
}

/** Whether the rows say themselves where people live. */
export const namesVillages = (meanings: Meanings): boolean =>
  meanings.some((key) => key === 'family.kode_kelurahan_desa' || key === 'family.kelurahan_desa')
