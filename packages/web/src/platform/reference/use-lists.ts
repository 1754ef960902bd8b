import type { CaseKind } from '@openslrt/core/case/case.ts'
import { type ListItem, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useMemo } from 'react'
import { useAsk } from '../api/use-ask.ts'
import { useLanguage } from '../i18n/use-text.ts'

/** The lists of a district as screens use them: names in the reader's language. */
export interface Lists {
  readonly ready: boolean
  readonly items: (list: string) => readonly ListItem[]
  readonly nameOf: (item: ListItem) => string
  /** The name of a code; one that the list no longer has is shown by its code. */
  readonly name: (list: string, code: string | null) => string
}

/** Whether an item is for cases of this kind; one that names no kinds is for all. */
export function fitsKind({ data }: ListItem, kind: CaseKind): boolean {
  const kinds = data['kinds']
  return !Array.isArray(kinds) || kinds.includes(kind)
}

const none: readonly ListItem[] = []
// Lists change a few times a year, and what they name is asked for by every row.
const staleTime = 10 * 60_000

/** Categories, reasons, channels and outcomes that hold today in a district. */
export function useLists(district: LedgerCode | null): Lists {
  const lang = useLanguage()
  const { data } = useAsk(referenceRoutes.lists, district === null ? {} : { query: { district } }, {
    enabled: district !== null,
    staleTime,
  })
  return useMemo(() => {
    const names = new Map<string, string>()
    const sorted = new Map<string, readonly ListItem[]>()
    for (const [list, items] of Object.entries(data?.lists ?? {})) {
      for (const item of items) names.set(`${list} ${item.code}`, item.names[lang])
      // A long list is looked through by name, in the reader's language; a short one has its likeliest choice first.
      const byName = list === 'category'
      sorted.set(list, byName ? items.toSorted((a, b) => a.names[lang].localeCompare(b.names[lang], lang)) : items)
    }
    return {
      ready: data !== undefined,
      items: (list) => sorted.get(list) ?? none,
      nameOf: (item) => item.names[lang],
      name: (list, code) => (code === null ? '' : (names.get(`${list} ${code}`) ?? (data ? code : ''))),
    }
  }, [data, lang])
}
