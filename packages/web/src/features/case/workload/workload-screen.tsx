import '../many/texts.ts'
import { type OfficerLoad, workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { AskedList } from '../../../platform/lists/asked-list.tsx'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { useAway } from '../colleague-hint.ts'
import { AbsentPanel } from './absent-panel.tsx'
import { LoadTable } from './load-table.tsx'
import { pageHref, wantedOffice, wantedPage, workloadPath } from './workload-address.ts'

/** How much work lies with whom: officers of one office, and the offices of the place. Every figure opens its cases. */
export function Screen() {
  const t = useText()
  return (
    <>
      <PageHead title={t('workload.title')} action={<Link href="/piket">{t('duty.title')}</Link>} />
      <Officers />
      <Offices />
    </>
  )
}

function Officers() {
  const t = useText()
  const wanted = wantedOffice(useSearch())
  const own = useActing().post?.office
  const asked = useAsk(workloadRoutes.officers, wanted ? { query: { office: wanted } } : {}, { keepPrevious: true })
  const items = asked.data?.items ?? []
  const awayText = useAway()
  const nameOf = ({ staff, name, here, away }: OfficerLoad): string => {
    if (staff === null) return t('assignee.nobody')
    if (!here) return t('workload.left', { name: name ?? '' })
    return away ? `${name} · ${awayText(away)}` : (name ?? '')
  }
  const office = asked.data?.office ?? ''
  return (
    <>
      <Panel
        title={t('workload.officers')}
        action={wanted && wanted !== own && <Link href={workloadPath}>{t('workload.own')}</Link>}
      >
        <AskedList
          asked={{
            ...asked,
            data: asked.data && { items, total: items.length, page: 1, size: Math.max(1, items.length) },
          }}
          failedTitle={t('workload.failed')}
          hrefOf={() => workloadPath}
          empty={<EmptyState title={t('workload.none')} text="" />}
        >
          {(officers) => (
            <LoadTable
              caption={t('workload.what', { office: asked.data?.officeName ?? '' })}
              nameLabel={t('workload.officer')}
              rows={officers.map((officer) => ({
                key: officer.staff ?? 'nobody',
                name: nameOf(officer),
                load: officer,
                filter: { office, assignee: officer.staff ?? 'nobody' },
              }))}
            />
          )}
        </AskedList>
      </Panel>
      {asked.data && office === own && <AbsentPanel office={office} officers={items} />}
    </>
  )
}

/** Only where there is more than the acting office. */
function Offices() {
  const t = useText()
  const search = useSearch()
  const own = useActing().post?.office
  const asked = useAsk(workloadRoutes.offices, { query: { page: wantedPage(search) } }, { keepPrevious: true })
  const [only] = asked.data?.items ?? []
  if (!asked.data || asked.data.total === 0 || (asked.data.total === 1 && only?.office === own)) return null
  return (
    <Panel title={t('workload.offices')}>
      <AskedList
        asked={asked}
        failedTitle={t('workload.failed')}
        hrefOf={(page) => pageHref(search, page)}
        empty={null}
      >
        {(offices) => (
          <LoadTable
            caption={t('workload.offices.what')}
            nameLabel={t('workload.office')}
            rows={offices.map(({ office, name, ...load }) => ({
              key: office,
              name,
              href: `${workloadPath}?kantor=${office}`,
              load,
              filter: { office },
            }))}
          />
        )}
      </AskedList>
    </Panel>
  )
}
