import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { countsIn } from '@openslrt/core/lists/on-day.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'

/** The name of a role at offices of a district, or of whatever district it is. Roles are data: one that nobody has named is shown by its code. */
export function useRoleName(): (role: string, district?: string) => string {
  const t = useText()
  const lang = useLanguage()
  const { data } = useAsk(referenceRoutes.roles, {}, { staleTime: 600_000 })
  return (role, district) => {
    const named =
      data?.called.filter(
        ({ code, place }) => code === role && (district === undefined || countsIn(place, district)),
      ) ?? []
    // Of two that made a role of this code, the nearest is meant.
    const [nearest] = named.toSorted((one, other) => nearness(other.place) - nearness(one.place))
    const key = `role.${role}`
    if (nearest) return nearest.names[lang]
    return isMessageKey(key) ? t(key) : role
  }
}

const nearness = (place: string): number => (place === '00' ? 0 : place.length)
