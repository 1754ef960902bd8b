import { Button } from '@navikt/ds-react/Button'
import { openedRoutes } from '@openslrt/core/contract/opened.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { openedPath, openedTabs, showOf } from './opened-address.ts'
import { OpenedRows } from './opened-rows.tsx'
import './texts.ts'
import './opened.css'

/** What this office brought to the door of others: where it lies, how it looks, what came of it. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const show = showOf(search)
  const asked = useAsk(
    openedRoutes.list,
    { query: { show, page: pageOf(search) } },
    { keepPrevious: true, refetchInterval: 60_000 },
  )
  const href = (changes: Record<string, string | number | undefined>): string =>
    addressWith(openedPath, search, changes)
  const openOne = (
    <Button as={Link} href="/buka">
      {t('open.title')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('opened.title')} action={openOne} />
      <p className="opened-lead">{t('opened.lead')}</p>
      <FilterTabs
        label={t('list.filters')}
        tabs={openedTabs.map((tab) => ({
          key: tab.show,
          label: t(`opened.${tab.show}`),
          href: href({ tab: tab.address, halaman: undefined }),
          current: tab.show === show,
          count: tab.show === 'open' ? asked.data?.open : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('opened.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<EmptyState title={t(`opened.empty.${show}.title`)} text={t('opened.empty.text')} />}
      >
        {(items) => <OpenedRows rows={items} />}
      </AskedList>
    </>
  )
}
