import './texts.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { useText } from '../i18n/use-text.ts'
import { useActing } from '../session/use-session.ts'

const pages = [
  { key: 'ppks', href: '/ppks', text: 'ppks.page.list', needs: 'registry.read' },
  { key: 'counts', href: '/ppks/jumlah', text: 'ppks.page.counts', needs: 'figures.read' },
  { key: 'psks', href: '/ppks/psks', text: 'ppks.page.psks', needs: 'registry.read' },
  { key: 'cover', href: '/ppks/cakupan', text: 'ppks.page.cover', needs: 'registry.read' },
] as const

/** Those who are helped and those who help, as lists and as figures: the pages that this person may open. */
export function WelfarePages({ current }: { readonly current: (typeof pages)[number]['key'] }) {
  const t = useText()
  const { can } = useActing()
  const own = pages.filter(({ needs }) => can(needs))
  if (own.length < 2) return null
  return (
    <FilterTabs
      label={t('ppks.pages')}
      tabs={own.map(({ key, href, text }) => ({ key, href, label: t(text), current: key === current }))}
    />
  )
}
