import { Select } from '@navikt/ds-react/Select'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { useLocation, useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { leaguePath } from './figures-address.ts'
import { type Grouping, groupings, leagueOf } from './league-rows.ts'

/** Offices or kinds of offices, and of which category of cases. */
export function LeagueFilter({ by, district }: { by: Grouping; district: LedgerCode }) {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const lists = useLists(district)
  const { category } = leagueOf(search)
  return (
    <div className="board__period not-on-paper">
      <FilterTabs
        label={t('league.by')}
        tabs={groupings.map((key) => ({
          key,
          label: t(`league.by.${key}`),
          href: addressWith(leaguePath, search, { kelompok: key === 'kinds' ? 'jenis' : undefined }),
          current: key === by,
        }))}
      />
      <Select
        size="small"
        label={t('figures.category')}
        value={category ?? ''}
        onChange={(event) => go(addressWith(leaguePath, search, { category: event.target.value }))}
      >
        <option value="">{t('league.category.all')}</option>
        {lists.items('category').map((item) => (
          <option key={item.code} value={item.code}>
            {lists.nameOf(item)}
          </option>
        ))}
      </Select>
    </div>
  )
}
