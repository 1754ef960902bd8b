import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { type InboxFilter, inboxOf, inboxTabs } from './inbox-address.ts'
import { ReferralRows } from './referral-rows.tsx'

const inboxPath = '/rujukan'

/** What other offices ask of this one, and what this one asked of others. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const answers = can('referral.answer')
  const asks = can('referral.request') || can('case.register')
  const filter = inboxOf(search, answers ? 'in' : 'out')
  const asked = useAsk(caseRoutes.inbox, { query: filter }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(inboxPath, search, changes)
  rememberList(href({ halaman: filter.page }))
  // An office that only answers never asks another one, and most that ask are never asked: each sees its own side.
  const tabs = inboxTabs.filter(({ side }) => (side === 'in' ? answers || !asks : asks))
  const current = inboxTabs.find(({ side, status }) => side === filter.side && status === filter.status)
  return (
    <>
      <PageHead title={t('referral.inbox.title')} />
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((tab) => ({
          key: tab.key,
          label: t(`referral.inbox.${tab.key}`),
          href: href(tab.address),
          current: tab === current,
          count: tab === current && tab.status ? asked.data?.open : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('referral.inbox.failed')}
        hrefOf={(page) => href({ halaman: page })}
        empty={<InboxEmpty filter={filter} href={href} />}
      >
        {(items) => <ReferralRows side={filter.side} rows={items} />}
      </AskedList>
    </>
  )
}

interface InboxEmptyProps {
  readonly filter: InboxFilter
  readonly href: (changes: Record<string, string | number | undefined>) => string
}

function InboxEmpty({ filter, href }: InboxEmptyProps) {
  const t = useText()
  const state = filter.status ? 'open' : 'all'
  return (
    <EmptyState
      title={t(`referral.empty.${filter.side}.${state}.title`)}
      text={t(`referral.empty.${filter.side}.text`)}
      action={
        filter.status && (
          <Button as={Link} href={href({ status: 'all' })} variant="secondary">
            {t('referral.empty.to-all')}
          </Button>
        )
      }
    />
  )
}
