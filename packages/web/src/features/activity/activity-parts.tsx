import './texts.ts'
import './activity.css'
import type { Month } from '@openslrt/core/figures/month.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { Link, useSearch } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { coverPath, listPath, monthsBeside } from './activity-address.ts'

/** "November 2026". */
export const monthText = (of: Month, lang: Lang): string =>
  sayDate(Date.parse(`${of}-01T12:00:00+07:00`), 'Asia/Jakarta', lang).slice(2)

/** What was done by people, and where nobody was. */
export function Pages({ current }: { readonly current: 'people' | 'cover' }) {
  const t = useText()
  const pages = { people: listPath, cover: coverPath }
  return (
    <FilterTabs
      label={t('activity.pages')}
      tabs={(['people', 'cover'] as const).map((key) => ({
        key,
        label: t(`activity.page.${key}`),
        href: pages[key],
        current: key === current,
      }))}
    />
  )
}

/** The month that is looked at, and the way to those beside it. */
export function MonthStep({ path, month }: { readonly path: string; readonly month: Month }) {
  const [t, lang, zone, search] = [useText(), useLanguage(), useZone(), useSearch()]
  const { before, after } = monthsBeside(month, zone, useWhen().now)
  const href = (to: Month): string => addressWith(path, search, { bulan: to })
  return (
    <nav className="activity__month not-on-paper" aria-label={t('activity.month')}>
      <Link href={href(before)} aria-label={t('activity.month.before', { month: monthText(before, lang) })}>
        <span aria-hidden="true">‹</span>
      </Link>
      <strong>{monthText(month, lang)}</strong>
      {after && (
        <Link href={href(after)} aria-label={t('activity.month.after', { month: monthText(after, lang) })}>
          <span aria-hidden="true">›</span>
        </Link>
      )}
    </nav>
  )
}

/** Whether the acting office is one from which nobody goes from house to house. */
export function useIsRegion(): boolean {
  const { post } = useActing()
  return post?.level === 'province' || post?.level === 'nation'
}

export function OfRegions() {
  const t = useText()
  return <EmptyState title={t('activity.region.title')} text={t('activity.region.text')} />
}
