import './texts.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { countsPath, listPath } from './challenge-address.ts'

/** Whether somebody reads what was written, and not only numbers. */
export function useReads(): boolean {
  const { can } = useActing()
  return can('challenge.report') || can('challenge.answer')
}

/** Challenges as a list and as numbers: the pages that this person may open. */
export function ChallengePages({ current }: { readonly current: 'list' | 'counts' }) {
  const t = useText()
  if (!useReads()) return null
  const pages = [
    { key: 'list', href: listPath, label: t('challenge.page.list') },
    { key: 'counts', href: countsPath, label: t('challenge.page.counts') },
  ]
  return (
    <FilterTabs label={t('challenge.pages')} tabs={pages.map((page) => ({ ...page, current: page.key === current }))} />
  )
}
