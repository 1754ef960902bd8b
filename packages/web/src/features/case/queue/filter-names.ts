import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { nationPlace, type PlaceCode, parentOf, placeCode } from '@openslrt/core/place/code.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { FilterName, QueueFilter } from './queue-address.ts'

/** Names of what an address holds the id of; they come with the list itself. */
export interface FilterNames {
  readonly assignee: string | undefined
  readonly office: string | undefined
}

/** What each filter is called on its chip, in words: "Status: Ditangani". */
export function useFilterNames(filter: QueueFilter, names: FilterNames): (name: FilterName) => string {
  const t = useText()
  const when = useWhen()
  const lists = useLists(useActing().post?.district ?? null)
  const placeName = usePlaceName(filter.place)
  const word = (key: string, value: string): string => (isMessageKey(key) ? t(key) : value)
  const words: Readonly<Record<string, (value: string) => string>> = {
    sector: (value) => lists.name('sector', value),
    priority: (value) => lists.name('priority', value),
    category: (value) => lists.name('category', value),
    assignee: (value) => (value === 'nobody' ? t('assignee.nobody') : (names.assignee ?? t('assignee.chosen'))),
    office: () => names.office ?? t('office.chosen'),
    place: () => placeName,
    from: (value) => when.date(Date.parse(value)),
    to: (value) => when.date(Date.parse(value)),
  }
  return (name) => {
    const value = String(filter[name])
    return `${word(`case.filter.${name}`, name)}: ${words[name]?.(value) ?? word(`${name}.${value}`, value)}`
  }
}

/** A place's name is found among those beside it. */
function usePlaceName(wanted: string | undefined): string {
  const { post } = useActing()
  const code = placeCode.safeParse(wanted)
  const parent: PlaceCode = (code.success && parentOf(code.data)) || nationPlace
  const own = code.success && code.data === post?.place
  const { data } = useAsk(
    referenceRoutes.places,
    { query: { parent } },
    { enabled: code.success && !own, staleTime: Infinity },
  )
  if (own) return post.placeName
  return data?.items.find((place) => place.code === wanted)?.name ?? ''
}
