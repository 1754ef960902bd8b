import type { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { z } from 'zod'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'

export type Colleague = z.infer<typeof referenceRoutes.colleagues.reply>['items'][number]

/** What to know of a colleague before giving them a case: how many they have, and whether they are away. */
export function useColleagueHint(): (colleague: Colleague) => string {
  const t = useText()
  const when = useWhen()
  return ({ open, away }) => {
    const has = t('case.form.assign.open', { count: open })
    if (!away) return has
    const until = when.date(away.until - 1)
    const gone = away.standInName
      ? t('colleague.away.with', { until, name: away.standInName })
      : t('colleague.away', { until })
    return `${has} · ${gone}`
  }
}
