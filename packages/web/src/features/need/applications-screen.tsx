import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ApplicationLine } from '@openslrt/core/contract/need-queries.ts'
import { applicationShows, needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { useLists } from '../../platform/reference/use-lists.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { type ApplicationAct, ApplicationForm } from './application-form.tsx'
import { applicationSays } from './application-item.tsx'
import { applicationsOf, applicationsPath, type Show } from './need-address.ts'
import { NeedTabs } from './need-tabs.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { applicationTones } from './status-look.ts'
import './need.css'

/** Applications that this office decides on, what is due first; and those that it has made. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const decides = can('programme.decide')
  const { show, page } = applicationsOf(search, decides)
  const shows: readonly Show[] = [
    ...(decides ? applicationShows : []),
    ...(can('registry.edit') ? ['asked' as const] : []),
  ]
  const href = (changes: Record<string, string | number | undefined>): string =>
    addressWith(applicationsPath, search, changes)
  return (
    <>
      <PageHead title={t('need.applications.title')} />
      <NeedTabs current={applicationsPath} />
      {shows.length > 1 && (
        <FilterTabs
          label={t('list.filters')}
          tabs={shows.map((tab) => ({
            key: tab,
            label: t(`application-show.${tab}`),
            href: href({ lihat: tab, halaman: undefined }),
            current: tab === show,
          }))}
        />
      )}
      {show === 'asked' ? <Asked page={page} href={href} /> : <ToDecide show={show} page={page} href={href} />}
    </>
  )
}

interface PageProps {
  readonly page: number
  readonly href: (changes: Record<string, number>) => string
}

function ToDecide({ show, page, href }: PageProps & { readonly show: Exclude<Show, 'asked'> }) {
  const asked = useAsk(needRoutes.applications, { query: { show, page } }, { keepPrevious: true })
  return <Lines asked={asked} show={show} href={href} />
}

function Asked({ page, href }: PageProps) {
  const asked = useAsk(needRoutes.asked, { query: { page } }, { keepPrevious: true })
  return <Lines asked={asked} show="asked" href={href} />
}

interface LinesProps {
  readonly asked: Parameters<typeof AskedList<ApplicationLine>>[0]['asked']
  readonly show: Show
  readonly href: PageProps['href']
}

function Lines({ asked, show, href }: LinesProps) {
  const t = useText()
  return (
    <AskedList
      asked={asked}
      failedTitle={t('need.applications.failed')}
      hrefOf={(nth) => href({ halaman: nth })}
      empty={<EmptyState title={t(`application-empty.${show}`)} text={t('need.applications.empty')} />}
    >
      {(items) => (
        <Panel>
          <ul className="need__items">
            {items.map((line) => (
              <Item key={line.id} line={line} />
            ))}
          </ul>
        </Panel>
      )}
    </AskedList>
  )
}

const acts: readonly ApplicationAct[] = ['grant', 'refuse', 'send', 'tick', 'withdraw', 'release']

function Item({ line }: { readonly line: ApplicationLine }) {
  const t = useText()
  const { can } = useActing()
  const lists = useLists(line.district)
  const [doing, setDoing] = useState<ApplicationAct | 'reveal' | null>(null)
  const decides = line.acts.includes('grant') || line.acts.includes('refuse')
  return (
    <li className="need__item">
      <div className="need__head">
        <span className="need__name">
          {line.name} · {line.programmeName}
        </span>
        <StatusTag tone={line.late ? 'urgent' : applicationTones[line.status]} label={applicationSays(line, t)} />
      </div>
      <p className="need__text">{lists.name('need', line.kind)}</p>
      <Facts line={line} />
      <div className="need__acts">
        {acts
          .filter((act) => line.acts.includes(act))
          .map((act) => (
            <Button
              key={act}
              size="small"
              variant="secondary"
              data-color={act === 'grant' ? undefined : 'neutral'}
              onClick={() => setDoing(act)}
            >
              {t(`application-act.${act}`)}
            </Button>
          ))}
        {decides && can('programme.decide') && (
          <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setDoing('reveal')}>
            {t('application.reveal')}
          </Button>
        )}
      </div>
      {doing === 'reveal' && <RevealDialog line={line} onClose={() => setDoing(null)} />}
      {doing && doing !== 'reveal' && <ApplicationForm line={line} act={doing} onClose={() => setDoing(null)} />}
    </li>
  )
}

/** Where it comes from, what is there of its papers, until when it is owed, and what was decided. */
function Facts({ line }: { readonly line: ApplicationLine }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(line.district)
  const decided = line.decidedAt !== null && t('application.decided', { when: when.date(line.decidedAt) })
  const due = line.dueAt !== null && when.due(line.dueAt)
  return (
    <p className="need__aside">
      {[
        line.placeName,
        t('application.from', { office: line.fromName }),
        line.papers.length > 0 && t('application.papers', { n: line.ticked.length, all: line.papers.length }),
        decided || due,
        line.reason && lists.name('reject', line.reason),
        line.note,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
