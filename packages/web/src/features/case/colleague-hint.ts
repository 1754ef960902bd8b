import type { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { z } from 'zod'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'

export type Colleague = z.infer<typeof referenceRoutes.colleagues.reply>['items'][number]

/** What to know of a colleague before giving them a case: how many they have, and whether they are away. */
export function useColleagueHint(): (colleague: Colleague) => string {
  const t = useText()
  const awayText = useAway()
  return ({ open, away }) => {
    const has = t('case.form.assign.open', { count: open })
    return away ? `${has} · ${awayText(away)}` : has
  }
}

interface Away {
  readonly until: number
  readonly standInName: string | null
}

/** Until when somebody is on leave, and who stands in. */
export function useAway(): (away: Away) => string {
  const t = useText()
  const when = useWhen()
  return ({ until, standInName }) => {
    const day = when.date(until - 1)
    return standInName
      ? t('colleague.away.with', { until: day, name: standInName })
      : t('colleague.away', { until: day })
  }
}
