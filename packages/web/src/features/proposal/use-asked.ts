import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { type CodeNames, choicesOf, sayAsked } from './say-asked.ts'

// Lists change a few times a year.
const staleTime = 10 * 60_000

/** The code lists of a district, asked once. */
function useNames(district: string): CodeNames | undefined {
  const options = { staleTime, enabled: district !== '' }
  return useAsk(registryRoutes.choices, { query: { district } }, options).data
}

/** Values that are asked for, as people read them. */
export function useAsked(district: string): (name: string, value: string | null) => string {
  const [t, lang, day, names] = [useText(), useLanguage(), useDay(), useNames(district)]
  return (name, value) => sayAsked(name, value, { names, lang, t, day })
}

/** What a value that is asked for can be chosen from; nothing where it is typed. */
export function useAskedChoices(district: string): (name: string) => readonly (readonly [string, string])[] {
  const [t, lang, names] = [useText(), useLanguage(), useNames(district)]
  return (name) => choicesOf(name, { names, lang, t })
}
