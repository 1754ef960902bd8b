import { Button } from '@navikt/ds-react/Button'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { Link, useSearch } from 'wouter'
import { type Asked, useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith } from '../../ui/list-address.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type InboxFilter, inboxOf, inboxTabs } from './inbox-address.ts'
import { type ReferralPage, ReferralRows } from './referral-rows.tsx'

const inboxPath = '/rujukan'

/** What other offices ask of this one, and what this one asked of others. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const filter = inboxOf(search)
  const asked = useAsk(caseRoutes.inbox, { query: filter }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(inboxPath, search, changes)
  rememberList(href({}))
  const { can } = useActing()
  // An office that only answers never asks another one: it has nothing that went out.
  const tabs = inboxTabs.filter(({ side }) => side === 'in' || can('referral.request') || can('case.register'))
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
      <InboxList filter={filter} asked={asked} href={href} />
    </>
  )
}

interface InboxListProps {
  readonly filter: InboxFilter
  readonly asked: Asked<ReferralPage>
  readonly href: (changes: Record<string, string | number | undefined>) => string
}

function InboxList({ filter, asked, href }: InboxListProps) {
  const t = useText()
  const { data, problem } = asked
  if (problem && !data)
    return (
      <ErrorState
        title={t('referral.inbox.failed')}
        text={problem.message}
        reference={problem.requestId ? t('failed.request', { id: problem.requestId }) : undefined}
        action={<Button onClick={asked.refetch}>{t('failed.action')}</Button>}
      />
    )
  if (!data) return <Loading label={t('shell.loading')} rows={6} />
  if (data.total === 0) return <InboxEmpty filter={filter} href={href} />
  const from = (data.page - 1) * data.size
  return (
    <>
      <ReferralRows side={filter.side} rows={data.items} />
      <Pager
        label={t('list.pages')}
        text={t('list.range', {
          from: Math.min(from + 1, data.total),
          to: from + data.items.length,
          total: data.total,
        })}
        page={Math.max(1, Math.min(data.page, Math.ceil(data.total / data.size)))}
        pageCount={Math.ceil(data.total / data.size)}
        hrefOf={(page) => href({ halaman: page })}
      />
    </>
  )
}

function InboxEmpty({ filter, href }: Pick<InboxListProps, 'filter' | 'href'>) {
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
