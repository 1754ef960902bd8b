import { useText } from '../../platform/i18n/use-text.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { growthPath, listPath } from './network-address.ts'

const pages = { list: listPath, growth: growthPath } as const
type PageName = keyof typeof pages

/** The two pages of the network. */
export function NetworkPages({ current }: { readonly current: PageName }) {
  const t = useText()
  const names: readonly PageName[] = ['list', 'growth']
  return (
    <FilterTabs
      label={t('network.pages')}
      tabs={names.map((key) => ({ key, label: t(`network.page.${key}`), href: pages[key], current: key === current }))}
    />
  )
}
