import './texts.ts'
import './challenge.css'
import { Button } from '@navikt/ds-react/Button'
import { type ChallengeShow, challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, type Changes } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { cardPath, filterOf, listPath, reportPath } from './challenge-address.ts'
import { columnsIn } from './challenge-columns.tsx'
import { ChallengePages } from './challenge-pages.tsx'
import { Filters } from './filters.tsx'
import { SaveTable } from './save-table.tsx'

/** Worklists first; what came to its end is found among all. */
const tabs = ['open', 'here', 'asked', 'late', 'answered', 'closed', 'all'] as const

/** Challenges of the places that this office looks after. */
export function Screen() {
  const [t, lang] = [useText(), useLanguage()]
  const when = useWhen()
  const search = useSearch()
  const [, go] = useLocation()
  const { can } = useActing()
  const filter = filterOf(search)
  const asked = useAsk(challengeRoutes.list, { query: filter }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (changes: Changes): string => addressWith(listPath, search, changes)
  rememberList(href({ halaman: filter.page }))
  return (
    <>
      <PageHead
        title={t('challenge.title')}
        action={
          can('challenge.report') && (
            <Button as={Link} href={reportPath}>
              {t('challenge-act.report')}
            </Button>
          )
        }
      />
      <ChallengePages current="list" />
      <ShowTabs search={search} show={filter.show} counts={asked.data?.counts ?? {}} />
      <Filters filter={filter} onChange={(changes) => go(href(changes), { replace: true })} />
      <AskedList
        asked={asked}
        failedTitle={t('challenge.failed')}
        hrefOf={(halaman) => href({ halaman })}
        empty={
          <EmptyState
            title={t(search === '' ? 'challenge.empty.title' : 'challenge.none.title')}
            text={t(search === '' ? 'challenge.empty.text' : 'challenge.none.text')}
          />
        }
      >
        {(items) => (
          <>
            <SaveTable filter={filter} />
            <DataRows
              caption={t('challenge.page.list')}
              columns={columnsIn(t, lang, when)}
              rows={items}
              keyOf={({ id }) => id}
              hrefOf={cardPath}
              edgeOf={({ late }) => (late ? 'attention' : undefined)}
            />
          </>
        )}
      </AskedList>
    </>
  )
}

interface ShowTabsProps {
  readonly search: string
  readonly show: ChallengeShow
  readonly counts: Readonly<Record<string, number>>
}

function ShowTabs({ search, show: shown, counts }: ShowTabsProps) {
  const t = useText()
  return (
    <FilterTabs
      label={t('list.filters')}
      tabs={tabs.map((show) => ({
        key: show,
        label: t(show === 'answered' || show === 'closed' ? `challenge-status.${show}` : `challenge.show.${show}`),
        href: addressWith(listPath, search, { lihat: show === 'open' ? undefined : show }),
        current: show === shown,
        count: counts[show],
      }))}
    />
  )
}
