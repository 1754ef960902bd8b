import './texts.ts'
import { PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { type CaseLine, caseRoutes, queues } from '@openslrt/core/contract/case-queries.ts'
import { Link, useLocation, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { Choosing } from '../../../ui/data-rows.tsx'
import { FilterTabs } from '../../../ui/filter-tabs.tsx'
import { useHotKey } from '../../../ui/hot-keys.ts'
import { rememberList } from '../../../ui/last-list.ts'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { CaseList } from '../case-list.tsx'
import { ManyBar } from '../many/many-bar.tsx'
import { ManyReport } from '../many/many-report.tsx'
import { type Picked, useMany, usePicked } from '../many/use-many.ts'
import type { FilterNames } from './filter-names.ts'
import { GroupTabs } from './group-bar.tsx'
import { OnDuty } from './on-duty.tsx'
import { filterOf, groupingOf, narrowedBy, type QueueFilter } from './queue-address.ts'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { StandingIn } from './standing-in.tsx'

export const queuePath = '/antrean'
const registerPath = '/catat'

/** What waits at the acting office, first what is due first. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const filter = filterOf(search)
  const asked = useAsk(caseRoutes.queue, { query: filter }, { keepPrevious: true, refetchInterval: 60_000 })
  const href = (changes: Record<string, string | number | undefined>): string => addressWith(queuePath, search, changes)
  const current = filter.queue ?? 'office'
  const counts: Readonly<Record<string, number>> = asked.data?.counts ?? {}
  const { can } = useActing()
  // What waits for a decision is a list of its own for whoever decides; to others it is a part of the office's.
  // SUPER-7 Where nobody looks at what facilitators bring, nobody is shown an empty list of it.
  const isShown = (queue: (typeof queues)[number]): boolean => {
    if (queue === 'decision') return can('case.decide')
    return (queue !== 'review' && queue !== 'mend') || (counts[queue] ?? 0) > 0
  }
  const tabs = queues.filter((queue) => queue === current || isShown(queue))
  const by = groupingOf(search)
  const picked = usePicked()
  const many = useMany()
  const choosing = useChoosing(picked)
  const names = namesIn(filter, asked.data?.items[0])
  rememberList(href({ halaman: pageOf(search) }))
  return (
    <>
      <PageHead title={t('case.queue.title')} action={<RegisterButton />} />
      <OnDuty />
      <StandingIn path={queuePath} />
      <FilterTabs
        label={t('list.filters')}
        tabs={tabs.map((queue) => ({
          key: queue,
          label: t(`case.queue.${queue}`),
          href: href({ queue: queue === 'office' ? undefined : queue }),
          current: queue === current,
          count: counts[queue],
        }))}
      />
      <QueueFilters filter={filter} href={href} names={names} by={by} />
      {by && <GroupTabs by={by} filter={filter} href={href} />}
      <ManyReport many={many} />
      <ManyBar picked={picked} many={many} />
      <CaseList
        caption={t('case.queue.caption')}
        asked={asked}
        hrefOf={(page) => href({ halaman: page })}
        choosing={choosing}
        empty={<QueueEmpty queue={current} narrowed={narrowedBy(filter).length > 0} href={href} />}
      />
    </>
  )
}

/** Names of what the address holds ids of: all rows of a filtered list share them. */
const namesIn = (filter: QueueFilter, first: CaseLine | undefined): FilterNames => ({
  assignee: filter.assignee ? (first?.assigneeName ?? undefined) : undefined,
  office: filter.office ? first?.officeName : undefined,
})

/** Rows are picked by whoever may do something to many. */
function useChoosing({ has, choose }: Picked): Choosing<CaseLine> | undefined {
  const t = useText()
  const { can } = useActing()
  if (!can('case.assign') && !can('case.escalate')) return undefined
  const labelOf = ({ number }: CaseLine): string => t('case.many.pick', { number })
  return { isChosen: has, choose, labelOf, allLabel: t('case.many.pick-all') }
}

function RegisterButton() {
  const t = useText()
  const { can } = useActing()
  const [, go] = useLocation()
  const allowed = can('case.register')
  useHotKey('n', () => allowed && go(registerPath))
  if (!allowed) return null
  return (
    <Button as={Link} href={registerPath} icon={<PlusIcon aria-hidden />} aria-keyshortcuts="n">
      {t('case.queue.register')}
    </Button>
  )
}
