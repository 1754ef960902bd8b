import { useText } from '../../platform/i18n/use-text.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'

const pages = [
  ['/usulan', 'proposal.title'],
  ['/musyawarah', 'proposal.meetings'],
  ['/kiriman', 'proposal.batches'],
  ['/tenggat', 'proposal.calendar'],
] as const

/** The pages of proposals, side by side. */
export function ProposalPages({ current }: { current: (typeof pages)[number][0] }) {
  const t = useText()
  return (
    <FilterTabs
      label={t('proposal.pages')}
      tabs={pages.map(([href, key]) => ({ key, href, label: t(key), current: href === current }))}
    />
  )
}
