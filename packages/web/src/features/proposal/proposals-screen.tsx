import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import {
  type ProposalLine,
  type ProposalShow,
  proposalRoutes,
  proposalShows,
} from '@openslrt/core/contract/proposal-queries.ts'
import { month as monthSchema } from '@openslrt/core/proposal/cut-off.ts'
import { type ProposalKind, proposalKinds } from '@openslrt/core/proposal/kinds.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { rememberList } from '../../ui/last-list.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { ManyBar } from './many-bar.tsx'
import { ProposalRows } from './proposal-rows.tsx'
import { ProposalPages } from './proposal-tabs.tsx'
import { TakeAllOut } from './take-out.tsx'
import './proposal.css'

const path = '/usulan'

/** What an address asks for; whatever it does not know is left out. */
export function askedBy(search: string): {
  readonly show: ProposalShow
  readonly kind?: ProposalKind
  readonly month?: string
  readonly page: number
} {
  const params = new URLSearchParams(search)
  const kind = proposalKinds.find((one) => one === params.get('jenis'))
  const month = monthSchema.safeParse(params.get('bulan')).data
  return {
    show: proposalShows.find((one) => one === params.get('lihat')) ?? 'all',
    page: pageOf(search),
    ...(kind && { kind }),
    ...(month && { month }),
  }
}

/** Proposals by whom they wait for. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const query = askedBy(search)
  const asked = useAsk(proposalRoutes.list, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (page: number): string => addressWith(path, search, { halaman: page })
  rememberList(href(query.page))
  return (
    <>
      <PageHead
        title={t('proposal.title')}
        action={
          can('proposal.make') && (
            <Button as={Link} href="/usulkan">
              {t('proposal.new')}
            </Button>
          )
        }
      />
      <ProposalPages current="/usulan" />
      <FilterTabs
        label={t('list.filters')}
        tabs={proposalShows.map((show) => ({
          key: show,
          label: t(`proposal.show.${show}`),
          href: addressWith(path, search, { lihat: show === 'all' ? '' : show }),
          current: show === query.show,
          count: asked.data?.counts[show],
        }))}
      />
      <KindFilter search={search} kind={query.kind} />
      <AskedList
        asked={asked}
        failedTitle={t('proposal.failed')}
        hrefOf={href}
        empty={<EmptyState title={t('proposal.empty.title')} text={t('proposal.empty.text')} />}
      >
        {(items) => (
          <>
            {query.show === 'to-export' && items.some(({ acts }) => acts.includes('export')) && (
              <TakeAllOut count={asked.data?.total ?? items.length} kind={query.kind} month={query.month} />
            )}
            <Chosen key={search} items={items} show={query.show} />
          </>
        )}
      </AskedList>
    </>
  )
}

function KindFilter({ search, kind }: { search: string; kind: ProposalKind | undefined }) {
  const t = useText()
  const [, go] = useLocation()
  return (
    <div className="proposal__filters">
      <Select
        label={t('proposal.kind')}
        size="small"
        value={kind ?? ''}
        onChange={(event) => go(addressWith(path, search, { jenis: event.target.value }))}
      >
        <option value="">{t('proposal.kind.all')}</option>
        {proposalKinds.map((one) => (
          <option key={one} value={one}>
            {t(`proposal-kind.${one}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}

/** One thing is done to many, each by a command of its own: what is refused stays and says why. */
function Chosen({ items, show }: { items: readonly ProposalLine[]; show: ProposalShow }) {
  const t = useText()
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const act = manyActs[show]
  const open = act ? items.filter(({ acts }) => acts.includes(act)) : []
  if (!act || open.length === 0) return <ProposalRows rows={items} />
  const choose = (rows: readonly ProposalLine[], chosen: boolean): void => {
    const next = new Set(ids)
    for (const { id, acts } of rows) {
      if (chosen && acts.includes(act)) next.add(id)
      else next.delete(id)
    }
    setIds(next)
  }
  const chosen = open.filter(({ id }) => ids.has(id))
  return (
    <>
      <ManyBar act={act} lines={chosen} onDone={() => setIds(new Set())} />
      <ProposalRows
        rows={items}
        choosing={{
          isChosen: ({ id }) => ids.has(id),
          choose,
          labelOf: ({ name }) => name,
          allLabel: t('proposal.many.all'),
        }}
      />
    </>
  )
}

/** What is done to many in each worklist. */
const manyActs: Readonly<Partial<Record<ProposalShow, 'verify' | 'approve' | 'export'>>> = {
  'to-verify': 'verify',
  'to-approve': 'approve',
  'to-export': 'export',
}
