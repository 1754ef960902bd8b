import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { FilterName } from './queue-address.ts'

/** What a filter is called on its chip, in words: "Status: Ditangani". */
export function useFilterNames(): (name: FilterName, value: string) => string {
  const t = useText()
  const { post } = useActing()
  const lists = useLists(post?.district ?? null)
  const { data } = useAsk(
    referenceRoutes.places,
    { query: { parent: placeCode.parse(post?.place ?? '00') } },
    { staleTime: Infinity },
  )
  const placeName = (code: string): string => data?.items.find((place) => place.code === code)?.name ?? code
  const word = (key: string, value: string): string => (isMessageKey(key) ? t(key) : value)
  const words: Readonly<Record<string, (value: string) => string>> = {
    category: (value) => lists.name('category', value),
    place: placeName,
    measure: (value) =>
      word(value === 'late' || value === 'open' ? `case.measure.${value}` : `measure.${value}`, value),
  }
  return (name, value) => {
    const said = words[name]?.(value) ?? word(`${name}.${value}`, value)
    return `${word(`case.filter.${name}`, name)}: ${said}`
  }
}
